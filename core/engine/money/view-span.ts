/** Nobody may have more than this share of the cost in any shown figure, nor in any sum or difference of shown figures. */
export const MOST_SHARE = 0.8;
/** Others' cost beside a unit of one's own when the share is at its most: how far a rate may then be from its true value. */
const LEAST_SLACK = (1 - MOST_SHARE) / MOST_SHARE;
/** The same for somebody who knows one of the rates, such as their own. */
const LEAST_SLACK_INSIDE = 0.05;
/** Costs are rounded to minor units, so that two rows that differ by less say the same. */
const ROUNDING = 4;

/**
 * What shown figures together say about the rates they are made of. Each figure is a sum of costs, one for each rate; whoever
 * knows the hours knows its coefficients. `left` is the projection onto what the figures leave open (I − A⁺A, costs scaled by
 * the root of each rate's total, so that a single figure is judged exactly by its shares).
 */
export interface Span {
  readonly size: number;
  readonly scale: Float64Array;
  readonly left: Float64Array;
}

/** A span of nothing; `totals` are what each rate costs in all. */
export function newSpan(totals: ArrayLike<number>): Span {
  const size = totals.length;
  const left = new Float64Array(size * size);
  for (let i = 0; i < size; i++) left[i * size + i] = 1;
  return { size, scale: Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(Math.max(1, totals[i]!))), left };
}

/** With more figures; null when they would tell too much about somebody's rate, unless that does not matter. */
export function withFigures(span: Span, figures: readonly ArrayLike<number>[], mustHide = true): Span | null {
  const { size, scale } = span;
  let next = span;
  const touched = new Uint8Array(size);
  for (const figure of figures) {
    const rest = openPart(next, figure);
    if (rest === null) continue;
    if (next === span) next = { size, scale, left: span.left.slice() };
    const { left } = next;
    const parts = places(rest);
    for (const i of parts) {
      touched[i] = 1;
      for (const j of parts) left[i * size + j]! -= rest[i]! * rest[j]!;
    }
  }
  if (next === span) return span;
  return !mustHide || isSafe(next, touched) ? next : null;
}

/** Where a figure is not 0: most are made of a few rates. */
const places = (figure: ArrayLike<number>): readonly number[] => {
  const found: number[] = [];
  for (let i = 0; i < figure.length; i++) if (figure[i] !== 0) found.push(i);
  return found;
};

/** The part of a figure that the others do not say already, of length 1; null where there is none. */
function openPart({ size, scale, left }: Span, figure: ArrayLike<number>): Float64Array | null {
  const part = new Float64Array(size);
  const costs = places(figure);
  let [norm, most] = [0, 0];
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (const j of costs) sum += left[i * size + j]! * figure[j]! * scale[j]!;
    part[i] = sum;
    norm += sum * sum;
    most = Math.max(most, Math.abs(sum) / scale[i]!);
  }
  if (most <= ROUNDING) return null;
  const length = Math.sqrt(norm);
  for (let i = 0; i < size; i++) part[i] = Math.abs(part[i]!) < 1e-12 * length ? 0 : part[i]! / length;
  return part;
}

/**
 * For each touched rate there are other rates, none below 0 nor above twice the true one, that give the same figures and in which
 * this rate differs by at least a quarter; and by a twentieth for somebody who knows one of the others.
 */
function isSafe(span: Span, touched: Uint8Array): boolean {
  const { size, scale, left } = span;
  const most = new Float64Array(size);
  for (let p = 0; p < size; p++) most[p] = othersMove(span, p, -1);
  for (let p = 0; p < size; p++) {
    if (touched[p] === 0) continue;
    const own = left[p * size + p]!;
    if (own < 1e-9 || own * scale[p]! < (LEAST_SLACK - 1e-9) * most[p]!) return false;
    for (let known = 0; known < size; known++) {
      if (known === p) continue;
      const [shared, theirs] = [Math.abs(left[p * size + known]!), left[known * size + known]!];
      if (shared < 1e-12) continue;
      if (theirs < 1e-12) return false;
      const open = Math.max(0, own - (shared * shared) / theirs) * scale[p]!;
      if (open >= LEAST_SLACK_INSIDE * (most[p]! + (shared / theirs) * Math.max(most[known]!, scale[p]! * shared)))
        continue;
      if (open < 1e-9 * scale[p]! || open < LEAST_SLACK_INSIDE * othersMove(span, p, known)) return false;
    }
  }
  return true;
}

/** How far the others' rates move at most when one moves as far as the figures let it, while a known one stays. */
function othersMove({ size, scale, left }: Span, p: number, known: number): number {
  const share = known < 0 ? 0 : left[p * size + known]! / left[known * size + known]!;
  let most = 0;
  for (let q = 0; q < size; q++) {
    if (q === p || q === known) continue;
    const move = left[p * size + q]! - (known < 0 ? 0 : share * left[known * size + q]!);
    most = Math.max(most, Math.abs(move) * scale[q]!);
  }
  return most;
}
