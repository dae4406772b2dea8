import { type Look, step, type Work } from "../host.ts";
import { forget, moneyKept, type Undoable, undoable } from "../journal/index.ts";
import type { Plan, Settings } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";
import { blockName } from "../sheets/block-name.ts";
import { CHECKS } from "../sheets/checks.ts";
import { DELIVERY_METRICS, MONEY_STANDS } from "../sheets/delivery-metrics.ts";
import { MONEY_SHEETS } from "../sheets/index.ts";
import type { MadeSheet } from "../sheets/stale.ts";
import { showsMoney } from "../sheets/without-money.ts";
import { anyWorkbook } from "./workbook.ts";

const WIDTH: Readonly<Record<Settings["moneyShown"], number>> = { none: 0, "all but salaries": 1, all: 2 };

/** What the workbook may show of money now: nothing, too, where it has no tables of it. */
export const viewNow = (plan: Plan): Settings["moneyShown"] => (showsMoney(plan) ? plan.settings.moneyShown : "none");

/** Whether the journal holds figures of money that may not be shown any more, so that Undo would bring them back. */
export const holdsTooMuch = (look: Look, plan: Plan): boolean =>
  WIDTH[moneyKept(look)] > WIDTH[plan.settings.moneyShown];

/** Forget the journal where it holds too much; whether it did. */
export function* forgetTooMuch(plan: Plan): Work<boolean> {
  const isTooMuch = holdsTooMuch(yield* step({ do: "look" }), plan);
  if (isTooMuch) yield* forget();
  return isTooMuch;
}

/** For the button of a panel: nothing where Undo would be refused. The plan is read only where the journal holds money. */
export function* undoableNow(known?: Plan): Work<Undoable | null> {
  const look = yield* step({ do: "look" });
  if (moneyKept(look) !== "none" && holdsTooMuch(look, known ?? (yield* anyWorkbook()).plan)) return null;
  return yield* undoable();
}

/** Generated sheets whose figures of money may not be shown any more; `old`: those that were made from other inputs. */
export function tellingSheets(
  made: readonly MadeSheet[],
  { look, plan }: { readonly look: Look; readonly plan: Plan },
  old: ReadonlySet<string>,
): readonly MadeSheet[] {
  const view = viewNow(plan);
  if (view === "all") return [];
  return made.filter(({ name, inputs }) => {
    if (MONEY_SHEETS.has(name)) return inputs.some((stamp) => view === "none" || !OF_A_REFRESH.test(stamp));
    if (name === CHECKS) return view === "none" && look.owned.has(blockName(name, "money"));
    if (name !== DELIVERY_METRICS) return false;
    return look.owned.has(blockName(name, MONEY_STANDS)) || (old.has(name) && holdsTooMuch(look, plan));
  });
}

/** In the view all but salaries a stamp counts refreshes, and a copy's is 0; a fingerprint of rates looks like neither. */
const OF_A_REFRESH = /^0{8}/;

/** A sheet, and the journal, still show what Money shown hides: said until they do not. */
export function narrowedProblems(telling: readonly MadeSheet[], look: Look, plan: Plan): readonly Problem[] {
  const view = viewNow(plan);
  const sheets = telling.map(
    ({ name, sheet }): Problem => ({
      code: "HR-284",
      at: [{ table: sheet, row: 1, column: "", sheet, a1: "A1" }],
      value: name,
      why:
        view === "none"
          ? `shows figures of money, though ${plan.settings.moneyShown === "none" ? "Money shown is none" : "the tables of money are not here any more"}`
          : `was made when Money shown was all, though it is ${view} now, so that it may show what people cost`,
      hint: `Maybe refresh ${name} in the panel Sheets: that ${view === "none" ? "empties it" : "takes salaries out"}, and Undo does not bring them back.`,
    }),
  );
  if (!holdsTooMuch(look, plan)) return sheets;
  return [...sheets, { code: "HR-286", at: [], value: "", why: JOURNAL, hint: JOURNAL_HINT }];
}

const JOURNAL = "Undo still holds figures of money that Money shown hides now, in hidden sheets of this workbook";
const JOURNAL_HINT = 'Maybe press "Discard the journal" in the panel Sheets, or refresh the sheets of money there.';

/** What a planner reads where Undo is refused. */
export const FORGOTTEN =
  "Undo was forgotten, and nothing was undone: it held figures of money that Money shown hides now.";
/** Said before and after a refresh that leaves nothing to undo. */
export const WILL_FORGET =
  "Undo is forgotten with it: it would bring back figures of money that Money shown hides now.";
