import { random } from "../../../bench/plan/random.ts";
import type { Cell } from "../../../core/plan/cells.ts";
import { dayNumber, iso, weekdaysIn } from "./calendar.ts";
import type { Choices, Unit } from "./choices.ts";

/** One piece of the plan that a layout was made from, and the row of the sheet (from 1) where it stands. */
export interface Entry {
  readonly row: number;
  readonly person: string;
  readonly work: string;
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  /** The row above where the person's name stands, when it stands once. */
  readonly named?: number;
}
/** A sheet as a team would have it, and what it means. */
export interface Laid {
  readonly sheet: string;
  readonly cells: readonly (readonly Cell[])[];
  readonly entries: readonly Entry[];
  /** Another table stands below or beside, whose rows the plan counts from its own first. */
  readonly isStacked?: boolean;
}

/** Everybody works 40 hours a week, so that shares, days and full-time equivalents have minutes. */
export const MINUTES_A_DAY = 480;
export const NAMES = [
  ["Ana", "Diaz"],
  ["Jörg", "Weiß"],
  ["Łucja", "Nowak"],
  ["Zoë", "Le Goff"],
  ["Søren", "Østergaard"],
  ["Matěj", "Dvořák"],
  ["Ingrid", "Åberg"],
  ["Liam", "O'Neil"],
] as const;
export const WORKS = [
  "Apollo",
  "Borealis 2",
  "Café Roux",
  "Data hub",
  "Edge (phase 1)",
  "Fjord & Co",
  "Großbank",
  "Hydra",
];
export const TEAMS = ["North", "South", "Cloud"];
export const ROLES = ["Engineer", "Architect", "Tester"];

/** A source of chance for the figures of one layout. */
export interface Chance {
  readonly upTo: (most: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  readonly some: <T>(list: readonly T[], count: number) => readonly T[];
}

export function chanceOf(seed: number): Chance {
  const next = random(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const one = <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!;
  const some = <T>(list: readonly T[], count: number): readonly T[] => {
    const left = [...list];
    return Array.from({ length: Math.min(count, list.length) }, () => left.splice(upTo(left.length - 1), 1)[0]!);
  };
  return { upTo, one, some };
}

/** An amount in the unit of the layout, in steps that make whole minutes; 0 is nothing. */
export function amountIn({ upTo }: Chance, unit: Unit, weekdays: number): number {
  if (upTo(4) === 0) return 0;
  if (unit === "hours") return (1 + upTo(Math.min(weekdays * 16, 300) - 1)) / 2;
  if (unit === "days") return (1 + upTo(weekdays * 4 - 1)) / 4;
  return (1 + upTo(19)) / 20;
}

/** What an amount means, in minutes of the whole period. */
export function minutesOf(unit: Unit, amount: number, from: number, to: number): number {
  if (unit === "hours") return amount * 60;
  if (unit === "days") return amount * MINUTES_A_DAY;
  return amount * MINUTES_A_DAY * weekdaysIn(from, to);
}

/** An amount as the team types it. */
export function typed(amount: number, { unit, wholePercent, commaText, said, traps }: Choices, words: string): Cell {
  const plain = unit === "percent" && (wholePercent || said === "cells") ? Math.round(amount * 100) : amount;
  const shown = traps.includes("noisy number") && plain > 0 && !commaText && said !== "cells" ? plain - 1e-12 : plain;
  const text = commaText ? String(shown).replace(".", ",") : String(shown);
  if (unit === "percent" && traps.includes("percent dates") && plain >= 1 && Number.isInteger(plain))
    return dayOf1900(plain);
  if (said === "cells") return `${text}${unit === "percent" ? "%" : ` ${words}`}`;
  return commaText && text.includes(",") ? text : shown;
}

/** 60 as a cell that was once formatted as a date shows it: the calendar of spreadsheets has a 29 February 1900. */
function dayOf1900(number: number): string {
  if (number === 60) return "29-02-1900";
  const [year, month, date] = iso(dayNumber(1900, 1, number > 60 ? number - 1 : number)).split("-");
  return `${date}-${month}-${year}`;
}

export function nameOf([first, last]: readonly [string, string], { lastNameFirst, traps }: Choices): string {
  if (last === "") return first;
  const name = lastNameFirst ? `${last}, ${first}` : `${first} ${last}`;
  return traps.includes("no-break space") ? ` ${name.replaceAll(" ", "\u00a0")}  ` : name;
}
