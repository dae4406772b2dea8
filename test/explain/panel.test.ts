import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { supply } from "../../core/engine/supply.ts";
import { timeline } from "../../core/engine/timeline.ts";
import { wholeOf } from "../../core/engine/worked/denominator.ts";
import { atOnce, MEASURES, NOTHING_PICKED } from "../../core/explain/index.ts";
import { run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import type { Denominator } from "../../core/plan/words.ts";
import { ask, type ReplyOf } from "../../core/questions/index.ts";
import { areaOf } from "../../core/sheets/a1.ts";
import { countedAnyhow, planSpec, question } from "../engine/random-plan.ts";
import { d, planOf } from "../support/engine-plan.ts";
import { at, type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { expectAddsUp } from "./adds-up.ts";

const asked = <T>(book: MemoryBook, name: string, form: object): T => run(ask(name, form), memoryHost(book).host) as T;
type Explained = ReplyOf<"explain">;
const explained = (book: MemoryBook, form: object): Explained =>
  asked(book, "explain", { kind: null, rows: "total", name: null, ...form });

const OCTOBER_TO_DECEMBER = { from: 45931, to: 46022 };
const DECEMBER = { from: 45992, to: 46019 };
const WEEK_OF_9_MARCH = { from: 46090, to: 46096 };

/** Figures that the functions' help works out by hand. */
describe("a measure that is chosen in the panel", () => {
  const book = memoryBook(Object.fromEntries(smallDemoInUse()));

  test("forecast bias of one person: Daniel was planned for 144 hours four weeks before, and worked 153.5", () => {
    const one = explained(book, { measure: "forecast bias of", rows: "person", name: "daniel koh", ...DECEMBER });
    expect(one.figure).toBe("−6.2 %");
    expect(one.sums.map(({ label, amount }) => [label, amount])).toEqual([
      ["Forecast less worked", "−9.5 h"],
      ["Worked", "153.5 h"],
    ]);
  });

  test("forecast error of one engagement: off by 54.5 of 290.5 hours, and who is left out is said", () => {
    const form = { measure: "forecast error of", kind: "4 weeks before", rows: "engagement", name: "Harborline desk" };
    const one = explained(book, { ...form, ...DECEMBER });
    expect([one.figure, ...one.sums.map(({ amount }) => amount)]).toEqual(["18.8 %", "54.5 h", "290.5 h"]);
    expect(one.leftOut.map(({ label }) => label).join()).toContain("Marcus");
  });

  test("forecasts of a person lead to the rows of Snapshots, hours worked to those of Actuals, and add up by them", () => {
    const one = explained(book, { measure: "forecast bias of", rows: "person", name: "Daniel Koh", ...DECEMBER });
    const [first, worked] = one.sums;
    const weeks = first!.parts[0]!.parts.flatMap(({ parts }) => parts);
    expect(weeks.map(({ goTo }) => goTo?.sheet)).toEqual(weeks.map(() => "Snapshots"));
    const [desk] = worked!.parts;
    for (const week of desk!.parts) {
      expect(week.goTo?.sheet).toBe("Actuals");
      expect(week.parts.map(({ goTo }) => goTo?.sheet)).toEqual(week.parts.map(() => "Actuals"));
    }
    // 42.5 h in the first week, on five days.
    expect(desk!.parts.find(({ label }) => label.includes("1 Dec"))!.parts.map(({ amount }) => amount)).toEqual([
      "8.5 h",
      "8.5 h",
      "8.5 h",
      "8.5 h",
      "8.5 h",
    ]);
  });

  test("a forecast that is left out leads to the row of Snapshots that says it", () => {
    const form = { measure: "forecast error of", rows: "engagement", name: "Harborline desk", ...DECEMBER };
    const { leftOut } = explained(book, form);
    expect(leftOut.map(({ goTo }) => goTo?.sheet)).toEqual(["Snapshots"]);
  });

  test("load and target say of what they are a share and what past days count", () => {
    asked(book, "makeSheets", { sheets: "Utilization and overload" });
    const words = [...book.sheets.get("Utilization and overload")!.cells].flatMap(([key, cell]) => {
      if (typeof cell !== "number") return [];
      const [row = 0, column = 0] = key.split(",").map(Number);
      book.selected = { sheet: "Utilization and overload", at: { row, column, rows: 1, columns: 1 } };
      const { explained: one } = asked<ReplyOf<"explainSelected">>(book, "explainSelected", {});
      return one !== null && /^(Load|Target)/.test(one.title) ? [one.rule] : [];
    });
    expect(words.length).toBeGreaterThan(20);
    for (const rule of words) expect(rule).toMatch(/ of effective hours.*As of .*hours logged count/);
  });

  test("forecasts may be asked about by skill and by owner", () => {
    const all = explained(book, { measure: "forecast error of", ...DECEMBER });
    const owner = explained(book, { measure: "forecast error of", rows: "owner", name: "Grace Lind", ...DECEMBER });
    expect(owner.figure).toBe(all.figure);
    const skill = explained(book, { measure: "forecast error of", rows: "skill", name: "(no skill)", ...DECEMBER });
    expect(skill.title).toContain("(no skill)");
  });

  test("hours that were logged open into the rows of Actuals that hold them", () => {
    const one = explained(book, { measure: "utilization", rows: "person", name: "Daniel Koh", from: 45992, to: 45998 });
    const [desk] = one.sums[0]!.parts;
    expect(desk!.parts.map(({ amount }) => amount)).toEqual(["8.5 h", "8.5 h", "8.5 h", "8.5 h", "8.5 h"]);
    for (const { goTo } of [desk!, ...desk!.parts]) expect(goTo?.sheet).toBe("Actuals");
    expect(one.rule).toContain("of effective hours");
    expect(one.rule).toContain("Up to then hours logged count");
  });

  test("on-time delivery: three of five milestones of the last quarter were kept, each with its row", () => {
    const one = explained(book, { measure: "on time of", ...OCTOBER_TO_DECEMBER });
    expect([one.figure, ...one.sums.map(({ amount }) => amount)]).toEqual(["60.0 %", "3", "5"]);
    for (const { goTo } of one.sums[1]!.parts) expect(goTo?.sheet).toBe("Milestones");
  });

  /** Juniper is won one time in two, and then asks for 10 hours of Python more than there are. */
  test("odds of a shortage are split by the deal that moves them most", () => {
    const one = explained(book, { measure: "shortfall odds", kind: "Chance", ...WEEK_OF_9_MARCH });
    const [sum] = one.sums;
    expect(sum!.parts.some(({ label }) => /^Juniper data hub won, with odds of 50 %/.test(label))).toBe(true);
    const expected = explained(book, {
      measure: "shortfall odds",
      kind: "Expected hours short",
      ...WEEK_OF_9_MARCH,
    });
    expect(expected.title).toBe("Hours expected to be short, week of 9 Mar 2026");
  });

  test("a line of support is what is expected and what lies beyond it", () => {
    const form = { measure: "support load", from: 46027, to: 46033 };
    const expected = explained(book, { ...form, kind: "Expected hours" });
    const line = explained(book, { ...form, kind: "80 % line" });
    expect(line.sums[0]!.parts.map(({ label }) => label.split(":")[0])).toEqual(["Expected", "Beyond it"]);
    expect(line.sums[0]!.parts[0]!.amount).toBe(expected.figure);
  });

  test("what may be meant is offered, the usual first; nothing else is understood", () => {
    const { measures } = asked<ReplyOf<"explainForm">>(book, "explainForm", {});
    const kinds = new Map(measures.map((one) => [one.key, one.kinds]));
    expect(kinds.get("capacity")).toEqual([]);
    expect(kinds.get("utilization")).toEqual([
      "As Settings say",
      "Of effective hours",
      "Of contracted hours",
      "Of target hours",
      "Of recorded hours",
      "Of 2,080 hours a year",
    ]);
    expect(measures.map(({ key }) => key)).not.toContain("margin");
  });
});

const OF: readonly (readonly [kind: string, of: Denominator])[] = [
  ["Of effective hours", "effective"],
  ["Of contracted hours", "contracted"],
  ["Of target hours", "target"],
  ["Of recorded hours", "recorded"],
  ["Of 2,080 hours a year", "standard"],
];

test.each(OF)("utilization %s is a share of just these, in random plans", (kind, of) => {
  fc.assert(
    fc.property(planSpec, countedAnyhow, question, (spec, counted, days) => {
      const plan = planOf(spec);
      const [from, to] = [d(days[0]), d(days[0] + days[1])];
      const one = atOnce(
        MEASURES.get("utilization")!.explain(
          { plan, counted, from, to, rows: "total", name: "" },
          kind,
          NOTHING_PICKED,
        ),
      );
      expectAddsUp(one);
      const time = timeline(from, to, "total");
      const sum = (minutes: Float64Array) => minutes.reduce((all, more) => all + more, 0);
      expect(one.sums.map(({ amount }) => amount)).toEqual([
        sum(supply(plan, time, counted).billable),
        sum(wholeOf(of, plan, time, counted)),
      ]);
    }),
    { numRuns: 20 },
  );
});

/** The small demo with its money, and who may see how much of it. */
function demoShowing(shown: string, without: readonly string[] = []): MemoryBook {
  const tables = [...smallMoneyDemo()].filter(([name]) => !without.includes(name));
  const settings = smallMoneyDemo()
    .get("Settings")!
    .map((row) => (row[0] === "Money shown" ? ["Money shown", shown, null] : row));
  return memoryBook(Object.fromEntries<CellRange>([...tables, ["Settings", settings]]));
}
const CLIENT = { measure: "margin", rows: "client", name: "Cobalt Freight", from: 46027, to: 46031 };

describe("money", () => {
  /** 12 hours of Maya at 180, 20 each of Omar at 140, Rohan at 120, Asha and Vikram at 95, 6 of Grace at 150; cost 5,100. */
  test("margin of a client's first week: 12,060 of revenue less 5,100", () => {
    const book = demoShowing("all", ["Actuals", "Fees", "Demand", "Support", "Tickets", "Leave"]);
    expect(explained(book, { ...CLIENT, kind: "Revenue" }).figure).toBe("12,060.00 USD");
    const one = explained(book, CLIENT);
    expect(one.figure).toBe("6,960.00 USD");
    expect(one.sums[0]!.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["Revenue", "12,060.00 USD"],
      ["Cost", "−5,100.00 USD"],
    ]);
    expect(one.sums[0]!.parts[0]!.parts).toHaveLength(6);
  });

  test.each(["all but salaries", "none"])("is not explained while Money shown is %s", (shown) => {
    const book = demoShowing(shown);
    const { measures } = asked<ReplyOf<"explainForm">>(book, "explainForm", {});
    expect(measures.map(({ key }) => key)).not.toContain("margin");
    expect(() => explained(book, CLIENT)).toThrow(/Margin may not be explained/);
  });

  /** What each selected figure of a sheet is made of, as all the words that the panel would show. */
  function everyExplanation(
    book: MemoryBook,
    sheet: string,
  ): readonly { readonly of: string; readonly words: string }[] {
    const found: { of: string; words: string }[] = [];
    for (const [key, cell] of [...book.sheets.get(sheet)!.cells]) {
      if (typeof cell !== "number" && (cell === null || typeof cell !== "object")) continue;
      const [row = 0, column = 0] = key.split(",").map(Number);
      const a1 = `${String.fromCharCode(65 + column)}${row + 1}`;
      book.selected = { sheet, at: areaOf(a1)! };
      const { explained: one } = asked<ReplyOf<"explainSelected">>(book, "explainSelected", {});
      if (one !== null) found.push({ of: one.title, words: JSON.stringify(one.sums) });
    }
    return found;
  }

  test("no cost is taken apart on the margin sheets while salaries are hidden; revenue and hours are", () => {
    const book = demoShowing("all but salaries");
    asked(book, "makeSheets", { sheets: "Margin;Margin bridge" });
    const all = [...everyExplanation(book, "Margin"), ...everyExplanation(book, "Margin bridge")];
    const costs = all.filter(({ of }) => /^(Cost|Planned|Volume|Mix|Cost rate|Untracked)/.test(of));
    expect(costs.length).toBeGreaterThan(5);
    for (const { of, words } of costs) {
      expect([of, /Not taken apart|"parts":\[\]|goTo":\{"sheet":"Margin/.test(words)]).toEqual([of, true]);
      expect([of, /Maya|Omar|Daniel|Costs:/.test(words)]).toEqual([of, false]);
    }
    expect(all.some(({ of, words }) => /^Revenue/.test(of) && /Maya/.test(words))).toBe(true);
    for (const { words } of all) expect(words).not.toMatch(/Costs: /);
  });

  test("a sheet of money that still stands is not explained once none may be shown", () => {
    const book = demoShowing("all");
    asked(book, "makeSheets", { sheets: "Margin" });
    const [key] = [...book.sheets.get("Margin")!.cells].find(([, cell]) => typeof cell === "number")!;
    const [row = 0, column = 0] = key.split(",").map(Number);
    const settings = book.sheets.get("Settings")!;
    const [line] = [...settings.cells].find(([, cell]) => cell === "Money shown")!;
    settings.cells.set(`${line.split(",")[0]},1`, "none");
    book.selected = { sheet: "Margin", at: { row, column, rows: 1, columns: 1 } };
    const reply = asked<ReplyOf<"explainSelected">>(book, "explainSelected", {});
    expect([reply.explained, reply.says]).toEqual([null, expect.stringContaining("none that may be shown")]);
    expect(at(book, "Margin", 0, 0)).toContain("Margin");
  });
});
