import type { Cell } from "../plan/cells.ts";
import { shown } from "../plan/cells.ts";
import { PlanError, type Problem, type ProblemCode } from "../problems.ts";

/** What a file's rows are called where a problem names its place. */
export const FILE = "File";

/** A problem of one row of the file. Rows count as a spreadsheet counts them. */
export const rowProblem = (
  code: ProblemCode,
  row: number,
  column: string,
  value: Cell,
  why: string,
  hint = "",
): Problem => ({ code, at: [{ table: FILE, row, column }], value: shown(value), why, hint });

/** A problem of the file as a whole. */
export const fileProblem = (code: ProblemCode, why: string, hint = ""): Problem => ({
  code,
  at: [],
  value: "",
  why,
  hint,
});

/** The file cannot be imported at all, said in one sentence. */
export const refusal = (code: ProblemCode, why: string, hint: string): PlanError =>
  new PlanError([fileProblem(code, why, hint)]);
