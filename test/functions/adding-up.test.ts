import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import type { Argument } from "../../core/functions/argument.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { ask } from "./ask.ts";

const FIRST = 46027;
const LAST = 46027 + 12 * 7;
const FULL = process.env.HEADROOM_ORACLE === "full";
const demo = [...smallDemo()];
/** Only what looks at tickets is given them: they are nine tenths of the demo's rows, and rows of Support count in their place. */
const TABLES = demo.flatMap(([name, cells]) => (name === "Tickets" ? [] : [cells]));
const WITH_TICKETS = demo.map(([, cells]) => cells);
const LOOKS_AT_TICKETS = ["SUPPORTLOAD", "SHORTFALLODDS", "PLANCHECK"];

/** Hours as whole minutes, so that sums are exact. */
const minutes = (cell: Cell | undefined) => Math.round(Number(cell) * 60);
const total = (cells: readonly (Cell | undefined)[]) => cells.reduce<number>((sum, cell) => sum + minutes(cell), 0);

const days = fc
  .tuple(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: 0, max: 45 }))
  .map(([from, length]) => [from, Math.min(LAST, from + length)] as const);
const periods = fc.constantFrom("total", "day", "week", "month", "quarter");
const runs = { numRuns: FULL ? 100 : 10 };

/** Which days cover what is decided week by week, so that rows by assignee add up over weeks, not over their days. */
const grains = fc.constantFrom("total", "week");
const PARTS: readonly (readonly [name: string, rows: readonly string[], by: fc.Arbitrary<string>])[] = [
  ["CAPACITY", ["person", "team", "role", "location", "kind"], periods],
  ["AVAILABILITY", ["person", "team", "role", "location", "kind"], periods],
  ["OVERLOAD", ["person", "team", "role", "location", "kind"], periods],
  ["DEMAND", ["engagement", "client", "kind", "status", "skill"], periods],
  ["DEMAND", ["person", "team", "role", "location"], grains],
  ["VARIANCE", ["person", "team", "role", "location"], grains],
  ["SKILLGAP", ["skill", "engagement"], periods],
];

describe.each(PARTS)("%s over the demo plan", (name, allRows, by) => {
  test("rows add up to the total, period by period, to the minute", () => {
    fc.assert(
      fc.property(days, by, fc.constantFrom(...allRows), ([from, to], by, rows) => {
        const parts = ask(name, from, to, rows, by, "", ...TABLES) as CellRange;
        const whole = ask(name, from, to, "total", by, "", ...TABLES);
        const wholes = Array.isArray(whole) ? (whole as CellRange)[1]!.slice(1) : [whole as Cell];
        wholes.forEach((cell, i) => {
          expect(total(parts.slice(1).map((row) => row[i + 1]))).toBe(minutes(cell));
        });
      }),
      runs,
    );
  });
});

describe.each(["CAPACITY", "DEMAND", "AVAILABILITY", "OVERLOAD", "VARIANCE", "SKILLGAP"])("%s", (name) => {
  test("weeks and their days add up, when whole weeks are asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 2 }), (week, weeks) => {
        const from = FIRST + 7 * week;
        const args = [from, from + 7 * weeks - 1, "total"] as const;
        const whole = ask(name, ...args, "total", "", ...TABLES);
        expect(total((ask(name, ...args, "week", "", ...TABLES) as CellRange)[1]!.slice(1))).toBe(
          minutes(whole as Cell),
        );
        if (name === "SKILLGAP") return; // a gap found day by day is another question
        expect(total((ask(name, ...args, "day", "", ...TABLES) as CellRange)[1]!.slice(1))).toBe(
          minutes(whole as Cell),
        );
      }),
      runs,
    );
  });
});

const FILTERED: readonly (readonly [name: string, rows: string])[] = [
  ["CAPACITY", "team"],
  ["CAPACITY", "skill"],
  ["CAPACITY", "kind"],
  ["AVAILABILITY", "person"],
  ["OVERLOAD", "location"],
  ["UTILIZATION", "role"],
  ["DEMAND", "engagement"],
  ["DEMAND", "client"],
  ["DEMAND", "status"],
  ["DEMAND", "skill"],
  ["DEMAND", "team"],
  ["VARIANCE", "team"],
  ["VARIANCE", "person"],
  ["VARIANCE", "skill"],
];

test.each(FILTERED)("%s where %s is one name is that name's row", (name, rows) => {
  fc.assert(
    fc.property(days, fc.nat(), ([from, to], pick) => {
      const all = (ask(name, from, to, rows, "", "", ...TABLES) as CellRange)
        .slice(1)
        .filter(([label]) => label !== "(open)");
      const row = all[pick % Math.max(1, all.length)];
      if (!row) return;
      expect(ask(name, from, to, "", "", `${rows}="${row[0]}"`, ...TABLES)).toBe(row[1]);
    }),
    runs,
  );
});

describe("whatever is asked, a result is a cell or a full rectangle of plain cells", () => {
  const wheres = fc.constantFrom(
    "",
    "team=Platform",
    "skill=AWS, Windows",
    "hires=all; pipeline=none",
    "status=tentative",
    "restaff=yes",
    "grain=day",
    "measure=total",
    "kind=contractor",
  );
  const rows = fc.constantFrom("", "team", "person", "skill", "engagement", "kind");
  test.each(FUNCTIONS.map(({ name, params }) => [name, params.map((param) => param.name)] as const))(
    "%s",
    (name, params) => {
      const tables = LOOKS_AT_TICKETS.includes(name) ? WITH_TICKETS : TABLES;
      fc.assert(
        fc.property(days, rows, periods, wheres, ([from, to], rows, periods, where) => {
          const values: Record<string, Argument> = { from, to, rows, periods, where };
          const result = askOrRefuse(name, [...params.map((param) => values[param]), ...tables]);
          if (result === null) return;
          const range = (Array.isArray(result) ? result : [[result]]) as CellRange;
          expect(range.length).toBeGreaterThan(0);
          for (const row of range) {
            expect(row).toHaveLength(range[0]!.length);
            for (const cell of row) expect(isPlain(cell), JSON.stringify(cell)).toBe(true);
          }
        }),
        { numRuns: FULL ? 200 : 20 },
      );
    },
  );
});

/** Some words are not every function's; then the planner gets sentences. */
function askOrRefuse(name: string, args: readonly Argument[]) {
  try {
    return ask(name, ...args);
  } catch (error) {
    expect((error as Error).name).toBe("PlanError");
    return null;
  }
}

/** What Google Sheets and Excel both take: null, NaN, infinite numbers and -0 are not among it. */
const isPlain = (cell: Cell) =>
  typeof cell === "string" || typeof cell === "boolean" || (Number.isFinite(cell) && !Object.is(cell, -0));
