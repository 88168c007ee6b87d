// What can be sent besides words: any file of one's own, the sample file, the sample photo.

import { element } from "./elements.js";
import { PopUpMenu } from "./pop-up-menu.js";
import { sendFile, sendPhoto, sendSampleFile } from "./requests.js";
import { word } from "./words.js";

export class AttachMenu extends PopUpMenu {
  constructor(phoneId) {
    const rows = () => [
      this.#ownFile(),
      this.#choice("sample_file", () => sendSampleFile(phoneId)),
      this.#choice("send_photo", () => sendPhoto(phoneId)),
    ];
    super({ id: `attach-${phoneId}`, className: "attach", iconName: "attach", wordKey: "attach", rows });
    this.phoneId = phoneId;
  }

  // The browser's own file field, so that keyboard and screen reader find what they know.
  #ownFile() {
    const field = element("input", { type: "file", class: "unseen" });
    field.addEventListener("change", () => {
      const [chosen] = field.files;
      if (!chosen) return;
      this.close();
      sendFile(this.phoneId, chosen);
    });
    return element("li", {}, element("label", {}, field, element("strong", { text: word("choose_file") })));
  }

  #choice(wordKey, act) {
    const choose = () => {
      this.close();
      act();
    };
    const button = element("button", { type: "button", on: { click: choose } });
    button.append(element("strong", { text: word(wordKey) }));
    return element("li", {}, button);
  }
}
