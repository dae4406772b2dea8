import { describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { FORECASTACCURACY } from "../../core/functions/forecast-accuracy.ts";
import { MARGIN } from "../../core/functions/margin.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { deliveryMetrics } from "../../core/sheets/delivery-metrics.ts";
import type { MarginState } from "../../core/sheets/delivery-metrics-margin.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import type { SheetModel } from "../../core/sheets/model.ts";
import { sheetPicture } from "../support/picture.ts";
import { iso, planIn } from "../support/plan.ts";
import { planOf } from "./demo.ts";

/** Weekdays one after another from a Monday. */
const weekdays = (monday: number, count: number) =>
  Array.from({ length: count }, (_, i) => monday + 7 * Math.floor(i / 5) + (i % 5));
const MONDAY = 46027;

/** Ana's January was logged, 7 hours a day; the plan has 6. February is to come, with Go work that nobody can do. */
const firm = (goHours: number, more = "") => `
  Setting       | Value
  Horizon from  | 2026-02-02
  Horizon weeks | 3

  Person | Weekly hours | From       | Utilization target | Skills
  Ana    | 40           | 2026-01-05 | 80%                | Java

  Engagement | Kind
  Portal     | time and materials

  Engagement | Skill | From       | To         | Hours a week
  Portal     | Go    | 2026-02-02 | 2026-02-27 | ${goHours}

  Person | Engagement | Skill | From       | To         | Hours a day
  Ana    | Portal     | Java  | 2026-01-05 | 2026-02-27 | 6

  Day        | Person | Engagement | Hours
${weekdays(MONDAY, 20)
  .map((day) => `  ${iso(day)} | Ana | Portal | 7`)
  .join("\n")}
${more}`;

const HISTORY = `
  Engagement | Milestone | Baseline   | Due        | Delivered  | Cancelled
  Portal     | One       | 2026-01-09 |            | 2026-01-09 |
  Portal     | Two       | 2026-01-16 | 2026-01-20 | 2026-01-20 |
  Portal     | Three     | 2026-01-23 |            | 2026-01-22 |
  Portal     | Four      | 2026-01-28 |            | 2026-01-23 |
  Portal     | Five      | 2026-01-12 |            |            | yes
  Portal     | Six       | 2026-02-13 |            |            |

  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-08 | 2026-01-05 |            |       |        | 40x4
  2025-12-08 | 2026-01-05 | Portal     | Java  | Ana    | 28x2; 42; 35
`;

const sheet = (picture: string, margin: MarginState = "no tables") => deliveryMetrics(given(planIn(picture)), margin);
const rows = (model: SheetModel, key: string) => {
  const block = model.blocks.find((one) => one.key === key);
  if (block?.kind !== "grid") throw new RangeError(key);
  return block.rows;
};

test("a worked month and a month to come: utilization, forecast error, load, gap and milestones, each with its sign", () => {
  const [january = [], february = [], ...others] = rows(sheet(firm(10, HISTORY)), "months");
  expect(others).toEqual([]);
  // January: 20 days of 7 hours are 140 of 160, 2.5 points beyond the 5 above the target of 80 %.
  // Forecasts of 28, 28, 42 and 35 hours against four times 35: 21 of 140 off, 7 too few in sum. Three of four milestones were kept.
  expect(january.slice(0, 3)).toEqual(["Jan 2026 (from 5 Jan)", 0.875, "▲ watch"]);
  expect(january[3]).toBeCloseTo(0.15, 12);
  expect(january[4]).toBeCloseTo(-0.05, 12);
  // The 140 hours worked are what was asked for: 20 hours were left, and nothing was open.
  expect(january.slice(5)).toEqual(["✓ good", 0.875, 20, 0, "✓ good", 0.75, "▲ watch", null, null]);
  // February, up to the end of three weeks: 90 of 120 hours are planned, and 30 hours of Go: enough hours, of the wrong skill.
  // Nothing is due yet.
  expect(february).toEqual([
    "Feb 2026 (to 22 Feb)",
    0.75,
    "✓ good",
    null,
    null,
    null,
    1,
    0,
    30,
    "▲ watch",
    null,
    null,
    null,
    null,
  ]);
});

test("the headline names what asks for action, and its month", () => {
  expect(sheetPicture(sheet(firm(10, HISTORY)))).toContain("A2 | ✓ No metric asks for action in these months.");
  const short = sheet(firm(20, HISTORY));
  expect(sheetPicture(short)).toContain("A2 | ✕ Act on capacity against demand (Feb 2026).");
  // 90 and 60 hours of 120.
  expect(rows(short, "months")[1]!.slice(6, 10)).toEqual([1.25, -30, 60, "✕ act"]);
});

test("errors by lead time: the snapshot of 8 December is exactly four weeks before the first week, and too young for eight", () => {
  const [one = [], two = [], four = [], eight = [], twelve = []] = rows(sheet(firm(10, HISTORY)), "leads");
  for (const [row, lead] of [
    [one, 1],
    [two, 2],
    [four, 4],
  ] as const) {
    expect(row[0]).toBe(lead);
    expect(row[1]).toBeCloseTo(21 / 140, 12);
    expect(row[2]).toBeCloseTo(-7 / 140, 12);
    // The larger of each pair: 35 + 35 + 42 + 35.
    expect(row[3]).toBeCloseTo(1 - 21 / 147, 12);
    expect(row.slice(4)).toEqual([133, 140, 0, "4 weeks"]);
  }
  expect(eight).toEqual([8, null, null, null, 0, 0, 0, "needs hours worked until 6 Feb 2026: no snapshot is older"]);
  expect(twelve[7]).toBe("needs hours worked until 6 Mar 2026: no snapshot is older");
});

test("demand corrected by what past forecasts missed: 40 hours × 140 ÷ 133, without a band from four weeks", () => {
  expect(rows(sheet(firm(10, HISTORY)), "band")).toEqual([
    // 2,400 minutes become 2,526.3, of which whole minutes are shown. From Friday 30 January it is 3, 10 and 17 days, 2.4 weeks.
    [46055, 40, expect.closeTo(42.1, 6), null, null, "4 weeks at a lead time of 1"],
    [46062, 40, expect.closeTo(42.1, 6), null, null, "4 weeks at a lead time of 1"],
    [46069, 40, expect.closeTo(42.1, 6), null, null, "4 weeks at a lead time of 2"],
  ]);
});

test("from ten weeks on the band leaves the lowest week and the highest week out", () => {
  // Forecasts of ten weeks; 35 hours were worked in each: 35 ÷ 70 = 0.5 is the lowest, 35 ÷ 20 = 1.75 the highest.
  // Smallest ratios that one and nine of ten are within: 0.5 and 1.4 (35 ÷ 25).
  const forecasts = [70, 35, 35, 35, 35, 35, 35, 25, 20, 35];
  const picture = `
    Setting       | Value
    Horizon from  | 2026-03-16
    Horizon weeks | 1

    Person | Weekly hours
    Ana    | 40

    Engagement | Kind
    Portal     | time and materials

    Person | Engagement | From       | To         | Hours a day
    Ana    | Portal     | 2026-01-05 | 2026-03-20 | 6

    Day        | Person | Engagement | Hours
${weekdays(MONDAY, 50)
  .map((day) => `    ${iso(day)} | Ana | Portal | 7`)
  .join("\n")}

    Taken on   | Week       | Engagement | Person | Hours
    2025-12-29 | 2026-01-05 |            |        | 40x10
    2025-12-29 | 2026-01-05 | Portal     | Ana    | ${forecasts.join("; ")}
  `;
  // 30 hours are planned; 350 hours were worked and 360 forecast.
  expect(rows(sheet(picture), "band")).toEqual([
    [46097, 30, expect.closeTo((30 * 350) / 360, 6), 15, 42, "10 weeks at a lead time of 1"],
  ]);
});

describe("the light of utilization compares like shares", () => {
  // In three weeks of February 90 of Ana's 120 hours are booked; the target is 80 %, 96 hours. Below it by more than 10 points is to watch.
  const february = (settings: string, hours = 6) =>
    rows(
      sheet(firm(0).replace("Horizon weeks | 3", `Horizon weeks | 3\n  ${settings}`).replace("| 6\n", `| ${hours}\n`)),
      "months",
    )[1]!;
  test.each([
    ["Utilization of | effective", 0.75, "✓ good"],
    ["Utilization of | target", 90 / 96, "✓ good"],
    ["Utilization of | contracted", 0.75, "✓ good"],
  ])("%s", (setting, share, light) => {
    const [, utilization, says] = february(setting);
    expect(utilization).toBeCloseTo(share, 12);
    expect(says).toBe(light);
  });
  test("of target hours, all hours at target is 100 %, and only more hours than people have asks for action", () => {
    // 6.4 hours a day are the target; 8 are all that Ana has, 125 % of it; 9 are more.
    expect(february("Utilization of | target", 6.4).slice(1, 3)).toEqual([1, "✓ good"]);
    expect(february("Utilization of | target", 8).slice(1, 3)).toEqual([1.25, "▲ watch"]);
    expect(february("Utilization of | target", 9)[2]).toBe("✕ act");
  });
  test("the note and the definition name what it is a share of", () => {
    const text = sheetPicture(
      sheet(firm(0).replace("Horizon weeks | 3", "Horizon weeks | 3\n  Utilization of | target")),
    );
    expect(text).toContain("Billable hours as a share of target hours (Settings: Utilization of)");
  });
});

test("months begin with the first day logged, not with the Monday of its week", () => {
  // 1 January is a Thursday; nothing is known of December.
  const logged = `
  Setting       | Value
  Horizon from  | 2026-01-12
  Horizon weeks | 2

  Person | Weekly hours
  Ana    | 40

  Engagement | Kind
  Portal     | time and materials

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-01 | 2026-01-30 | 6

  Day        | Person | Engagement | Hours
  2026-01-01 | Ana    | Portal     | 6
  2026-01-02 | Ana    | Portal     | 6
  2026-01-09 | Ana    | Portal     | 6
`;
  expect(rows(sheet(logged), "months").map(([month]) => month)).toEqual(["Jan 2026 (to 25 Jan)"]);
});

describe("a month counts the days with hours logged and those of the horizon, and no others", () => {
  const months = (horizon: string, more: string) =>
    rows(
      sheet(`
  Setting       | Value
  ${horizon}

  Person | Weekly hours
  Ana    | 40

  Engagement | Kind
  Portal     | time and materials

  Engagement | From       | To         | Hours a week
  Portal     | 2026-03-02 | 2026-03-27 | 60
  ${more}`),
      "months",
    ).map((row) => [row[0], row[1], ...row.slice(6, 10)]);

  test("weeks before the horizon ask for nothing in it, and days after it give no hours", () => {
    // From Monday 30 March to Sunday 12 April: 2 days of March, and 8 of April of which Ana works 6 hours each.
    const booked = `
  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-04-01 | 2026-04-30 | 6
`;
    expect(months("Horizon from | 2026-03-30\n  Horizon weeks | 2", booked)).toEqual([
      ["Mar 2026 (from 30 Mar)", 0, 0, 16, 0, "✓ good"],
      ["Apr 2026 (to 12 Apr)", 0.75, 0.75, 16, 0, "✓ good"],
    ]);
  });

  test("a past month is what was worked and asked for on the days logged, to the end of the week", () => {
    // 9 to 20 March: 80 hours of capacity, 70 worked of 120 asked for; from 30 March nobody asks for anything.
    const logged = `
  Day        | Person | Engagement | Hours
${weekdays(46090, 10)
  .map((day) => `  ${iso(day)} | Ana | Portal | 7`)
  .join("\n")}
`;
    expect(months("Horizon from | 2026-04-06\n  Horizon weeks | 1", logged)).toEqual([
      ["Mar 2026 (9 to 22 Mar)", 0.875, 1.5, -40, 40, "✕ act"],
      ["Apr 2026 (6 to 12 Apr)", 0, 0, 40, 0, "✓ good"],
    ]);
    // The days between count where both ends lie in one month: 9 to 31 March are 17 days, of which 15 ask for 12 hours:
    // 20 more are missing in the week of 23 March, and 16 hours are free on the days after it.
    expect(months("Horizon from | 2026-03-30\n  Horizon weeks | 1", logged)).toEqual([
      ["Mar 2026 (from 9 Mar)", 70 / 136, 180 / 136, -44, 60, "✕ act"],
      ["Apr 2026 (to 5 Apr)", 0, 0, 24, 0, "✓ good"],
    ]);
  });

  test("whole months have no days beside them, and a single day is one", () => {
    expect(months("Horizon from | 2026-03-02\n  Horizon weeks | 17", "").map(([month]) => month)).toEqual([
      "Mar 2026 (from 2 Mar)",
      "Apr 2026",
      "May 2026",
      "Jun 2026 (to 28 Jun)",
    ]);
    expect(months("Horizon from | 2026-04-27\n  Horizon weeks | 5", "").map(([month]) => month)).toEqual([
      "Apr 2026 (from 27 Apr)",
      "May 2026",
    ]);
    // Sunday 1 March is the last day of four weeks.
    expect(months("Horizon from | 2026-02-02\n  Horizon weeks | 4", "").map(([month]) => month)).toEqual([
      "Feb 2026 (from 2 Feb)",
      "Mar 2026 (1 Mar)",
    ]);
  });
});

test("an empty plan says what to do first, and nobody is called idle", () => {
  const model = sheet("Person | Weekly hours\nAna | 40");
  const text = sheetPicture(model);
  expect(text).toContain("A2 | Nothing is planned and nothing is logged yet: begin with the steps below.");
  expect(text).toMatch(
    /A8 \| 1\. Log hours: a table Actuals .*\nA9 \| 2\. Take a snapshot each week: the panel Snapshots\./,
  );
  expect(text).toContain("A10 | 3. Write down what was promised: a table Milestones");
  expect(text).toContain("A11 | 4. Margin is empty: this workbook has no tables of rates, costs and fees.");
  expect(text).toContain("needs 4 weeks of history, 8 for a band");
  // Seven months of 26 weeks: no utilization, no light.
  expect(rows(model, "months").map((row) => row.slice(1, 3))).toEqual(Array.from({ length: 7 }, () => [null, null]));
});

test("a young snapshot is not no snapshot, and a milestone to come is not none", () => {
  const young = `
    Engagement | Milestone | Baseline   | Delivered
    Portal     | Six       | 2026-02-13 |

    Taken on   | Week       | Engagement | Person | Hours
    2026-01-26 | 2026-01-26 | Portal     | Ana    | 30
  `;
  const text = sheetPicture(sheet(firm(10, young)));
  expect(text).toContain("Go on logging hours: no week is old enough yet to be held against its forecast.");
  expect(text).toContain(
    "No milestone of these months was due by the as-of day: on-time delivery begins with the first one.",
  );
  expect(text).not.toContain("Take a snapshot each week");
});

test("why there is no margin is said in one line, and in the note of its column", () => {
  const said = (state: MarginState) => sheetPicture(sheet(firm(10), state)).match(/Margin is empty: .*/g)!;
  expect(said("none")).toEqual(Array.from({ length: 2 }, () => "Margin is empty: Settings, Money shown, says none."));
  expect(said("all but salaries")[0]).toContain("Settings, Money shown, says all but salaries");
  expect(said("no tables")[0]).toContain("Finance's workbook shows it");
});

test("definitions lead to the sheets behind them", () => {
  const links = rows(sheet(firm(10)), "definitions").flatMap(([one]) =>
    typeof one === "object" && one !== null && "goTo" in one ? [one.goTo.sheet] : [],
  );
  expect(links).toEqual(["Utilization and overload", "Snapshot history", "Capacity vs demand", "Skill gaps"]);
});

describe("limits are those of Settings", () => {
  const withLimits = (lines: string) =>
    firm(10, HISTORY).replace("Horizon weeks | 3\n", `Horizon weeks | 3\n${lines}\n`);
  const signs = (lines: string) => {
    const [january = [], february = []] = rows(sheet(withLimits(lines)), "months");
    return [january[2], january[5], january[11], february[2]];
  };
  test.each([
    // January: 87.5 % of a target of 80 %, an error of 15 %, three of four milestones. February: 75 %.
    ["Currency | EUR", ["▲ watch", "✓ good", "▲ watch", "✓ good"]],
    ["Utilization above target | 7.5%", ["✓ good", "✓ good", "▲ watch", "✓ good"]],
    ["Utilization below target | 5%", ["▲ watch", "✓ good", "▲ watch", "✓ good"]],
    ["Utilization below target | 4%", ["▲ watch", "✓ good", "▲ watch", "▲ watch"]],
    ["Forecast error good | 14%", ["▲ watch", "▲ watch", "▲ watch", "✓ good"]],
    ["Forecast error good | 5%\nForecast error watch | 10%", ["▲ watch", "✕ act", "▲ watch", "✓ good"]],
    ["On time good | 75%", ["▲ watch", "✓ good", "✓ good", "✓ good"]],
    ["On time watch | 80%", ["▲ watch", "✓ good", "✕ act", "✓ good"]],
  ])("%s", (lines, expected) => expect(signs(lines)).toEqual(expected));

  test("and are stated on the sheet", () => {
    const text = sheetPicture(sheet(withLimits("Forecast error good | 5%\nOn time watch | 60%")));
    expect(text).toContain(
      "✓ up to 5 % (Settings: Forecast error good); ▲ up to 30 % (Forecast error watch); ✕ above.",
    );
    expect(text).toContain("✓ from 90 % (Settings: On time good); ▲ from 60 % (On time watch); ✕ below.");
    expect(text).toContain("✓ from 10 points below the target to 5 points above it");
  });
});

test("milestones of the months: late ones first, what is cancelled and what has no baseline by name", () => {
  const history = `
    Engagement | Milestone | Baseline   | Due        | Delivered  | Cancelled
    Portal     | One       | 2026-01-09 |            | 2026-01-09 |
    Portal     | Two       | 2026-01-16 | 2026-01-20 | 2026-01-20 |
    Portal     | Three     | 2026-01-19 |            |            |
    Portal     | Five      | 2026-01-12 |            |            | yes
    Portal     | Six       | 2026-02-13 |            |            |
    Portal     | Seven     |            | 2026-01-15 | 2026-01-14 |
    Portal     | Later     | 2026-03-02 |            |            |
  `;
  const model = sheet(firm(10, history));
  // As of 30 January, the last day logged: Three is 11 days late. Due by baseline: One, Two and Three; by their dates now Seven too.
  expect(rows(model, "onTime")).toEqual([
    ["Baseline: first agreed", 3, 1, 1, 1, 1 / 3, 2, 4],
    ["Current: due now", 4, 3, 0, 1, 0.75, null, null],
  ]);
  expect(rows(model, "milestones").map((row) => [row[0], row[4], row[5], row[6]])).toEqual([
    ["Three", "✕ open", 11, "✕ open"],
    ["Two", "▲ late", 4, "✓ on time"],
    ["Five", "cancelled", null, "cancelled"],
    ["Seven", "no baseline", null, "✓ on time"],
    ["One", "✓ on time", 0, "✓ on time"],
    ["Six", "not yet due", null, "not yet due"],
  ]);
});

describe("milestones count in whole calendar months, whatever was logged", () => {
  // Of December's two one was kept, and one came two days late; logged are 8 to 26 December, and nobody had to deliver on those days only.
  const promised = (more = "", extra = "") => `
    Setting       | Value
    Horizon from  | 2026-01-05
    Horizon weeks | 2
    ${more}

    Person | Weekly hours
    Ana    | 40

    Engagement | Kind
    Portal     | internal

    Engagement | Milestone | Baseline   | Delivered
    Portal     | One       | 2025-12-16 | 2025-12-16
    Portal     | Two       | 2025-12-31 | 2026-01-02
    ${extra}
`;
  const logged = `
    Day        | Person | Engagement | Hours
${weekdays(46027 - 28, 15)
  .map((day) => `    ${iso(day)} | Ana | Portal | 8`)
  .join("\n")}
`;
  const onTime = (model: SheetModel) => rows(model, "months").map((row) => [row[0], row[10], row[11]]);

  test("a milestone due after the last logged day of its month counts in it", () => {
    const model = sheet(promised() + logged);
    expect(onTime(model)).toEqual([
      ["Dec 2025 (8 to 28 Dec)", 0.5, "✕ act"],
      ["Jan 2026 (5 to 18 Jan)", null, null],
    ]);
    expect(rows(model, "onTime")[0]!.slice(1, 6)).toEqual([2, 1, 1, 0, 0.5]);
    const text = sheetPicture(model);
    expect(text).toContain("A2 | ✕ Act on");
    expect(text).toContain("on-time delivery (Dec 2025)");
    expect(text).toContain("As of 26 Dec 2025 (the last day in Actuals).");
    expect(text).toContain("Milestones are judged as of 2 Jan 2026, the last day in Delivered, up to which no hours");
  });

  test("without hours logged the month is shown, of its milestones only; with As of nobody names another day", () => {
    const model = sheet(promised("As of | 2026-01-04"));
    expect(onTime(model)).toEqual([
      ["Dec 2025", 0.5, "✕ act"],
      ["Jan 2026 (5 to 18 Jan)", null, null],
    ]);
    expect(rows(model, "months")[0]!.slice(1, 10)).toEqual(Array.from({ length: 9 }, () => null));
    const text = sheetPicture(model);
    expect(text).toContain("A2 | ✕ Act on on-time delivery (Dec 2025).");
    expect(text).not.toContain("No milestone of these months was due");
    expect(text).not.toContain("Milestones are judged as of");
  });

  test("what is late and open from before these months is said, although no month asks for action", () => {
    const text = sheetPicture(sheet(promised("As of | 2025-12-20", "Portal | Zero | 2025-03-03 |")));
    // As of 20 December only One was due, and kept.
    expect(text).toContain(
      "A2 | ▲ No metric of these months asks for action, but 1 milestone is late and still open: Zero of Portal.",
    );
  });
});

test("milestones of lost work are listed as such, and count nowhere", () => {
  const history = `
    Engagement | Milestone | Baseline   | Due        | Delivered
    Portal     | One       | 2026-01-09 |            | 2026-01-09
    Lost       | Two       | 2026-01-12 | 2026-01-14 |
    Lost       | Three     | 2026-01-16 |            | 2026-01-20

    Engagement | Status
    Lost       | lost
  `;
  const model = sheet(firm(10, history));
  expect(rows(model, "onTime").map((row) => row.slice(1, 6))).toEqual([
    [1, 1, 0, 0, 1],
    [1, 1, 0, 0, 1],
  ]);
  expect(rows(model, "milestones").map((row) => [row[0], row[4], row[5], row[6], row[7]])).toEqual([
    ["Two", "work lost", null, "work lost", "Lost"],
    ["Three", "work lost", null, "work lost", "Lost"],
    ["One", "✓ on time", 0, "✓ on time", "Portal"],
  ]);
});

describe("margin by month", () => {
  // January: 140 hours worked at 100 less 60 are 40 %. February: 120 hours planned at 100 less 75 are 25 %.
  const money = (shown: string, more = "") =>
    firm(10, HISTORY)
      .replace(/ {2}Engagement \| Skill[^#]*?\n\n/, "")
      .replace("Horizon weeks | 3\n", `Horizon weeks | 3\nMoney shown | ${shown}\nCurrency | EUR\n${more}\n`) +
    `
    Engagement | Role | Rate | Currency | From
    Portal     |      | 100  | EUR      |

    Person | Cost rate | Currency | From
    Ana    | 60        | EUR      |
    Ana    | 75        | EUR      | 2026-02-01
`;
  const made = (picture: string) => {
    const model = SHEETS.get("Delivery metrics")!(given(planIn(picture)));
    if ("next" in model) throw new RangeError("Delivery metrics is made at once.");
    return model;
  };
  const margins = (picture: string) => rows(made(picture), "months").map((row) => row.slice(-2));

  test("stands beside the others where all money is shown, against Margin target and Margin watch", () => {
    expect(margins(money("all"))).toEqual([
      [0.4, "✓ good"],
      [0.25, "▲ watch"],
    ]);
    expect(margins(money("all", "Margin target | 40%"))).toEqual([
      [0.4, "✓ good"],
      [0.25, "✕ act"],
    ]);
    expect(margins(money("all", "Margin target | 40%\nMargin watch | 15%"))[1]).toEqual([0.25, "▲ watch"]);
  });

  test("is empty, with its reason and without a trace of any rate, where it may not be shown", () => {
    for (const shown of ["none", "all but salaries"]) {
      const model = made(money(shown));
      expect(rows(model, "months").map((row) => row.slice(-2))).toEqual([
        [null, null],
        [null, null],
      ]);
      const text = sheetPicture(model);
      expect(text).toContain(`Margin is empty: Settings, Money shown, says ${shown}`);
      expect(text).not.toMatch(/\| (Rates|Costs) \|/);
      // Another salary changes nothing of the sheet, not even its fingerprint.
      expect(sheetPicture(made(money(shown).replace("Ana    | 60 ", "Ana    | 61 ")))).toBe(text);
    }
  });

  test("is called incomplete where a rate is missing", () => {
    expect(
      margins(money("all").replace("Portal     |      | 100  | EUR", "Portal     | Architect | 100  | EUR")),
    ).toEqual([
      ["incomplete", null],
      ["incomplete", null],
    ]);
  });

  test("is that of the sheet Margin and of MARGIN, month by month", () => {
    const demo = smallMoneyDemo();
    const from = given(planOf(demo));
    const shown = rows(SHEETS.get("Delivery metrics")!(from) as SheetModel, "months");
    const tables = [
      "People",
      "Engagements",
      "Allocations",
      "Demand",
      "Support",
      "Skills",
      "Leave",
      "Holidays",
      "Settings",
    ];
    const money = ["Actuals", "Rates", "Costs", "Fees", "Exchange"];
    const asked = [...tables, ...money].map((name) => demo.get(name)!);
    const [, line = []] = MARGIN.call([45992, 46110, "total", "month", "measure=percent", ...asked]) as Cell[][];
    // October and November are shown for their milestones.
    expect(shown.map((row) => row[0]).slice(2)).toEqual(["Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026 (to 29 Mar)"]);
    // Nothing is earned in December: no share of nothing.
    expect(line[1]).toBe("n/a");
    expect(shown.slice(2).map((row) => row[12] ?? "n/a")).toEqual(line.slice(1));
  });
});

test("forecasts by lead time are those of FORECASTACCURACY with Allocations, also where a planned day was not logged", () => {
  const demo = smallDemoInUse();
  const table = (name: string) => demo.get(name)!;
  // Of Daniel's last day in Actuals nobody knows any more what he worked.
  const actuals = table("Actuals");
  const last = Math.max(...actuals.flatMap(([day, who]) => (who === "Daniel Koh" ? [Number(day)] : [])));
  const without = actuals.filter(([day, who]) => who !== "Daniel Koh" || day !== last);
  const [head = [], ...planned] = table("Allocations");
  const his = planned.find((row) => row[head.indexOf("Person")] === "Daniel Koh")!;
  const day = his.map((cell, at) => (head[at] === "From" || head[at] === "To" ? last : cell));
  const allocations = [head, ...planned, day];
  const changed = new Map([...demo, ["Actuals", without], ["Allocations", allocations]]);
  const tables = ["People", "Engagements", "Snapshots", "Leave", "Holidays", "Settings"].map(table);
  const asked = (...more: readonly CellRange[]) =>
    (FORECASTACCURACY.call([45_992, 46_022, "total", "", ...tables, without, ...more]) as Cell[][])
      .slice(1)
      .map((row) => [...row.slice(0, 6), row[7]]);
  const sheet = rows(SHEETS.get("Delivery metrics")!(given(planOf(changed))) as SheetModel, "leads");
  const shown = sheet.map((row) => row.slice(0, 7).map((one) => one ?? "n/a"));
  expect(shown).toEqual(asked(allocations));
  expect(asked()).not.toEqual(asked(allocations));
});
