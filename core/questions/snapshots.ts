import { step, type Work } from "../host.ts";
import { type Change, commit, preview, recover, type Undoable } from "../journal/index.ts";
import { SNAPSHOTS } from "../plan/snapshot-table.ts";
import { describe } from "../problems.ts";
import { day, record } from "../schema.ts";
import { counted, dayMonthYear } from "../sheets/words.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import { formError } from "./allocations-table.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { leftOutText } from "./snapshot-left-out.ts";
import { type PlanRows, planRows } from "./snapshot-plan.ts";
import { keptDays } from "./snapshot-thin.ts";
import { snapshotEdits, snapshotTable, takenOn } from "./snapshot-write.ts";
import { type Workbook, workbook } from "./workbook.ts";

export interface SnapshotsReply {
  /** The day that a snapshot would bear: As of in Settings, or today. */
  readonly day: DayNumber;
  /** Why that day. */
  readonly why: string;
  /** Days with snapshots, the newest first, and their rows. */
  readonly taken: readonly { readonly day: DayNumber; readonly rows: number }[];
  /** What one more adds to the workbook, and what they take up by now. */
  readonly growth: string;
  /** How many snapshots thinning would take away; 0 when all are to be kept. */
  readonly thin: number;
  /** Why there is nothing to take; "" when there is. */
  readonly idle: string;
  readonly undo: Undoable | null;
}

/** Which snapshots there are, and what another would add. The host says what day it is: nothing in core knows. */
export const snapshots = question({
  asks: record({ today: day }),
  *answer({ today }): Work<SnapshotsReply> {
    yield* recover();
    const found = yield* workbook();
    const { plan } = found;
    const { asOf } = plan.settings;
    const on = asOf ?? today;
    const rows = countRows(found);
    const taken = [...rows].sort(([a], [b]) => b - a).map(([one, count]) => ({ day: dayNumber(one), rows: count }));
    const kept = keptDays([...rows.keys()], on);
    return {
      day: on,
      why: asOf === null ? "Today." : "The day As of in Settings.",
      taken,
      growth: growthText(found, on, taken.length),
      thin: taken.length - kept.size,
      idle: whyIdle(found),
      undo: yield* undoableNow(plan),
    };
  },
});

const asksDay = record({ day });

interface SnapshotPreview {
  readonly lines: readonly string[];
  readonly ready: boolean;
  /** Rows of the plan have problems and would not be in it: Plan check leads to them. */
  readonly isFaulty: boolean;
}

/** What taking a snapshot would write. */
export const previewSnapshot = question({
  asks: asksDay,
  *answer({ day: on }): Work<SnapshotPreview> {
    const found = yield* workbook();
    yield* step({ do: "tell", words: "Writing down the plan", part: { done: 0, of: 2 } });
    const { rows, cells, weeks, from } = planRows(found.plan, on);
    const again = countRows(found).get(on) ?? 0;
    const seen = yield* preview(yield* takeChange(found, on, rows));
    const no = seen.refusals.map(describe);
    const leftOut = leftOutText(found.plan);
    return {
      lines: [
        `The plan of ${counted(weeks, "week")} from ${dayMonthYear(from)}: ${counted(rows.length, "row")}, ${counted(cells, "cell")}. Hours only, no rates.`,
        ...(leftOut === "" ? [] : [leftOut]),
        ...(again > 0 ? [`Replaces the snapshot of the same day (${counted(again, "row")}).`] : []),
        ...(yield* shortName(found, rows.length)),
        seen.text,
        ...no,
      ],
      ready: no.length === 0 && !seen.idle,
      isFaulty: leftOut !== "",
    };
  },
});

/** Append the plan of the coming weeks to Snapshots; taken again on one day, it replaces that day's rows. */
export const takeSnapshot = question({
  asks: asksDay,
  *answer({ day: on }): Work<{ readonly text: string }> {
    yield* recover();
    const found = yield* workbook();
    const idle = whyIdle(found);
    if (idle !== "") throw formError(idle.replace(/\.$/, ""), "");
    yield* step({ do: "tell", words: "Writing down the plan", part: { done: 0, of: 2 } });
    const { rows } = planRows(found.plan, on);
    const { written } = yield* commit(yield* takeChange(found, on, rows));
    const when = dayMonthYear(on);
    const text = written
      ? `Snapshot of ${when} taken: ${counted(rows.length, "row")}.`
      : `The snapshot of ${when} holds the plan as it is already.`;
    return { text: `${text} ${leftOutText(found.plan)}`.trim() };
  },
});

