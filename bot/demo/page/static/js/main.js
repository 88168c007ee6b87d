// The page: phones beside one another, the city above them, and the live line that feeds both.

import { showCity, wireClock } from "./city.js";
import { follow } from "./feed.js";
import { FirstSteps } from "./first-steps.js";
import { tell } from "./notices.js";
import { Phone } from "./phone.js";
import { addPhone } from "./requests.js";
import { Switcher } from "./switcher.js";
import { applyWords, speak, whenLanguageChanges, word } from "./words.js";

const phones = new Map(); // user id → Phone
const row = document.getElementById("phones");
const switcher = new Switcher((view) => phones.get(view)?.conversation.settle());
const firstSteps = new FirstSteps({ lead, nameOf: (id) => phones.get(id)?.owner.name });
let city = null;

function onCity(described) {
  city = described;
  showCity(city);
  keepPhones(city.phones);
  firstSteps.update(city.steps);
  for (const phone of phones.values()) phone.tellTime(city.now);
}

function onSnapshot(page) {
  onCity(page.city);
  for (const state of page.phones) onPhone(state);
}

function onPhone(state) {
  const phone = phones.get(state.user_id);
  if (phone) switcher.count(phone.id, phone.update(state));
}

/** As many phones as the city has, in its order, and each one kept as long as it is there. */
function keepPhones(owners) {
  const known = namesOf(phones.values());
  for (const owner of owners) {
    const phone = phones.get(owner.user_id);
    if (phone && JSON.stringify(phone.owner) !== JSON.stringify(owner)) phone.rename(owner);
  }
  for (const id of [...phones.keys()].filter((one) => owners.every((owner) => owner.user_id !== one))) {
    phones.get(id).section.remove();
    phones.delete(id);
  }
  for (const owner of owners.filter((one) => !phones.has(one.user_id))) {
    const phone = new Phone(owner);
    phones.set(owner.user_id, phone);
    row.append(phone.section);
  }
  if (namesOf(phones.values()) !== known) switcher.update([...phones.values()]);
}

function namesOf(shown) {
  return [...shown].map((phone) => `${phone.id} ${phone.owner.name}`).join();
}

/** Turn to a phone; false where it isn't there (yet). */
function turnTo(id) {
  const phone = phones.get(id);
  if (!phone) return false;
  switcher.show(id);
  phone.section.scrollIntoView({ block: "nearest", inline: "center" });
  return true;
}

function showPhone(id) {
  if (turnTo(id)) phones.get(id).focusField();
}

/** Where one of the first steps is done: the clock, or a place on a phone. */
function lead({ user_id: id, lies_in: place, message_id: messageId }) {
  if (place === "clock") return document.querySelector(".main-move").focus();
  if (!turnTo(id)) return undefined;
  const phone = phones.get(id);
  if (place === "files") return phone.composer.attach.open();
  return place === "chat" ? phone.conversation.show(messageId) : phone.focusField();
}

/** A new phone's place on the page comes by the live line, which may take a moment longer. */
async function showPhoneSoon(id) {
  for (let tries = 0; tries < 40 && !phones.has(id); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  showPhone(id);
}

function redraw() {
  if (city) showCity(city);
  firstSteps.draw();
  for (const phone of phones.values()) {
    phone.redraw();
    phone.tellTime(city.now);
  }
  switcher.update([...phones.values()]);
}

function wireButtons() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      tell(word("language_changed"));
    });
  }
  document.getElementById("add-phone").addEventListener("click", async () => {
    const phone = await addPhone();
    if (!phone) return;
    await showPhoneSoon(phone.user_id);
    tell(word("phone_added", { name: phone.name }));
  });
  document.addEventListener("show-phone", (event) => showPhoneSoon(event.detail));
}

applyWords(document);
whenLanguageChanges(redraw);
wireButtons();
wireClock();
follow({ snapshot: onSnapshot, city: onCity, phone: onPhone });
