import { foundTable } from "./entries.ts";
import { type FoundTable, isRefused, type LayoutProblem, type Layouts } from "./found.ts";
import { type Header, headerIn } from "./header.ts";
import { type Join, longAllocations } from "./long-allocations.ts";
import { measureOf } from "./measures.ts";
import { filled, plain, type Sheet, textAt, warning } from "./sheet.ts";
import type { Stated } from "./stated.ts";
import { roleOf } from "./vocabulary.ts";

/** A person and, to the right, how much. */
export interface PersonPair {
  readonly person: number;
  readonly amount: number;
}

/** Several people beside one work, each with an amount of their own; none where a row names one person only. */
export function personPairsIn(sheet: Sheet, row: number): readonly PersonPair[] {
  const pairs = filled(sheet, row).flatMap((person) => {
    const amount = person + 1;
    const isPair = roleOf(textAt(sheet, row, person)) === "person" && measureOf(textAt(sheet, row, amount)) !== null;
    return isPair ? [{ person, amount }] : [];
  });
  return pairs.length > 1 ? pairs : [];
}

/** Read pairs of a person and an amount, beside the work that they are for; null where there are none. */
export function personPairs(
  sheet: Sheet,
  header: Header,
  join: Join | null,
  said: readonly LayoutProblem[] = [],
): Layouts {
  const pairs = personPairsIn(sheet, header.row);
  if (pairs.length === 0) return null;
  const tables: FoundTable[] = [];
  for (const pair of pairs) {
    const others = new Set(pairs.filter((one) => one !== pair).flatMap(({ person, amount }) => [person, amount]));
    const alone = { ...sheet, cells: sheet.cells.map((row) => row.map((cell, at) => (others.has(at) ? null : cell))) };
    const own = headerIn(alone);
    const found = own === null ? null : longAllocations(alone, own, join);
    if (isRefused(found)) return found;
    tables.push(...(found ?? []).filter(({ table }) => table === "Allocations"));
  }
  const headings = new Set(pairs.map(({ amount }) => plain(textAt(sheet, header.row, amount))));
  const over = headings.size < pairs.length ? "stands over several columns" : "stands over amounts beside others";
  const says = [`${over}, and each is read as the amount of the person to its left`, REPEATED] as const;
  const told = warning(sheet, { row: header.row, column: pairs[0]!.amount }, "heading-repeated", says);
  return [joined(sheet, tables, [told, ...said])];
}

const REPEATED = "Maybe each person should have a row.";

function joined(sheet: Sheet, tables: readonly FoundTable[], told: readonly LayoutProblem[]): FoundTable {
  const [first] = tables;
  const problems = [...told, ...tables.flatMap((one) => one.problems)].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
  const places = tables.flatMap((one) => one.places);
  const { account } = foundTable(
    sheet,
    "Allocations",
    places.map((place) => ({ place, cells: new Map() })),
    [],
  );
  const rows = tables.flatMap(({ cells }) => cells.slice(1));
  return { table: "Allocations", cells: [first?.cells[0] ?? [], ...rows], places, problems, account };
}

/** What is said of amounts whose days only the sheet's name or a title gives. */
export function monthSaid(sheet: Sheet, { row }: Header, month: Stated["month"]): readonly LayoutProblem[] {
  const says = [
    month === null
      ? "heads amounts for the days that the sheet is about"
      : `heads amounts for the time that "${month.source}" says`,
    "Maybe columns From and To should say when.",
  ] as const;
  return [warning(sheet, { row, column: filled(sheet, row)[0] ?? 0 }, "period-from-sheet-name", says)];
}
