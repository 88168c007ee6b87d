// Times as people here write them, always in the city's own time zone.

import { currentLanguage, word } from "./words.js";

let timezone = "Europe/Stockholm";

export function keepTimeIn(name) {
  timezone = name;
}

/** "09.04" in Swedish, "09:04" in English. */
export function timeOfDay(moment) {
  const time = formatted(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return currentLanguage() === "sv" ? time.replace(":", ".") : time;
}

/** "måndag 2 mars 2026" */
export function fullDay(moment) {
  return formatted(moment, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "måndag 2 mars", for the line between two days of a chat. */
export function dayInChat(moment) {
  return formatted(moment, { weekday: "long", day: "numeric", month: "long" });
}

/** "tis 3 mars 08.04" */
export function shortMoment(moment) {
  return `${formatted(moment, { weekday: "short", day: "numeric", month: "short" })} ${timeOfDay(moment)}`;
}

/** "om 3 timmar", counted from the city's own now. */
export function fromNow(moment, now) {
  const hours = (new Date(moment) - new Date(now)) / 3_600_000;
  const speaking = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  if (hours < 1) return speaking.format(Math.max(0, Math.round(hours * 60)), "minute");
  const days = calendarDaysBetween(now, moment);
  return days === 0 ? speaking.format(Math.round(hours), "hour") : speaking.format(days, "day");
}

/** "2026-03-02": which day of the city's calendar it is. */
export function dayKey(moment) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(new Date(moment));
}

/** "vecka 10": weeks begin on Mondays, and the first one holds the year's first Thursday. */
export function week(moment) {
  const thursday = new Date(`${dayKey(moment)}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return word("week", { number: Math.ceil(((thursday - newYear) / 86_400_000 + 1) / 7) });
}

function calendarDaysBetween(earlier, later) {
  return Math.round((Date.parse(dayKey(later)) - Date.parse(dayKey(earlier))) / 86_400_000);
}

function formatted(moment, fields) {
  return new Intl.DateTimeFormat(locale(), { timeZone: timezone, ...fields }).format(new Date(moment));
}

function locale() {
  return currentLanguage() === "sv" ? "sv-SE" : "en-GB";
}
