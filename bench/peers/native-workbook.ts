import { type Firm, mondays } from "../plan/firm.ts";
import { DAILY } from "./layout-d.ts";
import { SORTED_BLOCKS } from "./layout-s.ts";
import { WEEK_COLUMNS } from "./layout-x.ts";
import { letters, type SheetCell, type Workbook } from "./workbook.ts";

/**
 * How planners build the same grid by hand from native formulas:
 *   X  week columns on the rows of Allocations and Leave too, added up with SUMIF: the commonest in real files
 *   S  tables sorted by person, one block of rows a person by INDEX:INDEX: what an expert does
 *   D  day columns with SUMIFS and COUNTIFS: the only one that means what Headroom means
 * X and S count bookings and leave in weekdays: they book people on holidays and leave, and take days off twice.
 */
export type Layout = "X" | "S" | "D";

/** How a layout computes: sheets of its own, and the formulas of one person (by row) in one week. */
export interface LayoutFormulas {
  readonly sorted: boolean;
  readonly sheets: (ranges: Ranges, firm: Firm) => ReadonlyMap<string, readonly (readonly SheetCell[])[]>;
  readonly capacity: (ranges: Ranges, week: number, row: number) => string;
  readonly demand: (ranges: Ranges, week: number, row: number) => string;
}
const LAYOUTS: Record<Layout, LayoutFormulas> = { X: WEEK_COLUMNS, S: SORTED_BLOCKS, D: DAILY };

/** The columns of the tables, as formulas name them. */
export interface Ranges {
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly hours: string;
  readonly away: string;
  readonly awayFrom: string;
  readonly awayTo: string;
  readonly allocations: number;
  readonly leave: number;
  readonly holidays: (location: number) => string;
  /** The days from a first to a last day, both cells or expressions, on which a person of a row of People is in and their location works. */
  readonly workdays: (first: string, last: string, row: number) => string;
}

const OPEN_END = 99999;

/** The firm as a workbook: its tables, Capacity, Demand and Gap of every person and week, and the totals. */
export function nativeWorkbook(firm: Firm, layout: Layout): Workbook {
  const formulas = LAYOUTS[layout];
  const { people, locations, weeks } = firm;
  const byPerson = <T extends { readonly person: string }>(rows: readonly T[]) =>
    formulas.sorted ? [...rows].sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0)) : rows;
  const allocations = byPerson(firm.allocations);
  const leave = byPerson(firm.leave);
  const holidays = locations.map((name) => firm.holidays.filter((one) => one.location === name).map(({ day }) => day));
  const most = Math.max(...holidays.map(({ length }) => length));
  const tables: Workbook = new Map<string, readonly (readonly SheetCell[])[]>([
    [
      "People",
      [
        ["Person", "Location", "Location number", "Hours a day", "From", "To"],
        ...people.map((one) => [
          one.name,
          one.location,
          locations.indexOf(one.location) + 1,
          one.hoursADay,
          one.from,
          one.to ?? OPEN_END,
        ]),
      ],
    ],
    [
      "Allocations",
      [
        ["Person", "Engagement", "From", "To", "Hours a day"],
        ...allocations.map((one) => [one.person, one.engagement, one.from, one.to, one.hoursADay]),
      ],
    ],
    ["Leave", [["Person", "From", "To"], ...leave.map((one) => [one.person, one.from, one.to])]],
    ["Holidays", [[...locations], ...Array.from({ length: most }, (_, i) => holidays.map((list) => list[i] ?? null))]],
  ]);
  const ranges = rangesOf(allocations.length, leave.length, most);
  const own = formulas.sheets(ranges, { ...firm, allocations, leave });
  const grid = (cell: (week: number, row: number) => string): SheetCell[][] => [
    ["Person", ...mondays(firm)],
    ...people.map((_, i) => [
      `=People!A${i + 2}`,
      ...Array.from({ length: weeks }, (_, week) => `=${cell(week, i + 2)}`),
    ]),
  ];
  const at = (week: number, row: number) => `${letters(week + 1)}${row}`;
  const all = `B2:${at(weeks - 1, people.length + 1)}`;
  return new Map([
    ...tables,
    ...own,
    ["Capacity", grid((week, row) => formulas.capacity(ranges, week, row))],
    ["Demand", grid((week, row) => formulas.demand(ranges, week, row))],
    ["Gap", grid((week, row) => `Capacity!${at(week, row)}-Demand!${at(week, row)}`)],
    [
      "Total",
      [
        ["Capacity", "Demand", "Overbooked weeks"],
        [`=SUM(Capacity!${all})`, `=SUM(Demand!${all})`, `=COUNTIF(Gap!${all},"<0")`],
      ],
    ],
  ]);
}

function rangesOf(allocations: number, leave: number, holidays: number): Ranges {
  const ofAllocations = (column: string) => `Allocations!$${column}$2:$${column}$${allocations + 1}`;
  const ofLeave = (column: string) => `Leave!$${column}$2:$${column}$${leave + 1}`;
  const holidayRange = (location: number) => `Holidays!$${letters(location)}$2:$${letters(location)}$${holidays + 1}`;
  const workdays = (first: string, last: string, row: number) => {
    const [joined, left] = [`People!$E${row}`, `People!$F${row}`];
    const days = (location: number) =>
      `NETWORKDAYS(MAX(${first},${joined}),MIN(${last},${left}),${holidayRange(location)})`;
    const byLocation = `IF(People!$C${row}=1,${days(0)},IF(People!$C${row}=2,${days(1)},${days(2)}))`;
    return `IF(MIN(${last},${left})<MAX(${first},${joined}),0,${byLocation})`;
  };
  return {
    who: ofAllocations("A"),
    from: ofAllocations("C"),
    to: ofAllocations("D"),
    hours: ofAllocations("E"),
    away: ofLeave("A"),
    awayFrom: ofLeave("B"),
    awayTo: ofLeave("C"),
    allocations,
    leave,
    holidays: holidayRange,
    workdays,
  };
}
