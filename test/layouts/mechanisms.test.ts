import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { addressAt } from "../support/xlsx-cells.ts";
import { dayNamed, foundRows } from "./expected.ts";

const MONDAY = dayNamed("2025-09-01");
const WEEKS = ["W36", "W37", "W38"];

/** Rows as `cell table person work from hours…`, problems as `cell kind`, or the reason of a refusal. */
function read(range: CellRange): { readonly rows: readonly string[]; readonly told: readonly string[] } | string {
  const found = layoutsIn(range);
  if (found === null) return "not known";
  if (isRefused(found)) return found.refused;
  const rows = found.flatMap((table) =>
    foundRows(table).map((row) =>
      [row.at, table.table, row.person, row.project, row.from, row.minutes ?? row.share ?? row.fte ?? row.weekly]
        .filter((one) => one !== undefined && one !== null)
        .join(" "),
    ),
  );
  const told = found.flatMap(({ problems }) =>
    problems.map(({ row, column, kind }) => `${addressAt(row, column)} ${kind}`),
  );
  return { rows, told };
}

const rowsOf = (range: CellRange): readonly string[] => {
  const found = read(range);
  return typeof found === "string" ? [found] : found.rows;
};
const toldOf = (range: CellRange): readonly string[] => {
  const found = read(range);
  return typeof found === "string" ? [found] : found.told;
};

describe("the time axis", () => {
  const headed = (title: string, headings: readonly Cell[]): CellRange => [
    [title],
    ["Person", "Project", ...headings],
    ["Ana", "Apollo", ...headings.map(() => 8)],
  ];
  const firstDays = (range: CellRange) => rowsOf(range).map((row) => row.split(" ")[4]);

  test.each<[string, string, readonly Cell[], readonly string[]]>([
    [
      "ISO weeks with the year of the title",
      "Hours 2025",
      ["W36", "W37", "W38"],
      ["2025-09-01", "2025-09-08", "2025-09-15"],
    ],
    [
      "ISO weeks with their own year",
      "Hours",
      ["2026-W01", "2026-W02", "2026-W03"],
      ["2025-12-29", "2026-01-05", "2026-01-12"],
    ],
    ["German weeks", "Stunden 2025", ["KW 36", "KW 37", "KW 38"], ["2025-09-01", "2025-09-08", "2025-09-15"]],
    [
      "weeks over the turn of the year",
      "Hours 2025/26",
      ["v. 51", "v. 52", "v. 1"],
      ["2025-12-15", "2025-12-22", "2025-12-29"],
    ],
    ["true dates a week apart", "Hours", [MONDAY, MONDAY + 7, MONDAY + 14], ["2025-09-01", "2025-09-08", "2025-09-15"]],
    [
      "a week left out between two dates",
      "Hours",
      [MONDAY, MONDAY + 14, MONDAY + 21],
      ["2025-09-01", "2025-09-15", "2025-09-22"],
    ],
    [
      "texts whose order only one reading makes regular",
      "Hours",
      ["01/09/2025", "08/09/2025", "15/09/2025"],
      ["2025-09-01", "2025-09-08", "2025-09-15"],
    ],
    [
      "days of a month without a year",
      "Hours 2025",
      ["1 Sep", "8 Sep", "15 Sep"],
      ["2025-09-01", "2025-09-08", "2025-09-15"],
    ],
    ["months of two years", "Hours 2025/26", ["Nov", "Dec", "Jan"], ["2025-11-01", "2025-12-01", "2026-01-01"]],
    ["months with short years", "Hours", ["Dec 25", "Jan 26", "Feb 26"], ["2025-12-01", "2026-01-01", "2026-02-01"]],
    ["quarters", "Hours 2025", ["Q1", "Q2", "Q3"], ["2025-01-01", "2025-04-01", "2025-07-01"]],
  ])("%s", (_, title, headings, first) => {
    expect(firstDays(headed(title, headings))).toEqual(first);
  });

  test.each<[string, string, readonly Cell[], RegExp]>([
    ["no year anywhere", "Hours", ["W36", "W37", "W38"], /no year/],
    ["months that turn, and one year", "Hours 2025", ["Nov", "Dec", "Jan"], /leave open which/],
    ["weeks headed by Fridays", "Hours", [MONDAY + 4, MONDAY + 11, MONDAY + 18], /week ending/],
    ["dates at uneven distances", "Hours", [MONDAY, MONDAY + 5, MONDAY + 19], /apart/],
    ["sprints without dates", "Hours", ["Sprint 1", "Sprint 2", "Sprint 3"], /first day/],
    ["a week 53 that the year does not have", "Hours 2025", ["W51", "W52", "W53"], /week 53/],
  ])("refuses %s", (_, title, headings, why) => {
    expect(read(headed(title, headings))).toMatch(why);
  });
});

