// Making elements in one line each. Text is always set as text, never parsed as HTML.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  menu: "M4 7h16M4 12h16M4 17h10",
  send: "M4 12l16-7-6 16-3-7z",
  photo: "M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10.2a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4",
  attach: "M19 11.5l-7.6 7.3a4.6 4.6 0 0 1-6.4-6.6l8.3-8a3.1 3.1 0 0 1 4.3 4.4l-8.3 8a1.5 1.5 0 0 1-2.1-2.2l7.4-7.1",
  tick: "M5 13l4.5 4.5L19 7",
  pin: "M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V21",
  silent: "M6 17V11a6 6 0 0 1 9.5-4.9M18 11v6H8M10.5 20h3M4 4l16 16",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  reply: "M10 7l-5 5 5 5M5 12h8a6 6 0 0 1 6 6",
  close: "M6 6l12 12M18 6L6 18",
  down: "M12 5v13M6 12.5l6 6 6-6",
};

/** An element with its properties and children. `on` holds listeners; nothing set is left out. */
export function element(tag, { on = {}, text, dataset = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  Object.assign(made.dataset, dataset);
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
  if (text !== undefined) made.textContent = text;
  made.append(...children.filter(Boolean));
  return made;
}

/** A drawing for the eye only; whatever it means is also said in words beside it. */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

/** The bot's own picture. */
export function mark() {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 40 40");
  drawing.setAttribute("class", "mark");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", "/static/mark.svg#steps");
  drawing.append(use);
  return drawing;
}

/** Words that are heard and not seen. */
export function unseen(text) {
  return element("span", { class: "unseen", text });
}
