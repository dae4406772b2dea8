import { type Cell, LEADS } from "../engine/accuracy/cells.ts";
import { minutesIn, type Take, takeFor, takesOf } from "../engine/accuracy/takes.ts";
import type { Plan } from "../plan/plan.ts";
import { SNAPSHOTS } from "../plan/snapshot-table.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { amountOf, type Origin, type Part, part, taken } from "./explanation.ts";
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
  return (cell, forecast, worked) => {
    const { monday, person, engagement } = cell;
    const seen = rowsOf(plan, takes, cell).flatMap((row): readonly Part[] => {
      const amount = minutesIn(snapshots, row, monday);
      const label = `Snapshot of ${dayMonthYear(dayNumber(snapshots.taken[row]!))}`;
      return amount === 0 ? [] : [part(label, amount, snapshotAt(plan, row))];
    });
    const days = { from: dayNumber(monday), to: dayNumber(monday + 6) };
    const done =
      person === -1 ? plan.people.flatMap((_, one) => logged(one, engagement, days)) : logged(person, engagement, days);
    return { forecast: partOf("Forecast", forecast, seen), worked: partOf("Worked", worked, done) };
  };
}

/** The first row of Snapshots that says a forecast. */
export function forecastAt(plan: Plan): (cell: Cell) => Origin | null {
  const takes = takesOf(plan.snapshots);
  return (cell) => {
    const rows = rowsOf(plan, takes, cell);
    const minutes = (row: number) => minutesIn(plan.snapshots, row, cell.monday);
    const row = rows.find((one) => minutes(one) === cell.forecast) ?? rows.find((one) => minutes(one) !== 0);
    return row === undefined ? null : snapshotAt(plan, row);
  };
}

function rowsOf({ snapshots }: Plan, takes: readonly Take[], { lead, monday, person, engagement }: Cell) {
  const rows = takeFor(takes, monday, LEADS[lead]!)?.rows ?? [];
  // A forecast that names nobody is one of the whole engagement, with whoever else is named.
  return rows.filter(
    (row) => (person === -1 || snapshots.person[row] === person) && snapshots.engagement[row] === engagement,
  );
}

const snapshotAt = ({ snapshots }: Plan, row: number): Origin | null =>
  snapshots.row === undefined ? null : { kind: "row", table: SNAPSHOTS.name, row: snapshots.row[row]! };

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