describe("what the numbers count", () => {
  const plan = (title: string, ...amounts: readonly Cell[]): CellRange => [
    [title],
    ["Person", "Project", ...WEEKS],
    ["Ana", "Apollo", ...amounts],
  ];
  test.each<[string, CellRange, readonly string[]]>([
    ["a text with a unit states it for all", plan("2025", "8h", 16, 8), ["480", "960", "480"]],
    ["whole percents", plan("% 2025", 50, 100, 25), ["500000", "1000000", "250000"]],
    ["parts of 1 under a percent title", plan("% 2025", 0.5, 1, 0.25), ["500000", "1000000", "250000"]],
    ["days of a week are fifths", plan("In days, 2025", 1, 2.5, 5), ["200000", "500000", "1000000"]],
    ["FTE", plan("FTE 2025", 0.5, 1, "0,25"), ["500000", "1000000", "250000"]],
  ])("%s", (_, range, amounts) => {
    expect(rowsOf(range).map((row) => row.split(" ").pop())).toEqual(amounts);
  });

  test("amounts up to 1 under no unit are shares, and said so", () => {
    expect(toldOf(plan("2025", 0.5, 1, 0.25))).toContain("C3 choose-unit");
  });
  test("larger numbers under no unit are refused", () => {
    expect(read(plan("2025", 16, 24, 8))).toMatch(/hours, days, % or FTE/);
  });
  test("hours that are all below 1 look like times of day and are refused", () => {
    expect(read(plan("Hours 2025", 0.333, 0.25, 0.3125))).toMatch(/7:30/);
  });
  test("0.5 among whole percents is left out", () => {
    expect(toldOf(plan("% 2025", 50, 0.5, 100))).toContain("D3 number-open");
  });
  test.each<[string, Cell, string]>([
    ["an error", "#REF!", "error-value"],
    ["a word", "tbc", "not-a-number"],
    ["another unit", "2 days", "choose-unit"],
    ["a thousand or a fraction", "1,234", "number-open"],
    ["more hours than a week has", 169, "too-much"],
    ["a negative number", -8, "not-a-number"],
  ])("%s is left out and told", (_, cell, kind) => {
    const range = plan("Hours 2025", 8, cell, 8);
    expect(toldOf(range)).toContain(`D3 ${kind}`);
    expect(rowsOf(range)).toHaveLength(2);
  });
});

describe("people", () => {
  const plan = (...people: readonly Cell[]): CellRange => [
    ["Hours 2025"],
    ["Project", "Person", ...WEEKS],
    ...people.map((person): readonly Cell[] => ["Apollo", person, 8, null, null]),
  ];
  const names = (range: CellRange) =>
    rowsOf(range).map((row) => /People|Allocations (.*) Apollo/.exec(row)?.[1] ?? "TBD");

  test.each<[string, readonly Cell[], readonly string[]]>([
    ["last name first, in the whole column", ["Diaz, Ana", "Ode, Ben"], ["Ana Diaz", "Ben Ode"]],
    ["last name in capitals", ["LE GOFF, Yann"], ["Yann Le Goff"]],
    ["names that stand alone elsewhere", ["Ana", "Ben", "Ana, Ben"], ["Ana", "Ben", "Ana", "Ben"]],
    ["first and last name turned in one cell", ["Ana Diaz", "Diaz, Ana"], ["Ana Diaz", "Ana Diaz"]],
    ["full names between commas", ["Ana Diaz, Ben Ode"], ["Ana Diaz", "Ben Ode"]],
    ["a slash", ["Ana Diaz / Ben Ode"], ["Ana Diaz", "Ben Ode"]],
    ["nobody", [null, "TBC", "Vacant"], ["TBD", "TBD", "TBD"]],
  ])("%s", (_, cells, people) => {
    expect(names(plan(...cells))).toEqual(people);
  });

  test("Diaz, Ana alone may be two people, so it is left out", () => {
    expect(toldOf(plan("Diaz, Ana"))).toContain("B3 name-open");
    expect(rowsOf(plan("Diaz, Ana"))).toEqual([]);
  });
  test("a blank below a name that is repeated elsewhere is not that name", () => {
    const range: CellRange = [
      ["Hours 2025"],
      ["Person", "Project", ...WEEKS],
      ["Ana", "A", 8, 8, 8],
      ["Ana", "B", 8, 8, 8],
      [null, "C", 8, 8, 8],
    ];
    expect(toldOf(range)).toContain("A5 person-missing");
    expect(rowsOf(range)).toHaveLength(6);
  });
});

