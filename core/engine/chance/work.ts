import { firstWorkdayFrom, lastWorkdayUpTo } from "../../plan/calendar.ts";
import { changed } from "../../plan/changed.ts";
import type { Need, Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import { type Counted, engagementShares } from "../counted.ts";
import { type Covering, coverage, type Releases, turnsOf } from "../coverage.ts";
import { allocationEffort, needEffort } from "../effort.ts";
import { fitOf } from "../fit.ts";
import { grouped } from "../grouped.ts";
import { countsUntil } from "../past.ts";
import { requirements } from "../requirements.ts";
import type { SupportLoad } from "../support/load.ts";
import type { Timeline } from "../timeline.ts";
import { type Variant, variantsOf } from "../variants.ts";
import { isSettled, openOf, partsOfBook } from "./book.ts";
import { loadsOf } from "./loads.ts";
import type { Book, BookNeed, BookRow } from "./model.ts";
import type { Hire } from "./things.ts";
import { comingOnly, type Unfolded } from "./unfold.ts";

/** Open minutes of one engagement's work in one grain: in every world, or in those in which its deal is in its state. */
export interface Piece {
  readonly grain: number;
  readonly engagement: number;
  readonly variant: number;
  readonly minutes: number;
}

/** Minutes of a named person that cover a need. */
export interface Covered extends Piece {
  readonly person: number;
}

/** The work of the unfolded plan: what is open, and what is to be replayed in each world. */
export interface ChanceWork {
  readonly variants: readonly Variant[];
  readonly pieces: readonly Piece[];
  readonly books: readonly { readonly grain: number; readonly book: Book }[];
  readonly loads: readonly (readonly number[])[];
  readonly covered: readonly Covered[];
}

/** `loads` by need of the plan itself; -1 in `hireOf` for people who are there in every world. */
export function chanceWork(
  base: Plan,
  { plan, scope, dealOf, stateOf, needOf }: Unfolded,
  grains: Timeline,
  counted: Counted,
  hires: readonly Hire[],
  firstHire: number,
  queues: readonly SupportLoad[],
): ChanceWork {
  const needs = needEffort(plan, grains, counted);
  const allocations = allocationEffort(plan, grains, counted);
  const byState = effortByState(base, plan, grains, counted, hires, allocations);
  const shares = engagementShares(plan, counted);
  const until = countsUntil(plan);
  const required = requirements(plan);
  const fit = fitOf(plan, required);
  const covering: Covering = { plan, grains, needs, allocations, required, fit, releases: null };
  const variants = variantsOf(plan, required, fit);
  const count = grains.periods.length;
  const variantIn = (requirement: number, days: Days, grain: number) => {
    const { from, to } = grains.periods[grain]!;
    const first = firstWorkdayFrom(Math.max(days.from, from));
    return variants.of(requirement, lastWorkdayUpTo(Math.min(days.to, to)), first, days.engagement);
  };
  const variantOfNeed = (need: number, grain: number) => variantIn(required.ofNeed[need]!, plan.needs[need]!, grain);
  const variantOfRow = (row: number, grain: number) => {
    const { engagement, from, to } = plan.allocations;
    const days = { engagement: engagement[row]!, from: from[row]!, to: to[row]! };
    return variantIn(required.ofAllocation[row]!, days, grain);
  };

  const pieces: Piece[] = [];
  const covered: Covered[] = [];
  const takes: Releases = (row, need, grain, minutes) => {
    const person = plan.allocations.person[row]!;
    if (person < 0 || scope.needs[need] === 0) return false;
    const { engagement } = plan.needs[need]!;
    covered.push({ grain, engagement, variant: variantOfNeed(need, grain), minutes, person });
    return false;
  };
  const releases = plan.settings.absence > 0 ? takes : null;
  const { named, covers } = coverage({ ...covering, releases });
  const queueOf = new Map(queues.map(({ need }, queue) => [need, queue]));
  const hireOf = new Int32Array(plan.people.length).fill(-1);
  hires.forEach(({ person }, hire) => {
    hireOf[person] = hire;
  });
  const differs = engagementsThatDiffer(plan, needOf, queueOf, hireOf);
  plan.needs.forEach(({ engagement }, need) => {
    if (scope.needs[need] === 0 || differs[engagement] === 1) return;
    for (let grain = 0; grain < count; grain++) {
      const minutes = needs[need * count + grain]! - named[need * count + grain]!;
      if (minutes > 0) pieces.push({ grain, engagement, variant: variantOfNeed(need, grain), minutes });
    }
  });
  for (let row = 0; row < plan.allocations.length; row++) {
    const engagement = plan.allocations.engagement[row]!;
    if (plan.allocations.person[row]! >= 0 || scope.allocations[row] === 0 || differs[engagement] === 1) continue;
    for (let grain = 0; grain < count; grain++) {
      const minutes = allocations[row * count + grain]! - covers[row * count + grain]!;
      if (minutes > 0) pieces.push({ grain, engagement, variant: variantOfRow(row, grain), minutes });
    }
  }

  const books: { grain: number; book: Book }[] = [];
  const loads = loadsOf(plan, grains);
  const needsOf = grouped(
    plan.needs.map(({ engagement }) => engagement),
    plan.engagements.length,
  );
  const rowsOf = grouped(plan.allocations.engagement, plan.engagements.length);
  const needIn = (need: number, grain: number): BookNeed => {
    const counts = shares[plan.needs[need]!.engagement]! > 0;
    const queue = counts ? (queueOf.get(needOf[need]!) ?? -1) : -1;
    const load = queue < 0 ? -1 : loads.of(queue, queues[queue]!.slices, endingBy(plan.needs[need]!, until), grain);
    const minutes = needs[need * count + grain]!;
    return { variant: scope.needs[need] === 0 ? -1 : variantOfNeed(need, grain), minutes, queue, load };
  };
  const rowIn = (row: number, grain: number): BookRow => {
    const person = plan.allocations.person[row]!;
    const cell = row * count + grain;
    const hire = person < 0 ? -1 : hireOf[person]!;
    if (hire >= 0) {
      const minutes = hires[hire]!.chances.map((_, state) => byState[state]![cell]!);
      return { variant: -1, thing: firstHire + hire, minutes };
    }
    const variant = person >= 0 || scope.allocations[row] === 0 ? -1 : variantOfRow(row, grain);
    return { variant, thing: -1, minutes: [allocations[cell]!] };
  };
  plan.engagements.forEach((_, engagement) => {
    if (differs[engagement] === 0) return;
    const own = inGroup(needsOf, engagement);
    const named = inGroup(rowsOf, engagement).filter((row) => plan.allocations.person[row]! >= 0);
    const nobody = inGroup(rowsOf, engagement).filter((row) => plan.allocations.person[row]! < 0);
    for (let grain = 0; grain < count; grain++) {
      const asks = own
        .map((need) => ({ need, ...needIn(need, grain) }))
        .filter((one) => asksAnything(one, loads.lists));
      const rows = [...named, ...nobody]
        .map((row) => ({ row, ...rowIn(row, grain) }))
        .filter(({ minutes }) => minutes.some((one) => one > 0));
      if (asks.length === 0 && rows.every(({ variant }) => variant < 0)) continue;
      const turnsOfRows = (first: number, end: number) =>
        rows.slice(first, end).flatMap(({ row }, i) => {
          const at = first + i;
          const seen = new Set<number>();
          for (const turn of turnsOf(plan.allocations.skill[row]!, plan.allocations.person[row]!))
            asks.forEach(({ need }, ask) => {
              if (turn(covering, row, need, grain)) seen.add(ask);
            });
          return [...seen].flatMap((need) => [at, need]);
        });
      const people = rows.filter(({ row }) => plan.allocations.person[row]! >= 0).length;
      const whole: Book = {
        thing: dealOf[engagement]!,
        state: stateOf[engagement]!,
        needs: asks,
        rows,
        turns: turnsOfRows(0, people),
        later: turnsOfRows(people, rows.length),
      };
      for (const book of partsOfBook(whole)) {
        if (!isSettled(book)) books.push({ grain, book });
        else
          openOf(
            book,
            ({ minutes }) => minutes,
            ({ minutes }) => minutes[0]!,
            (variant, minutes) => pieces.push({ grain, engagement, variant, minutes }),
          );
      }
    }
  });
  return { variants: variants.list, pieces, books, loads: loads.lists, covered };
}

/** A need whose engagement's plan counts no longer than to its last day. */
function endingBy(need: Need, until: Float64Array): Need {
  const last = until[need.engagement]!;
  return need.to <= last ? need : { ...need, to: dayNumber(last) };
}

interface Days {
  readonly engagement: number;
  readonly from: number;
  readonly to: number;
}

const inGroup = ({ first, order }: ReturnType<typeof grouped>, group: number): readonly number[] =>
  Array.from(order.subarray(first[group]!, first[group + 1]!));

const asksAnything = ({ minutes, load }: BookNeed, lists: readonly (readonly number[])[]): boolean =>
  load < 0 ? minutes > 0 : lists[load]!.at(-1)! > 0;

/** 1 for engagements whose coverage is not the same in all worlds: a queue's load varies, or a hire is booked. */
function engagementsThatDiffer(
  plan: Plan,
  needOf: readonly number[],
  queueOf: ReadonlyMap<number, number>,
  hireOf: Int32Array,
): Uint8Array {
  const differs = new Uint8Array(plan.engagements.length);
  plan.needs.forEach(({ engagement }, need) => {
    if (queueOf.has(needOf[need]!)) differs[engagement] = 1;
  });
  plan.allocations.person.forEach((person, row) => {
    if (person >= 0 && hireOf[person]! >= 0) differs[plan.allocations.engagement[row]!] = 1;
  });
  return differs;
}

/** Minutes of allocations with every hire in its first state, its second, and so on; a hire stays in its last. */
function effortByState(
  base: Plan,
  plan: Plan,
  grains: Timeline,
  counted: Counted,
  hires: readonly Hire[],
  wholly: Float64Array,
): readonly Float64Array[] {
  const states = Math.max(0, ...hires.map(({ chances }) => chances.length));
  return Array.from({ length: states }, (_, state) =>
    state === 0
      ? wholly
      : allocationEffort(changed(plan, { contracts: comingOnly(base, hires, state) }), grains, counted),
  );
}
