import { labelOf } from "../layouts/labels.ts";
import { type CellRange, isBlank, isBlankRow, shown } from "../plan/cells.ts";

/** A column whose heading nothing is known of. */
export interface OpenHeading {
  readonly column: number;
  readonly heading: string;
  readonly samples: readonly string[];
}

const MOST_ROWS_ABOVE = 30;
const MOST_SAMPLES = 3;
const MOST_LETTERS = 60;

/**
 * The headings of a range in which no table was found, for a planner to say what they mean: of its first rows the one with most words, with
 * columns of time among them or figures below. Days, weeks and months say themselves.
 */
export function openHeadings(cells: CellRange): readonly OpenHeading[] {
  const rows = cells.slice(0, MOST_ROWS_ABOVE).map((_, row) => headingsAt(cells, row));
  const most = Math.max(0, ...rows.map((one) => one.length));
  return most < 2 ? [] : rows.find((one) => one.length === most)!;
}

function headingsAt(cells: CellRange, row: number): readonly OpenHeading[] {
  const below = cells.slice(row + 1).filter((line) => !isBlankRow(line));
  if (!below.some((line) => line.some((cell) => typeof cell === "number"))) return [];
  return (cells[row] ?? []).flatMap((cell, column): readonly OpenHeading[] => {
    if (typeof cell !== "string" || isBlank(cell) || cell.length > MOST_LETTERS || labelOf(cell) !== null) return [];
    const texts = below.map((line) => line[column] ?? null).filter((one) => !isBlank(one));
    const samples = [...new Set(texts.map(shown))].slice(0, MOST_SAMPLES);
    return samples.length === 0 ? [] : [{ column, heading: cell, samples }];
  });
}
