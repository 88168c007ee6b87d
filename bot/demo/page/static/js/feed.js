// The live line from the server: a whole snapshot first, then each change.

const TRY_AGAIN_AFTER_MS = 2000;

/** Call the handler named after each event with what the event says. */
export function follow(handlers) {
  const line = new EventSource("/events");
  for (const [name, handle] of Object.entries(handlers)) {
    line.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
  line.addEventListener("open", () => showBroken(false));
  line.addEventListener("error", () => {
    showBroken(true);
    // The browser tries again by itself, except after an answer that it takes for final.
    if (line.readyState === EventSource.CLOSED) setTimeout(() => follow(handlers), TRY_AGAIN_AFTER_MS);
  });
}

function showBroken(isBroken) {
  document.getElementById("connection").hidden = !isBroken;
}
