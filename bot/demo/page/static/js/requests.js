// What a person does at the page, told to the server. Every refusal comes back as a sentence.

import { tell } from "./notices.js";
import { inLanguage, word } from "./words.js";

/** Send, and return the answer; null when it was refused, which the person has then been told. */
async function post(path, contentType, body) {
  try {
    const answer = await fetch(path, { method: "POST", headers: { "Content-Type": contentType }, body });
    const told = await answer.json();
    if (answer.ok) return told;
    tell(told.error ? inLanguage(told.error) : word("not_done"));
  } catch {
    tell(word("not_done"));
  }
  return null;
}

const send = (path, body = {}) => post(path, "application/json", JSON.stringify(body));

export const say = (phone, text, replyTo) => send(`/phones/${phone}/say`, { text, reply_to: replyTo });
export const press = (phone, messageId, data) =>
  send(`/phones/${phone}/press`, { message_id: messageId, data });
export const sendPhoto = (phone) => send(`/phones/${phone}/photo`);
export const sendSampleFile = (phone) => send(`/phones/${phone}/sample-file`);
export const sendFile = (phone, file) =>
  post(`/phones/${phone}/file?name=${encodeURIComponent(file.name)}`, "application/octet-stream", file);
export const openLink = (phone, code) => send(`/phones/${phone}/open-link`, { code });
export const addPhone = () => send("/phones");
export const advance = (by) => send("/clock/advance", by);
