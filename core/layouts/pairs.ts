import type { Cell } from "../plan/cells.ts";
import { amountProblems } from "./amount-problems.ts";
import { readAmount, scaleOf } from "./amounts.ts";
import { headingsOf, rolesOf } from "./columns.ts";
import { effortCells, effortOf, effortsFor, isTooMuch } from "./effort.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { LayoutProblem, Layouts } from "./found.ts";
import { linesIn, namelessProblems } from "./lines.ts";
import { type Measure, measureOf } from "./measures.ts";
import { at, filled, isError, leftOut, plain, type Sheet, span, textAt, warning } from "./sheet.ts";
import { statedAround, statedPeriod } from "./stated.ts";
import { countedIn, totalColumnProblems, totalRowProblems } from "./totals.ts";
import { roleOf } from "./vocabulary.ts";
import { whoIn } from "./who.ts";
import { markProblem } from "./work.ts";

/** The name of some work and, beside it, how much. */
export interface Pair {
  readonly name: number;
  readonly amount: number;
  readonly category: string;
}
/** The header row of a table of pairs. */
export interface PairHeader {
  readonly row: number;
  readonly pairs: readonly Pair[];
  readonly measure: Measure;
}

/** Read pairs of columns side by side, each the name of work and an amount, for a month that a title or the sheet's name states. */
export function pairTables(sheet: Sheet): Layouts {
  const header = pairHeaderIn(sheet);
  if (header === null) return null;
  const { row, pairs, measure } = header;
  const stated = statedAround(sheet, row);
  const period = statedPeriod(stated) ?? sheet.said.period ?? null;
  if (period === null) {
    return {
      refused:
        "Nothing says which month the amounts are for: put a title such as Nov 2025 above them, in the sheet or by VSTACK in the formula.",
    };
  }
  const paired = new Set(pairs.flatMap(({ name, amount }) => [name, amount]));
  const columns = new Map([...rolesOf(headingsOf(sheet, row, row))].filter(([, column]) => !paired.has(column)));
  const check = filled(sheet, row).find(
    (column) => !paired.has(column) && roleOf(textAt(sheet, row, column)) === "check",
  );
  const amounts = pairs.map(({ amount }) => amount);
  const lines = linesIn(sheet, columns, row + 1, amounts);
  const entries = lines.filter(({ kind }) => kind === "entry");
  const cells = entries.flatMap((line) => pairs.map(({ amount }) => at(sheet, line.row, amount)));
  const scale = scaleOf(cells, measure.unit);
  const read = (line: number, column: number) => readAmount(at(sheet, line, column), measure.unit, scale);
  const counted = countedIn(read, scale);
  const found: LayoutProblem[] = [
    ...headerProblems(sheet, header, filled(sheet, row)[0] ?? 0, stated.month?.source ?? ""),
    ...namelessProblems(lines),
    ...totalRowProblems(sheet, lines, amounts, counted),
    ...totalColumnProblems(sheet, lines, check, amounts, counted),
    ...awayProblems(
      sheet,
      entries.map((line) => line.row),
      columns.get("away"),
    ),
  ];
  const who = whoIn(sheet, lines);
  const rows: Entry<"Allocations">[] = [];
  for (const line of entries) {
    const { people, problems } = who(line);
    found.push(...problems);
    for (const { name, amount, category } of pairs) {
      const place = { row: line.row, column: amount };
      const reading = read(line.row, amount);
      const work = at(sheet, line.row, name);
      found.push(...amountProblems(sheet, place, reading));
      if (typeof work === "string" && work.endsWith("?"))
        found.push(markProblem(sheet, { row: line.row, column: name }, work));
      if (reading === null || !("value" in reading) || reading.value === 0) continue;
      if (work === null || isError(work) || isTooMuch(measure, reading.value, period)) {
        const says = [
          work === null || isError(work)
            ? "has no name of work beside it and is left out"
            : "is more than a person can work in that time and is left out",
          "Maybe the cell beside it says what it is for.",
        ] as const;
        found.push(leftOut(sheet, place, work === null ? "unknown-key" : "too-much", says));
        continue;
      }
      const engagement = String(work).replace(/\s*\?+$/, "");
      const note = String(work).endsWith("?") ? `${category}; tentative` : category;
      const effort = effortOf(measure, reading.value, period);
      for (const [person, own] of effortsFor(effort, people, sheet.said.together))
        rows.push({
          place,
          cells: new Map<Heading<"Allocations">, Cell>([
            ["Person", person],
            ["Engagement", engagement],
            ["Note", note],
            ...effortCells(own, period),
          ]),
        });
    }
  }
  return [foundTable(sheet, "Allocations", rows, found)];
}

/** A header row with a person and one effort heading repeated, each to the right of a heading that names a kind of work. */
export function pairHeaderIn(sheet: Sheet): PairHeader | null {
  for (const row of span(0, Math.min(sheet.height, 60) - 1)) {
    const columns = filled(sheet, row);
    const text = (column: number) => textAt(sheet, row, column);
    if (
      !columns.some((column) => roleOf(text(column)) === "person") ||
      columns.some((column) => roleOf(text(column)) === "from")
    )
      continue;
    const amounts = columns.filter(
      (column) =>
        measureOf(text(column)) !== null &&
        text(column - 1) !== "" &&
        measureOf(text(column - 1)) === null &&
        roleOf(text(column - 1)) !== "person",
    );
    const first = amounts[0];
    const measure = first === undefined ? null : measureOf(text(first));
    const same = amounts.filter((column) => plain(text(column)) === plain(text(first ?? 0)));
    if (measure !== null && same.length >= 2)
      return { row, measure, pairs: same.map((amount) => ({ name: amount - 1, amount, category: text(amount - 1) })) };
  }
  return null;
}

function headerProblems(
  sheet: Sheet,
  { row, pairs }: PairHeader,
  first: number,
  source: string,
): readonly LayoutProblem[] {
  const period = [`heads amounts for the month that "${source}" says`, "Maybe a column From should say when."] as const;
  const repeated = [
    "stands over several columns, and each is read as the amount of the column to its left",
    "Maybe each should have a heading of its own.",
  ] as const;
  return [
    ...(source === "" ? [] : [warning(sheet, { row, column: first }, "period-from-sheet-name", period)]),
    warning(sheet, { row, column: pairs[0]!.amount }, "heading-repeated", repeated),
  ];
}

/** Absences in prose beside the plan: named, never guessed into days. */
const awayProblems = (sheet: Sheet, rows: readonly number[], column: number | undefined): readonly LayoutProblem[] =>
  rows
    .filter((row) => column !== undefined && textAt(sheet, row, column) !== "")
    .map((row) =>
      warning(sheet, { row, column: column ?? 0 }, "leave-in-text", [
        "speaks of time off and is not counted as leave",
        "Maybe it should be a row of the Leave table.",
      ]),
    );
