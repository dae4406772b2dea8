import { expect, test } from "vitest";
import { staffingHighs } from "../../../bench/peers/staffing-highs.ts";
import {
  checkedPlan,
  gapOf,
  type StaffedRole,
  type StaffingProblem,
  suggest,
  suggestNow,
  USUAL_EFFORT,
} from "../../../core/engine/staffing/index.ts";
import { randomFrom } from "../../../core/engine/staffing/random.ts";
import { randomProblem } from "./random-problem.ts";

const full = process.env.HEADROOM_ORACLE === "full";
const WHOLE = 1_000_000;
const HOUR = 60;
const h = (hours: number) => hours * HOUR;

/** Hours in every week of every person; the roles: weeks from..to-1, hours a week, who fits. */
function problemOf(
  weeks: number,
  free: readonly (readonly number[])[],
  roles: readonly {
    readonly from: number;
    readonly to: number;
    readonly hours: number;
    readonly people: readonly number[];
  }[],
  handOver = 8,
): StaffingProblem {
  return {
    people: free.length,
    weeks,
    free: free.flatMap((own) => own.map(h)),
    steps: free.map(() => 15),
    worths: [new Array<number>(weeks).fill(WHOLE)],
    roles: roles.map(({ from, to, hours, people }) => ({
      from,
      asked: new Array<number>(to - from).fill(h(hours)),
      people,
      worth: people.map(() => 0),
    })),
    handOver: handOver * HOUR * WHOLE,
  };
}

test("the person who is there all the time has the role, although another is free for longer at first", () => {
  const problem = problemOf(
    4,
    [
      [40, 40, 0, 0],
      [30, 30, 30, 30],
    ],
    [{ from: 0, to: 4, hours: 30, people: [0, 1] }],
  );
  const plan = suggestNow(problem);
  expect(plan.roles).toEqual([{ role: 0, people: [1, 1, 1, 1], minutes: [h(30), h(30), h(30), h(30)] }]);
  expect(plan.worth).toBe(h(120) * WHOLE);
  expect(gapOf(plan.alone, plan.bound)).toBe(0);
});

test("a hand-over is suggested where it covers more than a day's more work, and not below", () => {
  const free = [
    [40, 40, 0, 0],
    [0, 0, 9, 0],
  ];
  const role = [{ from: 0, to: 4, hours: 40, people: [0, 1] }];
  expect(suggestNow(problemOf(4, free, role)).roles[0]!.people).toEqual([0, 0, 1, -1]);
  const less = [free[0]!, [0, 0, 7, 0]];
  expect(suggestNow(problemOf(4, less, role)).roles[0]!.people).toEqual([0, 0, -1, -1]);
});

test("a week of leave is no hand-over", () => {
  const problem = problemOf(
    3,
    [
      [40, 0, 40],
      [0, 40, 0],
    ],
    [{ from: 0, to: 3, hours: 6, people: [0, 1] }],
  );
  const plan = suggestNow(problem);
  expect(plan.roles[0]!.people).toEqual([0, -1, 0]);
  expect(plan.worth).toBe(h(12) * WHOLE);
});

test("two roles share a person while both fit into the week", () => {
  const roles = [
    { from: 0, to: 2, hours: 16, people: [0] },
    { from: 0, to: 2, hours: 24, people: [0, 1] },
    { from: 0, to: 2, hours: 10, people: [0] },
  ];
  const plan = suggestNow(
    problemOf(
      2,
      [
        [40, 40],
        [24, 24],
      ],
      roles,
    ),
  );
  expect(plan.roles.map(({ people }) => people)).toEqual([
    [0, 0],
    [1, 1],
    [0, 0],
  ]);
  expect(plan.worth).toBe(h(100) * WHOLE);
  expect(plan.bound).toBe(plan.worth);
});

test("a role alone is staffed as well as trying every plan finds", () => {
  const chance = randomFrom(7);
  for (let i = 0; i < (full ? 2000 : 150); i++) {
    const problem = randomProblem(chance, 3, 1, 5);
    const plan = suggestNow(problem, { ...USUAL_EFFORT, sharing: 0 });
    expect(plan.worth).toBe(bestByTrying(problem));
    expect(plan.bound).toBeGreaterThanOrEqual(plan.worth);
    expect(checkedPlan(problem, plan.roles)).toEqual({ worth: plan.worth });
  }
});

