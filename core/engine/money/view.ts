import type { Part } from "../../host.ts";
import type { Settings } from "../../plan/plan.ts";
import { newSpan, type Span, withFigures } from "./view-span.ts";
import { matched, NOTHING_TOLD, type ToldBefore, type Unmatched } from "./view-told.ts";

export type MoneyShown = Settings["moneyShown"];

/** A row of a table of money that somebody would like to show: what its cost is made of. */
export interface MoneySum {
  readonly label: string;
  /** What the row is a part of, such as its client; "" when it has none. */
  readonly group: string;
  /** Cost by column in minor units, for each rate that is part of it (see `costsByRate`). What nobody's rate is in, is left out. */
  readonly cost: ReadonlyMap<string, ArrayLike<number>>;
}

/** A row that may be shown: one of the table's, or several added up. All its figures are to be added up alike, revenue too. */
export interface ShownRow {
  readonly label: string;
  readonly group: string;
  /** Rows of the table by number. */
  readonly members: readonly number[];
}

export interface ShownMoney {
  /** Every row of the table is in one of them; none at all where nothing may be shown. Their sums may be shown too. */
  readonly rows: readonly ShownRow[];
  /** Columns of the table by number, those together that are to be added up. */
  readonly columns: readonly (readonly number[])[];
  /** Which `totals` may be shown of all rows together. */
  readonly totals: readonly boolean[];
  /** What is told about rates, cost for cost: hand it over with the next refresh, so that the two tell nothing either. */
  readonly told: readonly Told[];
  /** Nothing is shown before somebody says who of them is who. */
  readonly unmatched?: Unmatched;
}
/** The cost of each rate in one shown figure. */
export type Told = ReadonlyMap<string, number>;

export const OTHER = "Other";

/**
 * Which rows and columns of money may be shown. "all": each. "none": none. "all but salaries": rows are added up into "Other" (of
 * their group, else of all), and columns with one another, until no figure, sum or difference of figures, of this refresh and of
 * those `before`, has fewer than three rates in it or one with more than 80 % of the cost. `columns` says how columns may be added
 * up, finest first; the first is taken that shows at least half the rows which the last one shows. `totals` are columns that may
 * be shown of all rows together, where the rows do not have them.
 */
