// An invitation link, pressed in a chat, doesn't leave the page: it asks on which phone to open.

import { element } from "./elements.js";
import { addPhone, openLink } from "./requests.js";
import { word } from "./words.js";

/** Ask, then open the link there. The link is mostly meant for somebody new, so that comes first. */
export function askWhere(code, owner) {
  const dialog = element("dialog", { class: "where", "aria-labelledby": "where-title", "aria-describedby": "where-more" });
  const choose = (label, act, className) =>
    element("button", {
      type: "button",
      class: className,
      text: label,
      on: {
        click: () => {
          dialog.close();
          act();
        },
      },
    });
  dialog.append(
    element("h2", { id: "where-title", text: word("open_link_where") }),
    element("p", { id: "where-more", text: word("open_link_more") }),
    element("code", { text: code }),
    choose(word("on_new_phone"), () => openOnNewPhone(code), "main"),
    choose(word("on_this_phone", { name: owner.name }), () => openLink(owner.user_id, code)),
    choose(word("cancel"), () => {}, "plain"),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function openOnNewPhone(code) {
  const phone = await addPhone();
  if (!phone) return;
  await openLink(phone.user_id, code);
  document.dispatchEvent(new CustomEvent("show-phone", { detail: phone.user_id }));
}
