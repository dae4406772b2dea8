import { type Cell, isBlank } from "../plan/cells.ts";
import { amountProblems, EVENLY, NO_ENGAGEMENT, TOO_MUCH } from "./amount-problems.ts";
import { type Amount, readAmount, scaleOf } from "./amounts.ts";
import type { Axis, AxisColumn } from "./axis.ts";
import { headingsOf, rolesOf, unknownTexts } from "./columns.ts";
import { contractIn, contractsIn } from "./contracts.ts";
import { effortCells, effortOf, effortsFor, isTooMuch } from "./effort.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import { isRefused, type LayoutProblem, type Layouts } from "./found.ts";
import { leaveAcross } from "./leave-across.ts";
import { leaveCalendar } from "./leave-calendar.ts";
import { type Columns, type Line, linesIn, namelessProblems } from "./lines.ts";
import type { Measure } from "./measures.ts";
import { overlooked } from "./overlooked.ts";
import { at, filled, leftOut, plain, type Sheet, span, textAt, warning } from "./sheet.ts";
import { strayAmounts } from "./stray.ts";
import { countedIn, totalColumnProblems, totalRowProblems } from "./totals.ts";
import { plannedColumns, settleMeasure, unitProblem } from "./units-across.ts";
import { plannedRows } from "./version-rows.ts";
import { saysActual } from "./versions.ts";
import { isCapacityWord, isLeaveWord, speaksOfCapacity } from "./vocabulary.ts";
import { weeklyHours } from "./weekly-hours.ts";
import { whoIn } from "./who.ts";
import { markedBy, offProblem, workNameOf, workOf } from "./work.ts";
import { workAbove } from "./work-above.ts";

/** The amounts of a table with its time across. */
export interface Across {
  readonly columns: readonly AxisColumn[];
  readonly measure: Measure;
  readonly read: (row: number, column: number) => Amount;
}

/** Read a table with its time across: a person and an engagement in every row, an amount in every period. */
export function wideTables(whole: Sheet, axis: Axis): Layouts {
  const planned = plannedColumns(axis.columns);
  if (isRefused(planned)) return planned;
  const done = span(0, axis.top - 1)
    .flatMap((row) => filled(whole, row).map((column) => textAt(whole, row, column)))
    .find(saysActual);
  if (done !== undefined)
    return {
      refused: `"${done}" above says that these are hours done, with their weeks or months across: no plan, and no days of work.`,
      worked: true,
    };
  const timed = new Set(axis.columns.map(({ column }) => column));
  const headings = new Map([...headingsOf(whole, axis.top, axis.bottom)].filter(([column]) => !timed.has(column)));
  const { roles, assumed } = withWork(whole, axis, headings);
  const all = planned.map(({ column }) => column);
  const versions = plannedRows(whole, { headings, roles, first: axis.bottom + 1, amounts: [...timed] });
  if (isRefused(versions)) return versions;
  const { sheet } = versions;
  const lines = linesIn(sheet, roles, axis.bottom + 1, all);
  const entries = lines.filter(({ kind }) => kind === "entry");
  const cells = entries.flatMap(({ row }) => planned.map(({ column }) => at(sheet, row, column)));
  const leave = leaveCalendar(sheet, axis, lines, cells);
  if (leave !== null) return leave;
  const settled = settleMeasure(axis, planned, cells);
  if (isRefused(settled)) return settled;
  const { measure } = settled;
  const scale = scaleOf(cells, measure.unit);
  const read = (row: number, column: number) => readAmount(at(sheet, row, column), measure.unit, scale);
  const across: Across = { columns: planned, measure, read };
  const counted = countedIn(read, scale);
  const found: readonly LayoutProblem[] = [
    ...axis.problems,
    ...assumed,
    ...versions.problems,
    ...namelessProblems(lines),
    ...unitProblem(sheet, entries, planned, settled),
    ...strayAmounts(
      sheet,
      headings,
      axis.bottom,
      lines,
      [...timed].sort((a, b) => a - b),
    ),
    ...totalRowProblems(sheet, lines, all, counted),
    ...totalColumnProblems(sheet, lines, checksIn(headings, roles), all, counted),
  ];
  const holdsAmount = ({ row }: Line) => all.some((column) => !isBlank(at(sheet, row, column)));
  if (!roles.has("engagement") && !roles.has("task")) {
    const isCapacity = measure.unit === "hours" && axis.stated.texts.some(speaksOfCapacity);
    if (isCapacity) return [weeklyHours(sheet, entries, across, found)];
  }
  const above = roles.has("engagement") ? null : workAbove(sheet, axis, roles, entries.filter(holdsAmount));
  if (isRefused(above)) return above;
  const contracts = contractIn(headings, true);
  const people = contracts === null ? capacityRows(sheet, lines, across) : contractsIn(sheet, lines, contracts);
  const leaves = entries.filter((line) => isLeaveWord(workNameOf(line)));
  const work = entries.filter((line) => !leaves.includes(line));
  return overlooked(sheet, axis.bottom, headings, [
    ...(people ? [people] : []),
    ...(leaves.length > 0 ? [leaveAcross(sheet, leaves, across)] : []),
    allocations(sheet, work, across, above?.of ?? (() => ""), [...found, ...(above?.told ?? [])]),
  ]);
}

