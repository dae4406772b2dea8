import type { Counted } from "../../core/engine/counted.ts";
import type { Scope } from "../../core/engine/scope.ts";
import type { Need, Plan } from "../../core/plan/plan.ts";
import { type SlowDays, slowDays } from "./slow-days.ts";
import { daysOf, type Span as Grain, running, sum } from "./slow-running.ts";

/** Coverage and gap said slowly, on top of the slow days. */
export interface Twin extends SlowDays {
  readonly demand: (grain: Grain) => GrainDemand;
  /** `away`: a person who is not there, and whose booked minutes are open as they were booked. */
  readonly gap: (grain: Grain, scope: Scope, away?: number) => GrainGap;
}
export interface GrainDemand {
  /** Open minutes and uncovered minutes on each day of the grain. */
  readonly open: (need: number, day: number) => number;
  readonly own: (allocation: number, day: number) => number;
}
export interface GrainGap {
  readonly open: number;
  readonly free: number;
  readonly unmet: number;
  readonly byEngagement: readonly number[];
}

export function slowTwin(plan: Plan, counted: Counted): Twin {
  const { contracts, people, engagements, needs, allocations: rows } = plan;
  const slow = slowDays(plan, counted);
  const { asked, effort, holds, limit } = slow;

  /** Whether somebody under a contract fits skill, level, certificate, role and location of work on all of some days. */
  const fits = (
    number: number,
    wanted: Pick<Need, "skill" | "level" | "certificate" | "role" | "location">,
    days: Grain,
  ) => {
    const { role, location, person } = contracts[number]!;
    const held = people[person]!.skills;
    const each = daysOf(workdays(days));
    const skilled = each.every((day) =>
      held.some(
        (one) =>
          one.skill === wanted.skill &&
          one.level >= wanted.level &&
          one.validFrom <= day &&
          (one.certificate !== null || one.validTo >= day),
      ),
    );
    const certified = each.every((day) =>
      held.some(
        (one) =>
          one.certificate === wanted.certificate &&
          (wanted.skill < 0 || one.skill === wanted.skill) &&
          one.validFrom <= day &&
          one.validTo >= day,
      ),
    );
    return (
      (wanted.skill < 0 || skilled) &&
      (wanted.certificate === null || certified) &&
      (wanted.role === "" || wanted.role === role) &&
      (wanted.location < 0 || wanted.location === location)
    );
  };
  /** Whether a scenario took somebody off an engagement on one of the days. */
  const isBarred = (number: number, engagement: number, days: Grain) =>
    plan.barred.some(
      (one) =>
        one.person === contracts[number]!.person &&
        one.engagement === engagement &&
        one.from <= workdays(days).to &&
        one.to >= workdays(days).from,
    );
  const within = (number: number, grain: Grain) =>
    contracts[number]!.from <= grain.to && contracts[number]!.to >= grain.from;

  /** Minutes each allocation gives each need of its engagement in a grain. */
  const given = (grain: Grain): readonly { row: number; need: number; minutes: number }[] => {
    const left = needs.map((_, need) => sum(daysOf(grain).map((day) => asked(need, day))));
    const result: { row: number; need: number; minutes: number }[] = [];
    const order = Array.from({ length: rows.length }, (_, row) => row);
    const named = order.filter((row) => rows.person[row]! >= 0);
    for (const row of [...named, ...order.filter((one) => rows.person[one]! < 0)]) {
      let minutes = sum(daysOf(grain).map((day) => effort(row, day)));
      const person = rows.person[row]!;
      const ofEngagement = needs.flatMap((need, number) => (need.engagement === rows.engagement[row] ? [number] : []));
      const suits = (number: number) =>
        person >= 0 &&
        people[person]!.contracts.some(
          (contract) => within(contract, grain) && fits(contract, needs[number]!, inGrain(needs[number]!, grain)),
        );
      const inTurn =
        rows.skill[row]! >= 0
          ? ofEngagement.filter((number) => needs[number]!.skill === rows.skill[row])
          : [...ofEngagement.filter(suits), ...ofEngagement.filter((number) => !suits(number))];
      for (const need of inTurn) {
        const taken = Math.min(left[need]!, minutes);
        left[need]! -= taken;
        minutes -= taken;
        if (taken > 0) result.push({ row, need, minutes: taken });
      }
    }
    return result;
  };

  /** Part of a grain's minutes on a day, in proportion to the days' own minutes, in running sums from its first day. */
  const onDay = (minutes: number, grain: Grain, day: number, own: (day: number) => number): number => {
    const all = BigInt(sum(daysOf(grain).map(own)));
    if (all === 0n) return 0;
    return running(grain.from, day, (one) => [BigInt(minutes) * BigInt(own(one)), all]);
  };

  const demand = (grain: Grain): GrainDemand => {
    const gifts = given(grain);
    const total = (own: (day: number) => number) => sum(daysOf(grain).map(own));
    const byNamed = (need: number) =>
      sum(gifts.filter((gift) => gift.need === need && rows.person[gift.row]! >= 0).map(({ minutes }) => minutes));
    const covers = (row: number) => sum(gifts.filter((gift) => gift.row === row).map(({ minutes }) => minutes));
    return {
      open: (need, day) => {
        const own = (one: number) => asked(need, one);
        return onDay(total(own) - byNamed(need), grain, day, own);
      },
      own: (row, day) => {
        const own = (one: number) => effort(row, one);
        return onDay(total(own) - covers(row), grain, day, own);
      },
    };
  };

  const gap = (grain: Grain, scope: Scope, away = -1): GrainGap => {
    const gifts = given(grain);
    const inScope = contracts
      .map((_, number) => number)
      .filter((number) => scope.contracts[number] === 1 && contracts[number]!.person !== away);
    const staysAway = ({ row, need }: { row: number; need: number }) =>
      counted.restaff &&
      rows.person[row]! >= 0 &&
      scope.needs[need] === 1 &&
      inScope.some((number) => contracts[number]!.person === rows.person[row] && within(number, grain));
    const staying = gifts.filter((gift) => !staysAway(gift) && (away < 0 || rows.person[gift.row] !== away));

    const stillPinned = (number: number, day: number) => {
      let minutes = 0;
      for (let row = 0; row < rows.length; row++) {
        if (rows.person[row] !== contracts[number]!.person) continue;
        const whole = sum(daysOf(grain).map((one) => effort(row, one)));
        const gone = sum(gifts.filter((gift) => gift.row === row && staysAway(gift)).map((gift) => gift.minutes));
        minutes += onDay(whole - gone, grain, day, (one) => effort(row, one));
      }
      return minutes;
    };
    const freeOf = (number: number) =>
      sum(
        daysOf(grain)
          .filter((day) => holds(number, day))
          .map((day) => Math.max(0, limit(number, day) - stillPinned(number, day))),
      );

    const items: { readonly engagement: number; readonly minutes: number; readonly servers: readonly number[] }[] = [];
    needs.forEach((need, number) => {
      if (scope.needs[number] === 0) return;
      const covered = sum(
        staying.filter((gift) => gift.need === number && rows.person[gift.row]! >= 0).map((gift) => gift.minutes),
      );
      const minutes = sum(daysOf(grain).map((day) => asked(number, day))) - covered;
      const days = inGrain(need, grain);
      const servers = inScope.filter(
        (contract) => fits(contract, need, days) && !isBarred(contract, need.engagement, days),
      );
      items.push({ engagement: need.engagement, minutes, servers });
    });
    for (let row = 0; row < rows.length; row++) {
      const isNamed = rows.person[row]! >= 0 && rows.person[row] !== away;
      if (isNamed || scope.allocations[row] === 0) continue;
      const covers = sum(gifts.filter((gift) => gift.row === row).map((gift) => gift.minutes));
      const minutes = sum(daysOf(grain).map((day) => effort(row, day))) - covers;
      const wanted = { skill: rows.skill[row]!, level: 1, certificate: null, role: "", location: -1 };
      const days = inGrain({ from: rows.from[row]!, to: rows.to[row]! }, grain);
      const servers = inScope.filter(
        (contract) => fits(contract, wanted, days) && !isBarred(contract, rows.engagement[row]!, days),
      );
      items.push({ engagement: rows.engagement[row]!, minutes, servers });
    }
    const open = items.filter(({ minutes }) => minutes > 0);
    const minutesOf = new Map(inScope.map((number) => [number, freeOf(number)]));
    const unmetOf = (some: typeof open) => worstSubset(some, minutesOf);
    const ranked = engagements
      .map((_, number) => number)
      .sort((a, b) => (engagements[a]!.priority ?? 1e9) - (engagements[b]!.priority ?? 1e9) || a - b);
    const byEngagement = engagements.map(() => 0);
    ranked.forEach((engagement, rank) => {
      const upTo = (count: number) => open.filter((item) => ranked.slice(0, count).includes(item.engagement));
      byEngagement[engagement] = unmetOf(upTo(rank + 1)) - unmetOf(upTo(rank));
    });
    return {
      open: sum(open.map(({ minutes }) => minutes)),
      free: sum([...minutesOf.values()]),
      unmet: unmetOf(open),
      byEngagement,
    };
  };

  return { ...slow, demand, gap };
}

