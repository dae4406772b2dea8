import { type Cell, type CellRange, isBlank, isBlankRow, shown } from "../plan/cells.ts";
import { isHeadingOf } from "../plan/headings.ts";
import { nameKey } from "../plan/names.ts";
import { LAST_DAY, type Need, type Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { DEMAND } from "../plan/tables.ts";
import { refuse } from "../problems.ts";
import { type Minutes, toHours } from "../units.ts";
import { unusable } from "./argument.ts";

/** A row of the range `need`. */
export interface NeedRow {
  /** As a row of Demand would be read, with the numbers of `read`; without From, its first day means nothing. */
  readonly need: Need;
  readonly read: Plan;
  readonly hasFrom: boolean;
  /** How many weeks it takes; null where From and To say it, or nothing does. */
  readonly weeks: number | null;
  /** Minutes in all, where the hours a week are only the most that may be done in one; else null. */
  readonly movable: Minutes | null;
}

/** The rows of a range like Demand. An Engagement is not needed, and Weeks will do in place of From and To. */
export function needRows([headings = [], ...rows]: CellRange, fullTimeWeek: Minutes): readonly NeedRow[] {
  const columns = columnsOf(headings);
  if (!columns.has("skill") && !columns.has("role")) refuse([lacks("Skill or Role")]);
  if (!EFFORTS.some((key) => columns.has(key))) refuse([lacks("Hours a week, FTE or Total hours")]);
  if (rows.every(isBlankRow)) refuse([unusable("", "the range of need has no row below its headings")]);
  const asked = rows.map((row, i) => askedIn(columns, row, i));
  const read = planOf(
    asked,
    (one, key) => (key === "totalHours" && one.isMovable ? null : dated(one, key)),
    fullTimeWeek,
  );
  const totals = asked.some(({ isMovable }) => isMovable)
    ? planOf(
        asked,
        (one, key) => (one.isMovable ? (IN_ALL[key] ?? (key === "totalHours" ? one.cell(key) : null)) : null),
        fullTimeWeek,
      )
    : null;
  return read.needs.map((need) => {
    const { weeks, cell } = asked[need.row - 2]!;
    const movable = totals?.needs.find(({ row }) => row === need.row)?.effort ?? null;
    return { need, read, weeks, movable, hasFrom: !isBlank(cell("from")) };
  });
}

/** Columns of Demand that the range may have. */
const KEYS = [
  "skill",
  "role",
  "minLevel",
  "certificate",
  "location",
  "from",
  "to",
  "hoursAWeek",
  "fte",
  "totalHours",
  "spread",
] as const;
type Key = (typeof KEYS)[number];
const EFFORTS: readonly Key[] = ["hoursAWeek", "fte", "totalHours"];
const WEEKS: ReadonlySet<string> = new Set(["weeks", "duration weeks", "duration in weeks", "number of weeks"]);

function columnsOf(headings: readonly Cell[]): ReadonlyMap<Key | "weeks", number> {
  const at = (is: (heading: Cell) => boolean) => headings.findIndex(is);
  const places = KEYS.map((key) => [key, at((heading) => isHeadingOf(DEMAND, key, heading))] as const);
  const weeks = ["weeks", at((heading) => WEEKS.has(nameKey(shown(heading))))] as const;
  return new Map([...places, weeks].filter(([, place]) => place >= 0));
}

interface AskedRow {
  readonly cell: (key: Key) => Cell;
  readonly weeks: number | null;
  readonly isMovable: boolean;
}

function askedIn(columns: ReadonlyMap<Key | "weeks", number>, row: readonly Cell[], index: number): AskedRow {
  const at = (key: Key | "weeks"): Cell => row[columns.get(key) ?? -1] ?? null;
  const hasWeekly = !isBlank(at("hoursAWeek")) || !isBlank(at("fte"));
  return { cell: at, weeks: weeksIn(at("weeks"), index), isMovable: hasWeekly && !isBlank(at("totalHours")) };
}

const MOST_WEEKS = 520;

function weeksIn(cell: Cell, index: number): number | null {
  if (isBlank(cell)) return null;
  if (typeof cell === "number" && cell > 0 && cell <= MOST_WEEKS) return cell;
  refuse([unusable(shown(cell), `is no number of weeks (row ${index + 2} of need)`, "Maybe 12.")]);
  return null;
}

/** Some Monday and some later day, for rows that say in weeks how long they take but are read like Demand. */
const SOME_DAY = 46_027;
const LATE_DAY = LAST_DAY - 1;
/** A row that only says how much there is in all. */
const IN_ALL: { readonly [K in Key]?: Cell } = { skill: "any", from: SOME_DAY, to: LATE_DAY };

function dated({ cell, weeks, isMovable }: AskedRow, key: Key): Cell {
  if (weeks === null) return cell(key);
  if (key === "to") return LATE_DAY;
  return key === "from" && isBlank(cell(key)) && !isMovable ? SOME_DAY : cell(key);
}

const lacks = (what: string) => unusable("need", `has no column ${what}`, "Maybe its header row is left out.");

/** Reads rows as Demand of one new engagement; what is wrong with them is refused. */
function planOf(asked: readonly AskedRow[], cellOf: (row: AskedRow, key: Key) => Cell, fullTimeWeek: Minutes): Plan {
  const rows = asked.map((one) => {
    const cells = KEYS.map((key) => cellOf(one, key));
    return cells.every(isBlank) ? [null, ...cells] : ["New work", ...cells];
  });
  const demand = [["Engagement", ...KEYS.map((key) => DEMAND.columns[key].heading)], ...rows];
  const settings = [
    ["Setting", "Value"],
    ["Full-time hours", toHours(fullTimeWeek)],
  ];
  const plan = readPlan([{ cells: demand }, { cells: settings }]);
  refuse(plan.errors.map((problem) => ({ ...problem, at: problem.at.map((place) => ({ ...place, table: "need" })) })));
  return plan;
}
