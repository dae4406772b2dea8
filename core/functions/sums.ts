/** Minutes of some rows of the plan, [row * parts + part], and the result rows in which they stand. */
export interface Source {
  readonly minutes: Float64Array;
  readonly rows: number;
  /** Asked once a row, for its first part, unless the labels change from part to part. */
  readonly labels: (row: number, part: number) => readonly string[];
  readonly changing?: boolean;
}

/** What is to be added up, and the labels that have a row even when nothing adds to them: these come first. */
export interface Summands {
  readonly sources: readonly Source[];
  readonly listed: readonly string[];
}

/** Minutes by label and period, [row * periods + period], where a label's row is its place among the labels. */
export interface Sums {
  readonly labels: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly periods: number;
  readonly minutes: Float64Array;
}

/** Adds sources up by label, and takes others off; `periodOf` is the period of each part. */
export function sums(periodOf: Int32Array, added: Summands, taken: Summands = NOTHING): Sums {
  const periods = (periodOf[periodOf.length - 1] ?? 0) + 1;
  const totals = totalsOf(periods, [...added.listed, ...taken.listed]);
  for (const source of added.sources) addSource(source, 1, periodOf, totals);
  for (const source of taken.sources) addSource(source, -1, periodOf, totals);
  const { labels, rowOf, minutes } = totals;
  return { labels, rowOf, periods, minutes: minutes.subarray(0, labels.length * periods) };
}

const NOTHING: Summands = { sources: [], listed: [] };

interface Totals {
  readonly labels: string[];
  readonly rowOf: Map<string, number>;
  readonly periods: number;
  /** With room for more rows. */
  minutes: Float64Array;
}

function totalsOf(periods: number, listed: readonly string[]): Totals {
  const totals: Totals = { labels: [], rowOf: new Map(), periods, minutes: new Float64Array(listed.length * periods) };
  for (const label of listed) rowFor(totals, label);
  return totals;
}

function rowFor(totals: Totals, label: string): number {
  const { labels, rowOf, periods, minutes } = totals;
  const known = rowOf.get(label);
  if (known !== undefined) return known;
  const row = labels.push(label) - 1;
  rowOf.set(label, row);
  if (labels.length * periods > minutes.length) {
    totals.minutes = new Float64Array((2 * labels.length + 8) * periods);
    totals.minutes.set(minutes);
  }
  return row;
}

function addSource(source: Source, sign: 1 | -1, periodOf: Int32Array, totals: Totals): void {
  const { minutes, rows, labels, changing } = source;
  const parts = periodOf.length;
  for (let row = 0; row < rows; row++) {
    const end = (row + 1) * parts;
    let from = row * parts;
    while (from < end && minutes[from] === 0) from++;
    if (from === end) continue;
    if (!changing) {
      addParts(source, row, from, end, labels(row, 0), sign, periodOf, totals);
      continue;
    }
    for (; from < end; from++) {
      if (minutes[from] === 0) continue;
      addParts(source, row, from, from + 1, labels(row, from - row * parts), sign, periodOf, totals);
    }
  }
}

function addParts(
  { minutes }: Source,
  row: number,
  from: number,
  end: number,
  labels: readonly string[],
  sign: 1 | -1,
  periodOf: Int32Array,
  totals: Totals,
): void {
  const start = row * periodOf.length;
  for (const label of labels) {
    const into = rowFor(totals, label) * totals.periods;
    const sums = totals.minutes;
    for (let at = from; at < end; at++) sums[into + periodOf[at - start]!]! += sign * minutes[at]!;
  }
}
