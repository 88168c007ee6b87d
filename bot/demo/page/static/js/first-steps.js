// "Try this": which steps are done, which comes next, and a button that leads to where it is done.

import { element, icon, unseen } from "./elements.js";
import { inLanguage, word } from "./words.js";

const byId = (id) => document.getElementById(id);

export class FirstSteps {
  /** `lead(way)` goes to where a step is done; `nameOf(userId)` is whose phone that is. */
  constructor({ lead, nameOf }) {
    this.lead = lead;
    this.nameOf = nameOf;
    this.steps = [];
    this.chosen = null;
    this.drawn = "";
  }

  /** The steps as they stand. A step that was chosen is left as soon as it is done. */
  update(steps) {
    const done = steps.findIndex((step, at) => step.is_done && this.steps[at] && !this.steps[at].is_done);
    this.steps = steps;
    if (steps[this.chosen]?.is_done) this.chosen = null;
    this.draw();
    if (done >= 0) this.#tell(steps[done]);
  }

  /** Drawn only when something differs, so that focus and a screen reader's place stay. */
  draw() {
    const names = this.steps.map(({ way }) => this.nameOf(way?.user_id));
    const drawn = JSON.stringify([this.steps, this.chosen, names, document.documentElement.lang]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const number = this.steps.filter((step) => step.is_done).length;
    byId("tried").textContent = word("tried", { number, all: this.steps.length });
    keepingFocus(byId("steps"), this.steps.map((step, at) => this.#row(step, at)));
    keepingFocus(byId("way-on"), this.#wayOn());
    keepingFocus(byId("next-step"), this.#inShort());
    byId("next-step").hidden = this.#shown < 0;
  }

  get #shown() {
    return this.chosen ?? this.steps.findIndex((step) => !step.is_done);
  }

  #row({ title, is_done: isDone }, at) {
    const number = element("span", { class: "number", "aria-hidden": "true", text: at + 1 });
    if (isDone) number.replaceChildren(icon("tick"));
    return element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          class: isDone && "is-done",
          "aria-current": at === this.#shown && "step",
          on: { click: () => this.#choose(at) },
        },
        number,
        element("span", { text: inLanguage(title) }),
        isDone && unseen(` (${word("step_done")})`),
      ),
    );
  }

  #choose(at) {
    this.chosen = at;
    this.draw();
    const { way } = this.steps[at];
    if (way) this.lead(way);
  }

  /** How the step on show is done, and the button that leads there. */
  #wayOn() {
    const step = this.steps[this.#shown];
    if (!step) return [element("p", { text: word("all_tried") })];
    const how = element("p", { text: step.way ? inLanguage(step.way.how) : word("no_way") });
    return step.way ? [how, this.#leadingButton(step.way)] : [how];
  }

  /** The same, where only a line of it has room. */
  #inShort() {
    if (this.#shown < 0) return [];
    const number = element("span", { class: "number", "aria-hidden": "true", text: this.#shown + 1 });
    return [number, ...this.#wayOn()];
  }

  #leadingButton(way) {
    const name = this.nameOf(way.user_id)?.split(" ")[0];
    const text = way.lies_in === "clock" ? word("to_clock") : word("to_phone", { name });
    return element("button", { type: "button", class: "lead", text, on: { click: () => this.lead(way) } });
  }

  #tell({ title }) {
    const next = this.steps[this.#shown];
    const told = { title: inLanguage(title), next: next ? inLanguage(next.title) : word("all_tried") };
    byId("step-told").textContent = word("step_told", told);
  }
}

/** Put the children in, and whoever stood on one of the buttons is put on the one in its place. */
function keepingFocus(place, children) {
  const at = [...place.querySelectorAll("button")].indexOf(document.activeElement);
  place.replaceChildren(...children);
  if (at >= 0) place.querySelectorAll("button")[at]?.focus({ preventScroll: true });
}
