// One message: who said it, the bubble, and the buttons under it.

import { element, icon, unseen } from "./elements.js";
import { timeOfDay } from "./moments.js";
import { link, plainText, richText } from "./rich-text.js";
import { word } from "./words.js";

const QUOTE_LENGTH = 90;

/** The article of a message. `chat` says whose it is and what its presses do. */
export function messageArticle(message, chat) {
  const article = element("article", {
    class: `message ${message.from_bot ? "from-bot" : "own"}`,
    tabindex: "-1",
    dataset: { messageId: message.message_id },
  });
  fill(article, message, chat);
  return article;
}

/** Put the message's present content in its article: also after an edit. */
export function fill(article, message, chat) {
  article.classList.toggle("with-keyboard", message.buttons.length > 0);
  article.replaceChildren(bubble(message, chat), ...keyboard(message, chat));
}

/** The message in a few words, for a quote or a label. */
export function inShort(message) {
  const text = plainText(message.html).trim().replace(/\s+/g, " ");
  const words = text || message.file_name || word(kindName(message.kind));
  return words.length > QUOTE_LENGTH ? `${words.slice(0, QUOTE_LENGTH)}…` : words;
}

function bubble(message, chat) {
  return element(
    "div",
    { class: "bubble" },
    unseen(message.from_bot ? word("bot_said") : word("you_said", { name: chat.name })),
    quote(message, chat),
    attachment(message, chat),
    message.html && element("div", { class: "text" }, richText(message.html, chat)),
    meta(message, chat),
  );
}

function quote(message, chat) {
  const original = message.reply_to && chat.find(message.reply_to);
  if (!original) return null;
  return element(
    "button",
    { type: "button", class: "quote", on: { click: () => chat.show(original.message_id) } },
    element("span", { class: "quote-from", text: original.from_bot ? "Steget" : chat.name }),
    element("span", { class: "quote-text", text: inShort(original) }),
  );
}

function attachment(message, chat) {
  if (message.kind === "text") return null;
  const name = word(kindName(message.kind));
  const address = message.has_file && chat.fileAddress(message.message_id);
  if (address && message.kind === "photo") return element("img", { class: "picture", src: address, alt: name });
  const parts = [
    icon(message.kind === "photo" ? "photo" : "file"),
    element("span", {}, element("strong", { text: name }), message.file_name && element("span", { class: "file-name", text: message.file_name })),
  ];
  if (!address) return element("div", { class: "attachment" }, ...parts);
  return element("a", { class: "attachment", href: address, download: message.file_name ?? true }, ...parts);
}

function kindName(kind) {
  return ["photo", "sticker", "voice", "location"].includes(kind) ? kind : "document";
}

function meta(message, chat) {
  return element(
    "p",
    { class: "meta" },
    message.from_bot && replyButton(message, chat),
    element(
      "span",
      { class: "marks" },
      message.pinned && labelled("pin", word("pinned")),
      message.silent && labelled("silent", word("silent")),
      message.edited && element("span", { text: word("edited") }),
      element("time", { datetime: message.at, text: timeOfDay(message.at) }),
      !message.from_bot && element("span", { class: "delivered" }, icon("tick"), unseen(word("delivered"))),
    ),
  );
}

function labelled(iconName, text) {
  return element("span", { class: "labelled" }, icon(iconName), element("span", { text }));
}

function replyButton(message, chat) {
  return element("button", { type: "button", class: "reply", text: word("reply"), on: { click: () => chat.onReply(message) } });
}

function keyboard(message, chat) {
  if (!message.buttons.length) return [];
  const rows = message.buttons.map((row) => {
    const keys = row.map((button) => key(button, message, chat));
    return element("div", { class: "keys" }, ...keys);
  });
  return [element("div", { class: "keyboard" }, ...rows)];
}

function key(button, message, chat) {
  if (button.url) return link(button.url, [button.text], chat, "key");
  const dataset = button.style ? { style: button.style } : {};
  const made = element("button", { type: "button", class: "key", text: button.text, dataset });
  made.addEventListener("click", () => chat.onPress(made, message, button.data));
  return made;
}
