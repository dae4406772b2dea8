/** Colours of a waterfall's series, in the order of `waterfallRow`: what stands below a step is not seen. */
export const WATERFALL: readonly (string | null)[] = [null, "#08519c", "#4292c6", "#4292c6", "#d95f02", "#d95f02"];

/**
 * A step from one amount to another as stacked columns, which stack upwards above 0 and downwards below it: what is not seen, a
 * level (from 0), what is gained above and below 0, what is lost above and below 0. Unused parts are empty.
 */
export function waterfallRow(from: number, to: number, isLevel: boolean): readonly (number | null)[] {
  if (isLevel) return [null, to, null, null, null, null];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const base = low > 0 ? low : high < 0 ? high : null;
  const above = Math.max(0, high) - Math.max(0, low);
  const below = Math.min(0, low) - Math.min(0, high);
  const parts = [above === 0 ? null : above, below === 0 ? null : below];
  return to >= from ? [base, null, ...parts, null, null] : [base, null, null, null, ...parts];
}
