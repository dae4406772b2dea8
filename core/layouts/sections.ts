import type { Axis } from "./axis.ts";
import type { LayoutProblem } from "./found.ts";
import { at, filled, isEmptyRow, leftOut, type Sheet, span, textAt } from "./sheet.ts";
import { planOf, type TitleKind, titleKind } from "./versions.ts";

interface Section {
  readonly row: number;
  readonly column: number;
  readonly title: string;
  readonly kind: TitleKind;
}

const WHAT: Readonly<Record<TitleKind, string>> = {
  planned: "another plan for rows that stand above already",
  done: "hours done",
  difference: "differences",
  capacity: "capacity",
  cost: "money",
};

/**
 * A table without what stands below titles inside it that say Actual, Capacity, Cost or, after one plan, another plan: such
 * rows are never added to the plan above them. Each title is told.
 */
export function planSections(
  sheet: Sheet,
  axis: Axis,
): { readonly sheet: Sheet; readonly problems: readonly LayoutProblem[] } {
  const titles = titlesIn(sheet, axis);
  if (titles.length === 0) return { sheet, problems: [] };
  const first = titles[0]!.row;
  const above = span(0, axis.top - 1).flatMap((row) => filled(sheet, row).map((column) => textAt(sheet, row, column)));
  const stands = span(axis.bottom + 1, first - 1).some((row) => hasAmounts(sheet, axis, row));
  const called = above.find((text) => text !== "" && titleKind(text) === "planned");
  let plan: string | null = stands ? planOf(called ?? "") : null;
  const problems: LayoutProblem[] = [];
  const out = new Set<number>();
  titles.forEach((one, i) => {
    const rows = span(one.row, (titles[i + 1]?.row ?? sheet.height) - 1);
    const count = rows.filter((row) => hasAmounts(sheet, axis, row)).length;
    if (count === 0) return;
    if (one.kind === "planned" && (plan === null || plan === planOf(one.title))) {
      plan = planOf(one.title);
      return;
    }
    for (const row of rows) out.add(row);
    const why = `is a title of ${WHAT[one.kind]}, and the ${count === 1 ? "row" : `${count} rows`} below it are left out`;
    const says = [count === 1 ? why.replace("it are", "it is") : why, hintOf(one.kind)] as const;
    problems.push(leftOut(sheet, one, "row-version", says));
  });
  if (out.size === 0) return { sheet, problems };
  return {
    sheet: { ...sheet, cells: sheet.cells.map((line, row) => (out.has(row) ? line.map(() => null) : line)) },
    problems,
  };
}

const hintOf = (kind: TitleKind): string =>
  kind === "planned" ? "Maybe only one of the plans should stand here." : "Maybe nothing has to be done.";

/** Rows with one text that says what the rows below are, whether or not the columns are headed again there. */
const titlesIn = (sheet: Sheet, axis: Axis): readonly Section[] =>
  span(axis.bottom + 1, sheet.height - 1).flatMap((row): Section[] => {
    const [column, second] = filled(sheet, row);
    if (column === undefined || second !== undefined) return [];
    const title = textAt(sheet, row, column);
    const kind = title === "" || isEmptyRow(sheet, row) ? null : titleKind(title);
    return kind === null ? [] : [{ row, column, title, kind }];
  });

const hasAmounts = (sheet: Sheet, { columns }: Axis, row: number): boolean =>
  columns.some(({ column }) => {
    const cell = at(sheet, row, column);
    return typeof cell === "number" ? cell !== 0 && cell < 20_000 : typeof cell === "string" && /^\d/.test(cell);
  });