/** Which snapshots thinning would take away. */
export const previewThin = question({
  asks: asksDay,
  *answer({ day: on }): Work<{ readonly lines: readonly string[]; readonly ready: boolean }> {
    const found = yield* workbook();
    const rows = countRows(found);
    const kept = keptDays([...rows.keys()], on);
    const gone = [...rows].filter(([one]) => !kept.has(one));
    const seen = yield* preview(yield* thinChange(found, on));
    const no = seen.refusals.map(describe);
    const count = gone.reduce((sum, [, one]) => sum + one, 0);
    return {
      lines: [
        "Keeps the last snapshot of each week for a quarter, and of each month before that.",
        `Takes ${counted(gone.length, "snapshot")} away, ${counted(count, "row")}; ${counted(kept.size, "snapshot")} ${kept.size === 1 ? "stays" : "stay"}.`,
        "Older weeks are then held against a forecast that may be up to a month older than their lead time.",
        ...no,
      ],
      ready: no.length === 0 && !seen.idle,
    };
  },
});

/** Take old snapshots away: the last of each week stays for a quarter, of each month before. */
export const thinSnapshots = question({
  asks: asksDay,
  *answer({ day: on }): Work<{ readonly text: string }> {
    yield* recover();
    const found = yield* workbook();
    const days = [...countRows(found).keys()];
    const { written } = yield* commit(yield* thinChange(found, on));
    const gone = days.length - keptDays(days, on).size;
    return { text: written ? `${counted(gone, "snapshot")} taken away.` : "There is none to take away." };
  },
});

function* takeChange(found: Workbook, on: DayNumber, rows: PlanRows["rows"]): Work<Change> {
  const edits = yield* snapshotEdits(found, (one) => one !== on, rows);
  return { title: `Take snapshot of ${dayMonthYear(on)}`, edits };
}

function* thinChange(found: Workbook, on: DayNumber): Work<Change> {
  const kept = keptDays([...countRows(found).keys()], on);
  const table = snapshotTable(found);
  const edits = table === undefined ? [] : yield* snapshotEdits(found, (one) => one === null || kept.has(one), []);
  return { title: "Thin old snapshots", edits };
}

/** Rows of the table that is written to, by the day on which they were taken. */
function countRows(found: Workbook): ReadonlyMap<number, number> {
  const table = snapshotTable(found);
  const rows = new Map<number, number>();
  for (const line of table?.cells.slice(1) ?? []) {
    const on = takenOn(table!, line);
    if (on !== null) rows.set(on, (rows.get(on) ?? 0) + 1);
  }
  return rows;
}

function growthText(found: Workbook, on: DayNumber, taken: number): string {
  const { rows, cells } = planRows(found.plan, on);
  const all = found.plan.snapshots.length;
  const stands = `${counted(taken, "snapshot")} ${taken === 1 ? "stands" : "stand"} in ${counted(all, "row")}`;
  return `One more adds ${counted(rows.length, "row")} and ${counted(cells, "cell")}. ${taken === 0 ? "None is taken yet" : stands}.`;
}

function whyIdle({ plan }: Workbook): string {
  if (plan.people.length > 0) return "";
  return "There is no plan to take a snapshot of yet. Maybe set it up in the panel Sheets.";
}

/** A name that somebody gave to the rows may end before the new ones. */
function* shortName(found: Workbook, more: number): Work<readonly string[]> {
  const table = snapshotTable(found);
  const { owned } = yield* step({ do: "look" });
  const name = owned.get(SNAPSHOTS.name);
  if (table === undefined || name === undefined || name.sheet !== table.sheet) return [];
  const last = name.at.row + name.at.rows;
  return table.lastRow + 1 + more <= last
    ? []
    : [
        `The name ${SNAPSHOTS.name} ends in row ${last}: formulas that use it will miss newer rows until it is widened.`,
      ];
}
