// A phone's chat log. It is given the whole chat at every change and alters only what differs.

import { element, icon } from "./elements.js";
import { fill, messageArticle } from "./message.js";
import { dayInChat, dayKey } from "./moments.js";
import { word } from "./words.js";

const NEAR_THE_END_PX = 60;
const ARRIVES_FOR_MS = 900;

export class Conversation {
  constructor(chat) {
    this.chat = chat;
    this.messages = [];
    this.shown = new Map(); // message id → { article, written }
    this.isNew = true;
    this.isAtEnd = true;
    this.unread = 0;
    this.size = "";
    this.log = element("div", {
      class: "log",
      role: "log",
      "aria-live": "polite",
      "aria-relevant": "additions text",
      tabindex: "0",
      on: { scroll: () => this.#scrolled() },
    });
    // The end stays in sight when the field below grows, and when a picture has come.
    new ResizeObserver(() => this.settle()).observe(this.log);
    this.log.addEventListener("load", () => this.settle(), { capture: true });
    this.toNewest = element("button", { type: "button", class: "to-newest", hidden: true, on: { click: () => this.goToEnd() } });
  }

  /** Show these messages. Returns those that are new and from the bot. */
  update(messages) {
    const isFirst = this.isNew;
    this.isNew = false;
    const arrived = messages.filter((message) => !this.shown.has(message.message_id));
    this.messages = messages;
    // A chat that is only being opened isn't news, so it isn't read aloud from its beginning.
    if (isFirst) this.log.setAttribute("aria-live", "off");
    this.#keepOnly(messages);
    this.#place(messages, new Set(isFirst ? [] : arrived.map((message) => message.message_id)));
    if (!isFirst) return this.#follow(arrived);
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 0);
    this.goToEnd();
    return [];
  }

  find(messageId) {
    return this.messages.find((message) => message.message_id === messageId);
  }

  article(messageId) {
    return this.shown.get(messageId)?.article;
  }

  show(messageId) {
    const article = this.article(messageId);
    article?.scrollIntoView({ block: "center" });
    article?.focus({ preventScroll: true });
  }

  /** Write every message again: after the page's language changed. */
  redraw() {
    for (const shown of this.shown.values()) shown.written = "";
    this.log.querySelectorAll(".day").forEach((line) => line.remove());
    this.#place(this.messages, new Set());
    this.settle();
    this.#offerNewest();
  }

  goToEnd() {
    this.size = this.#sizeNow();
    this.log.scrollTop = this.log.scrollHeight;
    this.#scrolled();
  }

  /** The chat has another size, or has come into view, where it couldn't scroll before: its end stays its end. */
  settle() {
    this.size = this.#sizeNow();
    if (this.isAtEnd) this.goToEnd();
  }

  #sizeNow() {
    return `${this.log.clientWidth} ${this.log.clientHeight}`;
  }

  #keepOnly(messages) {
    const kept = new Set(messages.map((message) => message.message_id));
    for (const [id, { article }] of this.shown) {
      if (kept.has(id)) continue;
      article.remove();
      this.shown.delete(id);
    }
  }

  #place(messages, arriving) {
    const lines = new Map([...this.log.querySelectorAll(".day")].map((line) => [line.dataset.day, line]));
    let day = null;
    for (const message of messages) {
      const article = this.#article(message, arriving);
      // Moving what stands right already would make a screen reader say it again.
      if (article.parentNode !== this.log) this.log.append(article);
      if (dayKey(message.at) === day) continue;
      day = dayKey(message.at);
      const line = lines.get(day) ?? dayLine(message.at, day);
      if (article.previousElementSibling !== line) article.before(line);
      lines.delete(day);
    }
    for (const line of lines.values()) line.remove();
  }

  #article(message, arriving) {
    const id = message.message_id;
    const written = JSON.stringify(message);
    const shown = this.shown.get(id);
    if (!shown) {
      const article = messageArticle(message, this.chat);
      if (arriving.has(id)) arrive(article);
      this.shown.set(id, { article, written });
      return article;
    }
    if (shown.written !== written) keepingFocus(shown.article, () => fill(shown.article, message, this.chat));
    shown.written = written;
    return shown.article;
  }

  #follow(arrived) {
    const fromBot = arrived.filter((message) => message.from_bot);
    const hasSpoken = arrived.some((message) => !message.from_bot);
    if (this.isAtEnd || hasSpoken) this.goToEnd();
    else this.unread += fromBot.length;
    this.#offerNewest();
    return fromBot;
  }

  #scrolled() {
    // A phone out of sight has no size, and so says nothing about where its reader is. Nor does one whose size has just
    // changed: nobody scrolled, and it settles at once.
    if (!this.log.clientHeight || this.size !== this.#sizeNow()) return;
    const left = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight;
    this.isAtEnd = left < NEAR_THE_END_PX;
    if (this.isAtEnd) this.unread = 0;
    this.#offerNewest();
  }

  #offerNewest() {
    this.toNewest.hidden = this.isAtEnd;
    this.toNewest.replaceChildren(icon("down"), element("span", { text: newestText(this.unread) }));
  }
}

function newestText(unread) {
  if (!unread) return word("to_newest");
  return unread === 1 ? word("one_new_message") : word("new_messages", { number: unread });
}

function dayLine(moment, day) {
  return element("p", { class: "day", dataset: { day } }, element("span", { text: dayInChat(moment) }));
}

function arrive(article) {
  article.classList.add("arriving");
  setTimeout(() => article.classList.remove("arriving"), ARRIVES_FOR_MS);
}

/** An edit replaces the buttons: whoever stood on one is put on the same one, or on the message. */
function keepingFocus(article, change) {
  const controls = () => [...article.querySelectorAll("button, a")];
  const before = controls().indexOf(document.activeElement);
  const text = document.activeElement?.textContent;
  change();
  if (before < 0) return;
  const same = controls().find((control) => control.textContent === text);
  (same ?? article).focus({ preventScroll: true });
}
