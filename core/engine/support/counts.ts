/** How likely each number of tickets is: cumulative chances of first, first + 1, and so on. */
export interface CountTable {
  readonly first: number;
  readonly cumulative: Float64Array;
}

const LEAST = 1e-17;

/**
 * Numbers of tickets in a week around a mean: Poisson, or negative binomial when their variance is `dispersion` times
 * the mean. Built outwards from the most likely number by ratios of neighbours only, so that no mean is too large and
 * every machine gets the same digits.
 */
export function countTable(mean: number, dispersion: number): CountTable {
  if (!(mean > 0)) return { first: 0, cumulative: Float64Array.of(1) };
  const [a, b] = recursionOf(mean, dispersion);
  const next = (n: number) => a + b / n;
  const mode = Math.max(0, Math.floor(a === 0 ? mean : (a + b) / (1 - a)));
  const below: number[] = [];
  for (let n = mode, weight = 1; n > 0 && weight > LEAST; n--) {
    weight /= next(n);
    below.push(weight);
  }
  const above: number[] = [];
  for (let n = mode + 1, weight = 1; weight > LEAST || n <= mean; n++) {
    weight *= next(n);
    above.push(weight);
  }
  const weights = Float64Array.from([...below.reverse(), 1, ...above]);
  let total = 0;
  for (const weight of weights) total += weight;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    weights[i] = sum / total;
  }
  weights[weights.length - 1] = 1;
  return { first: mode - below.length, cumulative: weights };
}

/** a and b of p(n) = (a + b / n) p(n - 1), which Poisson and negative binomial numbers follow (Panjer's class). */
export function recursionOf(mean: number, dispersion: number): readonly [a: number, b: number] {
  if (!(dispersion > 1 + 1e-9)) return [0, mean];
  const a = 1 - 1 / dispersion;
  const size = mean / (dispersion - 1);
  return [a, (size - 1) * a];
}

/** The least number that is not exceeded with this chance. */
export function countAt({ first, cumulative }: CountTable, chance: number): number {
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! < chance) low = middle + 1;
    else high = middle;
  }
  return first + low;
}

/** The chance of at most so many. */
export function chanceUpTo({ first, cumulative }: CountTable, count: number): number {
  if (count < first) return 0;
  return cumulative[Math.min(count - first, cumulative.length - 1)]!;
}
