import { isBlank } from "../plan/cells.ts";
import type { LayoutProblem } from "./found.ts";
import type { Columns } from "./lines.ts";
import { type NamedSum, namedSums } from "./named-sums.ts";
import { at, leftOut, type Sheet, textAt, warning } from "./sheet.ts";
import { add, isSum, type Tally, tally, varies } from "./tallies.ts";
import { DAYS, lastOf, numberIn, placesOf, type Row, type Verdict, verdictOn, WHO, WORK } from "./verdict.ts";
import { isFigureWord, mayBeFigureWord, namesAll, namesNothing } from "./vocabulary.ts";

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
  for (const one of figuresOf(sheet, columns, rows))
    found.set(one.row.row, nameless(sheet, one.row, amounts, one.verdict));
  for (const [at, sum] of sumsOf(sheet, columns, rows))
    if (!found.has(at)) found.set(at, nameless(sheet, rows.find(({ row }) => row === at)!, amounts, VERDICTS[sum]));
  for (const row of rows)
    if (row.isNamed && namesAll(row.work) && row.amounts.some((one) => one !== 0) && !found.has(row.row))
      found.set(row.row, nameless(sheet, row, amounts, { kind: "entry", way: "maybe word", sure: false }));
  if (!rows.some(({ kind, isNamed }) => kind === "entry" && !isNamed)) return found;
  const known = new Set(rows.flatMap(({ isNamed, work }) => (isNamed && work !== "" ? [work] : [])));
  const all = tally();
  const same = new Map<string, Tally>();
  let [since, own] = [tally(), tally()];
  rows.forEach((row, i) => {
    if (row.kind === "total") since = tally();
    if (row.kind === "total" || row.kind === "alone" || row.isNamed) own = tally();
    if (row.kind !== "entry" || found.get(row.row)?.kind === "computed") return;
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

const VERDICTS: Readonly<Record<NamedSum, Verdict>> = {
  "left out": { kind: "computed", way: "group sum", sure: false },
  asked: { kind: "entry", way: "named sum", sure: false },
};

/** Rows that name something and add up others, with names that stand once carried down. */
function sumsOf(sheet: Sheet, columns: Columns, rows: readonly Row[]): ReadonlyMap<number, NamedSum> {
  let [person, work, after] = ["", "", false];
  const named = rows.flatMap((one) => {
    if (one.kind === "total" || one.kind === "alone") [person, work, after] = ["", "", true];
    if (one.kind !== "entry") return [];
    const [who, what] = [nameIn(sheet, columns, one.row), one.written];
    if (who === "" && what === "") return [];
    [person, work] = [who || person, what || work];
    const dated = placesOf(columns, DAYS).some((column) => !isBlank(at(sheet, one.row, column)));
    const row = { row: one.row, person, work, amounts: one.amounts, after, dated };
    after = false;
    return [row];
  });
  return namedSums(named);
}

const nameIn = (sheet: Sheet, columns: Columns, row: number): string =>
  placesOf(columns, WHO)
    .map((column) => textAt(sheet, row, column))
    .join(" ")
    .trim();

/** Time without work, which people are booked on like on work. */
const BOOKED = /^(bench|idle)$/i;

/** Rows of somebody that are called as figures are: "All", "Remaining". The sum of their other rows is left out; others are work, and said. */
function figuresOf(sheet: Sheet, columns: Columns, rows: readonly Row[]) {
  const named = rows.filter(({ kind, isNamed }) => kind === "entry" && isNamed);
  const nameOf = ({ row }: Row) => nameIn(sheet, columns, row);
  const works = [...new Set(named.map(({ work }) => work))];
  const figures = new Set(works.filter((work) => work !== "" && !BOOKED.test(work) && isFigureWord(work, works)));
  const maybe = new Set(works.filter((work) => figures.has(work) || mayBeFigureWord(work)));
  if (maybe.size === 0) return [];
  const others = new Map<string, Tally>();
  for (const row of named) {
    const own = others.get(nameOf(row)) ?? tally();
    others.set(nameOf(row), own);
    if (!maybe.has(row.work)) add(own, row.amounts);
  }
  return named.flatMap((row): readonly { row: Row; verdict: Verdict }[] => {
    const own = others.get(nameOf(row))!;
    if (!maybe.has(row.work)) return [];
    if (own.count > 0 && (own.count > 1 || varies(row.amounts)) && isSum(row.amounts, own))
      return [{ row, verdict: { kind: "computed", way: "own sum", sure: false } }];
    return figures.has(row.work) ? [{ row, verdict: { kind: "entry", way: "maybe word", sure: false } }] : [];
  });
}

function rowOf(
  sheet: Sheet,
  columns: Columns,
  who: readonly number[],
  amounts: readonly number[],
  { row, kind }: Kinds[number],
): Row {
  const written =
    placesOf(columns, WORK)
      .map((column) => textAt(sheet, row, column))
      .find((text) => text !== "") ?? "";
  const isName = (column: number) => {
    const cell = at(sheet, row, column);
    return !isBlank(cell) && !(typeof cell === "string" && namesNothing(cell));
  };
  return {
    row,
    kind,
    amounts: kind === "entry" ? amounts.map((column) => numberIn(at(sheet, row, column))) : [],
    isNamed: kind === "entry" && who.some(isName),
    written,
    work: namesNothing(written) ? "" : written,
  };
}

/** The rows below one, as far as the next that has work of its own or nobody's name. */
function belowOf(rows: readonly Row[], i: number): Tally {
  const below = tally();
  for (let next = i + 1; next < rows.length; next++) {
    const { kind, isNamed, work, amounts } = rows[next]!;
    if (kind === "blank") continue;
    if (kind !== "entry" || !isNamed || (rows[i]!.work !== "" && work !== "" && work !== rows[i]!.work)) break;
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
  "own sum": "adds up the other rows of the same name, and the row is left out",
  "group sum": "adds up other rows and stands beside the name of a group, and the row is left out",
  "named sum": "adds up other rows and stands beside a name, and is counted",
  none: "stands in a row that names neither a person nor work, and the row is left out",
  "maybe word":
    "stands in a row whose work is called as sums and differences are; it is read as work of the name beside or above it",
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
    way === "named sum"
      ? "Maybe it is a total: then call it Total."
      : way === "group sum"
        ? "Maybe name one person and one piece of work beside it, if it is work."
        : kind === "entry"
          ? "Maybe it is worked out from others."
          : way === "own sum"
            ? "Maybe call its work by a name, if it is work."
            : "Maybe a name should stand beside it, if it is work.",
  ] as const;
  const told =
    sure || kind === "entry"
      ? warning(sheet, place, "row-computed", says)
      : leftOut(sheet, place, "row-computed", says);
  return { kind, heads: heads === true, told };
}
