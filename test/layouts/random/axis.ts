import type { Cell } from "../../../core/plan/cells.ts";
import { dateIn, dayNumber, FIRST_MONDAY, isoWeek, lastOfMonth, monthOf, yearOf } from "./calendar.ts";
import type { Choices } from "./choices.ts";
import type { Chance } from "./truth.ts";
import type { Words } from "./words.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
}
export interface Heads {
  readonly periods: readonly Span[];
  readonly headings: readonly Cell[];
  /** The years that a title must say, "" when the headings do. */
  readonly years: string;
}

/** Weeks or months that follow each other, and how their columns are headed. */
export function headsOf(choices: Choices, words: Words, chance: Chance): Heads {
  const periods = Array.from({ length: choices.periods }, (_, i) =>
    choices.shape === "days"
      ? dayFrom(choices.first, i)
      : choices.shape === "weeks"
        ? weekFrom(choices.first + i)
        : monthFrom((choices.first % 24) + i),
  );
  const way = chance.one(words.week);
  const short = chance.upTo(1) === 0;
  const headings = periods.map(({ from }) =>
    choices.shape === "days"
      ? dayHead(from, choices, words)
      : choices.shape === "weeks"
        ? weekHead(from, choices, way)
        : monthHead(from, choices, words, short),
  );
  return { periods, headings, years: choices.writing === "names" ? yearsOf(choices, periods) : "" };
}

/** Workdays that follow each other, from a Monday on. */
const dayFrom = (week: number, i: number): Span => {
  const day = FIRST_MONDAY + 7 * (week + Math.floor(i / 5)) + (i % 5);
  return { from: day, to: day };
};

const weekFrom = (number: number): Span => ({ from: FIRST_MONDAY + 7 * number, to: FIRST_MONDAY + 7 * number + 6 });

function monthFrom(number: number): Span {
  const from = dayNumber(2025, 1 + number, 1);
  return { from, to: lastOfMonth(from) };
}

const pad = (number: number): string => String(number).padStart(2, "0");
const isoText = (day: number): string => `${yearOf(day)}-${pad(monthOf(day))}-${pad(dateIn(day))}`;

function weekHead(from: number, { writing, language }: Choices, way: string): Cell {
  const { year, week } = isoWeek(from);
  if (writing === "names") return `${way}${week}`;
  if (writing === "named years") return `${way}${week}/${year}`;
  return dayText(from, writing, language === "en");
}

function dayHead(from: number, { writing, language }: Choices, { months }: Words): Cell {
  const name = shortened(months[monthOf(from) - 1]!, language, monthOf(from));
  if (writing === "names") return `${dateIn(from)} ${name}`;
  return writing === "named years"
    ? `${dateIn(from)} ${name} ${yearOf(from)}`
    : dayText(from, writing, language === "en");
}

function monthHead(from: number, { writing, language }: Choices, words: Words, short: boolean): Cell {
  const name = words.months[monthOf(from) - 1]!;
  const shown = short ? shortened(name, language, monthOf(from)) : name;
  if (writing === "names") return shown;
  if (writing === "named years") return `${shown} ${yearOf(from)}`;
  return writing === "texts" ? isoText(from).slice(0, 7) : dayText(from, writing, language === "en");
}

/** A day as a cell holds it: a date, or a text in the order of the country. */
export function dayText(day: number, writing: Choices["writing"], american: boolean): Cell {
  const [date, month, year] = [dateIn(day), monthOf(day), yearOf(day)];
  if (writing === "texts") return isoText(day);
  if (writing === "dotted") return `${pad(date)}.${pad(month)}.${year}`;
  if (writing === "slashed") return american ? `${month}/${date}/${year}` : `${pad(date)}/${pad(month)}/${year}`;
  return day;
}

const FRENCH = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/** A month as its language shortens it. */
export function shortened(name: string, language: Choices["language"], month: number): string {
  if (language === "fr") return FRENCH[month - 1]!;
  if (language !== "cs") return name.slice(0, 3);
  return name === "Červenec" ? "čvc" : name === "Červen" ? "čvn" : name.slice(0, 3).toLowerCase();
}

function yearsOf({ shape }: Choices, periods: readonly Span[]): string {
  const years = [...new Set(periods.map(({ from }) => (shape === "weeks" ? isoWeek(from).year : yearOf(from))))];
  return years.length === 1 ? String(years[0]) : `${years[0]}/${String(years.at(-1)).slice(2)}`;
}
