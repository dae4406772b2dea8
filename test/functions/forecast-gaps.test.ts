import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { day, iso, rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

/** What a week of 5 January 2026 gives beside a plan of three people, who have 40 hours each. */
const firm = (more: string): readonly CellRange[] =>
  rangesIn(`${more}
  Person | Weekly hours | Skills
  Ana    | 40           | Java
  Ben    | 40           | Go

  Engagement | Client | Owner
  Portal     | Acme   | Gil
  Desk       | Bolt   | Hana
`);
/** The same hours from the Monday on, for so many days. */
const logs = (from: string, days: number, rest: string) =>
  Array.from({ length: days }, (_, i) => `  ${iso(day(from) + i)} | ${rest}`).join("\n");
const accuracy = (tables: readonly CellRange[], rows = "total", where = "lead=1", to = "2026-01-11") => {
  const found = ask("FORECASTACCURACY", day("2026-01-05"), day(to), rows, where, ...tables) as CellRange;
  return found.slice(1).map((row) => row.slice(rows === "total" ? 1 : 0));
};

describe("work that the plan has no more", () => {
  const cancelled = firm(`
  Taken on   | Week       | Engagement  | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |             |       |        | 80x4
  2025-12-29 | 2026-01-05 | Old project | Java  | Ana    | 40

  Day        | Person | Engagement | Hours
${logs("2026-01-05", 5, "Ana | Portal | 8")}
`);

  test("was forecast and not worked: 40 hours of it, and 40 worked on something else, are 80 off", () => {
    // 80 ÷ 40 worked; 40 forecast and 40 worked cancel; of a basis of 80 nothing fits.
    expect(accuracy(cancelled)).toEqual([[2, 0, 0, 40, 40, 2, 0, "1 week"]]);
  });

  const partly = firm(`
  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |            |       |        | 80x4
  2025-12-29 | 2026-01-05 | Old        | Java  | Ana    | 20
  2025-12-29 | 2026-01-05 | Portal     | Java  | Ana    | 20
  2025-12-29 | 2026-01-05 | Portal     | Java  | Zed    | 20

  Day        | Person | Engagement | Hours
${logs("2026-01-05", 5, "Ana | Portal | 4")}
`);

  test("counts in totals and in rows of its person and its skill; hours of a person whom the plan has no more nobody knows", () => {
    // Ana: 40 forecast, 20 worked, 20 off of 20 worked and of a basis of 40. Zed is left out.
    expect(accuracy(partly)).toEqual([[1, 1, 0.5, 40, 20, 2, 1, "1 week"]]);
    expect(accuracy(partly, "person")).toEqual([["Ana", 1, 1, 1, 0.5, 40, 20, 2, 0, "1 week"]]);
    expect(accuracy(partly, "skill")).toEqual([["Java", 1, 1, 1, 0.5, 40, 20, 2, 1, "1 week"]]);
    expect(accuracy(partly, "total", "lead=1; person=Ana")).toEqual([[1, 1, 0.5, 40, 20, 2, 0, "1 week"]]);
    expect(accuracy(partly, "total", "lead=1; cells=engagement")).toEqual([[1, 1, 0.5, 40, 20, 2, 1, "1 week"]]);
  });

  test("has no row and no condition of an engagement, a client or an owner", () => {
    for (const [rows, name] of [["engagement", "Portal"], ["client", "Acme"], ["owner", "Gil"]] as const) // biome-ignore format: a table
      expect(accuracy(partly, rows)).toEqual([[name, 1, 0, 0, 1, 20, 20, 1, 1, "1 week"]]);
    expect(accuracy(partly, "total", "lead=1; client=Acme")).toEqual([[0, 0, 1, 20, 20, 1, 1, "1 week"]]);
  });
});

describe("rows without hours", () => {
  const taken = `
  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |            |       |        | 80x4
  2025-12-29 | 2026-01-05 | Portal     | Java  | Ana    | 20
  2025-12-29 | 2026-01-05 | Desk       | Java  | Ana    | 20

  Day        | Person | Engagement | Hours
${logs("2026-01-05", 5, "Ana | Portal | 4")}
`;
  const empty = firm(`${taken}${logs("2026-01-05", 5, "Ana | Desk |")}\n`);
  const portal = ["Portal", 1, 0, 0, 1, 20, 20, 1, 0, "1 week"];

  test("beside logged ones leave that work out, and it is counted", () => {
    expect(accuracy(empty, "engagement")).toEqual([portal, ["Desk", 1, "n/a", "n/a", "n/a", 0, 0, 0, 1, "1 week"]]);
    expect(accuracy(empty)).toEqual([[0, 0, 1, 20, 20, 1, 1, "1 week"]]);
    expect(accuracy(empty, "total", "lead=1; cells=engagement")).toEqual([[0, 0, 1, 20, 20, 1, 1, "1 week"]]);
  });

  test("no row at all is no work done", () => {
    expect(accuracy(firm(taken), "engagement")).toEqual([portal, ["Desk", 1, "n/a", "n/a", 0, 20, 0, 1, 0, "1 week"]]);
  });

  test("one empty day leaves the week of that work out, hours logged on its other days too", () => {
    const friday = firm(`${taken}${logs("2026-01-05", 4, "Ana | Desk | 3")}\n  2026-01-09 | Ana | Desk |\n`);
    expect(accuracy(friday)).toEqual([[0, 0, 1, 20, 20, 1, 1, "1 week"]]);
    expect(accuracy(friday, "total", "lead=1; cells=engagement")).toEqual([[0, 0, 1, 20, 20, 1, 1, "1 week"]]);
  });

  test("of a day whose hours on the same work stand in another row say nothing", () => {
    const twice = firm(`${taken}${logs("2026-01-05", 5, "Ana | Portal |")}\n`);
    expect(accuracy(twice, "engagement")[0]).toEqual(portal);
  });
});

describe("a whole engagement waits for everybody on it", () => {
  /** 80 hours of Portal that name nobody, and 10 of Desk that name Ana; Ana logs her whole week. */
  const tables = (booked: string, bens: string) =>
    firm(`
  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |            |       |        | 80x4
  2025-12-29 | 2026-01-05 | Portal     | Java  |        | 80
  2025-12-29 | 2026-01-05 | Desk       | Java  | Ana    | 10

  Day        | Person | Engagement | Hours
${logs("2026-01-05", 5, "Ana | Portal | 6")}
${logs("2026-01-05", 5, "Ana | Desk | 2")}
${bens}
${
  booked &&
  `
  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-05 | 2026-01-09 | 8
  Ben    | ${booked}  | 2026-01-05 | 2026-01-09 | 8
`
}`);
  const desk = ["Desk", 1, 0, 0, 1, 10, 10, 1, 0, "1 week"];
  const unknown = ["Portal", 1, "n/a", "n/a", "n/a", 0, 0, 0, 1, "1 week"];
  const four = logs("2026-01-05", 4, "Ben | Portal | 8");

  test("who is booked on it and logged nothing leaves its week out, and it is counted", () => {
    // Without Ben's hours 80 would be held against Ana's 30.
    expect(accuracy(tables("Portal", ""), "engagement")).toEqual([unknown, desk]);
    expect(accuracy(tables("Portal", ""))).toEqual([[0, 0, 1, 10, 10, 1, 1, "1 week"]]);
    expect(accuracy(tables("Portal", ""), "total", "lead=1; cells=engagement")).toEqual([
      [0, 0, 1, 10, 10, 1, 1, "1 week"],
    ]);
  });

  test("so does one planned day that somebody on it did not log, whatever it was planned for", () => {
    expect(accuracy(tables("Portal", four), "engagement")).toEqual([unknown, desk]);
    expect(accuracy(tables("Desk", four), "engagement", "lead=1; engagement=Portal")).toEqual([unknown]);
  });

  test("a whole week of everybody counts: 80 forecast, 70 worked", () => {
    const all = logs("2026-01-05", 5, "Ben | Portal | 8");
    expect(accuracy(tables("Portal", all), "engagement")).toEqual([
      ["Portal", 1, 1 / 7, 1 / 7, 0.875, 80, 70, 1, 0, "1 week"],
      desk,
    ]);
  });

  test("who is booked elsewhere, or away, is not waited for", () => {
    const [portal] = accuracy(tables("Desk", ""), "engagement");
    expect(portal).toEqual(["Portal", 1, 50 / 30, 50 / 30, 1 - 50 / 80, 80, 30, 1, 0, "1 week"]);
    const away: CellRange = [["Person", "From", "To"], ["Ben", day("2026-01-05"), day("2026-01-09")]]; // biome-ignore format: a table
    expect(accuracy([...tables("Portal", ""), away], "engagement")[0]).toEqual(portal);
  });

  test("whoever is named beside is waited for too, where whole engagements are asked for", () => {
    const named = firm(`
  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |            |       |        | 80x4
  2025-12-29 | 2026-01-05 | Portal     | Java  | Ana    | 30
  2025-12-29 | 2026-01-05 | Portal     | Go    | Ben    | 10

  Day        | Person | Engagement | Hours
${logs("2026-01-05", 5, "Ana | Portal | 8")}
`);
    expect(accuracy(named, "total", "lead=1; cells=engagement")).toEqual([["n/a", "n/a", "n/a", 0, 0, 0, 1, "1 week"]]);
    // Of persons Ana's 30 hours are held against her 40.
    expect(accuracy(named)).toEqual([[0.25, -0.25, 0.75, 30, 40, 1, 1, "1 week"]]);
  });
});

describe("weeks that count", () => {
  test("end on the as-of day: hours logged after it are not worked yet", () => {
    const tables = firm(`
  Setting | Value
  As of   | 2026-01-09

  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |            |       |        | 80x4
  2025-12-29 | 2026-01-05 | Portal     | Java  | Ana    | 40

  Day        | Person | Engagement | Hours
${logs("2026-01-05", 5, "Ana | Portal | 8")}
  2026-01-10 | Ana    | Portal     | 10
  2026-01-12 | Ana    | Portal     | 2
`);
    expect(accuracy(tables, "total", "lead=1", "2026-01-18")).toEqual([[0, 0, 1, 40, 40, 1, 0, "1 week"]]);
  });

  const late = (more: string) =>
    firm(`
  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |            |       |        | 80x4
  2025-12-29 | 2026-01-05 | Portal     | Java  | Ana    | 40x2

  Day        | Person | Engagement | Hours
${logs("2026-01-08", 2, "Ana | Portal | 8")}
${more}`);

  test("begin with the first one logged from its Monday on: two days of a first week are no whole week", () => {
    expect(accuracy(late(""), "total", "lead=1", "2026-01-18")).toEqual([
      ["n/a", "n/a", "n/a", 0, 0, 0, 0, "needs hours worked of a whole week, Monday to Friday"],
    ]);
    const two = late(`${logs("2026-01-12", 5, "Ana | Portal | 8")}\n`);
    expect(accuracy(two, "total", "lead=1", "2026-01-18")).toEqual([[0, 0, 1, 40, 40, 1, 0, "1 week"]]);
  });
});
