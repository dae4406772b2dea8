import { describe, expect, test } from "vitest";
import { supportLoads } from "../../../core/engine/support/load.ts";
import { queuesOf } from "../../../core/engine/support/queues.ts";
import type { Cell } from "../../../core/plan/cells.ts";
import { EFFORT, type Plan } from "../../../core/plan/plan.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { withChanges } from "../../../core/scenario/with-changes.ts";

const MONDAY = 46027;
type Rows = readonly (readonly Cell[])[];

/** `weekly` tickets in each of some weeks from Monday on, a day apart. */
const tickets = (queue: string, skill: string | null, weeks: number, weekly: number, hours: number | null): Rows =>
  Array.from({ length: weeks * weekly }, (_, i) => [
    MONDAY + 7 * Math.floor(i / weekly) + (i % 5),
    queue,
    skill,
    hours,
  ]);

function read(parts: {
  readonly settings?: Rows;
  readonly engagements?: Rows;
  readonly support?: Rows;
  readonly tickets?: Rows;
}): Plan {
  const tables: (readonly [readonly Cell[], Rows | undefined])[] = [
    [["Setting", "Value"], parts.settings],
    [["Engagement", "Kind", "From", "To"], parts.engagements],
    [["Engagement", "Skill", "Min level", "Hours a week", "Tickets a week", "Hours a ticket"], parts.support],
    [["Opened", "Queue", "Skill", "Hours"], parts.tickets],
  ];
  return readPlan(tables.flatMap(([headings, rows]) => (rows ? [{ cells: [headings, ...rows] }] : [])));
}

/** Engagement, skill, hours, row, and whether tickets say so. */
const asked = ({ needs, engagements, skills }: Plan) =>
  needs.map(({ engagement, skill, effort, row, arrivals, isReserve }) => [
    engagements[engagement]!.name,
    skills[skill] ?? "any",
    effort / 60,
    row,
    isReserve ? "reserve" : (arrivals?.basis ?? "stated"),
  ]);

