import { isProposal } from "../finding/propose.ts";
import { step, type Work } from "../host.ts";
import { type Change, commit, forget, preview, recover, type SheetCount, type Undoable } from "../journal/index.ts";
import type { Plan } from "../plan/plan.ts";
import { describe, PlanError, type Problem, refuse } from "../problems.ts";
import { record, text } from "../schema.ts";
import { inputsOfMoney } from "../sheets/as-it-is.ts";
import { CAPACITY_VS_DEMAND } from "../sheets/capacity-vs-demand.ts";
import { CHECKS } from "../sheets/checks.ts";
import { DELIVERY_METRICS } from "../sheets/delivery-metrics.ts";
import { EXPOSURE } from "../sheets/exposure.ts";
import { given } from "../sheets/given.ts";
import { MONEY_SHEETS, SHEETS, sheetInputs, sheetNames } from "../sheets/index.ts";
import { MARGIN_SHEET } from "../sheets/margin.ts";
import { MARGIN_BRIDGE_SHEET } from "../sheets/margin-bridge.ts";
import { MARGIN_LINES_SHEET } from "../sheets/margin-lines.ts";
import type { SheetModel } from "../sheets/model.ts";
import { tellingLines } from "../sheets/money-view.ts";
import { PIPELINE_RISK } from "../sheets/pipeline-risk.ts";
import { SCENARIO_COMPARISON } from "../sheets/scenario-comparison.ts";
import { hiddenSheet } from "../sheets/shared-copy.ts";
import { SKILL_GAPS } from "../sheets/skill-gaps.ts";
import { SNAPSHOT_HISTORY } from "../sheets/snapshot-history.ts";
import { madeSheets, stale } from "../sheets/stale.ts";
import { SUPPORT_LOAD } from "../sheets/support-load.ts";
import { NO_RECORD } from "../sheets/told-record.ts";
import { toldOps } from "../sheets/told-write.ts";
import { UTILIZATION_AND_OVERLOAD } from "../sheets/utilization.ts";
import { showsMoney } from "../sheets/without-money.ts";
import { counted } from "../sheets/words.ts";
import { type Candidate, candidates } from "./map-found.ts";
import { outgrown } from "./map-names.ts";
import { forgetTooMuch, holdsTooMuch, tellingSheets, undoableNow, viewNow, WILL_FORGET } from "./narrowed.ts";
import { question } from "./question.ts";
import { told } from "./told.ts";
import { toldFigures, unmatchedProblems } from "./told-figures.ts";
import { anyWorkbook, type Workbook, workbook } from "./workbook.ts";

/** A generated sheet as its panel lists it. */
export interface SheetState {
  readonly name: string;
  /** What a manager finds on it. */
  readonly about: string;
  readonly state: "not made" | "up to date" | "inputs changed";
  /** What the planner calls the sheet now; null before it is made. */
  readonly sheet: string | null;
}

export interface SheetsReply {
  readonly sheets: readonly SheetState[];
  readonly undo: Undoable | null;
  /** The plan's tables that stand in the workbook; none when it is still to be set up. */
  readonly tables: readonly string[];
  /** Where the plan has no people yet: sheets that Map could read, and those that hold an export. */
  readonly team: readonly string[];
  readonly exports: readonly string[];
}

const ABOUT: ReadonlyMap<string, string> = new Map([
  [CAPACITY_VS_DEMAND, "Hours we have and hours asked of us, week by week and by team."],
  [SKILL_GAPS, "Which skills are short, in which week, and who could help."],
  [
    UTILIZATION_AND_OVERLOAD,
    "Who has too much or too little to do, week after week, and whose timesheets are missing.",
  ],
  [SUPPORT_LOAD, "What tickets ask for: history, forecast, what to reserve, and how past forecasts did."],
  [PIPELINE_RISK, "How likely each week and skill is to be short, and which deals bring the risk."],
  [SCENARIO_COMPARISON, "Each scenario that is switched on beside the plan as it is."],
  [EXPOSURE, "Whom each engagement cannot do without: hours that nobody else could do."],
  [
    MARGIN_SHEET,
    "Revenue, cost and margin of each engagement by month, with budget and forecast; what is below target.",
  ],
  [MARGIN_BRIDGE_SHEET, "Where margin leaked between the plan and now, step by step."],
  [DELIVERY_METRICS, "Utilization, forecast accuracy, variance, on-time delivery and margin, read together by month."],
  [SNAPSHOT_HISTORY, "How the plan of each week changed from snapshot to snapshot."],
  [
    MARGIN_LINES_SHEET,
    "The hours, rates and rows of the tables behind each figure of Margin. It shows what people cost.",
  ],
  [CHECKS, "What the figures rest on, and rows that were left out."],
]);

