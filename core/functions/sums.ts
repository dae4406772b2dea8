/**
 * Minutes of some rows of the plan, [row * parts + part], and the result rows in which they stand in each part: one list
 * for parts in which nothing changes, so that it is looked up once.
 */
export interface Source {
  readonly minutes: ArrayLike<number>;
  readonly rows: number;
  readonly labels: (row: number, part: number) => readonly string[];
}

/** Minutes by label and period. `periodOf` is the period of each part; labels keep the order in which they are listed. */
export type Sums = ReadonlyMap<string, readonly number[]>;

/** Adds sources up by label. Labels in `listed` have a row even when nothing adds to them. */
export function sums(sources: readonly Source[], periodOf: Int32Array, listed: readonly string[]): Sums {
  const periods = (periodOf[periodOf.length - 1] ?? 0) + 1;
  const totals = new Map<string, number[]>();
  const totalOf = (label: string) => {
    const known = totals.get(label);
    if (known !== undefined) return known;
    const total = new Array<number>(periods).fill(0);
    totals.set(label, total);
    return total;
  };
  listed.forEach(totalOf);
  for (const { minutes, rows, labels } of sources) {
    for (let row = 0; row < rows; row++) {
      let before: readonly string[] = [];
      let into: readonly number[][] = [];
      for (let part = 0; part < periodOf.length; part++) {
        const amount = minutes[row * periodOf.length + part]!;
        if (amount === 0) continue;
        const now = labels(row, part);
        if (now !== before) into = now.map(totalOf);
        before = now;
        for (const total of into) total[periodOf[part]!]! += amount;
      }
    }
  }
  return totals;
}

/** a - b by label and period; labels of both, those of a first. */
export function less(a: Sums, b: Sums): Sums {
  const rest = new Map(a);
  for (const [label, minus] of b) {
    const more = a.get(label);
    const row = minus.map((minutes, period) => (more?.[period] ?? 0) - minutes);
    rest.set(label, row);
  }
  return rest;
}
