import type { DemoPlan } from "../../core/demo/headings.ts";
import type { Cell } from "../../core/plan/cells.ts";

/** A row of a demo plan by its headings, with its number in the table (heading row = 1). */
export interface ReadRow {
  readonly row: number;
  readonly get: (heading: string) => Cell;
}

/** The rows of a table, read without anything of the product's own reader. */
export function rowsOf(plan: DemoPlan, table: string): readonly ReadRow[] {
  const [headings = [], ...rows] = plan.get(table) ?? [];
  return rows.map((cells, i) => ({
    row: i + 2,
    get: (heading) => {
      const at = headings.indexOf(heading);
      if (at < 0) throw new Error(`${table} has no ${heading}`);
      return cells[at] ?? null;
    },
  }));
}

export const text = (row: ReadRow, heading: string): string => String(row.get(heading) ?? "");
export const number = (row: ReadRow, heading: string, blank = 0): number => {
  const cell = row.get(heading);
  return typeof cell === "number" ? cell : blank;
};

const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Does somebody with these working days ("Mon-Wed", blank for Monday to Friday) work on a day? */
function works(pattern: string, day: number): boolean {
  const [first = "Mon", last = "Fri"] = pattern === "" ? ["Mon", "Fri"] : pattern.split("-");
  const at = (day + 5) % 7;
  return WEEK.indexOf(first) <= at && at <= WEEK.indexOf(last);
}

/** Hours of each person on a day after holidays and leave, added from the rows: the last contract that holds counts. */
export function hoursOf(plan: DemoPlan, hires = false): (person: string, day: number) => number {
  const people = new Map<string, ReadRow[]>();
  for (const row of rowsOf(plan, "People")) {
    const name = text(row, "Person");
    people.set(name, [...(people.get(name) ?? []), row]);
  }
  const holidays = new Set(rowsOf(plan, "Holidays").map((row) => `${text(row, "Location")} ${number(row, "Day")}`));
  const leave = new Map<string, number>();
  for (const row of rowsOf(plan, "Leave")) {
    for (let day = number(row, "From", 1e9); day <= number(row, "To"); day++) {
      leave.set(`${text(row, "Person")} ${day}`, number(row, "Hours a day", 24));
    }
  }
  return (person, day) => {
    const contract = (people.get(person) ?? [])
      .filter((row) => number(row, "From") <= day && day <= number(row, "To", 1e9))
      .at(-1);
    if (!contract || (!hires && text(contract, "Kind") === "planned hire")) return 0;
    const pattern = text(contract, "Working days");
    if (!works(pattern, day) || holidays.has(`${text(contract, "Location")} ${day}`)) return 0;
    const days = WEEK.filter((_, i) => works(pattern, 46027 + i)).length;
    return Math.max(0, number(contract, "Weekly hours") / days - (leave.get(`${person} ${day}`) ?? 0));
  };
}

export const namesIn = (plan: DemoPlan, table: string, heading: string): ReadonlySet<string> =>
  new Set(rowsOf(plan, table).map((row) => text(row, heading)));
