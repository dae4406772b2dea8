import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { openCsv } from "../../workbench/csv.ts";
import { helpers, type Model } from "../../workbench/engine.ts";
import { openXlsx } from "../../workbench/xlsx/open.ts";
import { seen, type } from "../support/workbench.ts";

/** A look-alike as the workbench opens it; a CSV file becomes a sheet named "Team file". */
export function teamsWorkbook(file: string): Model {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, "../workbooks", file)));
  return file.endsWith(".csv") ? openCsv("Team file.csv", bytes) : openXlsx(bytes);
}

/** Two sheets of the planner's own beside the team's: the contracts that the team's file does not say, and one for formulas. */
export function beside(model: Model, contracts: CellRange | null) {
  for (const [position, name] of ["Contracts", "Here"].entries()) {
    model.dispatch("CREATE_SHEET", { sheetId: `own ${name}`, name, position });
  }
  contracts?.forEach((row, r) => {
    row.forEach((cell, c) => {
      type(model, "Contracts", helpers.toXC(c, r), String(cell));
    });
  });
  return {
    /** The cells that a formula in A1 fills, null where there is nothing. */
    gives(formula: string, rows: number, columns: number): Cell[][] {
      type(model, "Here", "A1", formula);
      const { value, message } = seen(model, "Here", "A1");
      if (message) throw new Error(`${formula} gives ${String(value)}: ${message}`);
      return Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_, c) => filled(seen(model, "Here", helpers.toXC(c, r)).value as Cell)),
      );
    },
    /** The error value that a formula gives, with the message that its cell shows. */
    refuses(formula: string) {
      type(model, "Here", "A1", formula);
      return seen(model, "Here", "A1");
    },
  };
}

const filled = (cell: Cell): Cell =>
  cell === "" ? null : typeof cell === "number" ? Math.round(cell * 1e4) / 1e4 : cell;
