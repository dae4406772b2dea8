import { explainCell, explainTotal } from "../explain/index.ts";
import { type OnGrid, onGrid, type Standing, standing } from "../explain/on-sheet.ts";
import { amountText } from "../explain/text.ts";
import { type Owned, step, type Work } from "../host.ts";
import { refuse } from "../problems.ts";
import { record as fields } from "../schema.ts";
import { a1 } from "../sheets/a1.ts";
import { hasCell } from "../sheets/areas.ts";
import { blockName } from "../sheets/block-name.ts";
import { CHECKS } from "../sheets/checks.ts";
import { type Given, given } from "../sheets/given.ts";
import { MONEY_SHEETS, SHEETS } from "../sheets/index.ts";
import type { Grid, SheetModel } from "../sheets/model.ts";
import type { Written } from "../sheets/ops.ts";
import { NO_RECORD } from "../sheets/told-record.ts";
import { showsMoney } from "../sheets/without-money.ts";
import { withoutFigure } from "./explain-no-figure.ts";
import { type CellPlace, type Explained, explainedAs, planPlaces } from "./explain-words.ts";
import { question } from "./question.ts";
import { told } from "./told.ts";
import { toldFigures } from "./told-figures.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** What the panel says about the selected cell: an explanation, or a sentence where there is no figure to explain. */
export interface ExplainSelected {
  /** "Capacity vs demand!C12"; "" when nothing is selected. */
  readonly where: string;
  readonly explained: Explained | null;
  /** Why there is no explanation, or what a reader must know before it: the sheet is out of date, say. */
  readonly says: string;
  /** The sheet or the cell is not what a refresh would write. */
  readonly isOld: boolean;
}

/** Explain the figure that the planner has selected on a generated sheet. */
export const explainSelected = question({
  asks: fields({}),
  *answer(): Work<ExplainSelected> {
    const selection = yield* step({ do: "selection" });
    if (selection === null) return sentence("", "No cell is selected. Maybe click a figure on a generated sheet.");
    const found = yield* workbook();
    const where = `${selection.sheet}!${a1(selection.at)}`;
    const owner = ownerOf(found, selection);
    if (owner === null) return sentence(where, yield* strangerText(found, selection));
    const { name, block, at } = owner;
    if (MONEY_SHEETS.has(name) && !showsMoney(found.plan)) return sentence(where, NO_MONEY);
    const { model, from } = yield* modelOf(found, name);
    const own = model.blocks.find(({ key }) => blockName(name, key) === block);
    if (own === undefined)
      return sentence(where, `This table is not part of ${name} any more. Maybe refresh the sheet.`);
    if (own.kind === "note")
      return sentence(
        where,
        "This line is words that sum the sheet up; the figures behind them stand in its tables. Maybe select a figure.",
      );
    const [cells] = yield* step({ do: "read", areas: [{ sheet: selection.sheet, at }] });
    const stands = standing(own, at, cells ?? [], block);
    return explainOn(found, from, stands, selection, where);
  },
});

const NO_MONEY =
  "This sheet shows money, and the plan has none that may be shown: see Rates, Costs, Fees, and Money shown in Settings.";

const sentence = (where: string, says: string): ExplainSelected => ({ where, explained: null, says, isOld: false });

interface Owner {
  /** The generated sheet, as Headroom calls it. */
  readonly name: string;
  readonly block: string;
  readonly at: Owned["at"];
}

function ownerOf({ look }: Workbook, { sheet, at }: Owned): Owner | null {
  for (const [block, owned] of look.owned) {
    if (owned.sheet !== sheet || !hasCell(owned.at, at.row, at.column)) continue;
    const name = sheetOf(block);
    if (name !== undefined) return { name, block, at: owned.at };
  }
  return null;
}

/** The longest name that fits: a table of Margin bridge is none of Margin. */
function sheetOf(block: string): string | undefined {
  const fit = [...SHEETS.keys()].filter((one) => block.startsWith(blockName(one, "")));
  return fit.sort((a, b) => b.length - a.length)[0];
}

