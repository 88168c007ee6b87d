// A button, and the list of choices that it opens above the message field.

import { element, icon } from "./elements.js";
import { word } from "./words.js";

const CHOICES = "button, input";

export class PopUpMenu {
  /** `rows` gives the list's items each time that it opens. */
  constructor({ id, className, iconName, wordKey, rows }) {
    this.rows = rows;
    this.list = element("ul", { class: "choices", id, hidden: true, on: { keydown: (event) => this.#key(event) } });
    this.button = element("button", {
      type: "button",
      class: className,
      "aria-expanded": "false",
      "aria-controls": id,
      on: { click: () => (this.list.hidden ? this.open() : this.close()) },
    });
    this.button.append(icon(iconName), element("span", { class: "unseen", dataset: { word: wordKey }, text: word(wordKey) }));
    document.addEventListener("pointerdown", (event) => {
      if (!this.list.contains(event.target) && !this.button.contains(event.target)) this.hide();
    });
  }

  open() {
    this.fill();
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.list.querySelector(CHOICES)?.focus();
  }

  close() {
    this.hide();
    this.button.focus();
  }

  hide() {
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  fill() {
    this.list.replaceChildren(...this.rows());
  }

  #key(event) {
    if (event.key === "Escape") return this.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return undefined;
    event.preventDefault();
    const choices = [...this.list.querySelectorAll(CHOICES)];
    const at = choices.indexOf(document.activeElement);
    return choices[(at + step + choices.length) % choices.length]?.focus();
  }
}
