// A message's formatting. The stand-in has cleaned the HTML already; the page still takes over only
// the few marks that Telegram has, so nothing else can come in even if that should fail.

import { element } from "./elements.js";

const MARKS = new Set([
  "A", "B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "BLOCKQUOTE", "BR", "TG-SPOILER",
]);
const INVITATION = /^(?:https?:\/\/t\.me\/[A-Za-z0-9_]+\?start=|tg:\/\/resolve\?domain=[A-Za-z0-9_]+&start=)([\w-]{1,64})$/;
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:)/i;
// As in Telegram: a bare address becomes a link, and a /command can be pressed.
const PRESSABLE = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])|(?<![\w/])(\/[a-z][a-z0-9_]{1,31})(?![\w/])([.,;:!?)]*)/g;

/** The code of an invitation link, or null for any other address. */
export function invitationCode(address) {
  return address?.match(INVITATION)?.[1] ?? null;
}

/** The message's content. `onInvitation(code)` and `onCommand(text)` are called by presses in it. */
export function richText(html, handlers) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...copies(parsed.body, handlers));
  return fragment;
}

/** The same without any marks: for a quote, a label, a pinned line. */
export function plainText(html) {
  return new DOMParser().parseFromString(html.replace(/<br\s*\/?>/g, " "), "text/html").body.textContent;
}

/** A link that opens elsewhere, or, when it is an invitation, on one of the page's phones. */
export function link(address, content, handlers, className = "link") {
  const code = invitationCode(address);
  if (code) {
    return element("button", { type: "button", class: className, on: { click: () => handlers.onInvitation(code) } }, ...content);
  }
  if (!SAFE_ADDRESS.test(address)) return element("span", {}, ...content);
  return element("a", { class: className, href: address, target: "_blank", rel: "noopener noreferrer" }, ...content);
}

function copies(parent, handlers) {
  return [...parent.childNodes].flatMap((node) => copy(node, handlers));
}

function copy(node, handlers) {
  if (node.nodeType === Node.TEXT_NODE) return pressableText(node, handlers);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const inside = copies(node, handlers);
  if (node.tagName === "A") return [link(node.getAttribute("href") ?? "", inside, handlers)];
  // What isn't a mark loses its tag and keeps its words.
  return MARKS.has(node.tagName) ? [element(node.tagName.toLowerCase(), {}, ...inside)] : inside;
}

function pressableText(node, handlers) {
  // A quotation stands on lines of its own: the line break after it would be an empty line.
  const isBelowBlock = ["BLOCKQUOTE", "PRE"].includes(node.previousSibling?.tagName);
  const text = isBelowBlock ? node.textContent.replace(/^\n/, "") : node.textContent;
  if (node.parentElement.closest("a, code, pre")) return [text];
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(PRESSABLE)) {
    pieces.push(text.slice(from, found.index), found[1] ? link(found[1], [found[1]], handlers) : command(found, handlers));
    from = found.index + found[0].length;
  }
  return [...pieces, text.slice(from)];
}

/** A command with the punctuation after it, which must not begin the next line. */
function command([, , text, punctuation], handlers) {
  const button = element("button", { type: "button", class: "link", text, on: { click: () => handlers.onCommand(text) } });
  return element("span", { class: "together" }, button, punctuation);
}