export function moneyShown(...asked: Parameters<typeof showing>): ShownMoney {
  const work = showing(...asked);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

/** The same, row by row, so that a host can say how far it is and stop. */
export function* showing(
  table: readonly MoneySum[],
  view: MoneyShown,
  columns: ShownMoney["columns"][],
  before: ToldBefore = NOTHING_TOLD,
  totals: ShownMoney["columns"][] = [],
): Generator<Part, ShownMoney> {
  const finest = columns[0] ?? [];
  const every = { columns: finest, totals: totals.map(() => view === "all"), told: [] };
  if (view === "none") return { ...every, rows: [] };
  if (view === "all") return { ...every, rows: table.map(({ label, group }, i) => ({ label, group, members: [i] })) };
  const { figures, unmatched } = matched(table, before);
  if (unmatched !== null) return { ...every, columns: columns[columns.length - 1] ?? finest, rows: [], unmatched };
  const start = spanOf(table, figures);
  const all = { of: table.length * columns.length };
  const coarsest = yield* published(table, columns[columns.length - 1] ?? finest, start, 0, { ...all, done: 0 });
  const least = Math.ceil(singles(coarsest) / 2);
  for (const [i, one] of columns.slice(0, -1).entries()) {
    const found = yield* published(table, one, start, least, { ...all, done: (i + 1) * table.length });
    if (found.rows.length > 0 && singles(found) >= least) return withTotals(table, found, start, totals);
  }
  return withTotals(table, coarsest, start, totals);
}

/** With what may be shown of all rows together, and the figures that those told before and those listed earlier do not say already. */
function withTotals(
  table: readonly MoneySum[],
  { rows, columns }: Shown,
  { rates, span }: Start,
  totals: ShownMoney["columns"][],
): ShownMoney {
  let known = span;
  const told: Told[] = [];
  const tell = (figures: readonly Float64Array[], mustHide: boolean): boolean => {
    let next = known;
    const fresh: Told[] = [];
    for (const figure of figures) {
      const more = withFigures(next, [figure], false)!;
      if (more === next) continue;
      next = more;
      fresh.push(new Map(rates.flatMap((rate, i) => (figure[i] === 0 ? [] : [[rate, figure[i]!] as const]))));
    }
    if (mustHide && withFigures(known, figures) === null) return false;
    known = next;
    told.push(...fresh);
    return true;
  };
  for (const { members } of rows) tell(figuresOf(table, members, columns, rates), false);
  const every = table.map((_, i) => i);
  return {
    rows,
    columns,
    totals: totals.map((one) => rows.length > 0 && tell(figuresOf(table, every, one, rates), true)),
    told,
  };
}

type Shown = Pick<ShownMoney, "rows" | "columns">;

const singles = ({ rows }: Shown): number => rows.filter(({ members }) => members.length === 1).length;

interface Start {
  readonly rates: readonly string[];
  readonly span: Span;
}

/** The rates in a fixed order, and what was told about them before. */
function spanOf(table: readonly MoneySum[], before: readonly Told[]): Start {
  const totals = new Map<string, number>();
  const add = (rate: string, cost: number) => totals.set(rate, (totals.get(rate) ?? 0) + Math.abs(cost));
  for (const { cost } of table) for (const [rate, costs] of cost) for (const one of Array.from(costs)) add(rate, one);
  for (const told of before) for (const [rate, cost] of told) if (!totals.has(rate)) totals.set(rate, Math.abs(cost));
  const rates = [...totals.keys()].sort();
  const span = newSpan(rates.map((rate) => totals.get(rate)!));
  const known = before.map((told) => rates.map((rate) => told.get(rate) ?? 0));
  return { rates, span: withFigures(span, known, false) ?? span };
}

/** Totals first, then groups, then rows, each as long as everything together stays hidden; nothing, once fewer than `least` rows can be. */
function* published(
  table: readonly MoneySum[],
  columns: ShownMoney["columns"],
  { rates, span }: Start,
  least: number,
  part: Part,
): Generator<Part, Shown> {
  const every = table.map((_, i) => i);
  const figures = (members: readonly number[]) => figuresOf(table, members, columns, rates);
  let now = withFigures(span, figures(every));
  if (now === null) return { rows: [], columns };
  const tryOut = (members: readonly number[]): boolean => {
    const next = withFigures(now!, figures(members));
    if (next !== null) now = next;
    return next !== null;
  };
  const wholes = groupsOf(table).filter(([group, members]) => group !== "" && tryOut(members));
  const own = new Set(wholes.map(([group]) => group));
  const order = byRates(table, every);
  const shown = new Set<number>();
  for (const [i, row] of order.entries()) {
    if (shown.size + order.length - i < least) return { rows: [], columns };
    yield { ...part, done: part.done + i };
    if (tryOut([row])) shown.add(row);
  }
  for (const row of order) if (!shown.has(row) && withFigures(now, figures([row])) === now) shown.add(row);
  const rest = (members: readonly number[]) => members.filter((row) => !shown.has(row));
  const others = [
    ...wholes.map(([group, members]) => ({ label: OTHER, group, members: rest(members) })),
    { label: OTHER, group: "", members: rest(every).filter((row) => !own.has(table[row]!.group)) },
  ].filter(({ members }) => members.length > 0);
  const alone = every
    .filter((row) => shown.has(row))
    .map((row): ShownRow => ({ ...named(table[row]!), members: [row] }));
  const rows = [...alone, ...others];
  return { rows, columns };
}

const named = ({ label, group }: MoneySum) => ({ label, group });

function groupsOf(table: readonly MoneySum[]): readonly (readonly [string, readonly number[]])[] {
  const groups = new Map<string, number[]>();
  for (const [i, { group }] of table.entries()) groups.set(group, [...(groups.get(group) ?? []), i]);
  const sizes = new Map([...groups].map(([group, rows]) => [group, ratesIn(table, rows)]));
  return [...groups].sort(([a], [b]) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
}

const ratesIn = (table: readonly MoneySum[], rows: readonly number[]): number =>
  new Set(rows.flatMap((row) => [...table[row]!.cost.keys()])).size;

/** Those with most rates first: they hide most. Never by their place, so that sorted rows show the same. */
const byRates = (table: readonly MoneySum[], rows: readonly number[]): readonly number[] =>
  [...rows].sort(
    (a, b) =>
      table[b]!.cost.size - table[a]!.cost.size ||
      (table[a]!.group < table[b]!.group ? -1 : table[a]!.group > table[b]!.group ? 1 : 0) ||
      (table[a]!.label < table[b]!.label ? -1 : 1),
  );

/** One figure a column: the cost of each rate in it. */
function figuresOf(
  table: readonly MoneySum[],
  members: readonly number[],
  columns: ShownMoney["columns"],
  rates: readonly string[],
): readonly Float64Array[] {
  const at = new Map(rates.map((rate, i) => [rate, i]));
  return columns.map((parts) => {
    const figure = new Float64Array(rates.length);
    for (const row of members)
      for (const [rate, costs] of table[row]!.cost)
        for (const part of parts) figure[at.get(rate)!]! += costs[part] ?? 0;
    return figure;
  });
}
