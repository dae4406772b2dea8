import type { Cell } from "../plan/cells.ts";
import { amountProblems, EVENLY, TOO_MUCH } from "./amount-problems.ts";
import { isTooMuch } from "./effort.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { FoundTable, LayoutProblem } from "./found.ts";
import type { Line } from "./lines.ts";
import { leftOut, type Sheet, warning } from "./sheet.ts";
import { weekdaysIn } from "./weeks.ts";
import { whoIn } from "./who.ts";
import type { Across } from "./wide.ts";
import { workNameOf } from "./work.ts";

/** Rows of a plan whose work is called Leave: hours off, spread over the weekdays of each period. */
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
      if (days > 1) found.push(warning(sheet, place, "spread-evenly", EVENLY));
      const hours = Math.round((amount.value / days) * 1e6) / 1e6;
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
