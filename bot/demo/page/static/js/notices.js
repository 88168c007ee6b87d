// Short notices at the bottom of the page; each goes by itself, or when it is closed.

import { element, icon } from "./elements.js";
import { word } from "./words.js";

const SHOWN_FOR_MS = 9000;

export function tell(text) {
  const notice = element("div", { class: "notice" }, element("p", { text }));
  const close = element("button", { type: "button", "aria-label": word("close"), on: { click: () => notice.remove() } });
  close.append(icon("close"));
  notice.append(close);
  document.getElementById("notices").replaceChildren(notice);
  setTimeout(() => notice.remove(), SHOWN_FOR_MS);
}
