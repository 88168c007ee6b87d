// One phone: whose it is, the chat with the bot, and what its owner can do.

import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { element, icon, mark } from "./elements.js";
import { askWhere } from "./invitation.js";
import { inShort } from "./message.js";
import { timeOfDay } from "./moments.js";
import { press } from "./requests.js";
import { inLanguage, word } from "./words.js";

const GIVE_UP_WAITING_MS = 10_000;
const ANSWER_SHOWN_FOR_MS = 3500;
const EMPTY = { has_started: false, has_blocked: false, commands: [], messages: [] };

export class Phone {
  constructor(owner) {
    this.id = owner.user_id;
    this.owner = owner;
    this.state = EMPTY;
    this.composer = new Composer(this.id, owner.name);
    this.conversation = new Conversation(this.#chat());
    this.caption = element("header", { class: "owner" });
    this.time = element("span", {});
    this.pinned = element("button", { type: "button", class: "pinned", hidden: true });
    this.answer = element("p", { class: "answer", role: "status" });
    this.foot = element("div", { class: "foot" });
    this.section = this.#makeSection();
    this.rename(owner);
    this.#showFoot();
  }

  /** Show the chat as it is now. Returns how many messages from the bot are new. */
  update(state) {
    this.state = state;
    if (state.language) this.conversation.log.lang = state.language;
    const arrived = this.conversation.update(state.messages);
    if (arrived.length) this.#stopWaiting(this.section);
    for (const answer of state.answers ?? []) this.#showAnswer(answer);
    this.composer.menu.update(state.commands);
    this.#showPinned();
    this.#showFoot();
    return arrived.length;
  }

  /** Whose phone it is, in the page's language. A stranger's becomes somebody's when they come in. */
  rename(owner = this.owner) {
    this.owner = owner;
    this.section.dataset.belongsTo = owner.belongs_to;
    const role = inLanguage(owner.role);
    this.section.setAttribute("aria-label", word("phone_of", { name: owner.name, role }));
    this.conversation.log.setAttribute("aria-label", word("chat_of", { name: owner.name }));
    this.composer.rename(owner.name);
    const belonging = [role, owner.supplier, owner.note && inLanguage(owner.note)].filter(Boolean).join(" · ");
    this.caption.replaceChildren(
      element("span", { class: "avatar", "aria-hidden": "true", text: initials(owner.name) }),
      element("div", {}, element("h2", { text: owner.name }), element("p", { text: belonging, title: belonging })),
    );
  }

  /** Everything again in the page's language. */
  redraw() {
    this.rename();
    this.conversation.redraw();
    this.#showPinned();
    this.#showFoot();
  }

  tellTime(now) {
    this.time.textContent = timeOfDay(now);
  }

  focusField() {
    (this.foot.querySelector("textarea") ?? this.foot.querySelector("button"))?.focus();
  }

  #chat() {
    const phone = this;
    return {
      get name() {
        return phone.owner.name;
      },
      fileAddress: (messageId) => `/phones/${this.id}/files/${messageId}`,
      find: (messageId) => this.conversation.find(messageId),
      show: (messageId) => this.conversation.show(messageId),
      onReply: (message) => this.composer.reply(message),
      onCommand: (command) => this.composer.say(command),
      onInvitation: (code) => askWhere(code, this.owner),
      onPress: (button, message, data) => this.#press(button, message, data),
    };
  }

  async #press(button, message, data) {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const wasTaken = await press(this.id, message.message_id, data);
    if (!wasTaken) button.removeAttribute("aria-busy");
    else setTimeout(() => button.removeAttribute("aria-busy"), GIVE_UP_WAITING_MS);
  }

  #stopWaiting(within) {
    within.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  }

  /** The bot has heard a press: its button rests, and what the bot says to it is shown a while. */
  #showAnswer({ message_id: messageId, text }) {
    this.#stopWaiting(this.conversation.article(messageId) ?? this.section);
    if (!text) return;
    this.answer.textContent = text;
    clearTimeout(this.answerGoes);
    this.answerGoes = setTimeout(() => this.answer.replaceChildren(), ANSWER_SHOWN_FOR_MS);
  }

  #makeSection() {
    const botName = element("p", {}, element("strong", { text: "Steget" }), element("span", { dataset: { word: "bot" }, text: word("bot") }));
    const handset = element(
      "div",
      { class: "handset" },
      element("div", { class: "status-bar", "aria-hidden": "true" }, this.time, element("span", { class: "battery" })),
      element("div", { class: "chat-head" }, mark(), botName),
      this.pinned,
      this.conversation.log,
      this.answer,
      this.conversation.toNewest,
      this.foot,
    );
    const skip = element("a", { class: "skip", href: `#field-${this.id}`, dataset: { word: "skip_to_field" }, text: word("skip_to_field") });
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      this.focusField();
    });
    const dataset = { phone: this.id, belongsTo: this.owner.belongs_to };
    return element("section", { class: "phone", id: `phone-${this.id}`, dataset }, skip, this.caption, handset);
  }

  #showPinned() {
    const message = this.state.messages.findLast((one) => one.pinned);
    this.pinned.hidden = !message;
    if (!message) return;
    const text = inShort(message);
    this.pinned.setAttribute("aria-label", word("show_pinned", { text }));
    this.pinned.onclick = () => this.conversation.show(message.message_id);
    this.pinned.replaceChildren(icon("pin"), element("span", {}, element("strong", { text: word("pinned") }), element("span", { text })));
  }

  #showFoot() {
    const { has_started: hasStarted, has_blocked: hasBlocked, messages } = this.state;
    const shape = `${hasStarted || messages.length > 0} ${hasBlocked} ${document.documentElement.lang}`;
    // The field is left alone while nothing changes, so that what is being written stays.
    if (shape === this.footShape) return;
    const hadFocus = this.foot.contains(document.activeElement);
    this.footShape = shape;
    this.foot.replaceChildren(...this.#footParts(hasStarted || messages.length > 0, hasBlocked));
    if (hadFocus) this.focusField();
  }

  #footParts(isOpen, hasBlocked) {
    if (isOpen) {
      const blocked = hasBlocked && element("p", { class: "blocked", text: word("has_blocked", { name: this.owner.name }) });
      return [blocked, this.composer.form].filter(Boolean);
    }
    const start = element("button", { type: "button", class: "start", text: word("start"), on: { click: () => this.composer.say("/start") } });
    return [element("p", { class: "no-chat" }, element("strong", { text: word("no_chat_yet") }), element("span", { text: word("no_chat_yet_more") })), start];
  }
}

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((part) => part.slice(0, 1)).join("");
}
