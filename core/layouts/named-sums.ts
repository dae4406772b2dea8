import { add, isSum, type Tally, tally, type Vector, varies } from "./tallies.ts";
import { isTotalWord, speaksOfAll } from "./vocabulary.ts";

/** A row beside which something stands, as far as sums are concerned; names that stand once are carried down. */
export interface NamedRow {
  readonly row: number;
  readonly person: string;
  readonly work: string;
  readonly amounts: Vector;
  /** A total stands between it and the row before. */
  readonly after: boolean;
  /** It has days of its own, as a booking has. */
  readonly dated: boolean;
}

/** "left out": a group or nobody in particular is named. "asked": somebody is, and it may be an accident. */
export type NamedSum = "left out" | "asked";

/**
 * Rows that name something and whose amounts are the sums of other rows, column by column: of all above, of those since the
 * last sum, of the same name or work, or of all below. A row that names a group is their total; one that names a person may be
 * work, which is said.
 */
export function namedSums(rows: readonly NamedRow[]): ReadonlyMap<number, NamedSum> {
  const found = new Map<number, NamedSum>();
  const whole = tally();
  for (const { amounts } of rows) add(whole, amounts);
  const all = tally();
  const of = new Map<string, Tally>();
  let since = tally();
  for (const row of rows) {
    if (row.after) since = tally();
    const [ofPerson, ofWork] = [tallyOf(of, "person", row.person), tallyOf(of, "work", row.work)];
    const verdict = verdictOn(row, { others: [all, since], ofPerson, ofWork, below: belowOf(row, whole, all) });
    if (verdict !== null) found.set(row.row, verdict);
    if (verdict === "left out") {
      since = tally();
      continue;
    }
    for (const one of [all, since, ofPerson, ofWork]) add(one, row.amounts);
  }
  return found;
}

interface Sums {
  /** All above, and those since the last sum. */
  readonly others: readonly Tally[];
  readonly ofPerson: Tally;
  readonly ofWork: Tally;
  readonly below: Tally;
}

function verdictOn({ person, work, amounts, dated }: NamedRow, sums: Sums): NamedSum | null {
  if (amounts.every((amount) => amount === 0)) return null;
  const [isTeam, isAll] = [isGroup(person), isGroup(work)];
  const isClear = varies(amounts);
  const adds = (least: number, ...some: readonly Tally[]) =>
    some.some((one) => one.count >= least && isSum(amounts, one));
  const { others, ofPerson, ofWork, below } = sums;
  if (isTeam && isAll) {
    if (!adds(1, ...others, below)) return null;
    return dated ? "asked" : "left out";
  }
  if (isTeam && isClear && !dated && adds(2, ...others, ofWork, below)) return "left out";
  if (isAll && isClear && !dated && adds(2, ofPerson)) return "left out";
  if (isTeam || isAll)
    return adds(isClear ? 1 : 2, isTeam ? ofWork : ofPerson, ...(isTeam ? others : [])) ? "asked" : null;
  return isClear && adds(2, ...others, ofPerson, ofWork) ? "asked" : null;
}

/** "Whole team", "All projects", "Team Alpha", "Total": nobody's name, and no work's. */
const isGroup = (text: string): boolean => speaksOfAll(text) || isTotalWord(text);

function tallyOf(of: Map<string, Tally>, key: string, text: string): Tally {
  const name = `${key} ${text}`;
  const found = of.get(name) ?? tally();
  if (text !== "") of.set(name, found);
  return found;
}

/** What the rows below one come to. */
const belowOf = ({ amounts }: NamedRow, whole: Tally, all: Tally): Tally => ({
  ...tally(),
  count: whole.count - all.count - 1,
  sum: whole.sum.map((sum, i) => sum - (all.sum[i] ?? 0) - (amounts[i] ?? 0)),
});