/** Every way to put one of the people, or nobody, into each week. */
function bestByTrying(problem: StaffingProblem): number {
  const { from, asked, people } = problem.roles[0]!;
  const choices = [-1, ...people];
  let best = 0;
  for (let number = 0; number < choices.length ** asked.length; number++) {
    let rest = number;
    const given = asked.map((most, week) => {
      const person = choices[rest % choices.length]!;
      rest = Math.floor(rest / choices.length);
      const minutes = person < 0 ? 0 : Math.min(most, problem.free[person * problem.weeks + from + week]!);
      return { person: minutes > 0 ? person : -1, minutes };
    });
    const plan: StaffedRole = {
      role: 0,
      people: given.map((one) => one.person),
      minutes: given.map((one) => one.minutes),
    };
    const found = checkedPlan(problem, [plan]);
    if ("worth" in found) best = Math.max(best, found.worth);
  }
  return best;
}

test("a suggestion books nobody over, is worth what it says, and is the same every time", () => {
  const chance = randomFrom(11);
  const effort = { attempts: 400, rounds: 60, seed: 3, sharing: 2 };
  for (let i = 0; i < (full ? 500 : 60); i++) {
    const problem = randomProblem(chance, 6, 8, 8);
    const plan = suggestNow(problem, effort);
    expect(checkedPlan(problem, plan.roles)).toEqual({ worth: plan.worth });
    expect(suggestNow(problem, effort)).toEqual(plan);
  }
});

test("HiGHS finds nothing better than the bound, and the suggestion nothing better than HiGHS", async () => {
  const judge = await staffingHighs();
  const chance = randomFrom(23);
  let off = 0;
  for (let i = 0; i < (full ? 20 : 4); i++) {
    const problem = randomProblem(chance, full ? 8 : 6, full ? 12 : 6, full ? 8 : 6);
    const plan = suggestNow(problem, { attempts: 2000, rounds: 200, seed: 1, sharing: 0 });
    const best = judge(problem);
    expect(best.optimal).toBe(true);
    const slack = 1e-5 * best.worth;
    expect(plan.worth).toBeLessThanOrEqual(best.worth + slack);
    expect(plan.bound).toBeGreaterThanOrEqual(best.worth - slack);
    off = Math.max(off, 1 - plan.worth / best.worth);
  }
  expect(off).toBeLessThan(0.01);
});

test("where nobody has thirty hours, two share them; a few minutes are not shared", () => {
  const role = [{ from: 0, to: 2, hours: 30, people: [0, 1, 2] }];
  const free = [
    [20, 20],
    [12, 12],
    [1, 1],
  ];
  const plan = suggestNow(problemOf(2, free, role));
  expect(plan.roles).toEqual([
    { role: 0, people: [0, 0], minutes: [h(20), h(20)] },
    { role: 0, people: [1, 1], minutes: [h(10), h(10)] },
  ]);
  const less = suggestNow(problemOf(2, [free[0]!, free[2]!], [{ ...role[0]!, people: [0, 1] }]));
  expect(less.roles).toEqual([{ role: 0, people: [0, 0], minutes: [h(20), h(20)] }]);
});

test("it tells how far it is, in order, up to all of it", () => {
  const problem = randomProblem(randomFrom(5), 6, 10, 8);
  const told = [...suggest(problem, { attempts: 400, rounds: 40, seed: 1, sharing: 2 })].map(({ done }) => done);
  expect(told.length).toBeGreaterThan(10);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(new Set(told).size).toBe(told.length);
});

test.each([
  ["somebody who does not fit", [{ role: 0, people: [1], minutes: [60] }], "somebody who does not fit"],
  ["more than is asked for", [{ role: 0, people: [0], minutes: [h(31)] }], "other hours"],
  ["more than is free", [{ role: 0, people: [0], minutes: [h(30)] }], "more than is free"],
  ["no whole minutes", [{ role: 0, people: [0], minutes: [0.5] }], "other hours"],
  ["other weeks", [{ role: 0, people: [0, 0], minutes: [60, 60] }], "other weeks"],
  ["other roles", [{ role: 1, people: [0], minutes: [60] }], "other roles"],
])("a plan from elsewhere is refused when it gives %s", (_, plan, why) => {
  const problem = problemOf(1, [[20], [40]], [{ from: 0, to: 1, hours: 30, people: [0] }]);
  expect(checkedPlan(problem, plan)).toEqual({ why: expect.stringContaining(why) });
});
