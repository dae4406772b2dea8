import { describe, expect, test } from "vitest";
import { type OddsOptions, shortfallOdds, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import { type Counted, countedBy } from "../../../core/engine/counted.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import { everything } from "../../../core/engine/scope.ts";
import { type PeriodName, timeline } from "../../../core/engine/timeline.ts";
import { changed } from "../../../core/plan/changed.ts";
import { withChanges } from "../../../core/scenario/with-changes.ts";
import { fromHours } from "../../../core/units.ts";
import { d, hoursADay, hoursAWeek, type PlanSpec, planOf } from "../../support/engine-plan.ts";

interface Question {
  readonly last?: number;
  readonly by?: PeriodName;
  readonly over?: Partial<Counted>;
  readonly options?: Partial<OddsOptions>;
}
function ask(spec: PlanSpec, { last = 4, by = "week", over = {}, options = {} }: Question = {}) {
  const plan = planOf(spec);
  return oddsOf(plan, { last, by, over, options });
}
function oddsOf(plan: ReturnType<typeof planOf>, { last = 4, by = "week", over = {}, options = {} }: Question = {}) {
  const counted = countedBy(plan.settings, over);
  return shortfallOdds(plan, timeline(d(0), d(last), by), counted, everything(plan), { ...USUAL_ODDS, ...options });
}
const FEW = { points: 251, shifts: 2 } as const;
const hours = (minutes: number) => minutes / 60;

/** 70 hours of Python are free; two deals ask for 60 each. */
const TWO_DEALS: PlanSpec = {
  people: { Ana: { hours: 40, skills: ["Python"] }, Ben: { hours: 30, skills: ["Python"] } },
  engagements: { One: { status: "tentative", odds: 50 }, Two: { status: "tentative", odds: 50 } },
  needs: [
    { on: "One", skill: "Python", effort: hoursAWeek(60) },
    { on: "Two", skill: "Python", effort: hoursAWeek(60) },
  ],
};

describe("two deals of 60 hours at 50 %, 70 hours free", () => {
  test("fit on average, and one week in four lacks 50 hours", () => {
    const [period] = ask(TWO_DEALS).periods;
    expect(period).toMatchObject({ chance: 0.25, standardError: 0, p80: 3000, p90: 3000 });
    expect(hours(period!.expected)).toBe(12.5);
    expect(period!.method).toEqual({ kind: "exact", worlds: 4 });
  });

  test("each brings half a chance: with it won, the other decides; with it lost, nothing is short", () => {
    const { deals } = ask(TWO_DEALS).periods[0]!;
    expect(deals).toEqual([
      { engagement: 0, isCertain: false, chance: 0.5, expected: 1500 },
      { engagement: 1, isCertain: false, chance: 0.5, expected: 1500 },
    ]);
  });

  test("over two weeks they are the same two deals: the chance stays, the hours double", () => {
    const [both] = ask(TWO_DEALS, { last: 11, by: "total" }).periods;
    expect(both).toMatchObject({ chance: 0.25, expected: 1500, p80: 6000 });
  });

  test("counted in full, left out or by a threshold, nothing is left to chance", () => {
    const chances = (["all", "none", { from: 600_000 }, { from: 500_000 }] as const).map((pipeline) => {
      const { chance, expected } = ask(TWO_DEALS, { over: { pipeline } }).periods[0]!;
      return [chance, hours(expected)];
    });
    expect(chances).toEqual([
      [1, 50],
      [0, 0],
      [0, 0],
      [1, 50],
    ]);
  });

  test("won for sure or not at all is the skill gap", () => {
    for (const [odds, unmet] of [
      [0, 0],
      [100, 3000],
    ] as const) {
      const engagements = { One: { status: "tentative", odds }, Two: { status: "tentative", odds } } as const;
      const plan = planOf({ ...TWO_DEALS, engagements });
      const gap = skillGap(plan, timeline(d(0), d(4), "week"), countedBy(plan.settings), everything(plan));
      expect([...gap.unmet]).toEqual([unmet]);
      const [period] = oddsOf(plan).periods;
      expect([period!.chance, period!.expected, period!.method]).toEqual([
        Number(unmet > 0),
        unmet,
        { kind: "exact", worlds: 1 },
      ]);
    }
  });

  test("tentative work without odds counts in every world, and is said", () => {
    const engagements = { One: { status: "tentative", odds: null }, Two: { status: "tentative", odds: 50 } } as const;
    const odds = ask({ ...TWO_DEALS, engagements });
    expect([odds.periods[0]!.chance, odds.unknown]).toEqual([0.5, [0]]);
  });

  test("a plan without deals, and one without anything, has no chance to tell", () => {
    expect(ask({ people: {} }).periods).toMatchObject([{ chance: 0, expected: 0, p90: 0, deals: [] }]);
    const certain = { ...TWO_DEALS, engagements: {} };
    expect(ask(certain).periods).toMatchObject([{ chance: 1, expected: 3000, method: { kind: "exact", worlds: 1 } }]);
  });
});

describe("what turns out one way or another", () => {
  test("a deal that may come a week late leaves its first week, and takes one more", () => {
    const spec: PlanSpec = {
      people: { Ana: { hours: 40, skills: ["Python"] } },
      engagements: { Deal: { status: "tentative", odds: 50, from: 0, to: 6 } },
      needs: [{ on: "Deal", skill: "Python", effort: hoursAWeek(50), from: 0, to: 6 }],
    };
    const plan = planOf(spec);
    const late = changed(plan, {
      engagements: plan.engagements.map((one) => ({ ...one, startSlip: [{ weeks: 1, odds: 400_000 }] })),
    });
    const { periods } = oddsOf(late, { last: 20 });
    expect(periods.map(({ chance, expected }) => [chance, hours(expected)])).toEqual([
      [0.3, 3],
      [0.2, 2],
      [0, 0],
    ]);
  });

  test("a deal without dates is there in every week", () => {
    const { periods } = ask(TWO_DEALS, { last: 20 });
    expect(periods.map(({ chance }) => chance)).toEqual([0.25, 0.25, 0.25]);
  });

  test("people booked on a deal are free when it is lost", () => {
    const { periods } = ask({
      people: { Ana: { hours: 40, skills: ["AWS"] } },
      engagements: { Deal: { status: "tentative", odds: 20 } },
      needs: [{ on: "Sure", skill: "AWS", effort: hoursAWeek(30) }],
      allocations: [{ who: "Ana", on: "Deal", effort: hoursADay(4) }],
    });
    // Won, Ana has 20 of her 40 hours left for the 30.
    expect([periods[0]!.chance, hours(periods[0]!.expected)]).toEqual([0.2, 2]);
  });

  test("somebody on two deals has their day only once to give", () => {
    const { periods } = ask({
      people: { Ana: { hours: 40, skills: ["AWS"] } },
      engagements: { One: { status: "tentative", odds: 50 }, Two: { status: "tentative", odds: 50 } },
      needs: [{ on: "Sure", skill: "AWS", effort: hoursAWeek(10) }],
      allocations: [
        { who: "Ana", on: "One", effort: hoursADay(6) },
        { who: "Ana", on: "Two", effort: hoursADay(6) },
      ],
    });
    // One of the two leaves 10 hours, just enough; both leave none, not -20.
    expect([periods[0]!.chance, hours(periods[0]!.expected)]).toEqual([0.25, 2.5]);
  });

  test("a hire comes or does not, and what they were booked on is open when they do not", () => {
    const { periods } = ask({
      people: { Hire: { hours: 40, skills: ["AWS"], kind: "planned hire", odds: 80 } },
      needs: [{ on: "Sure", skill: "AWS", effort: hoursAWeek(30) }],
      allocations: [{ who: "Hire", on: "Sure", skill: "AWS", effort: hoursADay(4) }],
    });
    expect(periods[0]!.chance).toBeCloseTo(0.2, 12);
    expect(hours(periods[0]!.expected)).toBeCloseTo(6, 12);
    expect(periods[0]!.deals).toEqual([]);
  });

  test("a share of days is lost to unplanned absence, each day by itself", () => {
    const { periods } = ask({
      settings: { absence: 30_000 },
      people: { Ana: { hours: 40, skills: ["AWS"] } },
      needs: [{ on: "Sure", skill: "AWS", effort: hoursAWeek(40) }],
    });
    // Five days, all of them needed: 1 - 0.97^5 = 14.1 %, and 3 % of 40 hours on average.
    expect(periods[0]!.method.kind).toBe("estimated");
    expect(periods[0]!.chance).toBeCloseTo(0.1413, 3);
    expect(hours(periods[0]!.expected)).toBeCloseTo(1.2, 1);
  });

  test.each([
    // 5 of 50 hours are to spare: a day of Ana's (8 h) is too much, or three of Ben's (2 h): 22.7 %, 0.98 h.
    {
      percent: 5,
      weekly: [40, 10],
      need: 45,
      chance: 0.2271,
      days: [
        [5, 8],
        [5, 2],
      ],
    },
    // 22 of 192 hours are to spare: three days of 8 h, or two of those and two of 3.2 h, and so on: 5.2 %.
    {
      percent: 4,
      weekly: [40, 40, 40, 40, 16, 16],
      need: 170,
      chance: 0.0523,
      days: [
        [20, 8],
        [10, 3.2],
      ],
    },
  ] as const)(
    "people of one skill who work $weekly hours a week lose days of their own length: $need h are short in $chance of weeks",
    ({ percent, weekly, need, chance, days }) => {
      const { periods } = ask({
        settings: { absence: 10_000 * percent },
        people: Object.fromEntries(weekly.map((own, i) => [`P${i}`, { hours: own, skills: ["AWS"] }])),
        needs: [{ on: "Sure", skill: "AWS", effort: hoursAWeek(need) }],
      });
      const has = weekly.reduce((sum: number, own) => sum + own, 0);
      const byHand = lostBeyond(has - need, percent / 100, days);
      expect(byHand.chance).toBeCloseTo(chance, 4);
      expect(Math.abs(periods[0]!.chance - byHand.chance)).toBeLessThan(0.004);
      expect(Math.abs(hours(periods[0]!.expected) - byHand.expected)).toBeLessThan(0.02);
    },
  );

  test("somebody booked wholly loses booked hours a day away, and somebody free loses free ones", () => {
    const { periods } = ask({
      settings: { absence: 50_000 },
      people: { Ana: { hours: 40, skills: ["AWS"] }, Ben: { hours: 40, skills: ["AWS"] } },
      needs: [
        { on: "Sure", skill: "AWS", effort: hoursAWeek(40) },
        { on: "Other", skill: "AWS", effort: hoursAWeek(36) },
      ],
      allocations: [{ who: "Ana", on: "Sure", skill: "AWS", effort: hoursADay(8) }],
    });
    // 4 hours to spare: a day of either is too much, 1 - 0.95^10; 4 h expected lost in all, 4 h less wherever any day is.
    expect(periods[0]!.chance).toBeCloseTo(0.4013, 2);
    expect(Math.abs(hours(periods[0]!.expected) - (4 - 4 * 0.4013))).toBeLessThan(0.03);
  });

  test("what somebody away was booked on is open", () => {
    const { periods } = ask({
      settings: { absence: 100_000 },
      people: { Ana: { hours: 40, skills: ["AWS"] } },
      needs: [{ on: "Sure", skill: "AWS", effort: hoursAWeek(20) }],
      allocations: [{ who: "Ana", on: "Sure", skill: "AWS", effort: hoursADay(4) }],
    });
    // A day away takes 4 booked and 4 free hours: what is open then, she can do on the four days left until she misses three.
    // 10 % of 5 days: P(3 or more) = 0.00856.
    expect(periods[0]!.chance).toBeCloseTo(0.0086, 2);
    expect(periods[0]!.chance).toBeGreaterThan(0);
  });
});

/** By hand: hours lost beyond some, when each of so many days of so many hours is lost at a chance, by binomial sums. */
function lostBeyond(spare: number, share: number, parts: readonly (readonly [days: number, hours: number])[]) {
  let lost = [{ chance: 1, hours: 0 }];
  for (const [days, long] of parts) {
    const chances = [(1 - share) ** days];
    for (let k = 0; k < days; k++) chances.push((chances[k]! * (days - k) * share) / ((k + 1) * (1 - share)));
    lost = lost.flatMap((one) =>
      chances.map((chance, k) => ({ chance: one.chance * chance, hours: one.hours + k * long })),
    );
  }
  const short = lost.filter((one) => one.hours > spare + 1e-9);
  return {
    chance: short.reduce((sum, one) => sum + one.chance, 0),
    expected: short.reduce((sum, one) => sum + one.chance * (one.hours - spare), 0),
  };
}

describe("the same worlds for every question", () => {
  const SIX: PlanSpec = {
    people: { Ana: { skills: ["AWS", "Linux"] }, Ben: { skills: ["AWS"] }, Cy: { skills: ["Linux", "Python"] } },
    engagements: Object.fromEntries(
      ["A", "B", "C", "D", "E", "F"].map((name, i) => [name, { status: "tentative", odds: 20 + 10 * i }] as const),
    ),
    needs: ["A", "B", "C", "D", "E", "F"].map((on, i) => ({
      on,
      skill: ["AWS", "Linux", "Python"][i % 3]!,
      effort: hoursAWeek(20 + 4 * i),
    })),
    settings: { absence: 20_000 },
  };

  test("the same seed gives the same figures, another seed nearly the same", () => {
    const bytes = (seed: number) => JSON.stringify(ask(SIX, { last: 18, options: { ...FEW, seed, bySkill: true } }));
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(1)).not.toBe(bytes(2));
  });

  test("a change that does not touch the shortage changes nothing", () => {
    const plan = planOf({ ...SIX, people: { ...SIX.people, Dee: { skills: ["Windows"] } } });
    const elsewhere = withChanges(plan, [
      {
        kind: "new engagement",
        engagement: "Elsewhere",
        skill: "Windows",
        level: 1,
        certificate: null,
        location: null,
        weekly: fromHours(20),
        from: d(0),
        to: d(11),
      },
    ]);
    expect(elsewhere.problems).toEqual([]);
    expect(oddsOf(elsewhere.plan, { last: 11 })).toEqual(oddsOf(plan, { last: 11 }));
    const more = withChanges(plan, [{ kind: "win", engagement: "F" }]);
    const [before, after] = [plan, more.plan].map((one) => oddsOf(one, { last: 11, options: FEW }).periods);
    after!.forEach(({ expected }, week) => {
      expect(expected).toBeGreaterThan(before![week]!.expected);
    });
  });

  test("a budget of work makes an estimate coarser, and it says so; what is exact stays exact", () => {
    const methods = [
      ask(SIX, { options: { budget: 1 } }),
      ask(SIX, { options: { budget: 1e9 } }),
      ask(TWO_DEALS, { options: { budget: 1 } }),
    ];
    expect(methods.map(({ periods }) => periods[0]!.method)).toEqual([
      { kind: "estimated", points: 251, shifts: 2, coarse: true },
      { kind: "estimated", points: 1009, shifts: 4, coarse: false },
      { kind: "exact", worlds: 4 },
    ]);
  });

  test("outcomes that would be listed count against the budget too: twelve deals are 4,096 of them, or as few points as can be", () => {
    const names = Array.from({ length: 12 }, (_, i) => `Deal ${i}`);
    const twelve: PlanSpec = {
      people: { Ana: { hours: 40, skills: ["AWS"] } },
      engagements: Object.fromEntries(names.map((name) => [name, { status: "tentative", odds: 50 }] as const)),
      needs: names.map((on, i) => ({ on, skill: "AWS", effort: hoursAWeek(4 + i / 60) })),
    };
    const [whole, few] = [1e9, 1e6].map((budget) => ask(twelve, { options: { budget } }).periods[0]!);
    expect(whole!.method).toEqual({ kind: "exact", worlds: 4096 });
    expect(few!.method).toEqual({ kind: "estimated", points: 251, shifts: 4, coarse: true });
    // Up to nine of the deals fit, and ten take more than 40 hours: 66 + 12 + 1 of 4,096.
    expect(whole!.chance).toBeCloseTo(79 / 4096, 12);
    expect(Math.abs(few!.chance - 79 / 4096)).toBeLessThan(0.01);
  });

  test("expected hours add up over weeks and over skills; chances do not", () => {
    const weeks = ask(SIX, { last: 18, options: { ...FEW, bySkill: true } });
    const whole = ask(SIX, { last: 18, by: "total", options: { ...FEW, bySkill: true } });
    const sum = (list: readonly { expected: number }[]) => list.reduce((all, { expected }) => all + expected, 0);
    expect(sum(weeks.periods)).toBeCloseTo(whole.periods[0]!.expected, 6);
    weeks.periods.forEach(({ expected }, week) => {
      expect(sum(weeks.bySkill!.map((row) => row[week]!))).toBeCloseTo(expected, 6);
    });
    expect(whole.periods[0]!.chance).toBeGreaterThan(Math.max(...weeks.periods.map(({ chance }) => chance)));
    expect(ask(SIX, { last: 18, options: FEW }).periods[0]!.expected).toBeCloseTo(weeks.periods[0]!.expected, 6);
  });
});
