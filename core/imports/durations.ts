import { type DecimalMark, numberOf } from "./numbers.ts";

/** What a bare number in a column of durations counts; "days" are parts of 24 hours. */
export type TimeUnit = "hours" | "minutes" | "seconds" | "days" | "working days";

const IN_SECONDS = { hours: 3600, minutes: 60, seconds: 1, days: 86_400 } as const;
const CLOCK = /^(-?)(\d{1,5}):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;
const PARTS =
  /^(-?)(?:(\d+(?:\.\d+)?)\s*w(?:ee)?(?:ks?)?)?[,\s]*(?:(\d+(?:\.\d+)?)\s*d(?:ays?)?)?[,\s]*(?:(\d+(?:\.\d+)?)\s*(?:h(?:ours?|rs?)?|std\.?|stunden?))?[,\s]*(?:(\d+)\s*m(?:in(?:ute)?[sn]?)?\.?)?[,\s]*(?:(\d+)\s*s(?:ec(?:ond)?s?|ek)?)?$/i;
/** "7h30", whose minutes have no unit. */
const SHORT = /^(-?)()()(\d+)\s*h\s*(\d\d)$/i;
const PERIOD = /^(-?)p(?:(\d+)w)?(?:(\d+)d)?(?:t(?=\d)(?:(\d+(?:\.\d+)?)h)?(?:(\d+)m)?(?:(\d+)(?:\.\d+)?s)?)?$/i;
const LONGEST = 40;
const DAYS_A_WEEK = 5;

/** Hours of the working day in "1d 4h", of a full-time week in minutes. */
export const workingDay = (week: number): number => week / DAYS_A_WEEK / 60;

/** Whole seconds of 7:30, 07:30:00, 7.5 or "1w 2d 7h 30m"; null for a blank cell, undefined for what is no duration. */
export function secondsOf(text: string, unit: TimeUnit, mark: DecimalMark, week: number): number | null | undefined {
  const plain = text.trim();
  if (plain === "") return null;
  if (plain.length > LONGEST) return undefined;
  const clock = CLOCK.exec(plain);
  if (clock) {
    const [, sign, hours, minutes, seconds = "0"] = clock;
    if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  }
  const day = workingDay(week) * 3600;
  const number = numberOf(plain, mark);
  if (typeof number === "number") return Math.round(number * (unit === "working days" ? day : IN_SECONDS[unit]));
  // A comma between digits is a decimal one only where the file writes numbers so.
  const words = mark === "comma" ? plain.replace(/(\d),(?=\d)/g, "$1.") : plain;
  const parts = SHORT.exec(words) ?? PERIOD.exec(words) ?? PARTS.exec(words);
  if (!parts || !/\d/.test(parts[0])) return undefined;
  const [, sign, ...amounts] = parts;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = amounts.map((part) => Number(part ?? 0));
  const all = (weeks * DAYS_A_WEEK + days) * day + hours * 3600 + minutes * 60 + seconds;
  return (sign === "-" ? -1 : 1) * Math.round(all);
}

/** Whether a duration is written in working days or weeks, whose length the plan decides. */
export const inDays = (text: string): boolean => /\d\s*[dw]/i.test(text);

/** Half a minute counts as one, away from zero; seconds are added before they are rounded. */
export const minutesOf = (seconds: number): number => Math.sign(seconds) * Math.floor(Math.abs(seconds) / 60 + 0.5);

/** The unit that a heading states; hours where it says nothing. */
export function unitIn(name: string): TimeUnit {
  if (/second|sekund|\bsec\b|\(s\)/.test(name)) return "seconds";
  if (/minut|\bmins?\b|\(m\)/.test(name)) return "minutes";
  return "hours";
}
