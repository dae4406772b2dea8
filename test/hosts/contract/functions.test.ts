import { beforeAll, describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../../core/demo/small.ts";
import type { Cell, CellRange } from "../../../core/plan/cells.ts";
import { type Call, excelFormulas, type Given, type Result, sheetsFormulas, workbenchFormulas } from "./formulas.ts";
import { NASTY } from "./nasty.ts";

const MONDAY = 46027;
const FRIDAY = 46031;
const END = 46109;
/** The last quarter of 2025, and the four weeks of December with timesheets. */
const QUARTER = [45931, 46022] as const;
const DECEMBER = [45992, 46019] as const;
const of = (...names: string[]): Given[] => names.map((table) => ({ table }));
const whole = (table: string): Given => ({ table, whole: true });
const WORK = of("People", "Skills", "Demand", "Support", "Allocations", "Leave", "Holidays", "Engagements", "Settings");
const PROMISES = of("Milestones", "Engagements", "Actuals", "People");
const HISTORY = of("People", "Engagements", "Snapshots", "Actuals");
const DEALS = of("People", "Engagements", "Demand", "Allocations");
const BY_TICKETS = of("Chance settings", "Engagements", "Support", "Tickets");
const ESTIMATED = [...WORK.slice(0, -1), ...of("Chance settings", "Tickets")];
const BACKWARDS = [...WORK].reverse();
const [PEOPLE, ENGAGEMENTS, DEMAND, ALLOCATIONS, LEAVE] = of(...NASTY.keys());
const MESSY = [PEOPLE, ENGAGEMENTS, DEMAND, ALLOCATIONS, LEAVE];

/** The same tables; a formula of the planner's own shows what it computes. */
const COMPUTED = new Map<string, Cell>([
  ["=1/0", "#DIV/0!"],
  ["=20+20", 40],
]);
const TABLES = new Map<string, CellRange>([
  ...smallDemoInUse(),
  [
    "Chance settings",
    [
      ["Setting", "Value"],
      ["Horizon from", MONDAY],
      ["Unplanned absence", 0.03],
      ["Start slip", "2 weeks 30%"],
      ["Support counts", "tickets"],
      ["Support reserve", 0.9],
    ],
  ],
  [
    "Care hours",
    [
      ["Engagement", "Skill", "Hours a week"],
      ["Meridian cloud care", "AWS", 20],
    ],
  ],
  ...[...NASTY].map(([name, rows]): [string, CellRange] => [
    name,
    rows.map((row) =>
      row.map((cell) => (cell !== null && typeof cell === "object" ? (COMPUTED.get(cell.formula) ?? null) : cell)),
    ),
  ]),
]);

type Formula = readonly [name: string, args: readonly Given[]];
/** A formula and how many rows and columns its result has. */
const RESULTS: readonly (readonly [...Formula, rows: number, columns: number])[] = [
  ["CAPACITY", [MONDAY, FRIDAY, ...of("People")], 1, 1],
  ["CAPACITY", [MONDAY, END, "team", "week", ...WORK], 5, 13],
  ["CAPACITY", [MONDAY, END, "person", undefined, undefined, ...BACKWARDS], 13, 2],
  ["CAPACITY", [MONDAY, END, undefined, "month", "hires=all", ...WORK], 2, 4],
  ["CAPACITY", [MONDAY, FRIDAY, "person", "day", undefined, whole("People"), whole("Leave")], 12, 6],
  ["CAPACITY", ["2026-01-05", "2026-01-09", "total", ...WORK], 1, 1],
  ["CAPACITY", [MONDAY, FRIDAY, "person", "day", ...MESSY], 5, 6],
  ["DEMAND", [MONDAY, END, "skill", "month", ...WORK], 10, 4],
  ["DEMAND", [MONDAY, END, undefined, undefined, "status=tentative", ...WORK], 1, 1],
  ["DEMAND", [MONDAY, END, "engagement", "week", ...MESSY], 5, 13],
  ["AVAILABILITY", [MONDAY, END, "person", "week", "skill=AWS", ...WORK], 4, 13],
  ["AVAILABILITY", [MONDAY, END, "team", "total", ...MESSY], 4, 2],
  ["OVERLOAD", [MONDAY, END, "person", "week", ...WORK], 13, 13],
  ["OVERLOAD", [MONDAY, END, ...MESSY], 1, 1],
  ["UTILIZATION", [MONDAY, END, "team", "month", ...WORK], 5, 4],
  ["UTILIZATION", [MONDAY, FRIDAY, "person", "week", "measure=total", ...MESSY], 5, 2],
  ["VARIANCE", [MONDAY, END, "skill", "month", ...WORK], 11, 4],
  ["VARIANCE", [MONDAY, END, "team", "week", ...MESSY], 5, 13],
  ["SKILLGAP", [MONDAY, END, "skill", "week", ...WORK], 9, 13],
  ["SKILLGAP", [MONDAY, END, undefined, undefined, undefined, ...MESSY], 1, 1],
  ["BOTTLENECKS", [MONDAY, END, ...WORK], 5, 7],
  ["BOTTLENECKS", [MONDAY, END, "month", ...MESSY], 2, 7],
  ["OVERLOAD", [...DECEMBER, "person", undefined, "measure=run", ...WORK, ...of("Actuals")], 12, 2],
  ["OVERLOAD", [...DECEMBER, "team", "week", "measure=red", ...WORK, ...of("Actuals")], 5, 5],
  ["OVERLOAD", [MONDAY, END, "person", "month", "measure=watch", ...MESSY], 5, 4],
  ["UTILIZATION", [MONDAY, END, "team", "month", "of=contracted", ...WORK], 5, 4],
  ["UTILIZATION", [...DECEMBER, "person", "week", "of=recorded", ...WORK, ...of("Actuals")], 12, 5],
  ["UTILIZATION", [MONDAY, END, undefined, undefined, "of=standard", ...MESSY], 1, 1],
  ["ONTIME", [...QUARTER, ...PROMISES], 1, 1],
  ["ONTIME", [...QUARTER, "engagement", "total", "measure=current", ...PROMISES], 5, 2],
  ["ONTIME", [...QUARTER, "client", "month", "measure=slip of all", ...PROMISES], 5, 4],
  ["ONTIME", ["2025-10-01", "2025-12-31", "kind", undefined, "measure=late", whole("Milestones"), ...WORK], 4, 2],
  ["FORECASTACCURACY", [...DECEMBER, ...HISTORY], 6, 9],
  ["FORECASTACCURACY", [...DECEMBER, "person", "person=Daniel Koh; measure=bias", ...HISTORY], 2, 6],
  ["FORECASTACCURACY", [...DECEMBER, undefined, "measure=wape; lead=4", ...HISTORY], 1, 1],
  ["FORECASTACCURACY", [MONDAY, END, undefined, "lead=1", ...HISTORY], 2, 9],
  ["SUPPORTLOAD", [MONDAY, FRIDAY, ...of("Support")], 1, 1],
  ["SUPPORTLOAD", [MONDAY, END, 0.95, "skill", "month", ...of("Support", "Engagements")], 5, 4],
  ["SUPPORTLOAD", [MONDAY, END, "80%", "engagement", "week", ...BY_TICKETS], 3, 13],
  ["SUPPORTLOAD", [MONDAY, FRIDAY, undefined, "skill", undefined, undefined, whole("Tickets"), ...of("Support")], 5, 2],
  ["SUPPORTLOAD", [MONDAY, FRIDAY, 0.99, "total", ...of("Care hours")], 1, 1],
  ["SUPPORTLOAD", [MONDAY, FRIDAY, 0.8, "skill", ...of("Care hours", "Tickets", "Engagements")], 3, 2],
  ["SHORTFALLODDS", [MONDAY, END, ...WORK], 1, 1],
  ["SHORTFALLODDS", [MONDAY + 63, END, "total", "week", "skill=Python; measure=all", ...DEALS], 4, 8],
  ["SHORTFALLODDS", [MONDAY, END, "skill", "month", "measure=all", ...WORK], 25, 8],
  ["SHORTFALLODDS", [MONDAY, END, "total", "week", "measure=all", ...ESTIMATED], 13, 8],
  ["SHORTFALLODDS", [MONDAY, MONDAY + 27, "skill", "week", undefined, ...ESTIMATED], 9, 5],
  ["SHORTFALLODDS", [MONDAY, END, undefined, undefined, "measure=p90; pipeline=all", ...ESTIMATED], 1, 1],
  ["SHORTFALLODDS", [MONDAY, FRIDAY, "total", undefined, "measure=expected", ...MESSY], 1, 1],
  ["PLANCHECK", WORK, 2, 5],
  ["PLANCHECK", MESSY, 3, 5],
];

/** A mistake, the error in the cell, and words of the sentence that comes with it. */
const MISTAKES: readonly (readonly [...Formula, code: string, says: string])[] = [
  ["CAPACITY", ["soon", FRIDAY, ...of("People")], "#VALUE!", '"soon" is not a date'],
  ["CAPACITY", [FRIDAY, MONDAY, ...of("People")], "#VALUE!", "from is after to"],
  ["CAPACITY", [MONDAY, FRIDAY, "colour", ...of("People")], "#VALUE!", '"colour" is no word for rows'],
  ["CAPACITY", [MONDAY, FRIDAY], "#N/A", "needs the People table"],
  ["CAPACITY", [MONDAY, FRIDAY, ...of("Leave")], "#N/A", "needs the People table"],
  [
    "CAPACITY",
    [MONDAY, FRIDAY, undefined, undefined, "problems=strict", ...MESSY],
    "#VALUE!",
    '"#DIV/0!" shows an error',
  ],
  ["SKILLGAP", [MONDAY, FRIDAY, undefined, undefined, "team=Nobody's", ...WORK], "#VALUE!", '"Nobody\'s" is no team'],
  ["OVERLOAD", [MONDAY, FRIDAY, undefined, undefined, "measure", ...WORK], "#VALUE!", "is not a condition"],
  ["FORECASTACCURACY", [...DECEMBER, "person", "cells=engagement", ...HISTORY], "#VALUE!", "cannot tell persons apart"],
  ["FORECASTACCURACY", [...DECEMBER, ...of("People", "Actuals")], "#N/A", "needs the Snapshots table"],
  ["ONTIME", [...QUARTER, ...of("People")], "#N/A", "needs the Milestones table"],
  ["SUPPORTLOAD", [MONDAY, FRIDAY, ...of("People")], "#N/A", "needs the Support or Tickets table"],
  [
    "SUPPORTLOAD",
    [MONDAY, FRIDAY, "often", "total", ...of("Support")],
    "#VALUE!",
    "is no confidence from 1 % to 99.9 %",
  ],
  ["SUPPORTLOAD", [MONDAY, FRIDAY, ...of("Care hours", "Support")], "#VALUE!", "could be Demand or Support"],
  ["SHORTFALLODDS", [MONDAY, FRIDAY, "team", ...WORK], "#VALUE!", '"team" is no word for rows'],
  ["SHORTFALLODDS", [MONDAY, FRIDAY, ...of("Demand")], "#N/A", "needs the People table"],
  ["PLANCHECK", [], "#N/A", "needs at least one table"],
];

let sheets: Call;
let workbench: Call;
/** All at once, as Excel recalculates: its runtime waits half a second for more calls before it answers. */
let excel: readonly Result[];
beforeAll(async () => {
  const call = excelFormulas(TABLES);
  excel = await Promise.all([...RESULTS, ...MISTAKES].map(([name, args]) => call(name, args)));
  sheets = sheetsFormulas(TABLES, "America/Los_Angeles");
  workbench = workbenchFormulas(TABLES);
});

const spelled = ([name, args]: readonly [...Formula, ...unknown[]]): string =>
  `${name}(${args.map((one) => (one !== null && typeof one === "object" ? one.table : (one ?? ""))).join(", ")})`;
const numbered = <T extends readonly [...Formula, ...unknown[]]>(all: readonly T[], from: number) =>
  all.map((one, i) => ({ title: spelled(one), one, i: from + i }));

describe("the same formula gives the same cells in each host", () => {
  test.each(numbered(RESULTS, 0))("$title", async ({ one: [name, args, rows, columns], i }) => {
    const result = excel[i]!;
    expect("cells" in result && [result.cells.length, result.cells[0]?.length]).toEqual([rows, columns]);
    expect(await sheets(name, args)).toEqual(result);
    expect(await workbench(name, args)).toEqual(result);
  });
});

describe("chances that are estimated are the same to the last digit, in each host and each time", () => {
  test.each(numbered(RESULTS, 0).filter(({ one: [name] }) => name === "SHORTFALLODDS"))(
    "$title",
    async ({ one, i }) => {
      const [name, args] = one;
      const bytes = JSON.stringify(excel[i]!);
      expect(JSON.stringify(await sheets(name, args))).toBe(bytes);
      expect(JSON.stringify(await workbench(name, args))).toBe(bytes);
      expect(JSON.stringify(await sheets(name, args))).toBe(bytes);
    },
  );

  test("some of them are", () => {
    const texts = RESULTS.flatMap(([name], i) => (name === "SHORTFALLODDS" ? [JSON.stringify(excel[i]!)] : []));
    expect(texts.filter((text) => /estimated: 1009 × 4 points/.test(text)).length).toBeGreaterThan(0);
    expect(texts.filter((text) => /exact/.test(text)).length).toBeGreaterThan(0);
  });
});

describe("the same mistake is the same sentence in each host", () => {
  test.each(numbered(MISTAKES, RESULTS.length))("$title", async ({ one: [name, args, code, says], i }) => {
    const result = excel[i]!;
    expect(result).toEqual({ code, says: expect.stringContaining(says) });
    expect(await workbench(name, args)).toEqual(result);
    expect(await sheets(name, args)).toEqual({ ...result, code: null });
  });
});