describe("what support asks for", () => {
  const DESK = [["Desk", "Linux", 2, 20, null, null]] as const;
  const CARE = [["Care", "Windows", null, null, 30, 2]] as const;
  const TEN = tickets("Desk", "Linux", 10, 12, 1.5);

  test("a row counts before its tickets, and tickets alone always count", () => {
    const plan = read({ support: [...DESK, ...CARE], tickets: [...TEN, ...tickets("Shop", "Java", 10, 4, 2)] });
    expect(asked(plan)).toEqual([
      ["Desk", "Linux", 20, 2, "stated"],
      ["Care", "Windows", 60, 3, "rate"],
      ["Shop", "Java", 8, 0, "tickets"],
    ]);
  });

  test("Settings may say that tickets count: the need keeps its row, level and place", () => {
    const plan = read({ settings: [["Support counts", "tickets"]], support: [...DESK, ...CARE], tickets: TEN });
    expect(asked(plan)).toEqual([
      ["Desk", "Linux", 18, 2, "tickets"],
      ["Care", "Windows", 60, 3, "rate"],
    ]);
    expect(plan.needs[0]).toMatchObject({ level: 2, per: EFFORT.week, source: "Support" });
    expect(plan.needs[0]!.insteadOf!.map(({ effort }) => effort)).toEqual([1200]);
  });

  test("a ticket without a skill belongs to its engagement's only row, and one of another skill to a row for any", () => {
    const plan = read({
      support: [["Desk", "Linux", null, 20, null, null], ["Care", null, null, 8, null, null]], // biome-ignore format: a table
      tickets: [...tickets("Desk", null, 10, 5, 1), ...tickets("Care", "Java", 10, 5, 1)],
    });
    expect(queuesOf(plan).map(({ engagement, skill, rows, history }) => [plan.engagements[engagement]!.name, plan.skills[skill] ?? "any", rows.length, history?.tickets])).toEqual([["Desk", "Linux", 1, 50], ["Care", "any", 1, 50]]); // biome-ignore format: a table
    expect(plan.needs).toHaveLength(2);
  });

  test("tickets for any of several rows count in the place of all of them, and never beside them", () => {
    const support: Rows = [["Desk", "Linux", null, 20, null, null], ["Desk", "Java", null, 10, null, null]]; // biome-ignore format: a table
    const some = tickets("Desk", null, 10, 5, 1);
    expect(asked(read({ support, tickets: some })).map(([, skill, hours]) => [skill, hours])).toEqual([["Linux", 20], ["Java", 10]]); // biome-ignore format: a table
    const byTickets = read({ settings: [["Support counts", "tickets"]], support, tickets: some });
    expect(asked(byTickets)).toEqual([["Desk", "any", 5, 2, "tickets"]]);
  });

  test("tickets without hours take what the row says, or what others took; where nothing says it, nothing is asked", () => {
    const rate = read({ support: CARE, tickets: tickets("Care", "Windows", 10, 12, null), settings: [["Support counts", "tickets"]] }); // biome-ignore format: a table
    expect(asked(rate)).toEqual([["Care", "Windows", 24, 2, "tickets"]]);
    const others = read({ tickets: [...tickets("Shop", "Java", 10, 4, 2), ...tickets("Web", null, 10, 3, null)] });
    expect(asked(others)).toEqual([
      ["Shop", "Java", 8, 0, "tickets"],
      ["Web", "any", 6, 0, "tickets"],
    ]);
    expect(asked(read({ tickets: tickets("Web", "Java", 10, 3, null) }))).toEqual([]);
  });

  test("tickets that take twice as long of late will: the last 13 weeks say what they take", () => {
    const later = tickets("Web", "Java", 13, 4, 2).map(([day, ...rest]): Cell[] => [Number(day) + 7 * 26, ...rest]);
    const [queue] = queuesOf(read({ tickets: [...tickets("Web", "Java", 26, 4, 1), ...later, [MONDAY + 7 * 39 - 3, "Web", "Java", 2]] })); // biome-ignore format: a table
    expect([queue!.borrowed, queue!.arrivals!.minutes]).toEqual(["its last weeks", [120]]);
    // A tenth longer is not much, and one ticket of twice the hours among 52 is chance.
    const same = queuesOf(read({ tickets: [...tickets("Web", "Java", 38, 4, 1), ...tickets("Web", "Java", 1, 1, 2)] }));
    expect([same[0]!.borrowed, same[0]!.arrivals!.minutes]).toEqual(["nothing", [60, 120]]);
  });

  test("an empty table, one ticket, all tickets on one day", () => {
    expect(asked(read({ support: DESK, tickets: [] }))).toEqual([["Desk", "Linux", 20, 2, "stated"]]);
    const one = read({ tickets: [[MONDAY, "Web", null, 2]] });
    expect([asked(one), one.tickets.covers]).toEqual([[], { from: MONDAY, to: MONDAY }]);
    const friday = read({ tickets: Array.from({ length: 40 }, () => [MONDAY + 4, "Web", "Java", 0.5]) });
    // From Friday on a week is complete, but it began before the first ticket.
    expect(asked(friday)).toEqual([]);
    const day = read({ tickets: [[MONDAY, "Web", "Java", 1], ...Array.from({ length: 39 }, () => [MONDAY + 4, "Web", "Java", 1])] }); // biome-ignore format: a table
    expect(asked(day)).toEqual([["Web", "Java", 40, 0, "tickets"]]);
    expect(queuesOf(day)[0]!.forecast!.method).toBe("short history");
  });

  test("weeks that have begun and not ended do not count, nor days before the first Monday", () => {
    const rows: Rows = [[MONDAY - 3, "Web", "Java", 1], ...tickets("Web", "Java", 9, 4, 1), [MONDAY + 63, "Web", "Java", 9]]; // biome-ignore format: a table
    const [queue] = queuesOf(read({ tickets: rows }));
    expect([queue!.history!.from, [...queue!.history!.weeks]]).toEqual([MONDAY, [4, 4, 4, 4, 4, 4, 4, 4, 4]]);
  });

  test("an engagement that began later has no history before, and weeks without tickets are empty ones", () => {
    const days = { engagements: [["Web", null, MONDAY + 35, null], ["Shop", null, null, null]] as Rows }; // biome-ignore format: a table
    const web = tickets("Web", "Java", 10, 1, 1).slice(6);
    const found = queuesOf(read({ ...days, tickets: [...tickets("Shop", "Java", 10, 3, 1), ...web] }));
    expect(found.map(({ history }) => history!.weeks.length)).toEqual([10, 5]);
    expect([...found[1]!.history!.weeks]).toEqual([0, 1, 1, 1, 1]);
  });
});

