import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { briefOdds } from "../../core/engine/chance/brief.ts";
import { run, type Step } from "../../core/host.ts";
import type { Answer } from "../../core/questions/answer.ts";
import { ask, type ReplyOf } from "../../core/questions/index.ts";
import { type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";
import { rangesIn } from "../support/plan.ts";

const JAN_5 = 46027;
const MAR_9 = 46090;

const asked = (book: MemoryBook, name: string, form: unknown, hear: (step: Step) => void = () => {}): unknown => {
  const { host } = memoryHost(book);
  return run(ask(name, form), (step) => {
    hear(step);
    return host(step);
  });
};
const demo = () => memoryBook(Object.fromEntries(smallDemo()));
const atlas = (hours: number, from: number, weeks: number | null, skill = "AWS") => ({
  engagement: "Atlas",
  needs: [{ skill, level: null, hours }],
  from,
  weeks,
});

/** 70 hours free in a week, and a deal of 60 hours at 24 %. */
const oneDeal = (more: Parameters<typeof memoryBook>[0] = {}): MemoryBook => {
  const [settings, people, engagements, demand] = rangesIn(`
    Setting | Value
    Horizon from | 2026-01-05
    Horizon weeks | 2

    Person | Weekly hours | Skills
    Ana | 70 | AWS 4

    Engagement | Status | Odds
    Deal | tentative | 24%

    Engagement | Skill | From | To | Hours a week
    Deal | AWS | 2026-01-05 | 2026-01-11 | 60
  `);
  return memoryBook({ Settings: settings!, People: people!, Engagements: engagements!, Demand: demand!, ...more });
};

describe("odds of new work", () => {
  test("30 hours fit beside 60 hours at 24 % on average (44.4 of 70), but with the deal they are 20 h too many", () => {
    const found = asked(oneDeal(), "odds", { work: atlas(30, JAN_5, 1), found: null }) as Answer;
    expect(found.says).toBe(
      "Starting on 5 Jan 2026: fits on average; 24 % chance that it makes something short in the week of 5 Jan. It adds 4.8 h to the hours expected short.",
    );
    expect(found.tone).toBe("bad");
    expect(found.tables[0]?.rows).toEqual([{ cells: ["5 Jan", 24, 4.8, 0, 24], at: null }]);
    expect(found.notes).toContain("Exact: every outcome is listed.");
    expect(found.picture?.series.map(({ label, cells }) => [label, cells.map(({ heat }) => heat)])).toEqual([
      ["Baseline", [0]],
      ["Atlas", [3]],
      ["Because of it", [3]],
    ]);
  });

  test("a start slip in force is named beside the method", () => {
    const book = oneDeal();
    put(book, "Settings", 4, 0, "Start slip");
    put(book, "Settings", 4, 1, "1 week 25%");
    const found = asked(book, "odds", { work: atlas(30, JAN_5, 1), found: null }) as Answer;
    // By hand: 24 % × 75 % in which it is on time.
    expect(found.tables[0]?.rows[0]?.cells).toEqual(["5 Jan", 18, 3.6, 0, 18]);
    expect(found.notes).toContain(
      "Start slip of deals that are won: Deal 1 week late 25 % (Settings); else on time. On average each start counts by its odds.",
    );
  });

  /** 40 h of Linux, 20 h of which ten tickets take on average and 12 h a project; 15 tickets or fewer come in 95.1 % of weeks: 10 h in reserve. */
  const reserved = (): MemoryBook => {
    const [settings, people, engagements, support, demand] = rangesIn(`
      Setting | Value
      Horizon from | 2026-01-05
      Horizon weeks | 1
      Support reserve | 95%

      Person | Weekly hours | Skills
      Ana | 40 | Linux 4

      Engagement | Status
      Desk | confirmed
      One | confirmed

      Engagement | Skill | Tickets a week | Hours a ticket
      Desk | Linux | 10 | 2

      Engagement | Skill | From | To | Hours a week
      One | Linux | 2026-01-05 | 2026-01-11 | 12
    `);
    return memoryBook({
      Settings: settings!,
      People: people!,
      Engagements: engagements!,
      Support: support!,
      Demand: demand!,
    });
  };

  test("5 h fit on average beside support as it varies, whatever is kept in reserve for it: more than 11 tickets come in 30.3 % of weeks", () => {
    const found = asked(reserved(), "odds", { work: atlas(5, JAN_5, 1, "Linux"), found: null }) as Answer;
    expect(found.says).toMatch(
      /^Starting on 5 Jan 2026: adds no shortage on average; 30 % chance that it makes something short in the week of 5 Jan\./,
    );
    expect(found.notes).toContain(
      "Chances, and what is said on average, keep nothing in reserve: in them support itself varies. The answer above counts 10 h kept in reserve for support in these weeks.",
    );
    expect(JSON.stringify(asked(oneDeal(), "odds", { work: atlas(30, JAN_5, 1), found: null }))).not.toContain(
      "in reserve",
    );
  });

  test("support of which nobody knows how many hours it takes is told, and nothing is green beside it", () => {
    const tickets = Array.from({ length: 100 }, (_, i) => [JAN_5 - 140 + i, "Deal", "AWS"]);
    const book = oneDeal({ Tickets: [["Opened", "Engagement", "Skill"], ...tickets] });
    const found = asked(book, "odds", { work: atlas(30, JAN_5 + 7, null), found: null }) as Answer;
    expect(found.tone).toBe("unsure");
    expect(found.notes).toContain(
      "Not known, and counted as nothing: support of Deal, AWS cannot be forecast from tickets (no ticket says how many hours it took).",
    );
  });

  test("the exact answers above chances say what they count in reserve", () => {
    const form = { ...atlas(5, JAN_5, 1, "Linux"), flexible: "no" };
    const exact = asked(reserved(), "newEngagement", form) as Answer;
    // Two weeks are looked at, as the work takes one.
    expect(exact.notes[0]).toMatch(/^2 weeks from .* Counts 20 h kept in reserve for support\.$/);
    const compared = asked(reserved(), "compareScenarios", { measure: "gap" }) as Answer;
    expect(compared.notes).toContain(
      "The plan as it is counts 10 h kept in reserve for support; each scenario keeps its own.",
    );
    const scenarios = asked(reserved(), "odds", { work: null, found: null }) as Answer;
    expect(scenarios.notes.join("\n")).toContain("The answer above counts 10 h kept in reserve for support");
  });

  test("the week after, when there is no deal, it fits in every case", () => {
    const found = asked(oneDeal(), "odds", { work: atlas(30, JAN_5 + 7, null), found: null }) as Answer;
    expect(found.says).toBe(
      "Starting on 12 Jan 2026: fits on average, and in every case: no chance of being short in these weeks.",
    );
    expect(found.tone).toBe("good");
  });

  test("more than there is, is short on average too", () => {
    const found = asked(oneDeal(), "odds", { work: atlas(80, JAN_5 + 7, 1), found: null }) as Answer;
    expect(found.says).toMatch(
      /^Starting on 12 Jan 2026: short on average; 100 % chance that it makes something short in the week of 12 Jan\. It adds 10 h/,
    );
  });

  test("in the small demo, Python work in March meets Juniper: no week is likelier to be short, but what is short is shorter", () => {
    const found = asked(demo(), "odds", { work: atlas(10, MAR_9, 1, "Python"), found: null }) as Answer;
    // Juniper, 50 %, lacks 10 h in that week already, and with Atlas 20 h: 5 h more on average.
    expect(found.says).toMatch(
      /^Starting on 9 Mar 2026: adds no shortage on average; 50 % chance that it makes something short in the week of 9 Mar\. It adds 5 h to the hours expected short\. Other work/,
    );
    const [, makes, adds, without, withIt] = found.tables[0]!.rows[0]!.cells;
    expect([makes, adds, found.tone]).toEqual([50, 5, "bad"]);
    expect(withIt).toBe(without);
  });

  /** 40 h of AWS of which a deal takes 30 at 24 %, and Cobol work of 10 h in a week that nobody does: something is always short. */
  const alwaysShort = (): MemoryBook => {
    const [settings, people, engagements, demand] = rangesIn(`
      Setting | Value
      Horizon from | 2026-01-05
      Horizon weeks | 1

      Person | Weekly hours | Skills
      Ana | 40 | AWS 4
      Ben | 5 | Cobol 4

      Engagement | Status | Odds
      Deal | tentative | 24%
      Old | confirmed |

      Engagement | Skill | From | To | Hours a week
      Deal | AWS | 2026-01-05 | 2026-01-11 | 30
      Old | Cobol | 2026-01-05 | 2026-01-11 | 15
    `);
    return memoryBook({ Settings: settings!, People: people!, Engagements: engagements!, Demand: demand! });
  };

  test("where something else is short in every case, only what the work itself makes short decides: 20 h of AWS lack 10 h at 24 %", () => {
    const found = asked(alwaysShort(), "odds", { work: atlas(20, JAN_5, 1), found: null }) as Answer;
    expect(found.tables[0]?.rows[0]?.cells).toEqual(["5 Jan", 24, 2.4, 100, 100]);
    expect(found.tone).toBe("bad");
  });

  test("work that fits beside what is short in every case does not read as if all did", () => {
    const found = asked(alwaysShort(), "odds", { work: atlas(10, JAN_5, 1), found: null }) as Answer;
    expect(found.says).toBe(
      "Starting on 5 Jan 2026: adds no shortage on average; no chance that it makes anything short in these weeks. Other work is short without it already: 100 % chance in the week of 5 Jan.",
    );
    expect(found.tone).toBe("good");
  });

  test("in the small demo Windows 2+ from 26 Jan meets the desk's bad weeks, although the week is short of something in every case", () => {
    const windows = {
      engagement: "Atlas",
      needs: [{ skill: "Windows", level: 2, hours: 15 }],
      from: JAN_5 + 21,
      weeks: 3,
    };
    const found = asked(demo(), "odds", { work: windows, found: null }) as Answer;
    const [, makes, , without] = found.tables[0]!.rows[0]!.cells;
    expect(without).toBe(100);
    expect(Math.abs(Number(makes) - 31.5)).toBeLessThan(1.5);
    expect(found.tone).toBe("bad");
  });

  test("a skill that nobody has is refused", () => {
    const form = { work: atlas(10, JAN_5, 1, "Cobol"), found: null };
    expect(() => asked(demo(), "odds", form)).toThrow(/Nobody has "Cobol" in this plan/);
  });
});

describe("odds of scenarios", () => {
  const inThread = (book: MemoryBook) => {
    const { print, work } = asked(book, "oddsProblem", { work: null }) as ReplyOf<"oddsProblem">;
    const search = briefOdds(JSON.parse(JSON.stringify(work)));
    for (let next = search.next(); ; next = search.next())
      if (next.done) return { print, plans: JSON.parse(JSON.stringify(next.value)) };
  };

  test("each that is on stands beside the plan as it is; a thread finds the same as the workbook's host, and that is told", () => {
    const book = demo();
    const told: string[] = [];
    const here = asked(book, "odds", { work: null, found: null }, (one) => {
      if (one.do === "tell") told.push(`${one.words} ${one.part.done <= one.part.of}`);
    }) as Answer;
    expect(asked(book, "odds", { work: null, found: inThread(book) })).toEqual(here);
    expect(here.tables[0]?.rows.map(({ cells }) => cells[0])).toEqual([
      "Baseline",
      "Hire for the cut-over",
      "Train Rohan",
      "Maya leaves",
      "Juniper is won",
    ]);
    expect(new Set(told)).toEqual(new Set(["Computing the chances of 5 plans true"]));
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThan(25);
  });

  test("scenarios that tie are named together: without the deal, however it is lost, nothing is short", () => {
    const [settings, people, engagements, demand, rows] = rangesIn(`
      Setting | Value
      Horizon from | 2026-01-05
      Horizon weeks | 1

      Person | Weekly hours | Skills
      Ana | 50 | AWS 4

      Engagement | Status | Odds
      Deal | tentative | 50%

      Engagement | Skill | From | To | Hours a week
      Deal | AWS | 2026-01-05 | 2026-01-11 | 60

      Scenario | Change | Engagement
      Decline | lose | Deal
      Outbid | lose | Deal
    `);
    const tables = {
      Settings: settings!,
      People: people!,
      Engagements: engagements!,
      Demand: demand!,
      Scenarios: rows!,
    };
    const found = asked(memoryBook(tables), "odds", { work: null, found: null }) as Answer;
    expect(found.says).toBe(
      "By chance, “Decline” and “Outbid” do best: 0 h expected short in 1 week instead of 5 h, and 0 weeks likely to be short (above 20 %) instead of 1.",
    );
  });

  test("what comes back for another plan, or with impossible figures, is refused", () => {
    const book = demo();
    const found = inThread(book);
    const [first, ...others] = found.plans;
    const wrong = (plans: unknown) => () => asked(book, "odds", { work: null, found: { print: found.print, plans } });
    expect(wrong(others)).toThrow(/The plan changed while its chances were computed/);
    expect(wrong([[{ ...first[0], chance: 1_000_001 }, ...first.slice(1)], ...others])).toThrow(/The plan changed/);
    expect(wrong([[{ ...first[0], chance: 0.5 }, ...first.slice(1)], ...others])).toThrow(/odds form/);
    put(book, "Engagements", 5, 4, 0.9);
    expect(() => asked(book, "odds", { work: null, found })).toThrow(/The plan changed/);
  });
});