/** Which generated sheets there are, which are out of date, and what Undo would take back. */
export const sheets = question({
  asks: record({}),
  *answer(): Work<SheetsReply> {
    yield* recover();
    const found = yield* anyWorkbook();
    const { look, plan } = found;
    const made = yield* madeSheets(SHEETS.keys(), look);
    const inputsNow = sheetInputs(plan, yield* toldFigures(found));
    const emptied = showsMoney(plan)
      ? made.filter(({ name, inputs }) => MONEY_SHEETS.has(name) && inputs.length === 0)
      : [];
    const before = new Set([...stale(made, inputsNow), ...emptied.map(({ name }) => name)]);
    const old = new Set([...before, ...tellingSheets(made, found, before).map(({ name }) => name)]);
    const known = new Map(made.map(({ name, sheet }) => [name, sheet]));
    const stateOf = (name: string) => (old.has(name) ? "inputs changed" : known.has(name) ? "up to date" : "not made");
    return {
      sheets: [...new Set([...sheetNames(plan), ...known.keys()])].map((name) => ({
        name,
        about: ABOUT.get(name) ?? "",
        state: stateOf(name),
        sheet: known.get(name) ?? null,
      })),
      undo: yield* undoableNow(plan),
      tables: [...plan.given],
      ...(plan.given.has("People") ? NO_SHEETS : yield* teamSheets(found)),
    };
  },
});

export interface SheetsPreview {
  readonly text: string;
  readonly idle: boolean;
  readonly refusals: readonly string[];
  readonly counts: readonly SheetCount[];
  /** Cells of the planner's own that would be replaced. */
  readonly yours: number;
  /** Cells of ours that somebody changed; they would be listed in "Changed by hand". */
  readonly byHand: number;
  /** What it would tell for good of what people cost, and what of that it would not show. */
  readonly tells: readonly string[];
}

/** What making or refreshing some sheets would write; a sheet's name, or several between semicolons. */
export const previewSheets = question({
  asks: record({ sheets: text }),
  *answer({ sheets: names }): Work<SheetsPreview> {
    const { change, tells } = yield* changeOf(names);
    const { text, idle, refusals, sheets, yours, kept } = yield* preview(change);
    return { text, idle, refusals: refusals.map(describe), counts: sheets, yours, byHand: kept.length, tells };
  },
});

/** Make or refresh them, all or nothing. */
export const makeSheets = question({
  asks: record({ sheets: text }),
  *answer({ sheets: names }): Work<{ readonly text: string }> {
    const { change, forgets, plan } = yield* changeOf(names);
    const { written, sheets: counts, kept, title } = yield* commit(change);
    const isForgotten = (yield* forgetTooMuch(plan)) || forgets;
    if (forgets) yield* forget();
    if (!written) return { text: "Everything was up to date: nothing was written." };
    const changed = counts.reduce((sum, count) => sum + count.changed, 0);
    const hand = kept.length > 0 ? ` ${kept.length} cells changed by hand are listed in "Changed by hand".` : "";
    return { text: `${title}: ${counted(changed, "cell")} changed.${hand}${isForgotten ? ` ${WILL_FORGET}` : ""}` };
  },
});

const NO_SHEETS = { team: [], exports: [] } as const;

function* teamSheets(found: Workbook): Work<Pick<SheetsReply, "team" | "exports">> {
  const { all } = yield* candidates(found, []);
  const named = (some: readonly Candidate[]) => [...new Set(some.map(({ sheet }) => sheet))];
  return {
    team: named(all.filter(({ found: one, fitting }) => fitting === null && (isProposal(one) || one.asks !== null))),
    exports: named(all.filter(({ found: one }) => !isProposal(one) && one.isExport === true)),
  };
}

