// Reads a calendar file from standard input with ical.js, the library of Thunderbird and Nextcloud, and says what it read.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}
const component = calendar.getFirstSubcomponent("vevent");
const event = new ICAL.Event(component);
const instant = (time) => time.toJSDate().toISOString();

process.stdout.write(JSON.stringify({
  method: calendar.getFirstPropertyValue("method"),
  uid: event.uid,
  sequence: event.sequence,
  modified_at: instant(component.getFirstPropertyValue("last-modified")),
  status: component.getFirstPropertyValue("status"),
  starts_at: instant(event.startDate),
  ends_at: instant(event.endDate),
  summary: event.summary,
  location: event.location,
}));