/** A cell that Headroom did not write. */
function* strangerText({ look, located }: Workbook, { sheet, at }: Owned): Work<string> {
  const one = { ...at, rows: 1, columns: 1 };
  const cell: Written = (yield* step({ do: "read", areas: [{ sheet, at: one }] }))[0]?.[0]?.[0] ?? null;
  if (cell !== null && typeof cell === "object") {
    return "This is a formula of your own: its parts are the cells that it names. For a figure of Headroom's functions choose the measure below.";
  }
  const isOurs = [...look.owned.values()].some((owned) => owned.sheet === sheet);
  const table = located.find((one) => one.sheet === sheet && at.row >= one.row && at.row <= one.lastRow);
  if (table !== undefined && cell !== null && cell !== "") {
    return `This is a cell of the plan, in ${table.table.name}: it was typed, not computed. Plan check says whether it can be used.`;
  }
  if (cell === null || cell === "") return "The selected cell is empty. Maybe click a figure on a generated sheet.";
  return isOurs
    ? "This cell is yours: Headroom did not write it. Maybe click a figure in one of the tables."
    : "This cell was not written by Headroom. Maybe click a figure on a generated sheet, or choose a measure below.";
}

function explainOn(found: Workbook, from: Given, one: Standing, selection: Owned, where: string): ExplainSelected {
  const { grid } = one;
  const place = onGrid(one, selection.at);
  const old = oldText(one, place, selection);
  const explanation =
    place.is === "cell"
      ? explainCell(from, grid, place.row, place.column)
      : place.is === "total"
        ? explainTotal(grid, place.column)
        : null;
  if (explanation === null)
    return { where, explained: null, says: old || withoutFigure(grid, place), isOld: old !== "" };
  const inPlan = planPlaces(found);
  const explained = explainedAs(
    explanation,
    (origin) => (origin.kind === "cell" ? onSheet(one, selection.sheet, origin) : inPlan(origin)),
    found.plan.money?.currency ?? "",
  );
  const isFigure = place.is !== "cell" || typeof grid.rows[place.row]?.[place.column] !== "string";
  const rule = isFigure ? explained.rule : `${withoutFigure(grid, place)} ${explained.rule}`;
  return { where, explained: { ...explained, rule }, says: old, isOld: old !== "" };
}

function onSheet(
  { placeOf }: Standing,
  sheet: string,
  { row, column }: { readonly row: number; readonly column: number },
): CellPlace | null {
  const at = placeOf(row, column);
  return at && { sheet, a1: a1(at) };
}

/** What a reader must know before an explanation of the plan as it is: "" when the cell shows just that. */
function oldText(one: Standing, place: OnGrid, { at }: Owned): string {
  if (place.is === "not of today") {
    return one.isStale
      ? "The plan changed since this sheet was refreshed, and the table would not have this row or column any more. Maybe refresh the sheet."
      : "This row or column was changed by hand, so that it is not clear what it is. Maybe refresh the sheet.";
  }
  if (place.is !== "cell" || place.asWritten) return "";
  const shown = one.cells[at.row - one.at.row]?.[at.column - one.at.column] ?? null;
  const what = shownText(one.grid, place.column, shown);
  if (one.isStale)
    return `The plan changed since this sheet was refreshed: the cell shows ${what}. The plan as it is now is explained.`;
  return `This cell was changed by hand: it shows ${what}. What Headroom wrote is explained.`;
}

function shownText(grid: Grid, column: number, cell: Written): string {
  if (cell === null || cell === "") return "nothing";
  if (typeof cell === "object") return "a formula of somebody's own";
  if (typeof cell === "number" && grid.columns[column]?.shows === "hours")
    return amountText(Math.round(cell * 60), "minutes");
  return String(cell);
}

interface Made {
  readonly plan: unknown;
  readonly name: string;
  readonly model: SheetModel;
  readonly from: Given;
}
let last: Made | null = null;

/** The sheet as it would be made now; kept while the plan stays the same, because some take seconds. */
function* modelOf(found: Workbook, name: string): Work<Made> {
  const { plan, inputs } = found;
  const mustHide = plan.settings.moneyShown === "all but salaries" && (MONEY_SHEETS.has(name) || name === CHECKS);
  if (!mustHide && last !== null && last.plan === plan && last.name === name) return last;
  const record = mustHide ? yield* toldFigures(found) : NO_RECORD;
  refuse(record.problems);
  const from = given(plan, {}, inputs, record);
  const made = SHEETS.get(name)!(from);
  const model = "next" in made ? yield* told(`Reading ${name}`, made) : made;
  last = { plan, name, model, from };
  return last;
}
