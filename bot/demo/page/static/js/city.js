// The city's part of the page: its name, its clock, its results, and what is due next.

import { element } from "./elements.js";
import { showGoal } from "./goal.js";
import { fromNow, fullDay, keepTimeIn, shortMoment, timeOfDay, week } from "./moments.js";
import { advance } from "./requests.js";
import { inLanguage, word } from "./words.js";

const byId = (id) => document.getElementById(id);

export function showCity(city) {
  keepTimeIn(city.timezone);
  write(byId("city-name"), city.name);
  write(byId("now-time"), timeOfDay(city.now));
  write(byId("now-day"), `${fullDay(city.now)}, ${week(city.now)}`);
  showGoal(city.goal);
  byId("results").replaceChildren(...city.results.map(resultRow));
  showComing(city);
}

/** The three buttons that move the clock: one at a time, since each move takes its time. */
export function wireClock() {
  const buttons = [...document.querySelectorAll("[data-advance]")];
  for (const button of buttons) {
    button.addEventListener("click", async () => {
      if (buttons.some((one) => one.getAttribute("aria-busy") === "true")) return;
      button.setAttribute("aria-busy", "true");
      const moved = await advance(JSON.parse(button.dataset.advance));
      button.removeAttribute("aria-busy");
      // The clock on show isn't a live region: said every minute it would drown the chats.
      if (moved) byId("clock-moved").textContent = word("clock_moved", { when: shortMoment(moved.now) });
    });
  }
}

function resultRow({ kind, number }) {
  return element("li", {}, element("strong", { text: number }), element("span", { text: inLanguage(kind) }));
}

function showComing({ coming, now }) {
  const list = byId("coming");
  const rows = coming.map((one) => comingRow(one, now));
  list.replaceChildren(...(rows.length ? rows : [element("li", { class: "quiet", text: word("nothing_coming") })]));
  fitComing();
}

/** The list ends between two rows, so that none is cut; how many come below stands beside its title. */
function fitComing() {
  const list = byId("coming");
  list.style.maxHeight = "";
  const room = list.clientHeight;
  const top = list.getBoundingClientRect().top - list.scrollTop;
  const ends = [...list.children].map((row) => Math.floor(row.getBoundingClientRect().bottom - top));
  const whole = Math.max(1, ends.filter((end) => end <= room).length);
  const below = ends.length - whole;
  if (below) list.style.maxHeight = `${ends[whole - 1] + 1}px`;
  write(byId("more-coming"), below ? word("more_coming", { number: below }) : "");
}

function comingRow({ at, text, to_whom: toWhom }, now) {
  return element(
    "li",
    {},
    element("time", { datetime: at }, element("strong", { text: shortMoment(at) }), element("span", { text: fromNow(at, now) })),
    element("p", {}, element("span", { text: inLanguage(text) }), element("span", { class: "quiet", text: word("for_whom", { name: inLanguage(toWhom) }) })),
  );
}

addEventListener("resize", fitComing);

/** Only what differs is written, so that a reader's selection and place stay. */
function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
