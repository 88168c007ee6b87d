// The goal: its picture, which the same hand draws for chats, and the same in words.

import { currentLanguage, inLanguage, word } from "./words.js";

const byId = (id) => document.getElementById(id);

export function showGoal({ number, goal, in_words: inWords, picture }) {
  const told = goal === null ? word("goal_unset", { number }) : word("goal", { number, goal });
  write("goal-text", told);
  const way = byId("way");
  way.setAttribute("aria-valuemax", Math.max(goal ?? number, number));
  way.setAttribute("aria-valuenow", number);
  way.setAttribute("aria-valuetext", `${told}: ${inLanguage(inWords)}`);
  showPicture(picture);
}

/** It is asked for only where it shows another thing, and stands in the old one's place once it is all there. */
async function showPicture(which) {
  const [shown, dark] = [byId("goal-picture"), byId("goal-dark")];
  const drawn = (colours) => `/goal.svg?language=${currentLanguage()}&colours=${colours}&which=${which}`;
  if (shown.dataset.wanted === drawn("light")) return;
  shown.dataset.wanted = drawn("light");
  const next = new Image();
  next.src = drawn(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  // A picture that can't be had leaves the old one where it is.
  if (!(await next.decode().then(() => true, () => false)) || shown.dataset.wanted !== drawn("light")) return;
  dark.srcset = drawn("dark");
  shown.src = drawn("light");
  shown.hidden = false;
}

function write(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}