describe("one range that holds contracts, work and leave", () => {
  test("a column of contract hours makes People beside Allocations", () => {
    const range: CellRange = [
      ["Team plan 2025, hours per week"],
      ["Name", "Contract hrs/week", "Project", ...WEEKS],
      ["Ana", 40, "Apollo", 16, 16, 0],
      [null, null, "Zeus", 8, 0, 0],
      ["Ben", 32, "Apollo", 32, 0, 0],
      ["Total", null, null, 56, 16, 0],
    ];
    expect(rowsOf(range)).toEqual([
      "B3 People Ana 2400",
      "B5 People Ben 1920",
      "D3 Allocations Ana Apollo 2025-09-01 960",
      "E3 Allocations Ana Apollo 2025-09-08 960",
      "D4 Allocations Ana Zeus 2025-09-01 480",
      "D5 Allocations Ben Apollo 2025-09-01 1920",
    ]);
  });

  test("rows of capacity make contracts, rows of leave make leave, rows of what is free make nothing", () => {
    const range: CellRange = [
      ["Plan 2025 (hours)"],
      ["Person", "What", ...WEEKS],
      ["Ana", "Capacity", 40, 40, 32],
      [null, "Apollo", 16, 16, 16],
      [null, "Leave", 0, 8, 0],
      [null, "Free", 24, 16, 16],
    ];
    expect(rowsOf(range)).toEqual([
      "C3 People Ana 2025-09-01 2400",
      "D3 People Ana 2025-09-08 2400",
      "E3 People Ana 2025-09-15 1920",
      "D5 Leave Ana 2025-09-08",
      "C4 Allocations Ana Apollo 2025-09-01 960",
      "D4 Allocations Ana Apollo 2025-09-08 960",
      "E4 Allocations Ana Apollo 2025-09-15 960",
    ]);
    expect(toldOf(range)).toEqual(["D5 spread-evenly", "B2 column-assumed", "C2 year-missing"]);
  });

  test("a grid of people and weeks is capacity only when its title says so", () => {
    const grid = (title: string): CellRange => [[title], ["Person", ...WEEKS], ["Ana", 40, 32, 40]];
    expect(rowsOf(grid("Available hours 2025"))).toEqual([
      "B3 People Ana 2025-09-01 2400",
      "C3 People Ana 2025-09-08 1920",
      "D3 People Ana 2025-09-15 2400",
    ]);
    expect(read(grid("Hours 2025"))).toMatch(/which engagement/);
  });

  test("subtotals that carry no engagement are left out and told", () => {
    const range: CellRange = [
      ["Hours 2025"],
      ["Person", "Project", ...WEEKS],
      ["Ana", null, 24, 0, 0],
      [null, "Apollo", 16, 0, 0],
      [null, "Zeus", 8, 0, 0],
    ];
    expect(rowsOf(range)).toEqual([
      "C4 Allocations Ana Apollo 2025-09-01 960",
      "C5 Allocations Ana Zeus 2025-09-01 480",
    ]);
    expect(toldOf(range)).toContain("C3 engagement-missing");
  });
});

describe("a calendar of absences", () => {
  test("marks are days off, halves are 4 hours, unknown marks are told", () => {
    const range: CellRange = [
      ["Holiday calendar 2025"],
      ["Name", MONDAY, MONDAY + 1, MONDAY + 2],
      ["Ana", "V", null, "½"],
      ["Ben", "x", "q1", "WFH"],
    ];
    expect(rowsOf(range)).toEqual(["B3 Leave Ana 2025-09-01", "D3 Leave Ana 2025-09-03", "B4 Leave Ben 2025-09-01"]);
    expect(toldOf(range)).toEqual(["D3 half-day", "C4 not-a-number"]);
  });
});

