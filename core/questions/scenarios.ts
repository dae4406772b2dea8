import type { Work } from "../host.ts";
import { commit, type Edit, recover, type Undoable } from "../journal/index.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan, Scenario } from "../plan/plan.ts";
import { describe, type Problem, placeOf } from "../problems.ts";
import { BASELINE } from "../scenario/baseline.ts";
import { flag, record, text } from "../schema.ts";
import { a1 } from "../sheets/a1.ts";
import { editsOf } from "./allocation-draft.ts";
import { formError, type RowPlace } from "./allocations-table.ts";
import { undoableNow } from "./narrowed.ts";
import type { PlaceLine } from "./plan-check.ts";
import { question } from "./question.ts";
import { changeText } from "./scenario-words.ts";
import { isRowOn, scenarioRows, switchCell } from "./scenarios-table.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** A scenario as its panel lists it. */
export interface ScenarioItem {
  readonly name: string;
  /** Whether some of its rows count. */
  readonly on: boolean;
  /** What it changes. */
  readonly says: string;
  readonly rows: number;
  readonly place: { readonly sheet: string; readonly a1: string };
  readonly problems: readonly (PlaceLine & { readonly says: string })[];
}

/** Every scenario of the workbook. */
export const scenarios = question({
  asks: record({}),
  *answer(): Work<{ readonly scenarios: readonly ScenarioItem[]; readonly undo: Undoable | null }> {
    yield* recover();
    const found = yield* workbook();
    return {
      scenarios: [...found.plan.scenarios, misnamed(found.plan)].flatMap((one) => itemOf(found, one)),
      undo: yield* undoableNow(found.plan),
    };
  },
});

/** Rows that nobody can ask for, because their name is that of the plan as it is. */
const misnamed = ({ errors }: Plan): Scenario => ({
  name: BASELINE,
  changes: [],
  problems: errors.filter(({ code, value }) => code === "HR-162" && nameKey(value) === nameKey(BASELINE)),
});

function itemOf(found: Workbook, { name, changes, problems }: Scenario): readonly ScenarioItem[] {
  const rows = scenarioRows(found, name);
  const [first] = rows;
  if (first === undefined) return [];
  const said = changes.map(({ change }) => changeText(change)).join("; ");
  return [
    {
      name,
      on: rows.some(isRowOn),
      says: said === "" ? "" : `${said[0]!.toUpperCase()}${said.slice(1)}.`,
      rows: rows.length,
      place: { sheet: first.table.sheet, a1: a1({ row: first.row, column: first.table.column }) },
      problems: problems.map(problemLine),
    },
  ];
}

function problemLine(problem: Problem): ScenarioItem["problems"][number] {
  const [place] = problem.at;
  const { sheet, a1: cell } = place ?? {};
  return {
    says: describe({ ...problem, at: [] }),
    where: place ? placeOf(place) : "",
    goTo: sheet !== undefined && cell !== undefined ? { sheet, a1: cell } : null,
  };
}

/** Switch all rows of a scenario on or off. */
export const switchScenario = question({
  asks: record({ scenario: text, on: flag }),
  *answer({ scenario, on }): Work<{ readonly text: string }> {
    yield* recover();
    const rows = rowsOf(yield* workbook(), scenario);
    const edits = switched(rows, on);
    const word = on ? "on" : "off";
    if (edits.length === 0) return { text: `“${scenario}” is switched ${word} already.` };
    yield* commit({ title: `Switch ${scenario} ${word}`, edits });
    return { text: `“${scenario}” is switched ${word}.` };
  },
});

/** The rows of a scenario that must be there. */
export function rowsOf(found: Workbook, scenario: string): readonly RowPlace[] {
  const rows = scenarioRows(found, scenario);
  if (rows.length === 0)
    throw formError(`There is no scenario "${scenario}" any more`, "Maybe look at the table Scenarios.");
  return rows;
}

/** What switching rows writes. */
export const switched = (rows: readonly RowPlace[], on: boolean): readonly Edit[] =>
  rows.filter((place) => isRowOn(place) !== on).flatMap((place) => switchedRow(place, on));

function switchedRow(place: RowPlace, on: boolean): readonly Edit[] {
  if (!place.table.columns.has("on"))
    throw formError("The table Scenarios has no column On", "Maybe add a column headed On.");
  return editsOf(place, { cells: new Map([["on", switchCell(place.table, on)]]), problems: [] });
}
