import { countedBy } from "../engine/counted.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { MEASURES, PICK_LISTS, type Pick, type Picked, type PickKey } from "../explain/index.ts";
import { MOST_DAYS } from "../functions/options.ts";
import type { RowsWord } from "../functions/words.ts";
import type { Work } from "../host.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { day, orBlank, record, text } from "../schema.ts";
import { formError } from "./allocations-table.ts";
import { namesOf } from "./explain-form.ts";
import { type Explained, explainedAs, planPlaces } from "./explain-words.ts";
import { question } from "./question.ts";
import { told } from "./told.ts";
import { workbook } from "./workbook.ts";

/** One measure of some group in some days: the rule, and the rows it adds up from. */
export const explain = question({
  asks: record({
    measure: text,
    kind: orBlank(text),
    rows: text,
    name: orBlank(text),
    from: day,
    to: day,
    skill: orBlank(text),
    level: orBlank(text),
    hours: orBlank(text),
    weeks: orBlank(text),
    person: orBlank(text),
    engagement: orBlank(text),
    leaving: orBlank(text),
    joining: orBlank(text),
    scenario: orBlank(text),
  }),
  *answer({ measure, kind, rows, name, from, to, ...fields }): Work<Explained> {
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
    const kinds = asked.kinds.filter((one) => !(asked.hides?.(asIs, one) ?? false));
    const meant = kinds.find((one) => nameKey(one) === nameKey(kind ?? "")) ?? kinds[0] ?? "";
    if (from > to) throw formError("The first day is after the last", "Maybe the two are swapped.");
    if (to - from >= MOST_DAYS)
      throw formError(`More than ${MOST_DAYS} days are too many`, "Maybe a year is mistyped.");
    const plan = asked.ofThePlan ? asIs : asWorked(asIs, { from, to });
    const made = asked.explain(
      { plan, counted: countedBy(plan.settings), rows: by, name: named(plan, by, name), from, to },
      meant,
      pickedIn(asIs, asked.picks ?? [], fields),
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

/** What was picked, as the plan spells it. */
function pickedIn(plan: Plan, picks: readonly Pick[], fields: Readonly<Record<PickKey, string | null>>): Picked {
  return new Map(
    picks.map(({ key, label, list, blank }): [PickKey, string | null] => {
      const typed = fields[key];
      const all = list === null ? [] : PICK_LISTS[list](plan);
      const hint = all.length === 0 ? "" : `Maybe ${all.slice(0, 3).join(", ")}.`;
      if (typed === null && blank === null) throw formError(`${label} is not chosen`, hint);
      if (typed === null || list === null) return [key, typed];
      const found = all.find((one) => nameKey(one) === nameKey(typed));
      if (found === undefined) throw formError(`"${typed}" is none of the choices for ${label}`, hint);
      return [key, found];
    }),
  );
}
