import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import { asWorked } from "../../core/engine/worked/as-worked.ts";
import { type Ask, atOnce, type Explanation, MEASURES, type Picked, type PickKey } from "../../core/explain/index.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { decimalsOf } from "../../core/plan/currencies.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { PlanError } from "../../core/problems.ts";
import { type DayNumber, plusDays } from "../../core/units.ts";
import { ask } from "../functions/ask.ts";
import { MONDAY } from "../support/engine-plan.ts";
import { expectAddsUp } from "./adds-up.ts";
import { randomWorkbook } from "./random-tables.ts";

/** HEADROOM_ORACLE=full explains a thousand and more. */
const numRuns = process.env.HEADROOM_ORACLE === "full" ? 120 : 3;

/** A workbook, and the days asked about. */
interface Asked {
  readonly plan: Plan;
  readonly tables: readonly CellRange[];
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** One way to pick a measure, and the figure that its function gives. */
interface Case {
  readonly kind: string;
  readonly rows?: Ask["rows"];
  readonly name?: string;
  readonly picks?: Partial<Record<PickKey, string>>;
  readonly gives: number;
}

const table = (cells: Cell | CellRange): CellRange => cells as CellRange;
const minutes = (hours: Cell | undefined) => Math.round(Number(hours) * 60);
const sumOf = (rows: CellRange, column: number) => rows.reduce((sum, row) => sum + minutes(row[column]), 0);

/** Headings and rows of a function's table; none where it refuses the question. */
const lines = (...question: Parameters<typeof given>): CellRange => table(given(...question) ?? []);

/** What planners read in cells of functions, by the measure that explains them. */
const READ: { readonly [measure: string]: (asked: Asked) => readonly Case[] } = {
  "weeks of overload": ({ tables, from, to, plan }) =>
    [
      ["Red weeks", "red"],
      ["Weeks to watch", "watch"],
      ["Longest run of weeks", "run"],
    ].flatMap(([kind = "", measure]) =>
      (["total", "person", "team", "skill"] as const).flatMap((rows): readonly Case[] => {
        const cells = given("OVERLOAD", from, to, rows, "total", `measure=${measure}`, ...tables);
        if (cells === null) return [];
        if (rows === "total") return [{ kind, gives: Number(cells) }];
        const [, ...found] = table(cells);
        expect(found.length).toBeGreaterThan(rows === "person" ? plan.people.length / 2 : 0);
        return found.map(([name, weeks]) => ({ kind, rows, name: String(name), gives: Number(weeks) }));
      }),
    ),
  bottlenecks: ({ tables, from, to }) => {
    const [, ...found] = lines("BOTTLENECKS", from, to, ...tables);
    const short = found.filter(([, until]) => until !== "");
    return (
      [
        ["Demand", 3],
        ["Can serve", 4],
        ["Short", 5],
      ] as const
    ).map(([kind, column]) => ({ kind, gives: sumOf(short, column) }));
  },
  exposure: ({ tables, from, to, plan }) => {
    const [, ...found] = lines("EXPOSURE", from, to, ...tables);
    const hit = found.filter(([, engagement]) => engagement !== "");
    const KINDS = [
      ["Hours booked", 2],
      ["Hours that nobody else could do", 3],
    ] as const;
    return KINDS.flatMap(([kind, column]) => [
      ...hit.map(
        ([name, engagement, ...rest]): Case => ({
          kind,
          rows: "person",
          name: String(name),
          picks: { engagement: String(engagement) },
          gives: minutes(rest[column - 2]),
        }),
      ),
      ...plan.people.map(({ name }): Case => {
        const own = hit.filter(([who]) => who === name);
        return { kind, rows: "person", name, gives: sumOf(own, column) };
      }),
    ]);
  },
  "margin bridge": ({ tables, from, to, plan }) => {
    const decimals = decimalsOf(plan.money?.currency ?? "");
    return (["total", "engagement", "client"] as const).flatMap((rows) => {
      const [, ...found] = lines("MARGINBRIDGE", from, to, rows, ...tables);
      return found.flatMap(([name, ...cells]) =>
        cells.flatMap((cell, column): readonly Case[] =>
          typeof cell !== "number"
            ? []
            : [{ kind: BRIDGE[column]!, rows, name: String(name), gives: Math.round(cell * 10 ** decimals) }],
        ),
      );
    });
  },
  "hire value": ({ tables, from, to, plan }) => {
    const weekly = 10;
    const [, ...found] = lines("HIREVALUE", from, to, weekly, ...tables);
    return found
      .filter(([, , skill]) => skill !== "")
      .flatMap(([word, who, skill, closed, left]): readonly Case[] => {
        const picks = { skill: String(skill), hours: String(weekly), ...(word === "Train" && { person: String(who) }) };
        const isOne = plan.people.filter(({ name }) => name === who).length < 2;
        return [
          ...(isOne ? [{ kind: "Gap closed", picks, gives: minutes(closed) }] : []),
          ...(isOne ? [{ kind: "Gap left", picks, gives: minutes(left) }] : []),
        ];
      });
  },
  "growth limit": ({ tables, from, to }) => {
    const [, ...found] = lines("GROWTHLIMIT", from, to, ...tables);
    const limits = found.filter(([, percent]) => typeof percent === "number");
    const first = limits
      .slice(0, 1)
      .map(([, percent]) => ({ kind: "Growth", gives: Math.round(Number(percent) * 100) }));
    return [
      ...first,
      ...limits.flatMap(([skill, percent, , , , , supply]): readonly Case[] => [
        { kind: "Growth", rows: "skill", name: String(skill), gives: Math.round(Number(percent) * 100) },
        { kind: "Can serve", rows: "skill", name: String(skill), gives: minutes(supply) },
      ]),
    ];
  },
  "earliest start": ({ tables, from, to, plan }) =>
    plan.skills.slice(0, 4).flatMap((skill, i): readonly Case[] => {
      const [hours, weeks] = [[40, 12, 70, 5][i]!, [1, 2, 0.6, 1][i]!];
      const need = [
        ["Skill", "Min level", "Hours a week", "Weeks"],
        [skill, 3, hours, weeks],
      ];
      const [, answer = [], atOnce] = lines("EARLIESTSTART", need, from, to, ...tables);
      const picks = { skill, level: "3", hours: String(hours), weeks: String(weeks) };
      const [says, fits] = answer;
      if (says === "Takes longer than these days" && atOnce === undefined) return [];
      const wait = says === "Fits from" ? workdays(from, Number(fits) - 1) : null;
      return [
        { kind: "Short, begun on the first day", picks, gives: minutes(atOnce?.[6] ?? 0) },
        ...(atOnce === undefined ? [] : [{ kind: "Fits, begun on the first day", picks, gives: minutes(atOnce[5]) }]),
        ...(wait === null ? [] : [{ kind: "Working days until it fits", picks, gives: wait }]),
      ];
    }),
  "who can": ({ tables, from, to, plan }) =>
    plan.skills.slice(0, 3).flatMap((skill, i) => {
      const [level, hours] = [[3, null, 2][i]!, [12, 30, null][i]!];
      const [, ...found] = lines("WHOCAN", skill, level, hours, from, to, ...tables);
      const who = found.filter(([, one]) => one !== "");
      const picks = {
        skill,
        ...(level === null ? {} : { level: String(level) }),
        ...(hours === null ? {} : { hours: String(hours) }),
      };
      return who.flatMap(([name, , , , gives, , , load], place): readonly Case[] => [
        { kind: "Can give", picks: { ...picks, person: String(name) }, gives: minutes(gives) },
        ...(place === 0 ? [{ kind: "Can give", picks, gives: minutes(gives) }] : []),
        ...(typeof load === "number" ? [{ kind: "Load", picks: { ...picks, person: String(name) }, gives: load }] : []),
      ]);
    }),
  "trade-off": ({ tables, from, to, plan }) => {
    const { allocations, people, engagements } = plan;
    const rows = [...allocations.person.keys()].filter(
      (row) => allocations.person[row]! >= 0 && allocations.from[row]! <= to && allocations.to[row]! >= from,
    );
    const decimals = decimalsOf(plan.money?.currency ?? "");
    return rows.slice(0, 3).flatMap((row): readonly Case[] => {
      const person = people[allocations.person[row]!]!.name;
      const leaving = engagements[allocations.engagement[row]!]!.name;
      const joining = engagements.find(({ name }) => name !== leaving)?.name;
      if (joining === undefined) return [];
      const cells = given("TRADEOFF", person, leaving, joining, from, to, ...tables);
      if (cells === null) return [];
      const [, ...found] = table(cells);
      return found.flatMap(([name, before, after, change, slip, margin]): readonly Case[] => {
        const picks = { person, leaving, joining, engagement: String(name) };
        return [
          { kind: "Unmet before", picks, gives: minutes(before) },
          { kind: "Unmet after", picks, gives: minutes(after) },
          { kind: "Change of unmet hours", picks, gives: minutes(change) },
          ...(typeof slip === "number" ? [{ kind: "Slip in weeks", picks, gives: Math.round(slip * 100) }] : []),
          ...(typeof margin === "number"
            ? [{ kind: "Change of margin, all days", picks, gives: Math.round(margin * 10 ** decimals) }]
            : []),
        ];
      });
    });
  },
  compare: ({ tables, from, to, plan }) => {
    if (plan.scenarios.length === 0) return [];
    const decimals = decimalsOf(plan.money?.currency ?? "");
    const [[, ...heads] = [], ...found] = lines("COMPARE", from, to, "all", ...tables);
    return found.flatMap(([scenario, ...cells]) =>
      cells.flatMap((cell, column): readonly Case[] => {
        const kind = heads[column] === "Availability" ? "Free hours" : String(heads[column]);
        if (typeof cell !== "number") return [];
        const unit = kind === "Margin" ? 10 ** decimals : 60;
        const gives = kind === "Utilization" ? cell : Math.round(cell * unit);
        return [{ kind, picks: { scenario: String(scenario) }, gives }];
      }),
    );
  },
  problems: ({ tables }) => {
    const [, ...found] = lines("PLANCHECK", ...tables);
    const problems = found.filter(([, , , , code]) => code !== "");
    return [{ kind: "Problems", gives: problems.length }];
  },
};

const BRIDGE = [
  "Planned",
  "Volume",
  "Mix",
  "Bill rate",
  "Cost rate",
  "Untracked support",
  "Change orders",
  "Write-offs",
  "Now",
];

/** Mondays to Fridays from a day to another, both included. */
function workdays(from: number, to: number): number {
  let days = 0;
  for (let day = from; day <= to; day++) if ((((day - MONDAY) % 7) + 7) % 7 < 5) days += 1;
  return days;
}

/** What a function gives; null where it refuses the question. */
function given(name: string, ...args: Parameters<typeof ask> extends [string, ...infer A] ? A : never) {
  try {
    return ask(name, ...args);
  } catch (error) {
    if (error instanceof PlanError) return null;
    throw error;
  }
}

/** A figure as its cell would hold it: in whole minutes, cents or hundredths, or a share. */
function figure({ is, sums: [first, second] }: Explanation): number {
  if (is === "sum") return first!.amount;
  if (is === "growth") return Math.floor((10_000 * first!.amount) / second!.amount);
  return first!.amount / second!.amount;
}

function explained({ plan, from, to }: Asked, measure: string, one: Case): Explanation {
  const { explain, ofThePlan } = MEASURES.get(measure)!;
  const { kind, rows = "total", name = "", picks = {} } = one;
  const asked = ofThePlan ? plan : asWorked(plan, { from, to });
  const picked: Picked = new Map(Object.entries(picks) as [PickKey, string][]);
  return atOnce(explain({ plan: asked, counted: countedBy(plan.settings), rows, name, from, to }, kind, picked));
}

describe("the figure explained is the one that the function gives, and its parts add up", () => {
  test.each(Object.keys(READ))("%s, in random workbooks", (measure) => {
    let figures = 0;
    fc.assert(
      fc.property(
        randomWorkbook,
        fc.integer({ min: -5, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        ({ tables, plan }, begins, days) => {
          const from = plusDays(MONDAY, begins);
          const asked = { tables, plan, from, to: plusDays(from, days) };
          if (MEASURES.get(measure)!.isOffered?.(plan) === false) return;
          const hides = MEASURES.get(measure)!.hides ?? (() => false);
          for (const one of READ[measure]!(asked).filter(({ kind }) => !hides(plan, kind))) {
            const explanation = explained(asked, measure, one);
            expectAddsUp(explanation);
            const { gives, ...form } = one;
            expect([form, figure(explanation)]).toEqual([form, gives]);
            figures += 1;
          }
        },
      ),
      { numRuns },
    );
    expect(figures).toBeGreaterThan(0);
  });
});

/** What the panel explains of each function. */
const MEASURED: readonly (readonly [name: string, measures: readonly string[]])[] = [
  ["CAPACITY", ["Capacity"]],
  ["DEMAND", ["Demand"]],
  ["AVAILABILITY", ["Free hours"]],
  ["OVERLOAD", ["Overload", "Overload in weeks: red, to watch, in a row"]],
  ["UTILIZATION", ["Utilization, billable hours", "Utilization, all hours"]],
  ["VARIANCE", ["Variance"]],
  ["SKILLGAP", ["Skill gap"]],
  ["BOTTLENECKS", ["Bottlenecks"]],
  ["HIREVALUE", ["Hire or train: what it closes"]],
  ["GROWTHLIMIT", ["How far work can grow"]],
  ["EARLIESTSTART", ["When new work fits"]],
  ["EXPOSURE", ["Exposure: what nobody else could do"]],
  ["WHOCAN", ["Who can do some work"]],
  ["TRADEOFF", ["What a move costs"]],
  ["SHORTFALLODDS", ["Odds of a shortage"]],
  ["SUPPORTLOAD", ["Support load"]],
  ["FORECASTACCURACY", ["Forecast accuracy", "Forecast error", "Forecast bias"]],
  ["COMPARE", ["A measure in a scenario"]],
  ["MARGIN", ["Margin"]],
  ["MARGINBRIDGE", ["Margin bridge"]],
  ["ONTIME", ["On-time delivery"]],
  ["PLANCHECK", ["Problems of the plan"]],
];

test("every function has measures in the panel", () => {
  const found = FUNCTIONS.map(({ name }) => [
    name,
    [...MEASURES.values()].filter(({ of }) => of === name).map(({ title }) => title),
  ]);
  expect(found).toEqual(MEASURED);
  const names = new Set(FUNCTIONS.map(({ name }) => name));
  expect([...MEASURES.values()].filter(({ of }) => !names.has(of)).map(({ title }) => title)).toEqual([]);
});
