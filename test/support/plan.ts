import type { Cell, CellRange } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { describe } from "../../core/problems.ts";
import { type DayNumber, dayNumber } from "../../core/units.ts";

/** 2026-01-05 as the day number a spreadsheet would hold. */
export const day = (iso: string): DayNumber => dayNumber(Date.parse(iso) / 86_400_000 + 25569);

/** A day number as 2026-01-05. */
export const iso = (day: number): string => new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10);

/** A range written the way a planner sees it: a heading row, then rows, cells between bars. Text in quotes stays text. */
export const range = ([picture]: TemplateStringsArray): CellRange => rangeIn(picture!);

export const rangeIn = (picture: string): CellRange =>
  picture
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cellIn(cell.trim())));

/** The plan that some ranges hold, one picture each, a blank line between. */
export const plan = ([picture]: TemplateStringsArray): Plan => planIn(picture!);

export const planIn = (picture: string): Plan => readPlan(rangesIn(picture).map((cells) => ({ cells })));

export const rangesIn = (picture: string): readonly CellRange[] =>
  picture
    .split(/\n[ \t]*\n/)
    .filter((one) => one.trim() !== "")
    .map(rangeIn);

/** What a planner reads about a plan's problems, one sentence each, with the code. */
export const sentences = ({ problems }: Plan): readonly string[] =>
  problems.map((problem) => `${problem.code} ${describe(problem)}`);

function cellIn(text: string): Cell {
  const quoted = /^"(.*)"$/.exec(text);
  if (quoted) return quoted[1]!.replaceAll("\\n", "\n");
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
  if (/^-?[\d.]+%$/.test(text)) return Math.round(Number.parseFloat(text) * 1e10) / 1e12;
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
