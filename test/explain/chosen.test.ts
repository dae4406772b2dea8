import { describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { ask, type ReplyOf } from "../../core/questions/index.ts";
import { type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";

const asked = <T>(book: MemoryBook, name: string, form: object): T => run(ask(name, form), memoryHost(book).host) as T;
type Explained = ReplyOf<"explain">;
const book = memoryBook(Object.fromEntries(smallDemoInUse()));
const explained = (form: object): Explained =>
  asked(book, "explain", { kind: null, rows: "total", name: null, ...form });
const parts = (one: Explained) => one.sums[0]!.parts.map(({ label, amount }) => `${label} ${amount}`);

const CUT_OVER = { from: 46048, to: 46052 };
const TWO_WEEKS = { from: 46048, to: 46059 };

/** Figures that the functions' help works out by hand: see their examples. */
describe("what managers ask, chosen in the panel with what it needs", () => {
  test("nobody else can do 40 hours of a week without Maya: 20 of Tidewater, 12 of Cobalt, 8 of Meridian", () => {
    const form = { measure: "exposure", rows: "person", name: "maya ellison", ...CUT_OVER };
    const all = explained(form);
    expect([all.figure, parts(all)]).toEqual([
      "40 h",
      ["Tidewater migration 20 h", "Cobalt platform 12 h", "Meridian cloud care 8 h"],
    ]);
    expect(all.sums[0]!.parts[1]!.parts[0]!.parts[0]!.goTo).toEqual({ sheet: "Allocations", a1: "A3" });
    expect(explained({ ...form, engagement: "Cobalt platform" }).figure).toBe("12 h");
    expect(explained({ ...form, kind: "Hours booked" }).figure).toBe("20 h");
  });

  test("two weeks lack 20 hours of three skills together: 50 asked for and 40 free in each of them", () => {
    const form = { measure: "bottlenecks", ...TWO_WEEKS };
    const one = explained(form);
    expect(parts(one)).toEqual(["26 Jan to 6 Feb 2026: AWS 3+, Kubernetes 3+, Security 3+ with CISSP 20 h"]);
    expect(one.proofs).toHaveLength(2);
    expect(explained({ ...form, kind: "Demand" }).figure).toBe("100 h");
    expect(explained({ ...form, kind: "Can serve" }).figure).toBe("80 h");
    expect(explained({ ...form, rows: "skill", name: "Python" }).figure).toBe("0 h");
  });

  test("a hire closes the 20 hours, and so does Omar with a training", () => {
    const form = { measure: "hire value", ...TWO_WEEKS };
    const hire = explained({ ...form, skill: "security 3+ with cissp", hours: "10" });
    expect([hire.title, hire.figure]).toEqual([
      "Gap closed by a hire for Security 3+ with CISSP, 10 h a week, 26 Jan to 6 Feb 2026",
      "20 h",
    ]);
    expect(hire.sums[0]!.parts.map(({ label }) => label)).toEqual(["Skill gap as it is"]);
    expect(explained({ ...form, person: "Omar Haddad" }).figure).toBe("20 h");
    expect(explained({ ...form, hours: "10", kind: "Gap left" }).figure).toBe("0 h");
    const small = explained({ ...form, hours: "4" });
    expect(parts(small)).toEqual(["Skill gap as it is 20 h", "Skill gap with a hire for AWS 3+, 4 h a week −12 h"]);
    expect(small.proofs[0]).toContain("and The hire can do any of it, with 44 h free: 6 h short");
  });

  test("60 hours of tickets may grow by a third, until the last 20 hours are used up", () => {
    const form = { measure: "growth limit", from: 46034, to: 46038 };
    const one = explained(form);
    expect([one.figure, ...one.sums.map(({ amount }) => amount)]).toEqual(["33.33 %", "20 h", "60 h"]);
    expect(one.proofs[0]).toContain("used up at 33.33 %, exactly 1/3.");
    expect(one.sums[1]!.parts[0]!.goTo).toEqual({ sheet: "Support", a1: "A2" });
    // 28 hours of AWS and Kubernetes for each 100 %, and 40 free: 10/7 of it.
    expect(explained({ ...form, rows: "skill", name: "AWS" }).figure).toBe("142.85 %");
    expect(explained({ ...form, rows: "skill", name: "Linux", engagement: "Harborline desk" }).figure).toBe("n/a");
  });

  test("60 hours of AWS lack 36 begun at once, and fit from 20 February: on 24 working days they do not", () => {
    const form = {
      measure: "earliest start",
      skill: "AWS",
      level: "3",
      hours: "30",
      weeks: "2",
      from: 46041,
      to: 46108,
    };
    const one = explained(form);
    expect([one.title, one.figure]).toEqual([
      "Short, begun on the first day: 30 h a week of AWS 3+ for 2 weeks, 19 Jan to 27 Mar 2026 (fits from 20 Feb 2026)",
      "36 h",
    ]);
    expect(one.sums[0]!.parts[0]!.parts.map(({ amount }) => amount)).toEqual(["30 h", "−24 h"]);
    expect(explained({ ...form, kind: "Fits, begun on the first day" }).figure).toBe("24 h");
    expect(explained({ ...form, kind: "Working days until it fits" }).figure).toBe("24");
  });

  test("Maya could give 10 of her 20 free hours in each of two weeks; Wei Ling has no hour", () => {
    const form = { measure: "who can", skill: "AWS", level: 3, hours: 10, ...TWO_WEEKS };
    const one = explained(form);
    expect([one.title, one.figure]).toEqual([
      "What Maya Ellison can give of 10 h a week of AWS 3+, 26 Jan to 6 Feb 2026",
      "20 h",
    ]);
    expect(one.sums[0]!.parts[0]!.parts.map(({ amount }) => amount)).toEqual(["20 h", "−10 h"]);
    expect(one.leftOut.map(({ label }) => label)).toEqual(["Wei Ling Tan"]);
    expect(explained({ ...form, kind: "Load", person: "Ben Carver" }).figure).toBe("50.0 %");
  });

  test("Tidewater lacks 20 hours instead of 10 when Ben helps it: 10 of 76 a week are 0.13 weeks", () => {
    const form = {
      measure: "trade-off",
      person: "Ben Carver",
      leaving: "Meridian cloud care",
      joining: "Tidewater migration",
      engagement: "Tidewater migration",
      ...CUT_OVER,
    };
    const one = explained(form);
    expect([one.figure, ...parts(one)]).toEqual(["10 h", "Unmet after 20 h", "Unmet before −10 h"]);
    const open = one.sums[0]!.parts[0]!.parts[0]!.parts[0]!.parts;
    expect(open.map(({ goTo }) => goTo?.sheet)).toEqual(
      open.map(({ label }) => (/^Meri/.test(label) ? "Support" : "Demand")),
    );
    expect(explained({ ...form, kind: "Slip in weeks" }).figure).toBe("0.13");
    expect(explained({ ...form, engagement: null }).title).toContain("Change of unmet hours of Meridian cloud care");
    expect(() => explained({ ...form, leaving: "Internal tooling" })).toThrow(/has no allocation of this person/);
  });

  test("the gap is five times as large without Maya; a scenario's measure is that of the plan as it would be", () => {
    const form = { measure: "compare", from: 46055, to: 46059 };
    const one = explained({ ...form, scenario: "maya leaves" });
    expect([one.title, one.figure, one.notes[0]]).toEqual([
      "Maya leaves: Skill gap, 2 Feb to 6 Feb 2026",
      "50 h",
      "In the plan as it is: 10 h.",
    ]);
    expect(explained({ ...form, scenario: "Baseline" }).figure).toBe("10 h");
    expect(() => explained({ ...form, scenario: "Nobody" })).toThrow(/"Nobody" is none of the choices for Scenario/);
    expect(() => explained(form)).toThrow(/Scenario is not chosen.*Maybe Baseline/s);
  });

  /** Marcus logged nothing in one week of December. */
  test("problems of the plan lead to their cells", () => {
    const one = explained({ measure: "problems", from: 46027, to: 46033 });
    expect([one.figure, one.sums[0]!.parts[0]!.parts[0]!.goTo]).toEqual(["1", { sheet: "Actuals", a1: "A1" }]);
    expect(explained({ measure: "problems", kind: "Errors", from: 46027, to: 46033 }).figure).toBe("0");
  });

  test("what cannot be used is said with a hint", () => {
    const form = { measure: "who can", skill: "AWS", ...TWO_WEEKS };
    expect(() => explained({ ...form, level: "7" })).toThrow(/is not a level: 1 to 5.*Maybe 3/s);
    expect(() => explained({ ...form, hours: "many" })).toThrow(/is no number of hours a week/);
    const start = { measure: "earliest start", skill: "AWS", hours: "20", ...TWO_WEEKS };
    expect(() => explained(start)).toThrow(/Weeks is not chosen/);
    expect(() => explained({ ...start, weeks: "soon" })).toThrow(/is no number of weeks/);
  });
});

describe("the form", () => {
  const { measures, lists, to, until } = asked<ReplyOf<"explainForm">>(book, "explainForm", {});
  const picksOf = (key: string) =>
    measures.find((one) => one.key === key)!.picks.map((one) => [one.label, one.usual || one.blank]);

  test("offers the fields that a measure needs, with what is usual", () => {
    expect(picksOf("capacity")).toEqual([]);
    expect(picksOf("hire value")).toEqual([
      ["Skill asked for", "The one that closes most"],
      ["Hours a week of a hire", "Full time"],
      ["Train", "Nobody: hire somebody"],
    ]);
    expect(picksOf("earliest start").map(([label]) => label)).toEqual([
      "Skill",
      "At least level (1 to 5)",
      "Hours a week",
      "Weeks",
    ]);
    expect(picksOf("compare")).toEqual([["Scenario", "Baseline"]]);
    expect(lists.scenario).toContain("Maya leaves");
    expect(lists.requirement).toContain("Security 3+ with CISSP");
  });

  test("a move offers somebody and what they are booked on", () => {
    const [who, from, on] = picksOf("trade-off").map(([, usual]) => usual);
    expect([who, from, on]).toEqual(["Maya Ellison", "Meridian cloud care", "Harborline desk"]);
  });

  test("work that is to start looks at the whole horizon", () => {
    expect(measures.filter(({ looksFar }) => looksFar).map(({ key }) => key)).toEqual(["earliest start"]);
    expect((until - to) % 7).toBe(0);
    expect(until).toBeGreaterThan(to);
  });
});

describe("money", () => {
  const showing = (shown: string): MemoryBook => {
    const settings = smallMoneyDemo()
      .get("Settings")!
      .map((row) => (row[0] === "Money shown" ? ["Money shown", shown, null] : row));
    return memoryBook(Object.fromEntries<CellRange>([...smallMoneyDemo(), ["Settings", settings]]));
  };
  const WEEK = { rows: "total", name: null, from: 46048, to: 46052 };
  const MOVE = {
    measure: "trade-off",
    kind: "Change of margin, all days",
    person: "Rohan Kulkarni",
    leaving: "Cobalt platform",
    joining: "Internal tooling",
    ...WEEK,
  };
  const SCENARIO = { measure: "compare", kind: "Margin", scenario: "Baseline", ...WEEK };

  /** Pune is off on the Monday. Rohan's 16 hours leave 120 less 36 each; open, they leave 103.33 less 28, at the average of three who know Python. */
  test("a move changes a margin by its lines, where all money is shown", () => {
    const one = asked<Explained>(showing("all"), "explain", MOVE);
    expect(one.figure).toBe("−138.72 USD");
    expect(one.sums[0]!.parts.map(({ label }) => label)).toEqual(["Margin after", "Margin before"]);
  });

  test.each(["all but salaries", "none"])(
    "no margin of a move, a scenario or a bridge is told while Money shown is %s",
    (shown) => {
      const hidden = showing(shown);
      const { measures } = asked<ReplyOf<"explainForm">>(hidden, "explainForm", {});
      const kinds = measures.flatMap((one) => [one.title, ...one.kinds]);
      expect(kinds.filter((one) => /margin/i.test(one))).toEqual([]);
      // A kind that is not offered is not understood either: the usual one is explained.
      expect(asked<Explained>(hidden, "explain", MOVE).title).toMatch(/^Change of unmet hours/);
      expect(asked<Explained>(hidden, "explain", SCENARIO).title).toMatch(/^Baseline: Skill gap/);
      expect(() => asked(hidden, "explain", { measure: "margin bridge", kind: "Now", ...WEEK })).toThrow(
        /may not be explained/,
      );
    },
  );

  test.each(["all", "all but salaries"])(
    "what stands in a cell of Costs is not repeated while Money shown is %s",
    (shown) => {
      const told = showing(shown);
      const costs = told.sheets.get("Costs")!;
      const [heading] = [...costs.cells].find(([, cell]) => cell === "Cost rate")!;
      const [row = 0, column] = heading.split(",").map(Number);
      costs.cells.set(`${row + 1},${column}`, "97 or 98");
      const [problem] = asked<Explained>(told, "explain", { measure: "problems", ...WEEK }).sums[0]!.parts[0]!.parts;
      expect([problem!.goTo, problem!.label]).toEqual([
        { sheet: "Costs", a1: "C2" },
        expect.stringContaining('"(hidden)" is not an amount an hour'),
      ]);
    },
  );
});

describe("utilization leaves out what is not billable", () => {
  const small = memoryBook({
    People: [
      ["Person", "Weekly hours"],
      ["Ben", 40],
      ["Dan", 40],
    ],
    Engagements: [
      ["Engagement", "Kind"],
      ["Portal", "time and materials"],
      ["Office", "internal"],
    ],
    Allocations: [
      ["Person", "Engagement", "From", "To", "Hours a day"],
      ["Ben", "Portal", 46069, 46073, 4],
      ["Ben", "Office", 46069, 46073, 3],
      ["Dan", "Office", 46083, 46087, 2],
    ],
  });
  const week = { measure: "utilization", rows: "person", from: 46069, to: 46073, kind: null };

  test("of the person and the days asked about, with hours and a way to the row", () => {
    // Ben from 16 to 20 February 2026: five days of four billable hours of eight, and of three that are not.
    const one = asked<Explained>(small, "explain", { ...week, name: "Ben" });
    expect(one.figure).toBe("50.0 %");
    expect(one.leftOut).toHaveLength(1);
    expect(one.leftOut[0]).toMatchObject({ why: "not billable", goTo: { sheet: "Allocations", a1: "A3" } });
    expect(one.leftOut[0]!.label).toMatch(/^Ben on Office, .*: 15 h$/);
  });

  test("and of nobody else: Dan's hours are two weeks later", () => {
    const one = asked<Explained>(small, "explain", { ...week, name: "Dan" });
    expect([one.figure, one.leftOut]).toEqual(["0.0 %", []]);
  });
});
