import type { Cell } from "../plan/cells.ts";
import { amountProblems, EVENLY, TOO_MUCH } from "./amount-problems.ts";
import { isTooMuch } from "./effort.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { FoundTable, LayoutProblem } from "./found.ts";
import type { Line } from "./lines.ts";
import type { Measure } from "./measures.ts";
import { leftOut, type Sheet, warning } from "./sheet.ts";
import { weekdaysIn } from "./weeks.ts";
import { whoIn } from "./who.ts";
import type { Across } from "./wide.ts";
import { workNameOf } from "./work.ts";

/** A day off counts as eight hours where the amounts are no hours: leave rows have hours, and contracts may stand elsewhere. */
const HOURS_A_DAY = 8;
const EIGHT = [
  "is leave and is read as parts of days of 8 hours, spread evenly over the weekdays of its period",
  "Maybe it falls on some of its days only, or the person's day is another number of hours.",
] as const;

/** Hours off in a period of so many weekdays. */
function hoursOff({ unit }: Measure, amount: number, days: number): number {
  if (unit === "hours") return amount;
  return amount * HOURS_A_DAY * (unit === "days" ? 1 : days);
}

/** Rows of a plan whose work is called Leave: time off, spread over the weekdays of each period. */
export function leaveAcross(sheet: Sheet, lines: readonly Line[], { columns, measure, read }: Across): FoundTable {
  const who = whoIn(sheet, lines);
  const found: LayoutProblem[] = [];
  const rows: Entry<"Leave">[] = [];
  for (const line of lines) {
    const { people, problems } = who(line);
    found.push(...problems);
    for (const { column, period } of columns) {
      const place = { row: line.row, column };
      const amount = read(line.row, column);
      found.push(...amountProblems(sheet, place, amount));
      if (amount === null || !("value" in amount) || amount.value === 0) continue;
      const days = measure.per === "day" ? 1 : measure.per === "week" ? 5 : weekdaysIn(period);
      if (isTooMuch(measure, amount.value, period) || days === 0) {
        found.push(leftOut(sheet, place, "too-much", TOO_MUCH));
        continue;
      }
      if (days > 1 || measure.unit !== "hours")
        found.push(warning(sheet, place, "spread-evenly", measure.unit === "hours" ? EVENLY : EIGHT));
      const hours = Math.round((hoursOff(measure, amount.value, days) / days) * 1e6) / 1e6;
      for (const person of people) {
        const cells: readonly (readonly [Heading<"Leave">, Cell])[] = [
          ["Person", person],
          ["From", period.from],
          ["To", period.to],
          ["Hours a day", hours],
          ["Kind", workNameOf(line)],
        ];
        rows.push({ place, cells: new Map(cells) });
      }
    }
  }
  return foundTable(sheet, "Leave", rows, found);
}
