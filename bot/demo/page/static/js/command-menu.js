// The "/" menu: the commands that the bot has set for this very person.

import { element, icon } from "./elements.js";
import { word } from "./words.js";

export class CommandMenu {
  constructor(phoneId, onChoose) {
    this.onChoose = onChoose;
    this.commands = [];
    const id = `commands-${phoneId}`;
    this.list = element("ul", { class: "commands", id, hidden: true, on: { keydown: (event) => this.#key(event) } });
    this.button = element("button", {
      type: "button",
      class: "menu-button",
      "aria-expanded": "false",
      "aria-controls": id,
      on: { click: () => (this.list.hidden ? this.open() : this.close()) },
    });
    this.button.append(icon("menu"), element("span", { class: "unseen", dataset: { word: "commands" }, text: word("commands") }));
    document.addEventListener("pointerdown", (event) => {
      if (!this.list.contains(event.target) && !this.button.contains(event.target)) this.#hide();
    });
  }

  update(commands) {
    if (JSON.stringify(commands) === JSON.stringify(this.commands)) return;
    this.commands = commands;
    if (!this.list.hidden) this.#fill();
  }

  open() {
    this.#fill();
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.list.querySelector("button")?.focus();
  }

  close() {
    this.#hide();
    this.button.focus();
  }

  #hide() {
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  #fill() {
    const rows = this.commands.map(({ command, about }) => {
      const choose = () => {
        this.#hide();
        this.onChoose(`/${command}`);
      };
      const button = element("button", { type: "button", on: { click: choose } });
      button.append(element("strong", { text: `/${command}` }), element("span", { text: about }));
      return element("li", {}, button);
    });
    this.list.replaceChildren(...(rows.length ? rows : [element("li", { class: "quiet", text: word("no_commands") })]));
  }

  #key(event) {
    if (event.key === "Escape") return this.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return undefined;
    event.preventDefault();
    const buttons = [...this.list.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    return buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
}