describe("how the hours of a queue vary", () => {
  test("midpoints of 1,024 slices, ascending, with the expected hours as their mean", () => {
    const plan = read({
      support: [["Care", "Windows", null, null, 30, 2], ["Desk", "Linux", null, 20, null, null]], // biome-ignore format: a table
      tickets: tickets("Shop", "Java", 12, 6, 1.25),
    });
    const loads = supportLoads(plan);
    expect(loads.map(({ need, mean, basis }) => [need, mean, basis])).toEqual([
      [0, 3600, "rate"],
      [2, 450, "tickets"],
    ]);
    for (const { slices, mean } of loads) {
      expect(slices.every((minutes, i) => i === 0 || minutes >= slices[i - 1]!)).toBe(true);
      expect(Math.abs(slices.reduce((a, b) => a + b, 0) / 1024 / mean - 1)).toBeLessThan(0.001);
    }
    // The line at 80 % of Poisson around 30 is 35 tickets of two hours.
    expect(loads[0]!.slices[819]).toBe(4200);
  });

  test("the same plan gives the same bytes", () => {
    const make = () => supportLoads(read({ tickets: tickets("Shop", "Java", 30, 7, 0.35) }));
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()));
  });
});

describe("what is kept free beyond the expected hours", () => {
  const SUPPORT: Rows = [["Care", "Windows", 2, null, 30, 2], ["Desk", "Linux", null, 20, null, null]]; // biome-ignore format: a table
  const reserved = (plan: Plan) => asked(plan).filter(([, , , , basis]) => basis === "reserve");

  test("stands in the plan as its own engagement, by skill, and only where hours vary", () => {
    const plan = read({ settings: [["Support reserve", 0.8]], support: SUPPORT });
    // 35 tickets of two hours less the expected 60.
    expect(reserved(plan)).toEqual([["Support reserve", "Windows", 10, 0, "reserve"]]);
    expect(plan.engagements.at(-1)).toMatchObject({ name: "Support reserve", status: "confirmed", kind: "internal" });
    expect(plan.needs.at(-1)).toMatchObject({ level: 2, source: "Support" });
    expect(supportLoads(plan)).toHaveLength(1);
    expect(reserved(read({ support: SUPPORT }))).toEqual([]);
  });

  test("is pooled: two queues of one skill need less than twice as much", () => {
    const support: Rows = [["Care", "Windows", null, null, 30, 2], ["Shop", "Windows", null, null, 30, 2]]; // biome-ignore format: a table
    // Sixty tickets expected; 66 or fewer come in 80.2 % of weeks, so 12 hours where two queues alone keep 10 each.
    expect(reserved(read({ settings: [["Support reserve", 0.8]], support }))).toEqual([
      ["Support reserve", "Windows", 12, 0, "reserve"],
    ]);
  });

  test("grows with the service: forty tickets where there were thirty", () => {
    const plan = read({
      settings: [["Support reserve", 0.8]],
      engagements: [["Care", "managed service", null, null]],
      support: [["Care", "Windows", null, null, 30, 2]],
    });
    const grown = withChanges(plan, [
      {
        kind: "growth",
        engagement: "Care",
        share: 333_333,
        from: plan.engagements[0]!.from,
        to: plan.engagements[0]!.to,
      },
    ]).plan;
    // 45 tickets or fewer of 40 expected in 81.5 % of weeks, 44 in 76.5 %.
    expect(reserved(grown)).toEqual([["Support reserve", "Windows", 10, 0, "reserve"]]);
    expect(asked(grown).filter(([, , , , basis]) => basis === "rate").map(([, , hours]) => Math.round(Number(hours)))).toEqual([60, 20]); // biome-ignore format: a list
  });

  test("only on the days on which a queue runs", () => {
    const plan = read({
      settings: [["Support reserve", 0.9]],
      engagements: [["Care", "managed service", MONDAY, MONDAY + 27]],
      support: [["Care", "Windows", null, null, 30, 2]],
    });
    expect(plan.needs.at(-1)).toMatchObject({ isReserve: true, from: MONDAY, to: MONDAY + 27, effort: 14 * 60 });
  });
});