interface Wanted {
  readonly change: Change;
  readonly tells: readonly string[];
  /** It takes money away that may not be shown any more, so that the journal may not keep it. */
  readonly forgets: boolean;
  readonly plan: Plan;
}

function* changeOf(names: string): Work<Wanted> {
  const asked = names.split(";").map((name) => name.trim());
  const makers = asked.map((name) => SHEETS.get(name) ?? unknown(name));
  const found = yield* workbook();
  const { plan, inputs, look } = found;
  const made = asked.some(isOfMoney) ? yield* madeSheets(asked.filter(isOfMoney), look) : [];
  const isEmptied = (name: string) => MONEY_SHEETS.has(name) && !showsMoney(plan);
  const lacking = asked.find((name) => isEmptied(name) && !made.some((one) => one.name === name));
  if (lacking !== undefined) throw new PlanError([noMoney(lacking)]);
  const isMoney = asked.some((name) => MONEY_SHEETS.has(name) || name === CHECKS) && showsMoney(plan);
  const mustHide = isMoney && plan.settings.moneyShown === "all but salaries";
  const record = mustHide ? yield* toldFigures(found) : NO_RECORD;
  refuse(record.problems);
  const from = given(plan, {}, inputs, record);
  if (mustHide) yield* told(HIDING, from.findMoneyView());
  refuse(unmatchedProblems(from.moneyView(), record));
  const known = mustHide ? new Map<string, SheetModel>() : computedOf(plan);
  const models: SheetModel[] = [];
  for (const [done, make] of makers.entries()) {
    const words = `Computing ${asked[done]}`;
    yield* step({ do: "tell", words, part: { done, of: makers.length } });
    const name = asked[done]!;
    const sheet = isEmptied(name) ? hiddenSheet(name) : (known.get(name) ?? make(from));
    const model = "next" in sheet ? yield* told(words, sheet) : sheet;
    known.set(asked[done]!, model);
    models.push(model);
  }
  const what = asked.length > MOST_NAMED ? counted(asked.length, "sheet") : asked.join(", ");
  const lasting = mustHide ? toldOps(record, plan, from.moneyView()?.told ?? [], inputsOfMoney(from)) : [];
  const shows = asked.some(isOfMoney) ? viewNow(plan) : "none";
  const change = { title: `Refresh ${what}`, sheets: models, lasting, names: outgrown(found), shows };
  const forgets = asked.some(isEmptied) || tellingSheets(made, found, new Set(asked)).length > 0;
  const tells = mustHide ? tellingLines(from.moneyView()) : [];
  return { change, tells: [...tells, ...(forgets || holdsTooMuch(look, plan) ? [WILL_FORGET] : [])], forgets, plan };
}

/** Sheets of a plan as they were computed for its preview: writing them computes nothing twice. A changed cell makes another plan. */
const computed = new WeakMap<Plan, Map<string, SheetModel>>();

function computedOf(plan: Plan): Map<string, SheetModel> {
  const known = computed.get(plan) ?? new Map<string, SheetModel>();
  computed.set(plan, known);
  return known;
}

/** The view of large firms takes seconds, in which a planner sees how far it is and may stop. */
export const HIDING = "Finding what tells no salary";

/** More names than this make no title. */
const MOST_NAMED = 2;

/** Sheets that tell of money, where it may be shown. */
const isOfMoney = (name: string): boolean => MONEY_SHEETS.has(name) || name === CHECKS || name === DELIVERY_METRICS;

const noMoney = (name: string): Problem => ({
  code: "HR-182",
  at: [],
  value: name,
  why: "needs People and Engagements, Rates, Costs or Fees, and the setting Money shown",
  hint: "Maybe make it in finance's own workbook, with Money shown: all, or all but salaries, in its Settings.",
});

function unknown(name: string): never {
  const hint = `Maybe ${[...SHEETS.keys()].join(", ")}.`;
  throw new PlanError([{ code: "HR-183", at: [], value: name, why: "is no generated sheet", hint }]);
}
