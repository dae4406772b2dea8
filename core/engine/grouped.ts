/** Rows by what they belong to: those of group g are order[first[g]] up to order[first[g + 1]], in row order. */
export interface Grouped {
  readonly first: Int32Array;
  readonly order: Int32Array;
}

/** Rows whose key is below 0 belong to no group. */
export function grouped(keys: ArrayLike<number>, groups: number): Grouped {
  const first = new Int32Array(groups + 1);
  for (let row = 0; row < keys.length; row++) if (keys[row]! >= 0) first[keys[row]! + 1]! += 1;
  for (let group = 0; group < groups; group++) first[group + 1]! += first[group]!;
  const next = first.slice(0, groups);
  const order = new Int32Array(first[groups]!);
  for (let row = 0; row < keys.length; row++) if (keys[row]! >= 0) order[next[keys[row]!]!++] = row;
  return { first, order };
}
