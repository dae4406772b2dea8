import fc from "fast-check";
import type { Counted } from "../../core/engine/counted.ts";
import { everything, type Scope } from "../../core/engine/scope.ts";
import { type Plan, PPM } from "../../core/plan/plan.ts";
import type { AllocationSpec, ContractSpec, Effort, NeedSpec, PersonSpec, PlanSpec } from "../support/engine-plan.ts";

/** Specs of small plans with every kind of row, over five weeks from the Monday before MONDAY. */
const DAYS = { min: -9, max: 30 };
const day = fc.integer(DAYS);
const span = fc.tuple(day, fc.integer({ min: 0, max: 25 })).map(([from, length]) => ({ from, to: from + length }));
const sometimes = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 });
const oddPercent = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 1_000_000 }).map((ppm) => ppm / 1e4),
);

const clean = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const SKILLS = ["AWS", "Terraform", "Windows"];
const skill = fc.constantFrom(...SKILLS);
const role = fc.constantFrom("engineer", "lead");
const location = fc.constantFrom("Austin", "Pune");

const contractTerms = fc.record({
  hours: fc.constantFrom(40, 37.5, 20, 33.35, 0),
  weekdays: sometimes(fc.constant([0, 480, 487, 0, 301, 240, 0] as const)),
  role: sometimes(role),
  location,
  kind: fc.constantFrom("employee", "planned hire", "contractor"),
  target: sometimes(oddPercent),
  odds: sometimes(oddPercent),
  rampUpWeeks: sometimes(fc.integer({ min: 0, max: 4 })),
});
const contracts = fc.oneof(
  contractTerms.map((terms): ContractSpec[] => [clean(terms)]),
  fc.tuple(contractTerms, span).map(([terms, days]): ContractSpec[] => [{ ...clean(terms), ...days }]),
  fc
    .tuple(contractTerms, contractTerms, day, fc.integer({ min: 1, max: 5 }))
    .map(([first, second, end, gap]): ContractSpec[] => [
      { ...clean(first), to: end },
      { ...clean(second), from: end + gap },
    ]),
);
const held = fc
  .record({
    skill,
    level: fc.integer({ min: 1, max: 5 }),
    certificate: sometimes(fc.constant("Pro")),
    validFrom: fc.option(day, { nil: undefined, freq: 1 }),
    validTo: sometimes(day),
  })
  .map(clean);
const person: fc.Arbitrary<PersonSpec> = fc.record({ contracts, skills: fc.array(held, { maxLength: 3 }) });

const minutes = (most: number) => fc.integer({ min: 0, max: most });
const weekOrTotal: fc.Arbitrary<Effort> = fc.oneof(
  fc.tuple(fc.constant("week" as const), minutes(4000)),
  fc.tuple(fc.constant("total" as const), minutes(9000)),
);
const anyEffort: fc.Arbitrary<Effort> = fc.oneof(
  weekOrTotal,
  fc.tuple(fc.constant("day" as const), minutes(700)),
  fc.tuple(
    fc.constant("share" as const),
    fc.oneof(
      fc.integer({ min: 0, max: 120 }).map((share) => share * 1e4),
      minutes(PPM),
    ),
  ),
);
const ENGAGEMENTS = ["Blue", "Green", "Red"];
const on = fc.constantFrom(...ENGAGEMENTS);
const engagement = fc.record({
  status: fc.constantFrom("confirmed", "confirmed", "tentative", "lost", "done"),
  odds: fc.option(oddPercent),
  priority: fc.option(fc.integer({ min: 1, max: 3 })),
});
const need: fc.Arbitrary<NeedSpec> = fc
  .record({
    on,
    skill: sometimes(skill),
    role: sometimes(role),
    level: fc.integer({ min: 1, max: 4 }),
    certificate: fc.option(fc.constant("Pro"), { nil: undefined, freq: 2 }),
    location: fc.option(location, { nil: undefined, freq: 2 }),
    effort: weekOrTotal,
    spread: fc.constantFrom("even", "front", "back"),
    days: span,
  })
  .map(({ days, ...terms }) => ({ ...clean(terms), ...days }));
const allocationOf = (names: readonly string[]): fc.Arbitrary<AllocationSpec> =>
  fc
    .record({
      who: fc.option(fc.constantFrom(...names), { nil: undefined, freq: 5 }),
      on,
      skill: fc.option(skill, { nil: undefined, freq: 2 }),
      effort: anyEffort,
      billable: fc.boolean(),
      days: span,
    })
    .map(({ days, ...terms }) => ({ ...clean(terms), ...days }));
const leaveOf = (names: readonly string[]) =>
  fc
    .record({ who: fc.constantFrom(...names), days: span, hours: sometimes(fc.constantFrom(1, 4, 7.25)) })
    .map(({ days, ...terms }) => ({ ...clean(terms), from: days.from, to: Math.min(days.to, days.from + 6) }));

const barredOf = (names: readonly string[]) =>
  fc
    .record({ who: fc.constantFrom(...names), on, days: span })
    .map(({ days, ...terms }) => ({ ...terms, from: days.from, to: days.to }));

export const planSpec: fc.Arbitrary<PlanSpec> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const names = ["Ana", "Ben", "Cy", "Dee"].slice(0, count);
  return fc
    .record({
      people: fc.tuple(...names.map(() => person)),
      engagements: fc.tuple(engagement, engagement, engagement),
      holidays: fc.tuple(fc.uniqueArray(day, { maxLength: 4 }), fc.uniqueArray(day, { maxLength: 4 })),
      needs: fc.array(need, { maxLength: 5 }),
      allocations: fc.array(allocationOf(names), { maxLength: 6 }),
      leave: fc.array(leaveOf(names), { maxLength: 4 }),
      barred: fc.array(barredOf(names), { maxLength: 2 }),
    })
    .map(({ people, engagements, holidays: [austin, pune], ...rest }) => ({
      ...rest,
      people: Object.fromEntries(people.map((one, at) => [names[at]!, one])),
      engagements: Object.fromEntries(engagements.map((one, at) => [ENGAGEMENTS[at]!, one])),
      locations: { Austin: austin.sort((a, b) => a - b), Pune: pune.sort((a, b) => a - b) },
    }));
});

const counting = fc.oneof(
  fc.constantFrom("odds", "all", "none"),
  fc.integer({ min: 0, max: PPM }).map((from) => ({ from })),
);
export const countedAnyhow: fc.Arbitrary<Counted> = fc.record({
  pipeline: counting,
  hires: counting,
  plan: fc.constantFrom("capacity", "target"),
  grain: fc.constantFrom("day", "week"),
  restaff: fc.boolean(),
});

/** First and last day of a question, days from MONDAY. */
export const question = fc.tuple(fc.integer({ min: -5, max: 14 }), fc.integer({ min: 0, max: 20 }));

/** Everything, or about three quarters of it. */
export const scopeOf = (plan: Plan, seed: number): Scope => {
  const all = everything(plan);
  if (seed === 0) return all;
  const thinned = (list: Uint8Array, by: number) => list.map((_, at) => ((at * 7 + seed * by) % 4 === 0 ? 0 : 1));
  return {
    contracts: thinned(all.contracts, 1),
    needs: thinned(all.needs, 3),
    allocations: thinned(all.allocations, 5),
  };
};
