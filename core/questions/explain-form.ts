import { MEASURES, PICK_LISTS, type PickKey } from "../explain/index.ts";
import { isAssigneeRow } from "../functions/by-assignee.ts";
import { PEOPLE_VALUES } from "../functions/people.ts";
import { keysOf, type RowsWord } from "../functions/words.ts";
import { workOrder } from "../functions/work.ts";
import type { Work } from "../host.ts";
import type { Plan } from "../plan/plan.ts";
import { record } from "../schema.ts";
import { horizonWeeks } from "../sheets/given.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { question } from "./question.ts";
import { workbook } from "./workbook.ts";

export interface ExplainForm {
  readonly measures: readonly {
    readonly key: string;
    readonly title: string;
    readonly rows: readonly RowsWord[];
    /** What may be meant by it, the usual first; empty where there is one thing only. */
    readonly kinds: readonly string[];
    /** What else it must be told: fields with what stands in them at first. */
    readonly picks: readonly PickField[];
    /** Its days are usually those of the whole horizon. */
    readonly looksFar: boolean;
  }[];
  /** What fields offer. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** What each way to tell people or work apart offers. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** The first week of the horizon. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** The last day of the horizon. */
  readonly until: DayNumber;
  /** Why there is nothing to explain; "" when there is. */
  readonly idle: string;
}

/** A field of the form that only some measures have. */
export interface PickField {
  readonly key: PickKey;
  readonly label: string;
  /** A key of `lists`; null for a number. */
  readonly list: string | null;
  readonly usual: string;
  /** What an empty field means; null where it must be filled. */
  readonly blank: string | null;
}

/** What a planner may ask the panel Explain about. */
export const explainForm = question({
  asks: record({}),
  *answer(): Work<ExplainForm> {
    const { plan } = yield* workbook();
    const { from, to } = horizonWeeks(plan);
    return {
      measures: [...MEASURES]
        .filter(([, { isOffered }]) => isOffered?.(plan) ?? true)
        .map(([key, { title, rows, kinds, hides, picks = [], looksFar = false }]) => ({
          key,
          title,
          rows,
          kinds: kinds.filter((kind) => !(hides?.(plan, kind) ?? false)),
          picks: picks.map(({ usual, ...one }) => ({ ...one, usual: usual(plan) })),
          looksFar,
        })),
      lists: Object.fromEntries(keysOf(PICK_LISTS).map((list) => [list, PICK_LISTS[list](plan)])),
      names: Object.fromEntries(ROWS.map((rows) => [rows, namesOf(plan, rows)])),
      from,
      to: plusDays(from, 6),
      until: to,
      idle: plan.people.length === 0 && plan.needs.length === 0 ? EMPTY : "",
    };
  },
});

const EMPTY =
  "There is no plan in this workbook yet, so that there is nothing to explain. Maybe set it up in the panel Sheets.";

const ROWS = [
  "person",
  "team",
  "role",
  "location",
  "skill",
  "engagement",
  "client",
  "kind",
  "status",
  "owner",
] as const;

/** The names that a group may have. */
export function namesOf(plan: Plan, rows: RowsWord): readonly string[] {
  if (rows === "total") return [];
  if (isAssigneeRow(rows)) return PEOPLE_VALUES[rows](plan);
  return workOrder(plan, rows);
}
