import { isBlank } from "../plan/cells.ts";
import type { LayoutProblem } from "./found.ts";
import type { Columns } from "./lines.ts";
import { at, leftOut, type Sheet, textAt, warning } from "./sheet.ts";
import { add, type Tally, tally } from "./tallies.ts";
import { lastOf, numberIn, placesOf, type Row, type Verdict, verdictOn, WHO, WORK } from "./verdict.ts";

/** A row of amounts that no name stands beside: worked out from others, nobody's, or work that only looks like a sum. */
export interface Nameless {
  readonly kind: "computed" | "held" | "entry";
  /** Its work is that of the rows below it. */
  readonly heads: boolean;
  readonly told: LayoutProblem;
}
type Kinds = readonly { readonly row: number; readonly kind: string }[];

/**
 * Rows of amounts beside which nobody stands, and that must not pass for work of the name above them: sums, averages and
 * differences, known by their words or because their amounts are worked out from the rows around them, and amounts that
 * nothing names.
 */
export function namelessIn(
  sheet: Sheet,
  columns: Columns,
  kinds: Kinds,
  amounts: readonly number[],
): ReadonlyMap<number, Nameless> {
  const found = new Map<number, Nameless>();
  const who = placesOf(columns, WHO);
  if (who.length === 0 || amounts.length === 0) return found;
  const rows = kinds.map((one) => rowOf(sheet, columns, who, amounts, one));
  if (!rows.some(({ kind, isNamed }) => kind === "entry" && !isNamed)) return found;
  const known = new Set(rows.flatMap(({ isNamed, work }) => (isNamed && work !== "" ? [work] : [])));
  const all = tally();
  const same = new Map<string, Tally>();
  let [since, own] = [tally(), tally()];
  rows.forEach((row, i) => {
    if (row.kind === "total") since = tally();
    if (row.kind === "total" || row.kind === "alone" || row.isNamed) own = tally();
    if (row.kind !== "entry") return;
    if (!row.isNamed && row.amounts.some((amount) => amount !== 0)) {
      const around = { all, since, own, same: same.get(row.work) ?? tally(), below: belowOf(rows, i) };
      const verdict = verdictOn(sheet, columns, row, lastOf(row, amounts), around, known);
      if (verdict !== null) found.set(row.row, nameless(sheet, row, amounts, verdict));
      if (verdict?.kind === "computed") since = tally();
      if (verdict !== null && verdict.kind !== "entry") return;
    }
    const ofWork = same.get(row.work) ?? tally();
    same.set(row.work, ofWork);
    for (const one of [all, since, own, ofWork]) add(one, row.amounts);
  });
  return found;
}

function rowOf(
  sheet: Sheet,
  columns: Columns,
  who: readonly number[],
  amounts: readonly number[],
  { row, kind }: Kinds[number],
): Row {
  return {
    row,
    kind,
    amounts: kind === "entry" ? amounts.map((column) => numberIn(at(sheet, row, column))) : [],
    isNamed: kind === "entry" && who.some((column) => !isBlank(at(sheet, row, column))),
    work:
      placesOf(columns, WORK)
        .map((column) => textAt(sheet, row, column))
        .find((text) => text !== "") ?? "",
  };
}

/** The rows below one, as far as the next that has work of its own or nobody's name. */
function belowOf(rows: readonly Row[], i: number): Tally {
  const below = tally();
  for (let next = i + 1; next < rows.length; next++) {
    const { kind, isNamed, work, amounts } = rows[next]!;
    if (kind === "blank") continue;
    if (kind !== "entry" || !isNamed || (rows[i]!.work !== "" && work !== "")) break;
    add(below, amounts);
  }
  return below;
}

const WAYS: Readonly<Record<Exclude<Verdict["way"], "word">, string>> = {
  sum: "stands in a row without a name that adds up other rows, and the row is left out",
  average: "stands in a row without a name that is the average of other rows, and the row is left out",
  most: "stands in a row without a name that holds the largest amounts of other rows, and the row is left out",
  least: "stands in a row without a name that holds the smallest amounts of other rows, and the row is left out",
  rest: "stands in a row without a name that fills other rows up to one amount, and the row is left out",
  none: "stands in a row that names neither a person nor work, and the row is left out",
  "maybe word":
    "stands in a row without a name whose work is called as differences are; it is read as work of the name above",
  "maybe sum": "adds up other rows and stands in a row without a name; it is read as work of the name above",
};

function nameless(
  sheet: Sheet,
  { row, amounts, work }: Row,
  columns: readonly number[],
  { kind, way, sure, heads }: Verdict,
): Nameless {
  const place = { row, column: columns[amounts.findIndex((amount) => amount !== 0)] ?? columns[0]! };
  const why =
    way === "word" ? `stands in a row without a name that is called ${work}, and the row is left out` : WAYS[way];
  if (kind === "held") {
    const says = [why, "Maybe it is a total that misses a row, or its names are missing."] as const;
    return { kind, heads: false, told: leftOut(sheet, place, "row-nameless", says) };
  }
  const says = [
    why,
    kind === "entry" ? "Maybe it is worked out from others." : "Maybe a name should stand beside it, if it is work.",
  ] as const;
  const told =
    sure || kind === "entry"
      ? warning(sheet, place, "row-computed", says)
      : leftOut(sheet, place, "row-computed", says);
  return { kind, heads: heads === true, told };
}
