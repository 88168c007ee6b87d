// On a narrow page one thing is on show at a time. This is the strip that chooses, with unread counts.

import { element, unseen } from "./elements.js";
import { word } from "./words.js";

const CITY = "city";
const NARROW = matchMedia("(max-width: 760px)");

export class Switcher {
  constructor(onShow) {
    this.onShow = onShow;
    this.strip = document.getElementById("switcher");
    this.phones = [];
    this.unread = new Map();
    this.current = null;
    NARROW.addEventListener("change", () => this.#draw());
  }

  /** The phones to choose among, in order. The first one is shown from the beginning. */
  update(phones) {
    this.phones = phones;
    const ids = phones.map((phone) => phone.id);
    if (this.current !== CITY && !ids.includes(this.current)) this.current = ids[0] ?? null;
    this.#draw();
  }

  show(view) {
    this.current = view;
    this.unread.delete(view);
    this.#draw();
    this.onShow(view);
  }

  /** Messages came to a phone; they are unread unless it is the one on show. */
  count(phoneId, number) {
    if (!number || !NARROW.matches || phoneId === this.current) return;
    this.unread.set(phoneId, (this.unread.get(phoneId) ?? 0) + number);
    this.#draw();
  }

  #draw() {
    document.body.dataset.view = this.current === CITY ? "city" : "phone";
    for (const phone of this.phones) phone.section.classList.toggle("on-show", phone.id === this.current);
    const focused = document.activeElement?.dataset?.view;
    const buttons = [this.#button(CITY, word("city_view")), ...this.phones.map((phone) => this.#button(phone.id, firstName(phone)))];
    this.strip.replaceChildren(...buttons);
    const again = buttons.find((button) => button.dataset.view === focused);
    again?.focus({ preventScroll: true });
    (again ?? buttons.find((button) => button.ariaCurrent))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #button(view, name) {
    const unread = this.unread.get(view) ?? 0;
    const words = unread === 1 ? word("one_new_message") : word("new_messages", { number: unread });
    const number = element("span", { class: "unread", "aria-hidden": "true", text: unread });
    const badge = unread > 0 && element("span", {}, number, unseen(words));
    const isCurrent = this.current === view;
    return element(
      "button",
      { type: "button", dataset: { view }, "aria-current": isCurrent && "true", on: { click: () => this.show(view) } },
      element("span", { text: name }),
      badge,
    );
  }
}

function firstName(phone) {
  return phone.owner.name.split(/\s+/)[0];
}
