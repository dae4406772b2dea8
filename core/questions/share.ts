import { type Look, step, type Work } from "../host.ts";
import { type Change, commit, type Edit, forget, preview, type Undoable } from "../journal/index.ts";
import type { Settings } from "../plan/plan.ts";
import { PlanError, refuse } from "../problems.ts";
import { record, text } from "../schema.ts";
import { blockName } from "../sheets/block-name.ts";
import { CHECKS } from "../sheets/checks.ts";
import { DELIVERY_METRICS } from "../sheets/delivery-metrics.ts";
import { given } from "../sheets/given.ts";
import { MONEY_SHEETS, SHEETS } from "../sheets/index.ts";
import type { SheetModel } from "../sheets/model.ts";
import { emptiedSheet, SHARED, sharedCopy } from "../sheets/shared-copy.ts";
import { madeSheets } from "../sheets/stale.ts";
import { NO_RECORD, TOLD_NAME, TOLD_SHEET } from "../sheets/told-record.ts";
import { showsMoney } from "../sheets/without-money.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { placeText, type Revealing, revealingCells, revealingFormulas, wholeSheets } from "./share-find.ts";
import { HIDING } from "./sheets.ts";
import { told } from "./told.ts";
import { toldFigures, unmatchedProblems } from "./told-figures.ts";
import { anyWorkbook } from "./workbook.ts";

/** How much of its money a copy keeps. */
type Keeps = Exclude<Settings["moneyShown"], "all">;

export interface ShareReply {
  /** What of this workbook reveals money, each with what becomes of it. */
  readonly found: readonly string[];
  /** What Headroom cannot take out; somebody has to look. */
  readonly remains: readonly string[];
  /** The journal still holds what was replaced. */
  readonly journal: boolean;
  readonly undo: Undoable | null;
}

/** Everything in this workbook that reveals rates, salaries or margins. */
export const shareForm = question({
  asks: record({ keeps: text }),
  *answer({ keeps }): Work<ShareReply> {
    const { cells, sheets, remains } = yield* findings(keepsOf(keeps));
    const isKept = keepsOf(keeps) === "all but salaries";
    const journal = yield* journalHolds();
    return {
      found: [
        ...cells.map((one) => `${placeText(one)} is emptied`),
        ...sheets.map(
          (name) => `Sheet ${name} is ${isKept || !MONEY_SHEETS.has(name) ? "made anew without salaries" : "emptied"}`,
        ),
      ],
      remains,
      journal,
      undo: yield* undoableNow(),
    };
  },
});

/** What preparing would write. */
export const previewShare = question({
  asks: record({ keeps: text }),
  *answer({ keeps }): Work<{ readonly lines: readonly string[]; readonly idle: boolean }> {
    const { sheets, idle, refusals } = yield* preview(yield* shareChange(keepsOf(keeps)));
    if (refusals.length > 0) throw new PlanError(refusals as never);
    return {
      lines: idle
        ? ["Nothing here reveals money."]
        : sheets.map(({ sheet, changed }) => `${sheet}: ${changed} cells emptied or replaced`),
      idle,
    };
  },
});

/** Take money out of this workbook, which is to be a copy, all or nothing; Undo brings it back until it is made to forget. */
export const prepareShare = question({
  asks: record({ keeps: text }),
  *answer({ keeps }): Work<{ readonly text: string }> {
    const { written, sheets, kept } = yield* commit(yield* shareChange(keepsOf(keeps)));
    if (!written) return { text: "Nothing here reveals money: nothing was written." };
    const where = sheets.map(({ sheet }) => sheet).join(", ");
    const again =
      kept.length === 0 ? "" : ' Cells changed by hand were listed in "Changed by hand": prepare once more.';
    return { text: `Took money out of ${where}.${again} Undo still has it: forget that before you share this copy.` };
  },
});

/** The last step before a copy leaves: the hidden journal, which holds what was taken out, is emptied. */
export const forgetUndo = question({
  asks: record({}),
  *answer(): Work<{ readonly text: string }> {
    yield* forget();
    return { text: "What was taken out is forgotten: Undo starts anew with the next change." };
  },
});

function* journalHolds(): Work<boolean> {
  let holds = false;
  for (const slot of [0, 1] as const) {
    const cells = yield* step({ do: "stored", slot });
    holds ||= (cells ?? []).some((line) => line.some((cell) => cell !== null && cell !== ""));
  }
  return holds;
}

