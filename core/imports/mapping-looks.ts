import { nameKey } from "../plan/names.ts";
import { dayReader } from "./days.ts";
import { secondsOf } from "./durations.ts";
import type { ExportFile } from "./file.ts";
import type { Known } from "./names.ts";
import { type DecimalMark, decimalMarkOf, numberOf } from "./numbers.ts";
import type { Kind } from "./signatures.ts";
import { looksLikeLeave, yesOrNo } from "./words.ts";

/** What the cells of a column look like, each as a share of those that are not blank. */
export interface Look {
  readonly filled: readonly string[];
  readonly samples: readonly string[];
  readonly dates: number;
  readonly numbers: number;
  readonly clocks: number;
  readonly people: number;
  readonly engagements: number;
  readonly flags: number;
  readonly emails: number;
  readonly names: number;
  readonly leave: number;
  /** How many different ones, as a share. */
  readonly variety: number;
  readonly most: number;
  readonly fractions: boolean;
}

const MOST_LOOKED_AT = 500;

/** What each column of a file looks like, by its first cells. */
export function looksOf(file: ExportFile, known: Known): readonly Look[] {
  const people = new Set(known.people.map(nameKey));
  const engagements = new Set(known.engagements.map(nameKey));
  const readDays = (["dmy", "mdy"] as const).map((order) => dayReader(order, file.converted));
  return file.names.map((_, column): Look => {
    const filled: string[] = [];
    for (const { cells } of file.rows) {
      const cell = (cells[column] ?? "").trim();
      if (cell !== "") filled.push(cell);
      if (filled.length === MOST_LOOKED_AT) break;
    }
    const mark: DecimalMark = decimalMarkOf(filled);
    const share = (is: (cell: string) => boolean) =>
      filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
    const numbers = filled.map((cell) => numberOf(cell, mark)).filter((number) => typeof number === "number");
    return {
      filled,
      samples: [...new Set(filled)].slice(0, 3),
      dates: share((cell) => readDays.some((read) => typeof read(cell) === "number")),
      numbers: numbers.length / Math.max(1, filled.length),
      clocks: share(
        (cell) => /[:a-z]/i.test(cell) && typeof secondsOf(cell, "hours", mark, known.fullTimeWeek) === "number",
      ),
      people: share((cell) => people.has(nameKey(cell))),
      engagements: share((cell) => engagements.has(nameKey(cell))),
      flags: share((cell) => yesOrNo(cell) !== null),
      emails: share((cell) => /^\S+@\S+\.\S+$/.test(cell)),
      names: share((cell) => /^\p{Lu}[\p{L}'’.-]+,? (\p{L}+ )?\p{Lu}[\p{L}'’.-]+$/u.test(cell)),
      leave: share(looksLikeLeave),
      variety: new Set(filled).size / Math.max(1, filled.length),
      most: numbers.reduce((a, b) => Math.max(a, Math.abs(b)), 0),
      fractions: numbers.some((number) => number % 1 !== 0),
    };
  });
}

/** The share of a column's cells that decides what it is. */
export const MOSTLY = 0.8;
export const isDates = ({ dates }: Look): boolean => dates >= MOSTLY;
export const isAmounts = (look: Look): boolean => !isDates(look) && (look.numbers >= MOSTLY || look.clocks >= MOSTLY);

/** What rows a file seems to hold, by what its columns look like. */
export function likelyKind(looks: readonly Look[]): Kind {
  const days = looks.filter(isDates).length;
  const amounts = looks.filter(isAmounts).length;
  if (days > 0 && looks.some(({ leave }) => leave >= MOSTLY)) return "leave";
  if (days === 0) return amounts > 0 && looks.some(({ names }) => names >= MOSTLY) ? "people" : "actuals";
  return days > 1 ? (amounts > 0 ? "allocations" : "leave") : "actuals";
}
