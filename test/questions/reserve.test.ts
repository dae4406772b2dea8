import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { ask, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryBook, memoryHost, seen } from "../support/memory-host.ts";
import { rangesIn } from "../support/plan.ts";

const asked = <N extends "reserve" | "writeReserve" | "undoLast">(book: MemoryBook, name: N, form: unknown) =>
  run(ask(name, form), memoryHost(book).host) as ReplyOf<N>;
const demo = () => memoryBook(Object.fromEntries(smallDemo()));

/** Poisson with mean 30: P(at most 34) = 0.797, P(at most 35) = 0.843. So 80 % take 35 tickets of 2 hours: 70 of them, 10 beyond 60. */
describe("what to reserve for Harborline's 30 tickets of 2 hours", () => {
  test("at 80 %: 70 h for the desk, 118 h with Meridian's 48, and what it takes from projects", () => {
    const { answer, confidence, current, lines, ready } = asked(demo(), "reserve", { confidence: 0.8 });
    expect([confidence, ready]).toEqual([800_000, true]);
    expect(current).toBe("Settings keep support's expected hours only.");
    expect(answer?.says).toMatch(
      /^To be 80 % sure of a week, reserve 118 h a week for support: 10 h beyond the 108 h expected\. It leaves projects/,
    );
    expect(answer?.tables[0]?.rows[0]).toEqual({
      cells: ["Harborline desk: Windows", 60, 60, 70],
      at: { sheet: "Support", row: 1, column: 0 },
    });
    // Chinese New Year: 12 h short already, so all of the 10 h more are short too.
    expect(answer?.tables[2]?.rows[6]).toEqual({ cells: ["16 Feb", 108, 118, 12, 22], at: null });
    // In the week before, Daniel and Marcus have the 10 h.
    expect(answer?.tables[2]?.rows[0]).toEqual({ cells: ["5 Jan", 108, 118, 0, 0], at: null });
    expect(lines[1]).toBe("Will write Settings: Support reserve empty → 80 %.");
  });

  test("surer is dearer, and expected hours are the least", () => {
    const { answer } = asked(demo(), "reserve", { confidence: 0.8 });
    const cells = answer!.picture!.series[0]!.cells;
    expect(cells.map(({ label }) => label)).toEqual(["50 %: 108 h", "80 %: 118 h", "90 %: 122 h", "95 %: 126 h"]);
    expect(cells.map(({ heat }) => heat)).toEqual([2, 4, 2, 2]);
  });

  test("what it takes from a skill is added up over all weeks, like what is left", () => {
    const { answer } = asked(demo(), "reserve", { confidence: 0.9 });
    const cost = answer!.tables.find(({ title }) => title.includes("by skill over all weeks"))!;
    // Fourteen hours in each of twelve weeks: 168, as much as is left less.
    expect(cost.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([["Windows", 168, 112, -56]]);
  });

  test("says up to which day the tickets go, and where they count, how their forecasts would have done", () => {
    const { answer } = asked(demo(), "reserve", { confidence: 0.8 });
    const history = "History: 40 complete weeks of tickets, from 31 Mar 2025 to 4 Jan 2026.";
    expect(answer?.notes.filter((note) => note.startsWith(history))).toHaveLength(1);
    expect(answer?.notes.filter((note) => note.includes("On your own past"))).toEqual([]);
    const counting = new Map(
      [...smallDemo()].map(([name, cells]) => [
        name,
        name === "Settings" ? [...cells, ["Support counts", "tickets", null]] : cells,
      ]),
    );
    const byTickets = asked(memoryBook(Object.fromEntries(counting)), "reserve", { confidence: 0.8 }).answer;
    expect(byTickets?.notes.filter((note) => note.includes("On your own past"))).toEqual([
      expect.stringMatching(
        /^Harborline desk, Windows: On your own past 5 forecasts the 80 % line held in \d\d % of weeks\./,
      ),
    ]);
  });

  test("using it writes one row of Settings, which is then in force and can be taken back", () => {
    const book = demo();
    const before = seen(book);
    asked(book, "writeReserve", { confidence: 0.8 });
    asked(book, "undoLast", {});
    expect(seen(book) === before).toBe(true);
    expect(asked(book, "writeReserve", { confidence: 0.9 }).text).toBe(
      "Settings keep support's hours free with 90 % confidence now.",
    );
    const rows = Array.from({ length: 20 }, (_, row) => [0, 1].map((column) => at(book, "Settings", row, column)));
    expect(rows).toContainEqual(["Support reserve", 0.9]);
    const again = asked(book, "reserve", { confidence: null });
    expect([again.confidence, again.ready]).toEqual([900_000, false]);
    expect(again.current).toBe("Settings keep support's hours free with 90 % confidence.");
    expect(asked(book, "writeReserve", { confidence: 0.95 }).text).toMatch(/95 % confidence now/);
    const changed = Array.from({ length: 20 }, (_, row) => at(book, "Settings", row, 0));
    expect(changed.filter((name) => name === "Support reserve")).toHaveLength(1);
    asked(book, "undoLast", {});
    expect(asked(book, "reserve", { confidence: null }).confidence).toBe(900_000);
  });

  test("a workbook without Settings gets the sheet", () => {
    const { Settings: _, ...others } = Object.fromEntries(smallDemo());
    const book = memoryBook(others);
    asked(book, "writeReserve", { confidence: 0.8 });
    expect([at(book, "Settings", 1, 0), at(book, "Settings", 1, 1)]).toEqual(["Support reserve", 0.8]);
  });

  test.each([0, 1, -0.5, "often"])("no confidence is %j", (confidence) => {
    expect(() => asked(demo(), "writeReserve", { confidence })).toThrow(/confidence/);
  });
});

describe("support in two skills", () => {
  /** One ticket of 1 hour a week in each: P(none) = 0.3679, P(at most 1) = 0.7358, P(at most 2) = 0.9197. */
  const twoDesks = () => {
    const [settings, people, support] = rangesIn(`
      Setting | Value
      Horizon from | 2026-01-05
      Horizon weeks | 1

      Person | Weekly hours | Skills
      Ana | 40 | AWS 4
      Ben | 40 | Windows 4

      Engagement | Skill | Tickets a week | Hours a ticket
      Cloud desk | AWS | 1 | 1
      Windows desk | Windows | 1 | 1
    `);
    return memoryBook({ Settings: settings!, People: people!, Support: support! });
  };

  test("90 % in each is 2 + 2 h, which hold together in 0.9197² of weeks; for both in one pot 4 h are enough as well", () => {
    // Poisson with mean 2: P(at most 3) = 0.857, P(at most 4) = 0.947.
    const { answer } = asked(twoDesks(), "reserve", { confidence: 0.9 });
    expect(answer?.says).toBe(
      "To be 90 % sure of a week in each skill by itself, reserve 4 h a week for support: 2 h beyond the 2 h expected. All 2 skills hold together in 85 % of weeks. If everybody could help with everything, 4 h would be 90 % sure. It takes nothing from projects over 1 week: those hours are free.",
    );
    expect(answer?.picture?.about).toContain("in each skill by itself");
  });

  test("queues of one deal come together: an hour each at even odds holds in 0.5 + 0.5 × 0.7358² of weeks, 77 %, not in 0.868², 75 %", () => {
    const [people, engagements, support] = rangesIn(`
      Person | Weekly hours | Skills
      Ana | 40 | AWS 4

      Engagement | Status | Odds
      Desk | tentative | 50%

      Engagement | Skill | Tickets a week | Hours a ticket
      Desk | AWS | 1 | 1
      Desk | Windows | 1 | 1
    `);
    const book = memoryBook({ People: people!, Engagements: engagements!, Support: support! });
    // For both in one pot: P(at most 2) = 0.5 + 0.5 × 5 e^-2 = 0.838.
    expect(asked(book, "reserve", { confidence: 0.8 }).answer?.says).toContain(
      "All 2 skills hold together in 77 % of weeks. If everybody could help with everything, 2 h would be 80 % sure.",
    );
  });

  test("at 80 % the sum of 4 h is more than the 3 h that one pot would need", () => {
    const { answer } = asked(twoDesks(), "reserve", { confidence: 0.8 });
    expect(answer?.says).toMatch(
      /reserve 4 h a week .* If everybody could help with everything, 3 h would be 80 % sure\./,
    );
  });
});

describe("nothing to reserve", () => {
  const sheets = (picture: string) => {
    const [people, support] = rangesIn(picture);
    return memoryBook({ People: people!, ...(support && { Support: support }) });
  };
  const PEOPLE = `
    Person | Weekly hours | Skills
    Ana | 40 | AWS 4
  `;

  test("no support at all", () => {
    const { answer, idle, ready } = asked(sheets(PEOPLE), "reserve", { confidence: 0.8 });
    expect([answer, ready]).toEqual([null, false]);
    expect(idle).toMatch(/^The plan has no support yet/);
  });

  test("tickets that say no hours", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [46027 - 56 + 7 * Math.floor(i / 5) + (i % 5), "Desk", null]);
    const book = memoryBook({ Tickets: [["Opened", "Queue", "Hours"], ...rows] });
    expect(asked(book, "reserve", { confidence: 0.8 }).idle).toBe(
      "Support cannot be forecast from Tickets: no ticket says how many hours it took. Maybe fill Hours there, or add a row of Support.",
    );
  });

  test("hours a week that are only stated", () => {
    const book = sheets(`${PEOPLE}
    Engagement | Skill | Hours a week
    Desk | AWS | 10
    `);
    expect(asked(book, "reserve", { confidence: null }).idle).toMatch(
      /^Support is stated here in hours a week, which do not vary/,
    );
  });
});
