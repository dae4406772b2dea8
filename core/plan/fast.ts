import type { Cell, CellRange } from "./cells.ts";
import type { NumberKind } from "./kinds.ts";
import { type NameNumbers, numberOfCell } from "./name-numbers.ts";
import { BLANK } from "./rows.ts";

/** Where a column's cells stand in a range, and where their numbers go. */
export interface Run {
  readonly cells: CellRange;
  /** First row of the cells, and how many. */
  readonly first: number;
  readonly count: number;
  readonly column: number;
  readonly required: boolean;
  readonly out: Int32Array;
  /** Place of the first number in `out`. */
  readonly start: number;
  /** Rows (by their place in `out`) that only the schema can read. */
  readonly rest: number[];
}

/** Cells that were read before, with their numbers. */
export interface Seen {
  readonly get: (cell: Cell) => number | undefined;
}

/** A column of numbers: those typed as numbers at once, texts when the same text was read before. */
export function readNumbers(run: Run, { least, most, times, whole }: NumberKind, seen: Seen): void {
  const { cells, first, count, column, required, out, start, rest } = run;
  for (let i = 0; i < count; i++) {
    const cell = cells[first + i]![column];
    if (typeof cell === "number") {
      if (cell >= least && cell <= most) {
        const number = Math.round(cell * times);
        if (!whole || number === cell) {
          out[start + i] = number;
          continue;
        }
      }
    } else if (cell === "" || cell === null || cell === undefined) {
      if (!required) {
        out[start + i] = BLANK;
        continue;
      }
    } else {
      const known = seen.get(cell);
      if (known !== undefined) {
        out[start + i] = known;
        continue;
      }
    }
    out[start + i] = BLANK;
    rest.push(start + i);
  }
}

/** A column of names; a run of the same name, as lists sorted by person have, is looked up once. */
export function readNames(run: Run, names: NameNumbers): void {
  const { cells, first, count, column, required, out, start, rest } = run;
  let before: Cell | undefined;
  let number = BLANK;
  for (let i = 0; i < count; i++) {
    const cell = cells[first + i]![column];
    if (cell !== before || i === 0) {
      before = cell;
      number = cell === "" || cell === null || cell === undefined ? BLANK : numberOfCell(names, cell, required);
    }
    out[start + i] = number;
    if (number < 0 && (required || (cell !== "" && cell !== null && cell !== undefined))) rest.push(start + i);
  }
}

/** A column of anything else, such as yes and no or weekdays: few different cells, each read once by the schema. */
export function readSeen(run: Run, seen: Seen): void {
  const { cells, first, count, column, required, out, start, rest } = run;
  let before: Cell | undefined;
  let known: number | undefined;
  for (let i = 0; i < count; i++) {
    const cell = cells[first + i]![column];
    if (cell !== before || i === 0) {
      before = cell;
      known = cell === "" || cell === null || cell === undefined ? (required ? undefined : BLANK) : seen.get(cell);
    }
    out[start + i] = known ?? BLANK;
    if (known === undefined) rest.push(start + i);
  }
}
