/** How likely each number of minutes is: `chances[i]` of (first + i) × step. The chances add up to 1. */
export interface Distribution {
  readonly step: number;
  readonly first: number;
  readonly chances: Float64Array;
}

/** A number of minutes that does not vary. */
export const certain = (minutes: number): Distribution => ({
  step: minutes > 0 ? minutes : 1,
  first: minutes > 0 ? 1 : 0,
  chances: Float64Array.of(1),
});

/** Tails as unlikely as this are left out. */
const LEAST = 1e-10;
/** What cumulative chances may miss through adding. */
const SLACK = 1e-12;

/** From weights of any size to chances, without tails that never happen. */
export function normalised(step: number, first: number, weights: ArrayLike<number>): Distribution {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]!;
  let [from, to] = [0, weights.length - 1];
  for (let tail = weights[from]!; from < to && tail <= LEAST * total; tail += weights[from]!) from += 1;
  for (let tail = weights[to]!; to > from && tail <= LEAST * total; tail += weights[to]!) to -= 1;
  const chances = new Float64Array(to - from + 1);
  for (let i = from; i <= to; i++) chances[i - from] = weights[i]! / total;
  return { step, first: first + from, chances };
}

/** The smallest number of minutes that is not exceeded with this chance. */
export function quantile({ step, first, chances }: Distribution, chance: number): number {
  let sum = 0;
  for (let i = 0; i < chances.length; i++) {
    sum += chances[i]!;
    if (sum >= chance - SLACK) return (first + i) * step;
  }
  return (first + chances.length - 1) * step;
}

export function meanOf({ step, first, chances }: Distribution): number {
  let sum = 0;
  for (let i = 0; i < chances.length; i++) sum += chances[i]! * (first + i);
  return sum * step;
}

/** The chance of more than so many minutes. */
export function chanceAbove({ step, first, chances }: Distribution, minutes: number): number {
  let sum = 0;
  for (let i = chances.length - 1; i >= 0 && (first + i) * step > minutes + SLACK; i--) sum += chances[i]!;
  return sum;
}

/** Work that comes with these odds, and otherwise asks for nothing at all. */
export function perhaps(one: Distribution, odds: number): Distribution {
  if (odds >= 1) return one;
  if (!(odds > 0)) return certain(0);
  const { step, first, chances } = one;
  const weights = new Float64Array(first + chances.length);
  weights[0] = 1 - odds;
  for (let i = 0; i < chances.length; i++) weights[first + i]! += odds * chances[i]!;
  return normalised(step, 0, weights);
}

/** Minutes of two together that have nothing to do with each other. */
export function together(a: Distribution, b: Distribution): Distribution {
  if (isCertain(a)) return shifted(b, a.first * a.step);
  if (isCertain(b)) return shifted(a, b.first * b.step);
  const step = commonStep(a, b);
  const [one, other] = [onSteps(a, step), onSteps(b, step)];
  const weights = new Float64Array(one.chances.length + other.chances.length - 1);
  for (let i = 0; i < one.chances.length; i++) {
    const chance = one.chances[i]!;
    if (chance === 0) continue;
    for (let j = 0; j < other.chances.length; j++) weights[i + j]! += chance * other.chances[j]!;
  }
  return normalised(step, one.first + other.first, weights);
}

/** So many times the same, each by itself. */
export function times(one: Distribution, count: number): Distribution {
  let [all, power, left] = [certain(0), one, count];
  for (; left > 0; left >>= 1) {
    if (left & 1) all = together(all, power);
    if (left > 1) power = together(power, power);
  }
  return all;
}

/** All of them together, neighbours first, so that most sums are of few steps. */
export function allTogether(all: readonly Distribution[]): Distribution {
  let left = all;
  while (left.length > 1) {
    const next: Distribution[] = [];
    for (let i = 0; i < left.length; i += 2)
      next.push(i + 1 < left.length ? together(left[i]!, left[i + 1]!) : left[i]!);
    left = next;
  }
  return left[0] ?? certain(0);
}

const isCertain = ({ chances }: Distribution): boolean => chances.length === 1;

function shifted(one: Distribution, minutes: number): Distribution {
  const steps = minutes / one.step;
  if (Number.isInteger(steps)) return { ...one, first: one.first + steps };
  const step = gcd(minutes, one.step) ?? one.step;
  const fine = onSteps(one, step);
  return { ...fine, first: fine.first + Math.round(minutes / step) };
}

/** The most steps that a sum is kept on: beyond, neighbouring minutes share a step, their mean kept. */
const MOST_STEPS = 1024;

function commonStep(a: Distribution, b: Distribution): number {
  const span = a.step * a.chances.length + b.step * b.chances.length;
  const fine = a.step === b.step ? a.step : gcd(a.step, b.step);
  if (fine !== null && span / fine <= MOST_STEPS) return fine;
  const coarse = Math.max(span / MOST_STEPS, Math.min(a.step, b.step));
  return a.step === b.step ? a.step * Math.ceil(coarse / a.step) : coarse;
}

/** The greatest common step of two whole numbers of minutes; null when one is no whole number. */
function gcd(a: number, b: number): number | null {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return null;
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** The same chances on other steps: what falls between two is shared between them so that its mean stays. */
export function onSteps(one: Distribution, step: number): Distribution {
  if (one.step === step) return one;
  const first = Math.floor((one.first * one.step) / step);
  const last = Math.ceil(((one.first + one.chances.length - 1) * one.step) / step);
  const weights = new Float64Array(last - first + 2);
  for (let i = 0; i < one.chances.length; i++) {
    const at = ((one.first + i) * one.step) / step - first;
    const down = Math.floor(at);
    weights[down]! += one.chances[i]! * (1 - (at - down));
    weights[down + 1]! += one.chances[i]! * (at - down);
  }
  return normalised(step, first, weights);
}
