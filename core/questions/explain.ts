import { countedBy } from "../engine/counted.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { MEASURES } from "../explain/index.ts";
import { isAssigneeRow } from "../functions/by-assignee.ts";
import { MOST_DAYS } from "../functions/options.ts";
import { PEOPLE_VALUES } from "../functions/people.ts";
import type { RowsWord } from "../functions/words.ts";
import { workOrder } from "../functions/work.ts";
import type { Work } from "../host.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { day, orBlank, record, text } from "../schema.ts";
import { horizonWeeks } from "../sheets/given.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { formError } from "./allocations-table.ts";
import { type Explained, explainedAs, planPlaces } from "./explain-words.ts";
import { question } from "./question.ts";
import { told } from "./told.ts";
import { workbook } from "./workbook.ts";

export interface ExplainForm {
  readonly measures: readonly {
    readonly key: string;
    readonly title: string;
    readonly rows: readonly RowsWord[];
    /** What may be meant by it, the usual first; empty where there is one thing only. */
    readonly kinds: readonly string[];
  }[];
  /** What each way to tell people or work apart offers. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** The first week of the horizon. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Why there is nothing to explain; "" when there is. */
  readonly idle: string;
}

/** What a planner may ask the panel Explain about. */
export const explainForm = question({
  asks: record({}),
  *answer(): Work<ExplainForm> {
    const { plan } = yield* workbook();
    const { from } = horizonWeeks(plan);
    return {
      measures: [...MEASURES]
        .filter(([, { isOffered }]) => isOffered?.(plan) ?? true)
        .map(([key, { title, rows, kinds }]) => ({ key, title, rows, kinds })),
      names: Object.fromEntries(ROWS.map((rows) => [rows, namesOf(plan, rows)])),
      from,
      to: plusDays(from, 6),
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

function namesOf(plan: Plan, rows: RowsWord): readonly string[] {
  if (rows === "total") return [];
  if (isAssigneeRow(rows)) return PEOPLE_VALUES[rows](plan);
  return workOrder(plan, rows);
}

/** One measure of some group in some days: the rule, and the rows it adds up from. */
export const explain = question({
  asks: record({ measure: text, kind: orBlank(text), rows: text, name: orBlank(text), from: day, to: day }),
  *answer({ measure, kind, rows, name, from, to }): Work<Explained> {
    const found = yield* workbook();
    const { plan: asIs } = found;
    const asked = MEASURES.get(measure);
    const by = asked?.rows.find((one) => one === rows);
    if (asked === undefined || by === undefined)
      throw formError(`${measure} by ${rows} is no measure that can be explained`, "");
    if (asked.isOffered?.(asIs) === false)
      throw formError(
        `${asked.title} may not be explained`,
        "Maybe see Money shown in Settings, and Rates, Costs and Fees.",
      );
    const meant = asked.kinds.find((one) => nameKey(one) === nameKey(kind ?? "")) ?? asked.kinds[0] ?? "";
    if (from > to) throw formError("The first day is after the last", "Maybe the two are swapped.");
    if (to - from >= MOST_DAYS)
      throw formError(`More than ${MOST_DAYS} days are too many`, "Maybe a year is mistyped.");
    const plan = asked.ofThePlan ? asIs : asWorked(asIs, { from, to });
    const made = asked.explain(
      { plan, counted: countedBy(plan.settings), rows: by, name: named(plan, by, name), from, to },
      meant,
    );
    const one = "next" in made ? yield* told("Trying what may happen", made) : made;
    return explainedAs(one, planPlaces(found), plan.money?.currency ?? "");
  },
});

/** The name as the plan spells it. */
function named(plan: Plan, rows: RowsWord, typed: string | null): string {
  if (rows === "total") return "";
  const all = namesOf(plan, rows);
  const found = all.find((one) => nameKey(one) === nameKey(typed ?? ""));
  if (found !== undefined) return found;
  const hint = all.length === 0 ? `The plan names no ${rows}.` : `Maybe ${all.slice(0, 3).join(", ")}.`;
  throw formError(typed === null ? `No ${rows} is chosen` : `"${typed}" is no ${rows} of the plan`, hint);
}
