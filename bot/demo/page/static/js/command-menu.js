// The "/" menu: the commands that the bot has set for this very person.

import { element } from "./elements.js";
import { PopUpMenu } from "./pop-up-menu.js";
import { word } from "./words.js";

export class CommandMenu extends PopUpMenu {
  constructor(phoneId, onChoose) {
    const rows = () => this.#rows();
    super({ id: `commands-${phoneId}`, className: "menu-button", iconName: "menu", wordKey: "commands", rows });
    this.onChoose = onChoose;
    this.commands = [];
  }

  update(commands) {
    if (JSON.stringify(commands) === JSON.stringify(this.commands)) return;
    this.commands = commands;
    if (!this.list.hidden) this.fill();
  }

  #rows() {
    if (!this.commands.length) return [element("li", { class: "quiet", text: word("no_commands") })];
    return this.commands.map(({ command, about }) => {
      const choose = () => {
        this.hide();
        this.onChoose(`/${command}`);
      };
      const button = element("button", { type: "button", on: { click: choose } });
      button.append(element("strong", { text: `/${command}` }), element("span", { text: about }));
      return element("li", {}, button);
    });
  }
}
