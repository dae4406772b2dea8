import type { Counted } from "../../../core/engine/counted.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import type { Scope } from "../../../core/engine/scope.ts";
import type { Timeline } from "../../../core/engine/timeline.ts";
import { changed } from "../../../core/plan/changed.ts";
import { type Contract, type Plan, PPM } from "../../../core/plan/plan.ts";
import type { Change } from "../../../core/scenario/change.ts";
import { withChanges } from "../../../core/scenario/with-changes.ts";

/** One way the whole plan may turn out: an ordinary plan in which nothing is uncertain any more. */
export interface PlainWorld {
  readonly chance: number;
  readonly plan: Plan;
}

/** Every world, made by changing the plan as a planner would: deals are won, lost and slip, hires come or are struck out. */
export function everyWorld(plan: Plan): readonly PlainWorld[] {
  let worlds: readonly PlainWorld[] = [{ chance: 1, plan }];
  for (const { name, status, odds, startSlip } of plan.engagements) {
    if (status !== "tentative" || odds === null || odds === 0) continue;
    const slips = startSlip ?? plan.settings.startSlip;
    const onTime = PPM - slips.reduce((sum, slip) => sum + slip.odds, 0);
    const ways: (readonly [number, readonly Change[]])[] = [
      [1 - odds / PPM, [{ kind: "lose", engagement: name }]],
      [(odds / PPM) * (onTime / PPM), [{ kind: "win", engagement: name }]],
      ...slips.map(
        (slip) =>
          [
            (odds / PPM) * (slip.odds / PPM),
            [
              { kind: "win", engagement: name },
              { kind: "slip", engagement: name, weeks: slip.weeks },
            ],
          ] as const,
      ),
    ];
    worlds = worlds.flatMap((world) =>
      ways
        .filter(([chance]) => chance > 0)
        .map(([chance, changes]) => ({
          chance: world.chance * chance,
          plan: withChanges(world.plan, changes).plan,
        })),
    );
  }
  plan.people.forEach(({ contracts }) => {
    const planned = contracts.filter((number) => {
      const { kind, odds } = plan.contracts[number]!;
      return kind === "planned hire" && odds > 0 && odds < PPM;
    });
    if (planned.length === 0) return;
    // With several contracts, whoever comes at lower odds comes at higher ones as well.
    const steps = [...new Set([0, PPM, ...planned.map((number) => plan.contracts[number]!.odds)])].sort(
      (a, b) => a - b,
    );
    worlds = worlds.flatMap((world) =>
      steps.slice(1).map((to, i) => ({
        chance: (world.chance * (to - steps[i]!)) / PPM,
        plan: changed(world.plan, {
          contracts: world.plan.contracts.map(
            (one, number): Contract =>
              planned.includes(number) ? { ...one, odds: plan.contracts[number]!.odds >= to ? PPM : 0 } : one,
          ),
        }),
      })),
    );
  });
  return worlds;
}

/** Unmet minutes of every world by period, and by skill and period. */
export function gapsOf(worlds: readonly PlainWorld[], over: Timeline, counted: Counted, scope: Scope) {
  return worlds.map(({ chance, plan }) => {
    const gap = skillGap(plan, over, counted, scope);
    return { chance, unmet: gap.unmet, bySkill: gap.bySkill() };
  });
}

/** The figures of one period, by their definition. */
export function figuresOf(worlds: readonly { readonly chance: number; readonly minutes: number }[]) {
  const sorted = [...worlds].sort((a, b) => a.minutes - b.minutes);
  const percentile = (share: number) => {
    let sum = 0;
    const reaches = ({ chance }: { readonly chance: number }) => {
      sum += chance;
      return sum >= share - 1e-9;
    };
    return sorted.find(reaches)!.minutes;
  };
  return {
    chance: worlds.reduce((sum, { chance, minutes }) => sum + (minutes > 0 ? chance : 0), 0),
    expected: worlds.reduce((sum, { chance, minutes }) => sum + chance * minutes, 0),
    p80: percentile(0.8),
    p90: percentile(0.9),
  };
}
