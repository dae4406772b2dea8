import type { Area } from "../host.ts";
import type { Problem } from "../problems.ts";
import { a1, columnLetters } from "../sheets/a1.ts";
import { hasCell, overlap } from "../sheets/areas.ts";
import type { Written } from "../sheets/ops.ts";
import type { Targets } from "./draft.ts";

type Cells = readonly (readonly Written[])[];

/** Cells a block would newly cover that hold something: they are somebody else's, so nothing is written at all. */
export function covered({ placed, edits, spots }: Targets, now: readonly Cells[]): Problem[] {
  const ours = (sheet: string, row: number, column: number) =>
    placed.some(({ sheet: on, from }) => on === sheet && from && hasCell(from, row, column));
  const crossing = placed.flatMap(({ name, sheet, to }, i) => {
    const others = [...placed.slice(i + 1).map((one) => ({ sheet: one.sheet, at: one.to?.at })), ...edits];
    return to && others.some(({ sheet: on, at }) => on === sheet && at && overlap(at, to.at)) ? [name] : [];
  });
  if (crossing.length > 0) throw new RangeError(`Blocks overlap: ${crossing.join(", ")}.`);
  return spots.flatMap(({ sheet, at, block }, i) => {
    if (block === -1) return [];
    const foreign = now[i]!.flatMap((line, r) =>
      line.flatMap((cell, c) => {
        const here = { row: at.row + r, column: at.column + c };
        return isBlank(cell) || ours(sheet, here.row, here.column) ? [] : [{ ...here, cell }];
      }),
    );
    return foreign.length === 0 ? [] : [coveredProblem(sheet, at, foreign)];
  });
}

const MOST_NAMED = 5;

function coveredProblem(
  sheet: string,
  at: Area,
  foreign: readonly { readonly row: number; readonly column: number; readonly cell: Written }[],
): Problem {
  const [first] = foreign;
  const free = a1({ row: at.row + at.rows + 2, column: at.column });
  return {
    code: "HR-205",
    at: foreign.slice(0, MOST_NAMED).map(({ row, column }) => ({
      table: sheet,
      row: row + 1,
      column: columnLetters(column),
      sheet,
      a1: a1({ row, column }),
    })),
    value: typeof first!.cell === "object" && first!.cell ? first!.cell.formula : String(first!.cell).slice(0, 60),
    why: `would be covered by a generated table (${foreign.length} ${foreign.length === 1 ? "cell" : "cells"}), so nothing was written`,
    hint: `Maybe move ${foreign.length === 1 ? "it" : "them"} to ${free} or further right.`,
  };
}

const isBlank = (cell: Written) => cell === null || cell === "";
