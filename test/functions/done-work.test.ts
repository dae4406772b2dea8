import { expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { rangesIn } from "../support/plan.ts";

/** Ana logs 8 hours a day in February until Tuesday the 24th; Ben logs all of it. Portal ends, and its Status says so. */
const firm = (status: string, more = ACTUALS) =>
  rangesIn(`
    Setting      | Value
    Horizon from | 2026-03-02

    Person | Weekly hours
    Ana    | 40
    Ben    | 40

    Engagement | Kind               | Status
    Portal     | time and materials | ${status}
    Desk       | managed service    | confirmed

    Person | Engagement | From       | To         | Hours a day
    Ana    | Portal     | 2026-02-16 | 2026-03-13 | 8
    Ben    | Desk       | 2026-02-16 | 2026-03-13 | 4

    ${more}`);
const days = (who: string, on: string, hours: number, last: number) =>
  [16, 17, 18, 19, 20, 23, 24, 25, 26, 27]
    .filter((day) => day <= last)
    .map((day) => `2026-02-${day} | ${who} | ${on} | ${hours}`)
    .join("\n");
const ACTUALS = `Day | Person | Engagement | Hours
${days("Ana", "Portal", 8, 24)}
${days("Ben", "Desk", 5, 27)}

Taken on   | Week       | Engagement | Skill | Person | Hours
2026-02-16 | 2026-02-16 |            |       |        | 80; 80
2026-02-16 | 2026-02-16 | Portal     |       | Ana    | 40; 40
2026-02-16 | 2026-02-16 | Desk       |       | Ben    | 20; 20
`;
const [MONDAY, FRIDAY, LATER] = [46069, 46080, 46094];
const gives = (name: string, tables: ReturnType<typeof firm>, ...args: (string | number)[]) =>
  FUNCTIONS.find((one) => one.name === name)!.call([...args, ...tables] as never);

test.each([
  ["UTILIZATION", "person", "week", "measure=total", [1, 1, 25 / 40, 25 / 40]],
  ["OVERLOAD", "person", "week", "", [0, 0, 0, 0]],
  ["VARIANCE", "total", "week", "", [15, 15]],
  ["FORECASTACCURACY", "person", "lead=1; measure=wape", "", null],
] as const)("%s of past weeks is the same once its engagement is done", (name, rows, periods, where, figures) => {
  const rest = name === "FORECASTACCURACY" ? [rows, periods] : [rows, periods, where];
  const of = (status: string) => gives(name, firm(status), MONDAY, FRIDAY, ...rest);
  expect(of("done")).toEqual(of("confirmed"));
  const numbers = [of("done")].flat(2).filter((one) => typeof one === "number" && one < 46000);
  if (figures !== null) expect(numbers).toEqual(figures);
});

test("the days that nobody logged are missing still, and nothing of what is to come counts", () => {
  const missing = (status: string) =>
    (gives("PLANCHECK", firm(status)) as readonly (readonly string[])[])
      .filter((row) => row[4] === "HR-222")
      .map((row) => row.slice(1, 3));
  const ana = [
    ["Ana", "lacks logged hours on 3 past days of the week of 2026-02-23; the plan counts on days without any"],
  ];
  expect(missing("confirmed")).toEqual(ana);
  expect(missing("done")).toEqual(ana);
  expect(gives("DEMAND", firm("confirmed"), FRIDAY + 3, LATER)).toBe(120);
  expect(gives("DEMAND", firm("done"), FRIDAY + 3, LATER)).toBe(40);
});

test("without hours worked, days before the horizon are past", () => {
  const ana = (status: string) => gives("UTILIZATION", firm(status, ""), MONDAY, LATER, "person", "week", "person=Ana");
  expect((ana("done") as number[][])[1]).toEqual(["Ana", 1, 1, 0, 0]);
  expect((ana("confirmed") as number[][])[1]).toEqual(["Ana", 1, 1, 1, 1]);
});