/** Columns of totals that have one heading: "Summe" after each month. */
function checksIn(headings: ReadonlyMap<number, string>, roles: Columns): readonly number[] {
  const first = roles.get("check");
  const heading = plain(headings.get(first ?? -1) ?? "");
  return first === undefined
    ? []
    : [...headings].flatMap(([at, text]) => (plain(text) === heading ? [at] : [])).sort((a, b) => a - b);
}

/** The roles of the columns beside the amounts; where none names work, the only other column of texts does. */
function withWork(sheet: Sheet, axis: Axis, headings: ReadonlyMap<number, string>) {
  const roles = rolesOf(headings);
  if (roles.has("engagement") || roles.has("task")) return { roles, assumed: [] };
  const rows = span(axis.bottom + 1, sheet.height - 1).filter((row) => filled(sheet, row).length > 1);
  const column = unknownTexts(sheet, headings, rows, axis.columns[0]!.column);
  if (column === null) return { roles, assumed: [] };
  const place = { row: axis.bottom, column };
  const says = ["is read as the heading of engagements", "Maybe it should be called Project."] as const;
  return {
    roles: new Map([...roles, ["engagement", column] as const]),
    assumed: [warning(sheet, place, "column-assumed", says)],
  };
}

/** A person's own rows of capacity, beside those of their engagements. */
function capacityRows(sheet: Sheet, lines: readonly Line[], across: Across) {
  const own = lines.filter(
    ({ kind, held }) =>
      kind === "summary" &&
      !isCapacityWord(String(held.get("person")?.cell ?? "capacity")) &&
      [held.get("engagement"), held.get("task")].some((one) => isCapacityWord(String(one?.cell ?? ""))),
  );
  return own.length > 0 && across.measure.unit === "hours" ? weeklyHours(sheet, own, across, []) : null;
}

function allocations(
  sheet: Sheet,
  lines: readonly Line[],
  { columns, measure, read }: Across,
  title: (row: number) => string,
  problems: readonly LayoutProblem[],
) {
  const found = [...problems];
  const who = whoIn(sheet, lines);
  const rows: Entry<"Allocations">[] = [];
  for (const line of lines) {
    const amounts = columns
      .map(({ column, period }) => ({ place: { row: line.row, column }, period, amount: read(line.row, column) }))
      .filter(({ amount }) => amount !== null);
    const first = amounts[0];
    if (first === undefined) continue;
    const off = offProblem(sheet, line);
    if (off !== null) {
      found.push(off);
      continue;
    }
    const work = workOf(sheet, line, title(line.row));
    if (work.cells.get("Engagement") === "") {
      found.push(leftOut(sheet, first.place, "engagement-missing", NO_ENGAGEMENT));
      continue;
    }
    const whose = who(line);
    found.push(...work.problems, ...whose.problems);
    for (const { place, period, amount } of amounts) {
      found.push(...amountProblems(sheet, place, amount));
      if (amount === null || !("value" in amount) || amount.value === 0) continue;
      if (isTooMuch(measure, amount.value, period)) {
        found.push(leftOut(sheet, place, "too-much", TOO_MUCH));
        continue;
      }
      const effort = effortOf(measure, amount.value, period);
      if (effort.even && rows.every(({ place: { row } }) => row !== line.row))
        found.push(warning(sheet, place, "spread-evenly", EVENLY));
      for (const [person, own] of effortsFor(effort, whose.people, sheet.said.together)) {
        const cells: readonly (readonly [Heading<"Allocations">, Cell])[] = [
          ...markedBy(whose, work),
          ["Person", person],
          ...effortCells(own, period),
        ];
        rows.push({ place, cells: new Map(cells) });
      }
    }
  }
  return foundTable(sheet, "Allocations", rows, found);
}
