import type { Cell } from "../../../core/plan/cells.ts";
import type { Choices } from "./choices.ts";
import { type Chance, chanceOf, type Entry, type Laid } from "./truth.ts";
import { WORDS, type Words } from "./words.ts";

/** A sheet while it is being written: rows below each other, each moved to the right by the same blank columns. */
export interface Paper {
  readonly chance: Chance;
  readonly words: Words;
  /** Writes a row and says its number, from 1. */
  readonly write: (...cells: readonly Cell[]) => number;
  readonly blank: (count: number) => void;
  readonly laid: (sheet: string, entries: readonly Entry[]) => Laid;
}

export function paper({ seed, language, down, right }: Choices): Paper {
  const rows: Cell[][] = [];
  const blank = (count: number) => {
    for (let i = 0; i < count; i++) rows.push([]);
  };
  blank(down);
  return {
    chance: chanceOf(seed),
    words: WORDS[language],
    blank,
    write: (...cells) => rows.push([...Array.from({ length: right }, () => null), ...cells]),
    laid: (sheet, entries) => ({ sheet, cells: rows, entries }),
  };
}

/** The titles above a table. What must be said somewhere stands in the first of them, or in the sheet's name. */
export function titled(page: Paper, { titles, traps }: Choices, must: string): string {
  const { chance, words, write, blank } = page;
  if (traps.includes("other year")) write(`${words.remark} 12.11.2023`);
  const name = chance.one(words.title);
  const whole = `${name} ${must}`.trim();
  if (titles === 0) return whole.replace(/[\\/?*[\]:]/g, "-");
  write(whole);
  if (titles > 1) write(words.remark);
  blank(chance.upTo(1));
  return "Sheet1";
}
