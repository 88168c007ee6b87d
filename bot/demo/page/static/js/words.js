// The page's own words in two languages. What the bot says is the bot's, and is left alone.

import { WORDS } from "./wordlist.js";

const REMEMBERED_AS = "steget-demo-language";
const listeners = [];
let language = remembered() ?? "sv";

/** The words of `key`, with `{name}` filled in. */
export function word(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The half of a `{sv, en}` label that the page speaks now. */
export function inLanguage(label) {
  return label[language];
}

export function currentLanguage() {
  return language;
}

export function whenLanguageChanges(listener) {
  listeners.push(listener);
}

export function speak(chosen) {
  language = chosen;
  remember(chosen);
  applyWords(document);
  for (const listener of listeners) listener();
}

/** Write the words of every element below `root` that says which words it carries. */
export function applyWords(root) {
  for (const one of root.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  for (const one of root.querySelectorAll("[data-word-label]")) {
    one.setAttribute("aria-label", word(one.dataset.wordLabel));
  }
  document.documentElement.lang = language;
  document.title = word("title");
  for (const one of document.querySelectorAll("[data-language]")) {
    one.setAttribute("aria-pressed", String(one.dataset.language === language));
  }
}

// A browser may refuse storage altogether (a private window, a strict setting): then the choice
// simply lasts as long as the page.
function remembered() {
  try {
    const kept = localStorage.getItem(REMEMBERED_AS);
    return kept in WORDS ? kept : null;
  } catch {
    return null;
  }
}

function remember(chosen) {
  try {
    localStorage.setItem(REMEMBERED_AS, chosen);
  } catch {
    // Nothing to do: see above.
  }
}
