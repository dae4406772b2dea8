/** Seconds since midnight of 17:40, 05:40 PM or 12:10 AM. */
export function clockOf(text: string): number | null {
  const match = /^(\d{1,2}):(\d\d)(?::(\d\d))?\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim());
  if (!match) return null;
  const [, hours, minutes, seconds = "0", half] = match;
  const base = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return base * 3600 + Number(minutes) * 60 + Number(seconds);
}

const LAST_PART = /\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?$/i;
const NUMBER = /^\d{0,5}\.\d+$/;
const LONGEST = 40;
export const DAY = 86_400;

/** The time of day in a cell, also behind a date, or as the part of a day that a spreadsheet makes of it; null where there is none. */
export function timeOfDay(text: string, converted: boolean): number | null {
  const plain = text.trim();
  if (plain.length > LONGEST) return null;
  if (converted && NUMBER.test(plain)) return Math.round((Number(plain) % 1) * DAY) % DAY;
  const last = LAST_PART.exec(plain);
  const found = last === null ? null : clockOf(last[0]);
  return found === null || found > DAY ? null : found;
}
