import type { DemoPlan } from "../../core/demo/headings.ts";
import { smallDemo } from "../../core/demo/small.ts";
import type { Cell } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { sheetPicture } from "../support/picture.ts";

/** The plan of a demo, as if each of its tables stood on a sheet of that name. */
export const planOf = (demo: DemoPlan = smallDemo()): Plan =>
  readPlan([...demo].map(([sheet, cells]) => ({ sheet, cells, row: 0, column: 0 })));

/** The demo with one cell replaced. */
export const withCell = (demo: DemoPlan, table: string, row: number, column: number, cell: Cell): DemoPlan =>
  new Map(
    [...demo].map(([name, cells]) => [
      name,
      name === table
        ? cells.map((line, i) => (i === row ? line.map((old, j) => (j === column ? cell : old)) : line))
        : cells,
    ]),
  );

/** Some lines of a sheet's picture, found by how they begin; the hash of the block's own cells left out. */
export const linesOf = (model: Parameters<typeof sheetPicture>[0], ...starts: readonly string[]): readonly string[] =>
  sheetPicture(model)
    .split("\n")
    .filter((line) => starts.some((start) => line.startsWith(start)))
    .map((line) => line.replace(/inputs [0-9a-f]{16} cells [0-9a-f]{16}/, "inputs"));
