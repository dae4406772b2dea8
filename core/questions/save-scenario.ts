import { step, type Work } from "../host.ts";
import { type Change, commit, type Edit, recover, sheetsInUse } from "../journal/index.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { SCENARIOS } from "../plan/tables.ts";
import { BASELINE } from "../scenario/baseline.ts";
import { listOf, record, text } from "../schema.ts";
import { template } from "../sheets/template.ts";
import { counted } from "../sheets/words.ts";
import { editsOf } from "./allocation-draft.ts";
import { formError } from "./allocations-table.ts";
import type { ScenarioRow } from "./answer.ts";
import { cellsByHeading } from "./cells-by-heading.ts";
import { question } from "./question.ts";
import { emptyRows, scenarioTables, switchCell } from "./scenarios-table.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** Write an answer as rows of the Scenarios table; the sheet is made when there is none. */
export const saveScenario = question({
  asks: record({ scenario: text, rows: listOf(cellsByHeading) }),
  *answer({ scenario, rows }): Work<{ readonly text: string }> {
    yield* recover();
    const found = yield* workbook();
    const read = rows.map((row) => cellsOf(scenario, row));
    if (nameKey(scenario) === nameKey(BASELINE)) throw formError(TAKEN, "Maybe another name.");
    if (read.length === 0) throw formError("There is nothing to save", "Maybe ask the question first.");
    const [table] = scenarioTables(found);
    const edits = table === undefined ? yield* newSheet(read) : belowTable(found, read);
    const change: Change = { title: `Save scenario ${scenario}`, edits };
    yield* commit(change);
    const where = edits[0]?.sheet ?? SCENARIOS.name;
    return { text: `Saved “${scenario}” in ${counted(rows.length, "row")} of ${where}.` };
  },
});

const TAKEN = `${BASELINE} is what the plan as it is goes by`;
const COLUMNS = Object.entries(SCENARIOS.columns);

/** A row's cells by the keys of their columns. */
function cellsOf(scenario: string, row: ScenarioRow): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>([["scenario", scenario]]);
  for (const [heading, cell] of Object.entries(row)) {
    const key = COLUMNS.find(([, column]) => column.heading === heading)?.[0];
    if (key === undefined) throw formError(`The table Scenarios has no heading "${heading}"`, "");
    if (!isBlank(cell)) cells.set(key, cell);
  }
  return cells;
}

function belowTable(found: Workbook, rows: readonly ReadonlyMap<string, Cell>[]): readonly Edit[] {
  const [table] = scenarioTables(found);
  if (table === undefined) return [];
  return emptyRows(found, table, rows.length).flatMap((place, i) => {
    const on: readonly [string, Cell][] = table.columns.has("on") ? [["on", switchCell(table, true)]] : [];
    const cells = new Map<string, Cell>([...rows[i]!, ...on]);
    for (const key of cells.keys()) {
      if (table.columns.has(key)) continue;
      const heading = COLUMNS.find(([own]) => own === key)?.[1].heading ?? key;
      throw formError(`The table Scenarios has no column ${heading}`, `Maybe add a column headed ${heading}.`);
    }
    return editsOf(place, { cells, problems: [] });
  });
}

function* newSheet(rows: readonly ReadonlyMap<string, Cell>[]): Work<readonly Edit[]> {
  const look = yield* step({ do: "look" });
  const book = yield* step({ do: "book" });
  const headings = COLUMNS.map(([, { heading }]) => heading);
  const lines = rows.map((cells) => COLUMNS.map(([key]): Cell => (key === "on" ? "Yes" : (cells.get(key) ?? null))));
  const made = template(book, sheetsInUse(look), new Map([[SCENARIOS.name, [headings, ...lines]]]));
  const edits = made.edits.filter(({ sheet }) => sheet === SCENARIOS.name);
  if (edits.length === 0) {
    const hint = "Maybe rename that sheet, or add the headings Scenario and Change to it.";
    throw formError(`The sheet ${SCENARIOS.name} holds something else`, hint);
  }
  return edits;
}
