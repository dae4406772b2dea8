import type { Period } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import { amountProblems, TOO_MUCH } from "./amount-problems.ts";
import { isTooMuch } from "./effort.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { FoundTable, LayoutProblem } from "./found.ts";
import type { Line } from "./lines.ts";
import { leftOut, type Sheet } from "./sheet.ts";
import { weekdaysIn } from "./weeks.ts";
import { whoIn } from "./who.ts";
import type { Across } from "./wide.ts";

/** Hours a week that make `hours` on the working days of a period, Monday to Friday alike. */
export const weeklyFrom = (hours: number, period: Period): number =>
  Math.round(((hours * 5) / weekdaysIn(period)) * 1e6) / 1e6;

/** Read hours that people have, period by period, as contracts of those periods. */
export function weeklyHours(
  sheet: Sheet,
  lines: readonly Line[],
  { columns, measure, read }: Across,
  found: readonly LayoutProblem[],
): FoundTable {
  const problems = [...found];
  const who = whoIn(sheet, lines);
  const rows: Entry<"People">[] = [];
  for (const line of lines) {
    const { people, problems: wrong } = who(line);
    problems.push(...wrong);
    for (const { column, period } of columns) {
      const place = { row: line.row, column };
      const amount = read(line.row, column);
      problems.push(...amountProblems(sheet, place, amount));
      if (amount === null || !("value" in amount) || weekdaysIn(period) === 0) continue;
      if (isTooMuch(measure, amount.value, period)) {
        problems.push(leftOut(sheet, place, "too-much", TOO_MUCH));
        continue;
      }
      const own = measure.per === "day" ? amount.value * 5 : amount.value;
      const hours = measure.per === null || measure.per === "month" ? weeklyFrom(amount.value, period) : own;
      for (const person of people) rows.push({ place, cells: contract(line, person, hours, period) });
    }
  }
  return foundTable(sheet, "People", rows, problems);
}

/** One contract of a person: hours a week from a day to a day. */
export function contract(
  line: Line,
  person: string,
  hours: Cell,
  { from, to }: { readonly from: Cell; readonly to: Cell },
): ReadonlyMap<Heading<"People">, Cell> {
  const text = (role: "team" | "role" | "location" | "skills") => line.held.get(role)?.cell ?? null;
  return new Map<Heading<"People">, Cell>([
    ["Person", person],
    ["Team", text("team")],
    ["Role", text("role")],
    ["Location", text("location")],
    ["Skills", text("skills")],
    ["Weekly hours", hours],
    ["From", from],
    ["To", to],
  ]);
}
