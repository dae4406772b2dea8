import type { Plan } from "../plan/plan.ts";
import { type Bottleneck, fairSplit, flowNet, prioritySplit } from "./flow/index.ts";
import type { GapModel } from "./gap-model.ts";
import type { OpenPiece } from "./open-work.ts";

/** The gap by skill, shared fairly among requirements: [skill * periods + period], the last row is work without a skill. */
export function skillSplit(model: GapModel, shortGrains: readonly number[]): Float64Array {
  const { plan, variants, periodOf, timeline } = model;
  const periods = timeline.periods.length;
  const split = new Float64Array((plan.skills.length + 1) * periods);
  for (const { grain, group } of groupsOf(model, shortGrains)) {
    fairShares(model, grain, group).forEach((unmet, ask) => {
      const { skill } = variants[group.needs[ask]!]!.requirement;
      split[(skill < 0 ? plan.skills.length : skill) * periods + periodOf[grain]!]! += unmet;
    });
  }
  return split;
}

/** The gap by engagement, [engagement * periods + period]: priority 1 is served first, no priority last, ties by row. */
export function engagementSplit(model: GapModel, shortGrains: readonly number[]): Float64Array {
  const { plan, periodOf, timeline } = model;
  const periods = timeline.periods.length;
  const ranks = ranksOf(plan);
  const split = new Float64Array(plan.engagements.length * periods);
  for (const { grain, group } of groupsOf(model, shortGrains)) {
    for (const { engagement, unmet } of rankedShares(model, grain, group, ranks)) {
      split[engagement * periods + periodOf[grain]!]! += unmet;
    }
  }
  return split;
}

/** What each requirement of a bottleneck lacks when its shortage is shared fairly, in the order of its needs. */
export function fairShares(model: GapModel, grain: number, group: Bottleneck): Float64Array {
  const { variants, demand } = model;
  const asks = group.needs.map((variant) => ({ variant, minutes: demand[grain * variants.length + variant]! }));
  return fairSplit(...netOf(model, grain, group, asks));
}

/** What each engagement lacks of each requirement of a bottleneck when engagements are served in the order of their ranks. */
export function rankedShares(model: GapModel, grain: number, group: Bottleneck, ranks: Float64Array) {
  const asks = asksOf(model, grain, new Set(group.needs));
  const asRanked = asks.map(({ engagement }) => ranks[engagement]!);
  const unmet = prioritySplit(...netOf(model, grain, group, asks), asRanked);
  return asks.map(({ engagement, variant }, ask) => ({ engagement, variant, unmet: unmet[ask]! }));
}

/**
 * The bottleneck groups of every short grain. Work outside them is served in full by every maximum flow, and whoever can
 * serve a group works for nothing else, so that each group can be split on its own.
 */
export function groupsOf({ solver, supply, demand }: GapModel, shortGrains: readonly number[]) {
  return shortGrains.flatMap((grain) => solver.bottlenecks(supply, demand, grain).map((group) => ({ grain, group })));
}

/** Who serves which ask within a group, with their minutes. */
function netOf(
  { classes, supply }: GapModel,
  grain: number,
  { needs, suppliers }: Bottleneck,
  asks: readonly { readonly variant: number; readonly minutes: number }[],
) {
  const asksFor = new Map(needs.map((variant): [number, number[]] => [variant, []]));
  asks.forEach(({ variant }, ask) => {
    asksFor.get(variant)!.push(ask);
  });
  const count = classes.canServe.length;
  const canServe = suppliers.map((one) => classes.canServe[one]!.flatMap((variant) => asksFor.get(variant) ?? []));
  const minutes = suppliers.map((one) => supply[grain * count + one]!);
  return [flowNet(asks.length, canServe), minutes, asks.map((ask) => ask.minutes)] as const;
}

/** What one engagement asks of one variant in a grain. */
interface Ask {
  readonly engagement: number;
  readonly variant: number;
  minutes: number;
}

function asksOf({ plan, pieces, variants }: GapModel, grain: number, among: ReadonlySet<number>): readonly Ask[] {
  const known = new Map<number, Ask>();
  for (const piece of pieces) {
    if (piece.grain !== grain || !among.has(piece.variant)) continue;
    const engagement = engagementOf(plan, piece);
    const key = engagement * variants.length + piece.variant;
    const ask = known.get(key);
    if (ask) ask.minutes += piece.minutes;
    else known.set(key, { engagement, variant: piece.variant, minutes: piece.minutes });
  }
  return [...known.values()];
}

const engagementOf = ({ needs, allocations }: Plan, { need, allocation }: OpenPiece) =>
  need < 0 ? allocations.engagement[allocation]! : needs[need]!.engagement;

/** The place of each engagement in the order of service: priority 1 first, none last, ties by row. */
export function ranksOf({ engagements }: Plan): Float64Array {
  const priorityOf = (engagement: number) => engagements[engagement]!.priority ?? Number.POSITIVE_INFINITY;
  const earlier = (a: number, b: number) => (priorityOf(a) === priorityOf(b) ? a - b : priorityOf(a) - priorityOf(b));
  const ranks = new Float64Array(engagements.length);
  [...engagements.keys()].sort(earlier).forEach((engagement, rank) => {
    ranks[engagement] = rank;
  });
  return ranks;
}