describe("dates of one entry a row", () => {
  const table = (...rows: readonly (readonly [Cell, Cell])[]): CellRange => [
    ["Staff", "Job", "Begins", "Ends", "Load %"],
    ...rows.map(([from, to]): readonly Cell[] => ["Ana", "Apollo", from, to, 50]),
  ];
  test("an order that nothing proves leaves the row out", () => {
    expect(toldOf(table(["03/04/2025", "05/06/2025"]))).toEqual(["C2 date-order-open", "D2 date-order-open"]);
  });
  test("one date that can be read only one way settles all", () => {
    expect(rowsOf(table(["03/04/2025", "25/06/2025"]))).toEqual(["E2 Allocations Ana Apollo 2025-04-03 500000"]);
  });
  test("a true date beside texts that stayed texts may be swapped, so its row is left out", () => {
    expect(toldOf(table([MONDAY, "25/06/2026"]))).toContain("C2 day-month-swapped");
  });
  test("a true date that cannot be swapped is taken", () => {
    expect(rowsOf(table([dayNamed("2025-04-25"), "25/06/2025"]))).toEqual([
      "E2 Allocations Ana Apollo 2025-04-25 500000",
    ]);
  });
});

test("a title put above a range by VSTACK states its month, padding and all", () => {
  const pad = "#N/A";
  const range: CellRange = [
    ["Nov 2025", pad, pad, pad, pad],
    ["Consultant", "Pursuit", "%", "Client work", "%"],
    ["Ruth", "Bid", 0.2, "Fenwick", 0.5],
  ];
  expect(rowsOf(range)).toEqual([
    "C3 Allocations Ruth Bid 2025-11-01 200000",
    "E3 Allocations Ruth Fenwick 2025-11-01 500000",
  ]);
  expect(read(range.slice(1))).toMatch(/which month/);
});

test("assignments without dates are refused unless a range beside them has the dates", () => {
  const range: CellRange = [
    ["Deliverable", "Person", "Alloc"],
    ["D-01", "Ana", 0.5],
  ];
  expect(read(range)).toMatch(/not when/);
  expect(
    layoutsIn(range, {
      beside: [
        [
          ["ID", "Deliverable", "Start", "End"],
          ["D-01", "Landing zone", MONDAY, MONDAY + 4],
        ],
      ],
    }),
  ).toMatchObject([{ table: "Allocations", problems: [] }]);
});

describe("whatever hours a plan holds", () => {
  const people = fc.uniqueArray(fc.constantFrom("Ana Diaz", "Ben Ode", "Cy Marsh", "Dora Lind"), { minLength: 1 });
  const hours = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }), {
    minLength: 4,
    maxLength: 4,
  });

  test("each is read once, with its person, week and place, under titles, names that stand once, subtotals and totals", () => {
    fc.assert(
      fc.property(people, hours, fc.nat(3), (names, grid, titles) => {
        const range: Cell[][] = [
          ...Array.from({ length: titles }, () => [null]),
          ["Hours 2025"],
          ["Person", "Project", ...WEEKS],
        ];
        const wanted: string[] = [];
        const totals = [0, 0, 0];
        for (const name of names) {
          for (const [p, project] of ["Apollo", "Zeus"].entries()) {
            const amounts = grid[(names.indexOf(name) + p) % 4]!;
            range.push([p === 0 ? name : null, project, ...amounts]);
            for (const [week, amount] of amounts.entries()) {
              totals[week]! += amount;
              const at = addressAt(range.length - 1, 2 + week);
              if (amount > 0)
                wanted.push(
                  `${at} Allocations ${name} ${project} 2025-09-${String(1 + 7 * week).padStart(2, "0")} ${amount * 60}`,
                );
            }
          }
        }
        range.push(["Total", null, ...totals]);
        const found = read(range);
        expect(found).toMatchObject({ rows: wanted, told: [`${addressAt(titles + 1, 2)} year-missing`] });
        for (const { account } of layoutsIn(range) as readonly {
          account: { read: number; used: number; excluded: number; blank: number };
        }[]) {
          expect(account.read).toBe(account.used + account.excluded + account.blank);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a total that is not the sum is told", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 200 }),
        (a, b, total) => {
          const range: CellRange = [
            ["Hours 2025"],
            ["Person", "Project", ...WEEKS],
            ["Ana", "Apollo", a, 1, 1],
            ["Ben", "Zeus", b, 1, 1],
            ["Total", null, total, 2, 2],
          ];
          expect(toldOf(range).includes("C5 total-disagrees")).toBe(total !== a + b);
        },
      ),
    );
  });
});
