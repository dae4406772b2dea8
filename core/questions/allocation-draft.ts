import { type Book, step, type Work } from "../host.ts";
import type { Change, Edit } from "../journal/index.ts";
import type { Cell } from "../plan/cells.ts";
import { sourcesIn } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { ALLOCATIONS } from "../plan/tables.ts";
import { describe, type Problem, severityOf } from "../problems.ts";
import { areaOf } from "../sheets/a1.ts";
import type { SheetOp } from "../sheets/ops.ts";
import { plusDays } from "../units.ts";
import { type Allocation, type FieldProblem, fieldOf, type RowCells, rowCells } from "./allocation-request.ts";
import { splitProblems } from "./allocation-split.ts";
import { cellOf, newRow, pickedRow, type RowPlace } from "./allocations-table.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** An allocation as it would be written, and the plan as it would read then. */
export interface Draft {
  readonly found: Workbook;
  /** The rows that would be written: one, or both parts of one that is split. */
  readonly places: readonly RowPlace[];
  readonly before: Plan;
  readonly after: Plan;
  readonly problems: readonly FieldProblem[];
  readonly change: Change;
}

/** Put the form's row into the workbook as it stands, in thought only, and read the plan again: one reader judges both. */
export function* draftOf(form: Allocation): Work<Draft> {
  const found = yield* workbook();
  const parts = partsOf(spelled(form, found.plan), found);
  const edits = parts.flatMap(({ place, row }) => editsOf(place, row));
  const after = readPlan(sourcesIn(withEdits(found, edits)));
  const own = parts.flatMap(({ row }) => row.problems);
  const said = new Set(own.map(({ field }) => field));
  const read = parts.flatMap(({ place }) => after.problems.flatMap((problem) => problemOf(problem, place)));
  return {
    found,
    places: parts.map(({ place }) => place),
    before: found.plan,
    after,
    problems: [...own, ...read.filter(({ field }) => !said.has(field))],
    change: { title: titleOf(form, parts[0]!.place), edits },
  };
}

const titleOf = ({ person, engagement, split }: Allocation, { isNew, row }: RowPlace): string => {
  if (isNew) return `Allocate ${person} to ${engagement}`;
  return split === null ? `Change allocation in row ${row + 1}` : `Split allocation in row ${row + 1}`;
};

/** A row that is to be written, and what it is to hold. */
interface Part {
  readonly place: RowPlace;
  readonly row: RowCells;
}

/** The new row, or the changed one; or two: the one that was picked until the day of the change, a new one from then on. */
function partsOf(form: Allocation, found: Workbook): readonly [Part, ...Part[]] {
  if (form.row === null) {
    const place = newRow(found);
    return [{ place, row: rowCells(form, place) }];
  }
  const picked = pickedRow(found, form.row, form.was ?? "");
  if (form.split === null) return [{ place: picked, row: rowCells(form, picked) }];
  const problems = splitProblems(form, form.split, picked, found.plan);
  if (problems.length > 0) return [{ place: picked, row: { cells: new Map(), problems } }];
  const first = { cells: new Map([["to", plusDays(form.split, -1)]]), problems };
  const place = newRow(found);
  return [
    { place: picked, row: first },
    { place, row: rowCells({ ...form, from: form.split }, place) },
  ];
}

/** Names as the plan spells them, when only case or spaces differ. */
function spelled(form: Allocation, plan: Plan): Allocation {
  const like = (name: string | null, known: readonly string[]) =>
    name === null ? null : (known.find((one) => nameKey(one) === nameKey(name)) ?? name);
  return {
    ...form,
    person: like(
      form.person,
      plan.people.map(({ name }) => name),
    ),
    engagement: like(
      form.engagement,
      plan.engagements.map(({ name }) => name),
    ),
    skill: like(form.skill, plan.skills),
  };
}

/** Only the cells that change; neighbours are written together. */
export function editsOf(place: RowPlace, { cells }: RowCells): readonly Edit[] {
  const { table, row } = place;
  const columns = [...cells]
    .filter(([key, cell]) => (cellOf(place, key) === "" ? null : cellOf(place, key)) !== cell)
    .map(([key, cell]) => ({ at: table.columns.get(key)!, cell, isDay: DAYS.has(key) }))
    .sort((a, b) => a.at - b.at);
  const runs: { from: number; cells: Cell[]; days: number[] }[] = [];
  for (const { at, cell, isDay } of columns) {
    const last = runs.at(-1);
    const run = last && last.from + last.cells.length === at ? last : { from: at, cells: [], days: [] };
    if (run !== last) runs.push(run);
    run.cells.push(cell);
    if (isDay) run.days.push(at);
  }
  const plain = place.isNew && !isTemplate(place);
  return runs.map(({ from, cells: line, days }): Edit => {
    const at = { row, column: from, rows: 1, columns: line.length };
    const dress = days.map(
      (column): SheetOp => ({ do: "format", at: { row, column, rows: 1, columns: 1 }, pattern: "yyyy-mm-dd" }),
    );
    return { sheet: table.sheet, at, cells: [line], ...(plain && dress.length > 0 ? { dress } : {}) };
  });
}

const DAYS: ReadonlySet<string> = new Set(["from", "to", "validFrom", "validTo"]);

/** Sheets that Headroom set up have their formats and drop-downs already, which Undo must leave alone. */
const isTemplate = ({ table }: RowPlace): boolean =>
  Object.values(table.table.columns).every(({ heading }, i) => table.cells[0]?.[i] === heading);

/** The workbook as it would be with some rows written. */
export function withEdits({ book }: Workbook, edits: readonly Edit[]): Book {
  return book.map((one) => {
    const own = edits.filter(({ sheet }) => sheet === one.name);
    if (own.length === 0) return one;
    const cells = one.cells.map((line) => [...line]);
    for (const { at, cells: lines } of own) {
      while (cells.length <= at.row) cells.push([]);
      lines[0]!.forEach((cell, i) => {
        const line = cells[at.row]!;
        while (line.length <= at.column + i) line.push(null);
        line[at.column + i] = cell as Cell;
      });
    }
    return { ...one, cells };
  });
}

/** A problem of the plan that lies in the row, as its field of the form shows it. */
function problemOf(problem: Problem, { table, row }: RowPlace): readonly FieldProblem[] {
  const severity = severityOf(problem);
  const here = problem.at.map(({ table: name, sheet, a1 }) => {
    const at = name === ALLOCATIONS.name && sheet === table.sheet && a1 !== undefined ? areaOf(a1) : null;
    return at?.row === row ? at.column : null;
  });
  const column = here.find((one) => one !== null);
  if (column === undefined || severity === "info") return [];
  const [key = ""] = [...table.columns].find(([, at]) => at === column) ?? [];
  const others = problem.at.filter((_, i) => here[i] === null);
  return [{ field: fieldOf(key), severity, says: describe({ ...problem, at: [] }) + seeAlso(others) }];
}

const seeAlso = (places: Problem["at"]): string => {
  const [first] = places;
  return first?.a1 === undefined ? "" : ` See ${first.sheet}!${first.a1}.`;
};

/** Look at the workbook's generated sheets: how many now show the plan as it was. */
export function* madeCount(names: Iterable<string>): Work<number> {
  const { owned } = yield* step({ do: "look" });
  const wanted = [...names];
  return wanted.filter((prefix) => [...owned.keys()].some((name) => name.startsWith(prefix))).length;
}
