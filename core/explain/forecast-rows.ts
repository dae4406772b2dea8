import { type Cell, LEADS } from "../engine/accuracy/cells.ts";
import { minutesIn, takeFor, takesOf } from "../engine/accuracy/takes.ts";
import type { Plan } from "../plan/plan.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { amountOf, type Part, part, taken } from "./explanation.ts";
import { loggedRows } from "./logged-rows.ts";

/** What was forecast, and what was worked: each with the rows of Snapshots or Actuals that hold it. */
export interface Pair {
  readonly forecast: Part;
  readonly worked: Part;
}

/** The rows behind pairs of forecast and hours worked. */
export function forecastRows(plan: Plan): (cell: Cell, forecast: number, worked: number) => Pair {
  const { snapshots } = plan;
  const takes = takesOf(snapshots);
  const logged = loggedRows(plan);
  return ({ lead, monday, person, engagement }, forecast, worked) => {
    const rows = takeFor(takes, monday, LEADS[lead]!)?.rows ?? [];
    const seen = rows
      .filter((row) => snapshots.person[row] === person && snapshots.engagement[row] === engagement)
      .flatMap((row): readonly Part[] => {
        const amount = minutesIn(snapshots, row, monday);
        const at = snapshots.row === undefined ? null : snapshots.row[row]!;
        const label = `Snapshot of ${dayMonthYear(dayNumber(snapshots.taken[row]!))}`;
        return amount === 0
          ? []
          : [part(label, amount, at === null ? null : { kind: "row", table: "Snapshots", row: at })];
      });
    const done = logged(person, engagement, { from: dayNumber(monday), to: dayNumber(monday + 6) });
    return { forecast: partOf("Forecast", forecast, seen), worked: partOf("Worked", worked, done) };
  };
}

/** Rows that hold more than counts in it, such as those of several skills, are no parts of it: they lead to their place only. */
const partOf = (label: string, amount: number, rows: readonly Part[]): Part => ({
  ...part(label, amount, rows[0]?.at ?? null),
  parts: amountOf(rows) === amount ? rows : [],
});

/** One pair as a part: once forecast or worked, or one less the other. */
export function pairPart(label: string, { forecast, worked }: Pair, asked: number, done: number): Part {
  const times = (one: Part, by: number): readonly Part[] =>
    by === 0 || one.amount === 0 ? [] : by < 0 ? taken([one]) : [one];
  const parts = [...times(forecast, asked), ...times(worked, done)];
  const [only, second] = parts;
  if (only === undefined) return part(label, 0);
  return second === undefined ? { ...only, label } : { label, amount: amountOf(parts), at: only.at, parts };
}
