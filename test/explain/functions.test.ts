import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import { asWorked } from "../../core/engine/worked/as-worked.ts";
import { type Ask, atOnce, type Explanation, MEASURES, type Picked, type PickKey } from "../../core/explain/index.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { decimalsOf } from "../../core/plan/currencies.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { type DayNumber, plusDays } from "../../core/units.ts";
import { ask } from "../functions/ask.ts";
import { MONDAY } from "../support/engine-plan.ts";
import { expectAddsUp } from "./adds-up.ts";
import { randomWorkbook } from "./random-tables.ts";

/** HEADROOM_ORACLE=full explains a thousand and more. */
const numRuns = process.env.HEADROOM_ORACLE === "full" ? 120 : 4;

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

/** What planners read in cells of functions, by the measure that explains them. */
const READ: { readonly [measure: string]: (asked: Asked) => readonly Case[] } = {
  "weeks of overload": ({ tables, from, to, plan }) =>
    [
      ["Red weeks", "red"],
      ["Weeks to watch", "watch"],
      ["Longest run of weeks", "run"],
    ].flatMap(([kind = "", measure]) =>
      (["total", "person", "team", "skill"] as const).flatMap((rows): readonly Case[] => {
        const cells = ask("OVERLOAD", from, to, rows, "total", `measure=${measure}`, ...tables);
        if (rows === "total") return [{ kind, gives: Number(cells) }];
        const [, ...lines] = table(cells);
        expect(lines.length).toBeGreaterThan(rows === "person" ? plan.people.length / 2 : 0);
        return lines.map(([name, weeks]) => ({ kind, rows, name: String(name), gives: Number(weeks) }));
      }),
    ),
  bottlenecks: ({ tables, from, to }) => {
    const [, ...lines] = table(ask("BOTTLENECKS", from, to, ...tables));
    const short = lines.filter(([, until]) => until !== "");
    return (
      [
        ["Demand", 3],
        ["Can serve", 4],
        ["Short", 5],
      ] as const
    ).map(([kind, column]) => ({ kind, gives: sumOf(short, column) }));
  },
  exposure: ({ tables, from, to, plan }) => {
    const [, ...lines] = table(ask("EXPOSURE", from, to, ...tables));
    const hit = lines.filter(([, engagement]) => engagement !== "");
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
      const [, ...lines] = table(ask("MARGINBRIDGE", from, to, rows, ...tables));
      return lines.flatMap(([name, ...cells]) =>
        cells.flatMap((cell, column): readonly Case[] =>
          typeof cell !== "number"
            ? []
            : [{ kind: BRIDGE[column]!, rows, name: String(name), gives: Math.round(cell * 10 ** decimals) }],
        ),
      );
    });
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

/** A figure as its cell would hold it, in whole minutes, cents or hundredths. */
const figure = ({ sums: [first] }: Explanation) => first!.amount;

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
          for (const one of READ[measure]!(asked)) {
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
  ["EXPOSURE", ["Exposure: what nobody else could do"]],
  ["SHORTFALLODDS", ["Odds of a shortage"]],
  ["SUPPORTLOAD", ["Support load"]],
  ["FORECASTACCURACY", ["Forecast accuracy", "Forecast error", "Forecast bias"]],
  ["MARGIN", ["Margin"]],
  ["MARGINBRIDGE", ["Margin bridge"]],
  ["ONTIME", ["On-time delivery"]],
];

/** Answers to questions, whose figures have no measure yet. */
const WITHOUT: ReadonlySet<string> = new Set([
  "HIREVALUE",
  "GROWTHLIMIT",
  "EARLIESTSTART",
  "WHOCAN",
  "TRADEOFF",
  "COMPARE",
  "PLANCHECK",
]);

test("every function has measures in the panel", () => {
  const found = FUNCTIONS.filter(({ name }) => !WITHOUT.has(name)).map(({ name }) => [
    name,
    [...MEASURES.values()].filter(({ of }) => of === name).map(({ title }) => title),
  ]);
  expect(found).toEqual(MEASURED);
  const names = new Set(FUNCTIONS.map(({ name }) => name));
  expect([...MEASURES.values()].filter(({ of }) => !names.has(of)).map(({ title }) => title)).toEqual([]);
});
