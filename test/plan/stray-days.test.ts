import { expect, describe as suite, test } from "vitest";
import { lastLogged } from "../../core/engine/accuracy/worked-weeks.ts";
import { lastWorked } from "../../core/engine/money/money-time.ts";
import { asOfDay } from "../../core/engine/on-time.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { strayDays } from "../../core/plan/stray-days.ts";
import { day, iso, sentences } from "../support/plan.ts";

/** Days from the first on, so many of them, so far apart. */
const from = (first: string, count: number, apart = 1): readonly number[] =>
  Array.from({ length: count }, (_, i) => day(first) + i * apart);

const found = (days: readonly number[], proven?: string): string => {
  const entries = new Map<number, number>();
  for (const one of days) entries.set(one, (entries.get(one) ?? 0) + 1);
  const others = strayDays(entries, proven === undefined ? {} : { proven: day(proven) });
  return others === null ? "none" : `${iso(others.first)} to ${iso(others.last)}`;
};

const JANUARY = from("2026-01-05", 12);
const at = (...days: readonly string[]) => days.map(day);

suite("days that a silence parts from all others", () => {
  test.each<readonly [string, readonly number[], string]>([
    ["none where days follow each other", JANUARY, "none"],
    ["a year later", [...JANUARY, ...at("2027-01-07")], "2026-01-05 to 2026-01-16"],
    ["a year later among very few", at("2026-01-05", "2026-01-06", "2027-01-07"), "2026-01-05 to 2026-01-06"],
    ["of two nobody knows which is mistyped", at("2026-01-05", "2027-01-06"), "none"],
    ["a month later, in a table of daily hours", [...JANUARY, ...at("2026-02-12")], "2026-01-05 to 2026-01-16"],
    ["a month later, among too few days to know", at("2026-01-05", "2026-01-06", "2026-02-12"), "none"],
    ["the first days after Christmas", [...JANUARY, ...at("2026-02-04")], "none"],
    [
      "a summer pause like that of the year before",
      [...from("2025-06-01", 60), ...from("2025-09-01", 300), ...at("2026-07-28")],
      "none",
    ],
    ["one day a month, and the next month", [...from("2025-01-31", 12, 30), day("2025-12-27") + 31], "none"],
    [
      "one day a month, and one a year too late",
      [...from("2025-01-31", 12, 30), day("2026-12-31")],
      "2025-01-31 to 2025-12-27",
    ],
    [
      "two days, each mistyped in its own way",
      [...JANUARY, ...at("2027-01-07", "2028-01-08")],
      "2026-01-05 to 2026-01-16",
    ],
    [
      "one long before and one long after",
      [...at("2025-01-05"), ...JANUARY, ...at("2027-01-07")],
      "2026-01-05 to 2026-01-16",
    ],
    ["many of them are no mistake", [...JANUARY, ...from("2027-01-05", 4)], "none"],
  ])("%s", (_, days, expected) => {
    expect(found(days)).toBe(expected);
    expect(found([...days].reverse())).toBe(expected);
  });

  test("a day has come that is not after the last snapshot", () => {
    const days = [...JANUARY, ...at("2027-01-07")];
    expect([found(days, "2027-01-06"), found(days, "2027-01-07")]).toEqual(["2026-01-05 to 2026-01-16", "none"]);
  });
});

suite("a mistyped year does not move the day up to which the past is known", () => {
  const PEOPLE: readonly Cell[][] = [
    ["Person", "Weekly hours"],
    ["Ana", 40],
  ];
  const WORK: readonly Cell[][] = [
    ["Engagement", "Kind"],
    ["Portal", "time and materials"],
  ];
  const actuals = (...days: readonly number[]): readonly Cell[][] => [
    ["Day", "Person", "Engagement", "Hours"],
    ...days.map((one) => [one, "Ana", "Portal", 8]),
  ];
  const settings = (asOf: string): readonly Cell[][] => [
    ["Setting", "Value"],
    ["As of", day(asOf)],
  ];
  const milestones = (...rows: readonly (readonly [string, string])[]): readonly Cell[][] => [
    ["Engagement", "Milestone", "Baseline", "Delivered"],
    ...rows.map(([baseline, delivered], i) => ["Portal", `Part ${i}`, day(baseline), day(delivered)]),
  ];
  const read = (...tables: readonly (readonly Cell[][])[]) =>
    readPlan([PEOPLE, WORK, ...tables].map((cells) => ({ cells })));

  test("in Actuals: the row is left out, with its cell and the day that was perhaps meant", () => {
    const plan = read(actuals(...JANUARY, day("2027-01-07")));
    expect([lastWorked(plan), lastLogged(plan), asOfDay(plan)].map(iso)).toEqual(Array(3).fill("2026-01-16"));
    expect(plan.actuals.length).toBe(12);
    expect(plan.accounts.find(({ table }) => table === "Actuals")).toMatchObject({ used: 12, excluded: 1 });
    expect(sentences(plan)).toEqual([
      'HR-298 Actuals row 14, Day: "2027-01-07" is long after every other logged day, which end on 2026-01-16, and is left out, so that it makes no days to come past. Maybe 2026-01-07; if it is right, say in Settings, As of, up to which day hours are logged.',
    ]);
  });

  test("unless Settings say so, or a snapshot was taken since", () => {
    const rows = actuals(...JANUARY, day("2027-01-07"));
    expect(iso(lastWorked(read(rows, settings("2027-01-08"))))).toBe("2027-01-08");
    expect(read(rows, settings("2027-01-08")).actuals.length).toBe(13);
    const snapshots = [
      ["Taken on", "Week", "Engagement", "Person", "Hours"],
      [day("2027-01-07"), day("2027-01-11"), "Portal", "Ana", "8"],
    ];
    expect(iso(lastWorked(read(rows, snapshots)))).toBe("2027-01-07");
  });

  test("in Settings, As of: it is said", () => {
    expect(sentences(read(actuals(...JANUARY), settings("2027-01-16")))).toEqual([
      'HR-299 Settings row 2, Value: "46403" is 2027-01-16, long after the last logged day, 2026-01-16: days in between count as past, by the plan. Maybe 2026-01-16, or Actuals lacks the hours since.',
    ]);
    expect(sentences(read(actuals(...JANUARY), settings("2026-01-30")))).toEqual([]);
  });

  test("in Milestones: it counts as open, and nothing else becomes late", () => {
    const rows = milestones(["2026-01-09", "2026-01-09"], ["2026-01-16", "2027-01-16"]);
    const plan = read(actuals(...JANUARY), rows);
    expect(iso(asOfDay(plan))).toBe("2026-01-16");
    expect(plan.milestones.map(({ delivered }) => delivered)).toEqual([day("2026-01-09"), null]);
    expect(sentences(plan)).toEqual([
      'HR-221 Milestones row 3, Delivered: "2027-01-16" is long after every other day that has come, which end on 2026-01-16, so that it counts as still open. Maybe its year is mistyped; if it is right, say in Settings, As of, which day it is.',
    ]);
    expect(iso(asOfDay(read(actuals(...JANUARY), rows, settings("2027-01-20"))))).toBe("2027-01-20");
  });
});
