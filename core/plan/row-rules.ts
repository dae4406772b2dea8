import { isBlank } from "./cells.ts";
import { cellAt, complain, type Findings } from "./findings.ts";
import { EFFORT, PPM } from "./plan.ts";
import { BLANK, isSaid, type Rows, USED } from "./rows.ts";

/** Rows whose last day comes before their first are left out. */
export function checkPeriods(rows: Rows, findings: Findings): void {
  const { from, to } = rows.columns;
  if (from === undefined || to === undefined) return;
  for (let index = 0; index < rows.length; index++) {
    if (to[index]! >= from[index]! || to[index] === BLANK || !isSaid(rows, index)) continue;
    const hint = "Maybe the two days changed places, or one has the wrong year.";
    const complaint = { code: "HR-114", why: "ends before it starts", hint } as const;
    complain(findings, { rows, index, key: "to" }, complaint, { rows, index, key: "from" });
  }
}

/** Each row's effort: one of EFFORT, and minutes or millionths. */
export interface Efforts {
  readonly per: Uint8Array;
  readonly amount: Float64Array;
}

/** How each effort column counts. Cells are minutes, or millionths of a person's time. */
const PER: Readonly<Record<string, number>> = {
  hoursADay: EFFORT.day,
  hoursAWeek: EFFORT.week,
  weeklyHours: EFFORT.week,
  fte: EFFORT.week,
  share: EFFORT.share,
  totalHours: EFFORT.total,
  ticketsAWeek: EFFORT.week,
};

/** The effort of every row; a row that gives none, or two, is left out. FTE counts full-time hours. */
export function effortsOf(rows: Rows, fullTimeWeek: number, findings: Findings): Efforts {
  const per = new Uint8Array(rows.length);
  const amount = new Float64Array(rows.length);
  const given = new Uint8Array(rows.length);
  for (const [key = "", other = key] of rows.table.effort) {
    if (!rows.has.has(key) && !rows.has.has(other)) continue;
    const column = rows.columns[key]!;
    if (key === other) readEffort(column, PER[key]!, key === "fte" ? fullTimeWeek / PPM : 1, per, amount, given);
    else readProduct(column, rows.columns[other]!, PER[key]!, per, amount, given);
  }
  for (let index = 0; index < rows.length; index++) {
    if (given[index] === 1 || !isSaid(rows, index)) continue;
    if (rows.state[index] === USED || hasSound(rows, index)) complainOfEffort(rows, index, given[index]!, findings);
  }
  return { per, amount };
}

/** Whether all of a row's effort cells could be read, so that another mistake left the row out. */
const hasSound = (rows: Rows, index: number): boolean =>
  rows.table.effort.flat().every((key) => rows.columns[key]![index]! >= 0 || isBlank(cellAt({ rows, index, key })));

type Out = readonly [per: Uint8Array, amount: Float64Array, given: Uint8Array];

function readEffort(column: Int32Array, way: number, times: number, ...[per, amount, given]: Out): void {
  for (let i = 0; i < column.length; i++) {
    if (column[i]! < 0) continue;
    given[i]! += 1;
    per[i] = way;
    amount[i] = times === 1 ? column[i]! : Math.round(column[i]! * times);
  }
}

/** Tickets a week times hours a ticket, both in thousandths, rounded once. */
function readProduct(count: Int32Array, each: Int32Array, way: number, ...[per, amount, given]: Out): void {
  for (let i = 0; i < count.length; i++) {
    if (count[i]! < 0 && each[i]! < 0) continue;
    given[i]! += count[i]! < 0 || each[i]! < 0 ? HALF : 1;
    per[i] = way;
    amount[i] = Math.round((count[i]! * each[i]! * 60) / 1_000_000);
  }
}

/** Counted for a row that gives only one of two columns that belong together. */
const HALF = 100;

function complainOfEffort(rows: Rows, index: number, given: number, findings: Findings): void {
  const { effort, columns } = rows.table;
  const present = effort.filter((keys) => keys.every((key) => rows.has.has(key)));
  const headings = (present.length > 0 ? present : effort).map((keys) =>
    keys.map((key) => columns[key]!.heading).join(" and "),
  );
  const filled = effort.flat().filter((key) => rows.columns[key]![index]! >= 0);
  const [first = present[0]?.[0] ?? effort[0]![0]!, ...others] = filled;
  const why =
    given === 0
      ? "has no effort"
      : given >= HALF
        ? "needs both tickets a week and hours a ticket"
        : "gives the effort twice";
  const hint =
    given === 0 || given >= HALF
      ? `Maybe fill ${headings.join(" or ")}.`
      : `Maybe keep only ${filled.map((key) => columns[key]!.heading).join(" or ")}.`;
  const also = others.map((key) => ({ rows, index, key }));
  complain(findings, { rows, index, key: first }, { code: "HR-105", why, hint }, ...also);
}
