import { type DecimalMark, numberOf } from "./numbers.ts";

/** What a bare number in a column of durations counts; "days" are parts of 24 hours. */
export type TimeUnit = "hours" | "minutes" | "seconds" | "days" | "working days";

const IN_SECONDS = { hours: 3600, minutes: 60, seconds: 1, days: 86_400 } as const;
const CLOCK = /^(-?)(\d{1,5}):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;
const PARTS =
  /^(?:(\d+(?:\.\d+)?)\s*w(?:ee)?(?:ks?)?)?[,\s]*(?:(\d+(?:\.\d+)?)\s*d(?:ays?)?)?[,\s]*(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?[,\s]*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?$/i;
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
  const parts = PARTS.exec(plain);
  if (!parts || parts[0] === "") return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return Math.round((weeks * DAYS_A_WEEK + days) * day + hours * 3600 + minutes * 60);
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
