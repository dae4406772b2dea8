import fc from "fast-check";
import { LANGUAGES, type Language } from "./words.ts";

export type Unit = "hours" | "days" | "fte" | "percent";
export type Shape = "days" | "weeks" | "months" | "rows" | "pairs";

/** What a team decides when it lays out its plan; everything else follows from `seed`. */
export interface Choices {
  readonly seed: number;
  readonly shape: Shape;
  readonly language: Language;
  readonly unit: Unit;
  /** Where the unit is said. */
  readonly said: "title" | "heading" | "cells" | "nowhere";
  /** Blank rows and columns before anything stands. */
  readonly down: number;
  readonly right: number;
  readonly titles: number;
  readonly people: number;
  readonly works: number;
  readonly periods: number;
  /** The first day is one of the Mondays or months from 2025 on. */
  readonly first: number;
  readonly writing: "names" | "named years" | "days" | "texts" | "dotted" | "slashed";
  readonly namesOnce: boolean;
  readonly workFirst: boolean;
  readonly lastNameFirst: boolean;
  readonly commaText: boolean;
  readonly wholePercent: boolean;
  readonly planAndActual: boolean;
  readonly monthAbove: boolean;
  readonly subtotals: boolean;
  readonly total: boolean;
  readonly totalColumn: boolean;
  readonly extraColumns: number;
  readonly blankRows: boolean;
  readonly remark: boolean;
  readonly groups: boolean;
  readonly rowsBelow: number;
  /** Things that teams write into a sheet and that no reader may take for something else. */
  readonly traps: readonly Trap[];
}

export const TRAPS = [
  "repeated heading",
  "other year",
  "wrong total",
  "leave row",
  "placeholder",
  "question mark",
  "noisy number",
  "word among amounts",
  "note behind",
  "second block",
  "no-break space",
  "two people",
  "totals without a label",
  "average below",
  "table beside",
  "one row below",
  "weeks again",
  "unlike pairs",
  "total of a group",
  "all of a person",
  "swapped days",
  "percent dates",
] as const;
export type Trap = (typeof TRAPS)[number];

const often = fc.oneof({ weight: 1, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) });

export const choices: fc.Arbitrary<Choices> = fc.record({
  seed: fc.nat(1_000_000),
  shape: fc.constantFrom<Shape>("days", "weeks", "months", "rows", "pairs"),
  language: fc.constantFrom(...LANGUAGES),
  unit: fc.constantFrom<Unit>("hours", "days", "fte", "percent"),
  said: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Choices["said"]>("title", "heading") },
    { weight: 1, arbitrary: fc.constantFrom<Choices["said"]>("cells", "nowhere") },
  ),
  down: fc.nat(6),
  right: fc.nat(2),
  titles: fc.nat(2),
  people: fc.integer({ min: 1, max: 4 }),
  works: fc.integer({ min: 1, max: 3 }),
  periods: fc.integer({ min: 1, max: 9 }),
  first: fc.nat(110),
  writing: fc.constantFrom<Choices["writing"]>("names", "named years", "days", "texts", "dotted", "slashed"),
  namesOnce: fc.boolean(),
  workFirst: fc.boolean(),
  lastNameFirst: often,
  commaText: often,
  wholePercent: fc.boolean(),
  planAndActual: often,
  monthAbove: often,
  subtotals: often,
  total: often,
  totalColumn: often,
  extraColumns: fc.nat(2),
  blankRows: often,
  remark: often,
  groups: often,
  rowsBelow: fc.constantFrom(0, 0, 1, 30),
  traps: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...TRAPS), { minLength: 1, maxLength: 2 }) },
  ),
});
