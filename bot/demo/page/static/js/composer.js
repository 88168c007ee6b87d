// The lower edge of a phone: the menu, the field, a file, send.

import { AttachMenu } from "./attach-menu.js";
import { CommandMenu } from "./command-menu.js";
import { element, icon } from "./elements.js";
import { inShort } from "./message.js";
import { say } from "./requests.js";
import { word } from "./words.js";

export class Composer {
  constructor(phoneId, ownersName) {
    this.phoneId = phoneId;
    this.ownersName = ownersName;
    this.replyTo = null;
    this.menu = new CommandMenu(phoneId, (command) => this.say(command));
    this.attach = new AttachMenu(phoneId);
    this.field = this.#makeField();
    this.replying = element("div", { class: "replying", hidden: true });
    this.form = this.#makeForm();
    this.rename();
  }

  /** The labels in the page's language, for whoever's phone it is now. */
  rename(ownersName = this.ownersName) {
    this.ownersName = ownersName;
    this.label.textContent = word("write_as", { name: this.ownersName });
    this.field.placeholder = word("write_here");
    if (this.replyTo) this.#showReplying();
  }

  /** Say it from this phone, and stay in the field. */
  async say(text) {
    const replyTo = this.replyTo?.message_id ?? null;
    this.stopReplying();
    this.field.focus({ preventScroll: true });
    return say(this.phoneId, text, replyTo);
  }

  reply(message) {
    this.replyTo = message;
    this.#showReplying();
    this.field.focus();
  }

  #showReplying() {
    const stop = element("button", { type: "button", "aria-label": word("stop_replying"), on: { click: () => this.stopReplying() } });
    stop.append(icon("close"));
    const quoted = element("p", {}, element("strong", { text: word("replying_to") }), element("span", { text: inShort(this.replyTo) }));
    this.replying.replaceChildren(icon("reply"), quoted, stop);
    this.replying.hidden = false;
  }

  stopReplying() {
    this.replyTo = null;
    this.replying.hidden = true;
  }

  async #sendWritten() {
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    this.#fitHeight();
    const wasTaken = await this.say(text);
    // What was refused isn't lost: it stands in the field again, unless something new is there.
    if (!wasTaken && !this.field.value) this.field.value = text;
    this.#fitHeight();
  }

  #makeField() {
    const id = `field-${this.phoneId}`;
    this.label = element("label", { class: "unseen", for: id });
    return element("textarea", {
      id,
      rows: "1",
      autocomplete: "off",
      enterkeyhint: "send",
      on: { input: () => this.#fitHeight(), keydown: (event) => this.#key(event) },
    });
  }

  #makeForm() {
    const send = iconButton("send", "send", () => this.#sendWritten());
    send.classList.add("send");
    const row = element("div", { class: "row" }, this.menu.button, this.label, this.field, this.attach.button, send);
    return element("div", { class: "composer" }, this.menu.list, this.attach.list, this.replying, row);
  }

  #key(event) {
    if (event.key === "Escape") this.stopReplying();
    // A key that completes a composed letter isn't the person's Enter.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#sendWritten();
  }

  #fitHeight() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 132)}px`;
  }
}

function iconButton(iconName, wordKey, act) {
  const button = element("button", { type: "button", dataset: { wordLabel: wordKey }, "aria-label": word(wordKey), on: { click: act } });
  button.append(icon(iconName));
  return button;
}