interface Findings {
  readonly cells: readonly Revealing[];
  /** Generated sheets that show money, or did. */
  readonly sheets: readonly string[];
  readonly remains: readonly string[];
}

/** Sheets of hours with some blocks of money. */
const MIXED: ReadonlySet<string> = new Set([CHECKS, DELIVERY_METRICS]);

const isOfMoney = (name: string, { owned }: Look): boolean =>
  MONEY_SHEETS.has(name) || owned.has(blockName(name, "money"));

function* findings(keeps: Keeps): Work<Findings> {
  const { look, located, plan } = yield* anyWorkbook();
  const book = yield* step({ do: "book" });
  const isOwn = new Set(
    [...look.owned].flatMap(([name, { sheet }]) => (name.startsWith("Headroom_") && name !== TOLD_NAME ? [sheet] : [])),
  );
  const emptied = revealingCells(
    book.filter(({ name }) => !isOwn.has(name)),
    located,
    look.owned.get(TOLD_NAME)?.sheet ?? TOLD_SHEET,
  );
  const made = yield* madeSheets(SHEETS.keys(), look);
  /** Made from tables of money; of a copy that keeps nothing, also what an earlier preparation has kept. */
  const shows = (name: string, stamps: readonly string[]) =>
    stamps.some((one) => one !== SHARED) || (keeps === "none" && stamps.length > 0 && isOfMoney(name, look));
  const generated = made.filter(
    ({ name, inputs }) =>
      shows(name, inputs) &&
      (MONEY_SHEETS.has(name) || (MIXED.has(name) && (showsMoney(plan) || isOfMoney(name, look)))),
  );
  const names = new Set(
    [...emptied, ...generated.filter(({ name }) => MONEY_SHEETS.has(name))].map(({ sheet }) => sheet),
  );
  const areas = wholeSheets(book);
  yield* step({ do: "tell", words: "Reading formulas", part: { done: 0, of: 1 } });
  const read = areas.length === 0 ? [] : yield* step({ do: "read", areas });
  const seen = new Set(book.map(({ name }) => name));
  const hidden = look.sheets.filter((name) => !seen.has(name));
  return {
    cells: [...emptied, ...revealingFormulas(areas, read, look, emptied, names)],
    sheets: generated.map(({ name }) => name),
    remains: hidden.map((name) => `Hidden sheet ${name}: show it, so that Headroom can read it, or delete it`),
  };
}

function* shareChange(keeps: Keeps): Work<Change> {
  const { cells, sheets } = yield* findings(keeps);
  const found = yield* anyWorkbook();
  const { plan, inputs } = found;
  const shown = { ...plan, settings: { ...plan.settings, moneyShown: keeps } };
  const known = keeps === "none" ? NO_RECORD : yield* toldFigures(found);
  refuse(known.problems);
  const from = given(shown, {}, inputs, known);
  if (keeps !== "none") yield* told(HIDING, from.findMoneyView());
  refuse(unmatchedProblems(from.moneyView(), known));
  const models: SheetModel[] = [];
  for (const name of sheets) {
    if (MONEY_SHEETS.has(name) && keeps === "none") {
      models.push(emptiedSheet(name));
      continue;
    }
    const made = SHEETS.get(name)!(from);
    models.push(sharedCopy("next" in made ? yield* told(`Computing ${name}`, made) : made));
  }
  if (keeps !== "none" && models.length > 0 && (from.moneyView()?.told.length ?? 0) > 0) throw new PlanError([UNTOLD]);
  const edits = cells.map(({ sheet, at }): Edit => ({ sheet, at, cells: blank(at) }));
  return { title: "Prepare to share", sheets: models, edits, shows: plan.settings.moneyShown };
}

const UNTOLD = {
  code: "HR-262",
  at: [],
  value: "",
  why: "holds figures that the original has not noted as told, so that a later copy could reveal a salary beside this one",
  hint: "Maybe set Money shown to all but salaries in the original, refresh its margin sheets there, copy it again, and prepare that copy.",
} as const;

const blank = ({ rows, columns }: { readonly rows: number; readonly columns: number }): readonly null[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));

function keepsOf(keeps: string): Keeps {
  if (keeps === "none" || keeps === "all but salaries") return keeps;
  const hint = "Maybe none, or all but salaries.";
  throw new PlanError([{ code: "HR-183", at: [], value: keeps, why: "is not what a copy can keep", hint }]);
}
