import { headingsOf, rolesOf } from "../layouts/columns.ts";
import { measureOf } from "../layouts/measures.ts";
import type { PairHeader } from "../layouts/pair-header.ts";
import { type Sheet, textAt } from "../layouts/sheet.ts";
import { roleOf } from "../layouts/vocabulary.ts";
import type { ShapeColumn } from "./columns.ts";
import { wordOfMeasure } from "./means.ts";
import type { Described } from "./shape.ts";
import { sideColumns } from "./side.ts";

/** The columns of a table of pairs: the names of work together, their amounts together, and those beside them. */
export function pairColumns(sheet: Sheet, { row, pairs }: PairHeader): Described {
  const paired = new Set(pairs.flatMap(({ name, amount }) => [name, amount]));
  const headings = headingsOf(sheet, row, row);
  const beside = new Map([...headings].filter(([column]) => !paired.has(column)));
  const roles = rolesOf(beside);
  const grouped = (columns: readonly number[], means: string): ShapeColumn => {
    const heading = textAt(sheet, row, columns[0]!);
    return { columns, heading, key: heading, means, confidence: "sure" };
  };
  const names = pairs.map(({ name }) => name);
  const amounts = pairs.map(({ amount }) => amount);
  const columns = [
    ...sideColumns(sheet, beside, roles, []).map((one) => {
      const heading = one.heading.replace(/%/g, " ");
      const isSum = roleOf(heading) === "check" || (measureOf(one.heading) !== null && roleOf(one.heading) === "check");
      return isSum ? { ...one, means: "Check", confidence: "sure" as const } : one;
    }),
    grouped(names, "Engagement"),
    ...[...new Set(amounts.map((amount) => textAt(sheet, row, amount)))].map((heading) => {
      const own = pairs.filter(({ amount }) => textAt(sheet, row, amount) === heading);
      return grouped(
        own.map(({ amount }) => amount),
        wordOfMeasure(own[0]!.measure),
      );
    }),
  ];
  const sorted = columns.sort((a, b) => a.columns[0]! - b.columns[0]!);
  return { top: row, bottom: row, roles, columns: sorted, amounts };
}
