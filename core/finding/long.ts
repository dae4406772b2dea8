import { contractIn } from "../layouts/contracts.ts";
import type { FoundTable } from "../layouts/found.ts";
import type { Header } from "../layouts/header.ts";
import { personPairsIn } from "../layouts/person-pairs.ts";
import { at, filled, isError, type Sheet, span, textAt } from "../layouts/sheet.ts";
import { hoursBesideClock } from "../layouts/time-sheet.ts";
import { weekdaysNamed } from "../layouts/time-words.ts";
import { roleOf } from "../layouts/vocabulary.ts";
import { DAYS_KEY, DAYS_OF_WORK, type ShapeColumn } from "./columns.ts";
import { wordOfMeasure } from "./means.ts";
import type { Described } from "./shape.ts";
import { sideColumns } from "./side.ts";

/** The columns of a table with one entry a row. */
export function longColumns(sheet: Sheet, header: Header, found: readonly FoundTable[]): Described {
  const { row, columns: roles, efforts, available, headings } = header;
  const contract = contractIn(headings, false);
  const isAvailability = available !== null && found.some(({ table }) => table === "People");
  const clocked = efforts.length === 0 && roles.has("date") ? hoursBesideClock(header) : undefined;
  const counted = clocked === undefined ? efforts : [clocked];
  const measures = new Map(counted.map(({ column, measure }) => [column, measure]));
  const joins = !roles.has("person") && !roles.has("last name") && roles.has("from") && found.length === 0;
  const columns = sideColumns(sheet, headings, roles, found).map((one): ShapeColumn => {
    const [column] = one.columns as readonly [number];
    const measure = contract?.column === column ? contract.measure : measures.get(column);
    if (isAvailability) {
      if (column === available) return { ...one, means: "Hours available", confidence: "sure" };
      const repeats =
        one.means === "Time off in words" || (roleOf(one.heading) === null && isCounted(sheet, column, row));
      return repeats ? { ...one, means: "Check" } : one;
    }
    if (joins && one.means === "Person number") return { ...one, means: "Deliverable" };
    if (joins && one.means === "Deliverable") return { ...one, means: "Engagement" };
    if (measure !== undefined) {
      const yours = one.confidence === "yours";
      return { ...one, means: wordOfMeasure(measure), confidence: yours ? "yours" : "sure" };
    }
    if (isClock(sheet, one, found)) return { ...one, means: "Clock time", confidence: "likely" };
    return isWeekdays(sheet, column, row) ? { ...one, means: "Weekday", confidence: "likely" } : one;
  });
  const isBooked = found.some(({ table }) => table === "Allocations" || table === "Actuals");
  const amounts = isBooked
    ? efforts.filter(({ column }) => column !== contract?.column).map(({ column }) => column)
    : [];
  return { top: row, bottom: row, roles, columns: [...paired(sheet, row, columns), ...days(sheet, found)], amounts };
}

/** What has to be said of rows that name no days: that they last as long as their work. */
const days = (sheet: Sheet, found: readonly FoundTable[]): readonly ShapeColumn[] =>
  found.flatMap(({ problems }) =>
    problems
      .filter(({ kind }) => kind === "days-of-work")
      .map(({ column }) => ({
        columns: [column],
        heading: "No days in the rows",
        key: DAYS_KEY,
        means: DAYS_OF_WORK,
        confidence: sheet.said.ofWork ? "yours" : "unsure",
      })),
  );

/** Start and End beside a day of work are times of it. */
function isClock(sheet: Sheet, { columns, means }: ShapeColumn, found: readonly FoundTable[]): boolean {
  if (!found.some(({ table }) => table === "Actuals") || !(means === "First day" || means === "Last day")) return false;
  const cells = [...new Set(found.flatMap(({ places }) => places.map(({ row }) => row)))].map((row) =>
    at(sheet, row, columns[0]!),
  );
  return cells.every((cell) => typeof cell !== "number" || cell < 1) && cells.some((cell) => cell !== null);
}

/** Several people beside one work: their columns go together, and their amounts'. */
function paired(sheet: Sheet, row: number, columns: readonly ShapeColumn[]): readonly ShapeColumn[] {
  const pairs = personPairsIn(sheet, row);
  if (pairs.length === 0) return columns;
  const kinds = new Set(pairs.map(({ amount }) => textAt(sheet, row, amount)));
  const together = [
    pairs.map(({ person }) => person),
    ...[...kinds].map((kind) =>
      pairs.map(({ amount }) => amount).filter((amount) => textAt(sheet, row, amount) === kind),
    ),
  ];
  return columns.flatMap((one) => {
    const own = together.find((some) => some.includes(one.columns[0]!));
    if (own === undefined) return [one];
    return own[0] === one.columns[0] ? [{ ...one, columns: own }] : [];
  });
}

/** Numbers beside hours that people have say how those came about. */
function isCounted(sheet: Sheet, column: number, header: number): boolean {
  const cells = span(header + 1, sheet.height - 1)
    .map((row) => sheet.cells[row]?.[column] ?? null)
    .filter((cell) => cell !== null && !isError(cell));
  const counted = cells.filter((cell) => typeof cell === "number" || /^\d+([.,]\d+)? ?\p{L}+$/u.test(String(cell)));
  return cells.length > 0 && counted.length * 2 > cells.length;
}

function isWeekdays(sheet: Sheet, column: number, header: number): boolean {
  const texts = span(header + 1, sheet.height - 1)
    .filter((row) => filled(sheet, row).length > 1)
    .map((row) => textAt(sheet, row, column))
    .filter((text) => text !== "");
  return texts.length > 2 && weekdaysNamed(texts).every((day) => day !== null);
}
