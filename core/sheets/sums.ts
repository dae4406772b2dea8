/** Add rows of a grid of rows by periods into groups: [group * periods + period]; rows of group -1 are left out. */
export function sumRows(
  minutes: Float64Array,
  periods: number,
  groups: number,
  groupOf: (row: number) => number,
): Float64Array {
  const sums = new Float64Array(groups * periods);
  for (let row = 0; row < minutes.length / periods; row++) {
    const group = groupOf(row);
    for (let period = 0; period < periods && group >= 0; period++) {
      sums[group * periods + period]! += minutes[row * periods + period]!;
    }
  }
  return sums;
}

/** One row of such a grid, in hours. */
export const hoursOfRow = (minutes: Float64Array, row: number, periods: number): number[] =>
  Array.from(minutes.subarray(row * periods, (row + 1) * periods), toHours);

export const toHours = (minutes: number): number => minutes / 60;

export const total = (minutes: Iterable<number>): number => {
  let sum = 0;
  for (const one of minutes) sum += one;
  return sum;
};
