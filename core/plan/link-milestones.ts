import { type DayNumber, dayNumber } from "../units.ts";
import { isoDate } from "./calendar.ts";
import { complain, type Findings, partAt } from "./findings.ts";
import { engagementOf, type LinkedEngagements } from "./link-engagements.ts";
import { rowNumber } from "./link-needs.ts";
import type { MILESTONES } from "./milestone-tables.ts";
import type { Milestone } from "./milestones.ts";
import type { NameNumbers } from "./name-numbers.ts";
import { LAST_DAY } from "./plan.ts";
import { checkReference, complainOfUnknown } from "./references.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import { HALF_A_YEAR, strayDays } from "./stray-days.ts";

export type MilestoneRows = Rows<(typeof MILESTONES)["columns"]>;

/** What tells which days have come: the setting As of; else the logged days, and the day of the last snapshot. */
interface Come {
  readonly asOf: DayNumber | null;
  readonly logged: Iterable<number>;
  readonly lastTaken: number;
}

/** Rows of Milestones with their engagement. */
export function linkMilestones(
  rows: MilestoneRows,
  names: NameNumbers,
  engagements: LinkedEngagements,
  come: Come,
  findings: Findings,
): readonly Milestone[] {
  const { columns, state } = rows;
  const { directory } = engagements;
  const seen = new Map<string, number>();
  const found: Milestone[] = [];
  const last = lastDelivered(rows, come);
  for (let index = 0; index < rows.length; index++) {
    if (state[index] === EXCLUDED) checkReference(findings, directory, { rows, index, key: "engagement" });
    if (state[index] !== USED) continue;
    const work = columns.engagement[index]!;
    const engagement = engagementOf(engagements, work);
    if (engagement < 0) {
      complainOfUnknown(findings, directory, { rows, index, key: "engagement" }, work);
      continue;
    }
    const name = columns.milestone[index]!;
    const key = `${engagement} ${name}`;
    const twice = seen.get(key);
    if (twice !== undefined) {
      const hint = "Maybe delete one row, or give one milestone another name.";
      const why = "stands twice for this engagement";
      complain(
        findings,
        { rows, index, key: "milestone" },
        { code: "HR-121", why, hint },
        { rows, index: twice, key: "milestone" },
      );
      continue;
    }
    seen.set(key, index);
    const baseline = dayAt(columns.baseline[index]!);
    const due = dayAt(columns.due[index]!) ?? baseline;
    if (due === null) continue;
    if (columns.delivered[index]! > last) sayTooLate(rows, index, last, findings);
    found.push({
      engagement,
      name: names.texts[name]!,
      baseline,
      due,
      delivered: columns.delivered[index]! > last ? null : dayAt(columns.delivered[index]!),
      cancelled: columns.cancelled[index] === 1,
      row: rowNumber(rows, index),
      ...(partAt({ rows, index, key: "delivered" }).columns.has("delivered") ? {} : { isUndated: true }),
    });
  }
  return found;
}

/** The last day on which something may have been delivered: without As of, one mistyped year would make all that is open late. */
function lastDelivered({ length, state, columns }: MilestoneRows, { asOf, logged, lastTaken }: Come): number {
  if (asOf !== null) return LAST_DAY;
  const entries = new Map<number, number>();
  const add = (day: number) => entries.set(day, (entries.get(day) ?? 0) + 1);
  for (const day of new Set(logged)) add(day);
  for (let index = 0; index < length; index++)
    if (state[index] === USED && columns.delivered[index] !== BLANK) add(columns.delivered[index]!);
  return strayDays(entries, { proven: lastTaken, least: HALF_A_YEAR })?.last ?? LAST_DAY;
}

function sayTooLate(rows: MilestoneRows, index: number, last: number, findings: Findings): void {
  const why = `is long after every other day that has come, which end on ${isoDate(dayNumber(last))}, so that it counts as still open`;
  const hint = "Maybe its year is mistyped; if it is right, say in Settings, As of, which day it is.";
  complain(findings, { rows, index, key: "delivered" }, { code: "HR-221", why, hint });
}

/** What makes milestones count less than somebody may think: no baseline, or a delivery that is still to come. */
export function checkMilestones(rows: MilestoneRows, asOf: DayNumber | null, findings: Findings): void {
  const { baseline, due, delivered, cancelled } = rows.columns;
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED || cancelled[index] === 1) continue;
    if (baseline[index] === BLANK) {
      const why =
        due[index] === BLANK
          ? "has neither a baseline nor a due date, so that it counts nowhere"
          : "has no baseline, so that it counts against its due date only";
      const hint = "Maybe type the day that was first agreed.";
      complain(findings, { rows, index, key: "milestone" }, { code: "HR-220", why, hint });
    }
    if (asOf === null || delivered[index] === BLANK || delivered[index]! <= asOf) continue;
    const why = `is after ${isoDate(asOf)}, the setting As of, so that it counts as still open`;
    complain(
      findings,
      { rows, index, key: "delivered" },
      { code: "HR-221", why, hint: "Maybe change the setting As of, or leave it empty until it is done." },
    );
  }
}

const dayAt = (number: number): DayNumber | null => (number === BLANK ? null : dayNumber(number));