/** Unmet minutes by Hall's theorem: the most by which any set of items asks for more than everyone who serves one of them has. */
function worstSubset(
  items: readonly { readonly minutes: number; readonly servers: readonly number[] }[],
  minutesOf: ReadonlyMap<number, number>,
): number {
  let worst = 0;
  for (let subset = 0; subset < 2 ** items.length; subset++) {
    const chosen = items.filter((_, at) => (subset >> at) & 1);
    const servers = new Set(chosen.flatMap((item) => item.servers));
    const asked = sum(chosen.map((item) => item.minutes));
    worst = Math.max(worst, asked - sum([...servers].map((number) => minutesOf.get(number)!)));
  }
  return worst;
}

const inGrain = (work: Grain, grain: Grain): Grain => ({
  from: Math.max(work.from, grain.from),
  to: Math.min(work.to, grain.to),
});

/** Mondays to Fridays; the days themselves, when somebody works on a weekend only. */
function workdays({ from, to }: Grain): Grain {
  const [first, last] = [monday(from), friday(to)];
  return first > last ? { from, to } : { from: first, to: last };
}

/** Work that nobody is named for lies on Mondays to Fridays: a certificate that ends on a Friday lasts its week. */
function friday(day: number): number {
  let last = day;
  while ((last + 5) % 7 > 4) last -= 1;
  return last;
}

function monday(day: number): number {
  let first = day;
  while ((first + 5) % 7 > 4) first += 1;
  return first;
}
