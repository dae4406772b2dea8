import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demand } from "../../core/engine/demand.ts";
import { skillGap } from "../../core/engine/gap.ts";
import { everything } from "../../core/engine/scope.ts";
import { supply } from "../../core/engine/supply.ts";
import { timeline } from "../../core/engine/timeline.ts";
import { asWorked } from "../../core/engine/worked/as-worked.ts";
import { askedOf } from "../../core/explain/ask.ts";
import { type Ask, atOnce, type Explanation, MEASURES, NOTHING_PICKED } from "../../core/explain/index.ts";
import { byPeople } from "../../core/functions/by-people.ts";
import { demandSummands } from "../../core/functions/demand-summands.ts";
import { partsOf } from "../../core/functions/parts.ts";
import { type Sums, sums } from "../../core/functions/sums.ts";
import { countedAnyhow, planSpec, question } from "../engine/random-plan.ts";
import { d, type PlanSpec, planOf } from "../support/engine-plan.ts";
import { expectAddsUp } from "./adds-up.ts";

/** HEADROOM_ORACLE=full explains ten times as many plans. */
const numRuns = process.env.HEADROOM_ORACLE === "full" ? 1000 : 60;

/** Hours that somebody logged, on days with and without work. */
const logs = fc.array(
  fc.tuple(
    fc.nat(),
    fc.constantFrom("Blue", "Green", "Red"),
    fc.integer({ min: 0, max: 20 }),
    fc.constantFrom(0, 2.5, 8, 10),
  ),
  { maxLength: 6 },
);
const logsOf = ({ people }: PlanSpec, all: readonly (readonly [number, string, number, number])[]) => {
  const names = Object.keys(people ?? {});
  return all.map(([who, on, day, hours]) => ({ who: names[who % names.length]!, on, day, hours }));
};

const figure = ({ sums: [first] }: Explanation) => first!.amount;
const amount = ({ rowOf, minutes }: Sums, label: string) => minutes[rowOf.get(label) ?? -1] ?? 0;

/** The function's own sums: what a planner would read in the cell of a formula. */
const people = (ask: Ask, grid: "capacity" | "free" | "overload" | "billable" | "pinned") => {
  const asked = askedOf(ask);
  const parts = partsOf(asked);
  return sums(parts.periodOfPart, byPeople(asked, parts, supply(ask.plan, parts, ask.counted)[grid]));
};
const work = (ask: Ask) => {
  const asked = askedOf(ask);
  const parts = partsOf(asked);
  return sums(parts.periodOfPart, demandSummands(asked, parts));
};
const gaps = ({ plan, counted, rows, from, to }: Ask): ReadonlyMap<string, number> => {
  const gap = skillGap(plan, timeline(from, to, "total"), counted, everything(plan));
  if (rows === "skill") return new Map([...gap.bySkill()].map((one, i) => [plan.skills[i] ?? "(no skill)", one]));
  if (rows === "engagement") return new Map([...gap.byEngagement()].map((one, i) => [plan.engagements[i]!.name, one]));
  return new Map([["Total", gap.unmet[0]!]]);
};

const FUNCTION: { readonly [measure: string]: (ask: Ask, label: string) => number } = {
  capacity: (ask, label) => amount(people(ask, "capacity"), label),
  demand: (ask, label) => amount(work(ask), label),
  availability: (ask, label) => amount(people(ask, "free"), label),
  overload: (ask, label) => amount(people(ask, "overload"), label),
  utilization: (ask, label) => amount(people(ask, "billable"), label),
  "utilization by all hours": (ask, label) => amount(people(ask, "pinned"), label),
  variance: (ask, label) => amount(people(ask, "capacity"), label) - amount(work(ask), label),
  gap: (ask, label) => gaps(ask).get(label) ?? 0,
};

/** Every name that a measure could be asked about in a plan. */
const names = (ask: Ask, measure: string): readonly string[] => {
  if (ask.rows === "total") return ["Total"];
  if (measure === "gap") return [...gaps(ask).keys()];
  return measure === "demand" ? work(ask).labels : people(ask, "capacity").labels;
};

describe("explanations of random plans, counted anyhow", () => {
  test.each(Object.keys(FUNCTION))("%s: parts add up to what the function gives, in every row", (key) => {
    const { rows, explain } = MEASURES.get(key)!;
    fc.assert(
      fc.property(
        planSpec,
        logs,
        countedAnyhow,
        question,
        fc.constantFrom(...rows),
        (spec, actuals, counted, days, by) => {
          const [from, to] = [d(days[0]), d(days[0] + days[1])];
          const plan = asWorked(planOf({ ...spec, actuals: logsOf(spec, actuals) }), { from, to });
          const ask = { plan, counted, from, to, rows: by, name: "" };
          for (const name of names(ask, key)) {
            const one = atOnce(explain({ ...ask, name }, "", NOTHING_PICKED));
            expectAddsUp(one);
            expect([name, figure(one)]).toEqual([name, FUNCTION[key]!(ask, name)]);
          }
        },
      ),
      { numRuns },
    );
  });

  test("what is asked for by all work is DEMAND of the engine", () => {
    fc.assert(
      fc.property(planSpec, countedAnyhow, question, (spec, counted, days) => {
        const plan = planOf(spec);
        const [from, to] = [d(days[0]), d(days[0] + days[1])];
        const { asked, own } = demand(plan, timeline(from, to, "total"), counted);
        const all = [...asked, ...own].reduce((sum, one) => sum + one, 0);
        const one = atOnce(
          MEASURES.get("demand")!.explain({ plan, counted, from, to, rows: "total", name: "" }, "", NOTHING_PICKED),
        );
        expect(figure(one)).toBe(all);
      }),
      { numRuns },
    );
  });
});
