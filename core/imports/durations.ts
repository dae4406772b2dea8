import { type DecimalMark, numberOf } from "./numbers.ts";

/** What a bare number in a column of durations counts. */
export type TimeUnit = "hours" | "minutes" | "seconds" | "days";

const IN_SECONDS: Readonly<Record<TimeUnit, number>> = { hours: 3600, minutes: 60, seconds: 1, days: 86_400 };
const CLOCK = /^(-?)(\d{1,5}):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;
const PARTS =
  /^(?:(\d+(?:\.\d+)?)\s*d(?:ays?)?)?\s*(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?$/i;
const LONGEST = 40;
/** A working day in "1d 4h". */
const HOURS_A_DAY = 8;

/** Whole seconds of 7:30, 07:30:00, 7.5 or "7h 30m"; null for a blank cell, undefined for what is no duration. */
export function secondsOf(text: string, unit: TimeUnit, mark: DecimalMark): number | null | undefined {
  const plain = text.trim();
  if (plain === "") return null;
  if (plain.length > LONGEST) return undefined;
  const clock = CLOCK.exec(plain);
  if (clock) {
    const [, sign, hours, minutes, seconds = "0"] = clock;
    if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  }
  const number = numberOf(plain, mark);
  if (typeof number === "number") return Math.round(number * IN_SECONDS[unit]);
  const parts = PARTS.exec(plain);
  if (!parts || parts[0] === "") return undefined;
  const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return Math.round(days * HOURS_A_DAY * 3600 + hours * 3600 + minutes * 60);
}

/** Half a minute counts as one, away from zero; seconds are added before they are rounded. */
export const minutesOf = (seconds: number): number => Math.sign(seconds) * Math.floor(Math.abs(seconds) / 60 + 0.5);

/** The unit that a heading states; hours where it says nothing. */
export function unitIn(name: string): TimeUnit {
  if (/second|\bsec\b|\(s\)/.test(name)) return "seconds";
  if (/minute|\bmins?\b|\(m\)/.test(name)) return "minutes";
  return "hours";
}
