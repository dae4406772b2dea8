import { type DayNumber, dayNumber } from "../units.ts";
import { dateOf, dayOf, isoDate } from "./calendar.ts";
import type { Complaint } from "./complaint.ts";
import { complain, type Findings, type Spot } from "./findings.ts";
import type { Actuals } from "./money.ts";
import type { ACTUALS } from "./money-tables.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import { isLongAfter, type StrayDays, strayDays } from "./stray-days.ts";

type ActualRows = Rows<(typeof ACTUALS)["columns"]>;

interface Known {
  /** The setting As of: where it is given, it says what is past. */
  readonly asOf: DayNumber | null;
  /** The last day on which a snapshot was taken; 0: none was. */
  readonly lastTaken: number;
  readonly findings: Findings;
}

/**
 * Without the setting As of the past ends with the last logged day, so that one mistyped year would make a whole plan past. Days
 * long after all others are left out, and which day was meant is not known. Days long before all others count, and are said.
 */
export function leaveOutStrays(rows: ActualRows, known: Known, isLogged: (index: number) => boolean): void {
  const { day, hours } = rows.columns;
  const logged = [...day.keys()].filter(
    (index) => rows.state[index] === USED && hours[index] !== BLANK && isLogged(index),
  );
  const entries = new Map<number, number>();
  for (const index of logged) entries.set(day[index]!, (entries.get(day[index]!) ?? 0) + 1);
  const others = strayDays(entries, { proven: known.lastTaken });
  if (others === null) return;
  const { first, last } = others;
  const early = logged.filter((index) => day[index]! < first);
  const late = known.asOf === null ? logged.filter((index) => day[index]! > last) : [];
  say(rows, early, known.findings, {
    code: "HR-299",
    why: `is long before every other logged day, which begin on ${isoDate(first)}, and counts all the same`,
    hint: `Maybe ${meant(day[early[0]!], others)}; if it is right, all is well.`,
  });
  say(rows, late, known.findings, {
    code: "HR-298",
    why: `is long after every other logged day, which end on ${isoDate(last)}, and is left out, so that it makes no days to come past`,
    hint: `Maybe ${meant(day[late[0]!], others)}; if it is right, say in Settings, As of, up to which day hours are logged.`,
  });
  for (const index of late) {
    rows.state[index] = EXCLUDED;
    day[index] = BLANK;
  }
}

/** The setting As of long after the last logged day: days in between are past although nobody logged anything. */
export function checkAsOf(
  spot: Spot | null,
  { length, day }: Actuals,
  asOf: DayNumber | null,
  findings: Findings,
): void {
  const logged = day.subarray(0, length);
  if (spot === null || asOf === null || !isLongAfter(logged, asOf)) return;
  const last = dayNumber(logged.reduce((a, b) => Math.max(a, b)));
  complain(findings, spot, {
    code: "HR-299",
    why: `is ${isoDate(asOf)}, long after the last logged day, ${isoDate(last)}: days in between count as past, by the plan`,
    hint: `Maybe ${meant(asOf, { first: last, last })}, or Actuals lacks the hours since.`,
  });
}

const MOST_PLACES = 5;

/** What many rows have is said once, at the first. */
function say(rows: ActualRows, indexes: readonly number[], findings: Findings, { why, ...rest }: Complaint): void {
  const [spot, ...more] = indexes.map((index): Spot => ({ rows, index, key: "day" }));
  if (spot === undefined) return;
  const count = more.length === 0 ? "" : ` (${indexes.length} rows)`;
  complain(findings, spot, { ...rest, why: `${why}${count}` }, ...more.slice(0, MOST_PLACES));
}

/** A day that was perhaps meant lies no farther than this from the others. */
const SOON = 31;

/** The same day of another year, where that lies among the other days or near them. */
function meant(day: number | undefined, { first, last }: StrayDays): string {
  const [year, month, date] = dateOf(dayNumber(day ?? 0));
  const [from, to] = [dateOf(dayNumber(first - SOON))[0], dateOf(dayNumber(last + SOON))[0]];
  const years = Array.from({ length: to - from + 1 }, (_, i) => to - i).filter((one) => one !== year);
  const days = years.map((one) => dayOf(one, month, Math.min(date, month === 2 ? 28 : date)));
  const found = days.find((one) => one >= first - SOON && one <= last + SOON);
  return found === undefined ? "it is mistyped" : isoDate(found);
}
