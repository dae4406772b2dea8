import type { Cell } from "../plan/cells.ts";
import { amountProblems } from "./amount-problems.ts";
import { readAmount, scaleOf } from "./amounts.ts";
import { headingsOf, rolesOf } from "./columns.ts";
import { effortCells, effortOf, effortsFor, isTooMuch } from "./effort.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { LayoutProblem, Layouts } from "./found.ts";
import { type Line, linesIn, namelessProblems } from "./lines.ts";
import type { Unit } from "./measures.ts";
import { overlooked } from "./overlooked.ts";
import { type Pair, type PairHeader, pairHeaderIn } from "./pair-header.ts";
import { at, filled, isError, leftOut, plain, type Sheet, textAt, warning } from "./sheet.ts";
import { statedAround, statedPeriod } from "./stated.ts";
import { type Counted, countedIn, totalColumnProblems, totalRowProblems } from "./totals.ts";
import { roleOf } from "./vocabulary.ts";
import { whoIn } from "./who.ts";
import { markProblem } from "./work.ts";

/** Read pairs of columns side by side, each the name of work and an amount, for a month that a title or the sheet's name states. */
export function pairTables(sheet: Sheet): Layouts {
  const header = pairHeaderIn(sheet);
  if (header === null) return null;
  const { row, pairs } = header;
  const first = pairs[0]!;
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
  const scales = new Map(pairs.map(({ measure }) => [measure.unit, scaleFor(sheet, entries, pairs, measure.unit)]));
  const units = new Map(pairs.map(({ amount, measure }) => [amount, measure.unit]));
  const read = (line: number, column: number) => {
    const unit = units.get(column) ?? first.measure.unit;
    return readAmount(at(sheet, line, column), unit, scales.get(unit)!);
  };
  const counted: Counted = (line, column) =>
    countedIn(read, scales.get(units.get(column) ?? first.measure.unit)!)(line, column);
  const found: LayoutProblem[] = [
    ...headerProblems(sheet, header, filled(sheet, row)[0] ?? 0, stated.month?.source ?? ""),
    ...namelessProblems(lines),
    ...totalRowProblems(sheet, lines, amounts, counted),
    ...(scales.size > 1 ? [] : totalColumnProblems(sheet, lines, check === undefined ? [] : [check], amounts, counted)),
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
    for (const { name, amount, category, measure } of pairs) {
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
      const note = [category, String(work).endsWith("?") ? "tentative" : ""].filter(Boolean).join("; ") || null;
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
  const beside = new Map([...headingsOf(sheet, row, row)].filter(([column]) => !paired.has(column)));
  return overlooked(sheet, row, beside, [foundTable(sheet, "Allocations", rows, found)]);
}

/** How percentages count: by all amounts of that unit together. */
const scaleFor = (sheet: Sheet, entries: readonly Line[], pairs: readonly Pair[], unit: Unit) =>
  scaleOf(
    entries.flatMap(({ row }) =>
      pairs.flatMap(({ amount, measure }) => (measure.unit === unit ? [at(sheet, row, amount)] : [])),
    ),
    unit,
  );

function headerProblems(
  sheet: Sheet,
  { row, pairs }: PairHeader,
  first: number,
  source: string,
): readonly LayoutProblem[] {
  const period = [`heads amounts for the month that "${source}" says`, "Maybe a column From should say when."] as const;
  const headings = new Set(pairs.map(({ amount }) => plain(textAt(sheet, row, amount))));
  const over = headings.size < pairs.length ? "stands" : "and the headings like it stand";
  const repeated = [
    `${over} over several columns, and each is read as the amount of the column to its left`,
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
