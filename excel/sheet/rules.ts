import { a1Range } from "../../core/sheets/a1.ts";
import { LOOKS } from "../../core/sheets/looks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { takesBlank } from "../../core/sheets/rule-met.ts";
import { rangeOf } from "./range.ts";

type RuleOp = Extract<SheetOp, { do: "rule" }>;

/** Give cells a look by their own value. */
export function addRule(sheet: Excel.Worksheet, { at, when, look }: RuleOp): void {
  const [only] = at;
  if (!only) return;
  const target = at.length === 1 ? rangeOf(sheet, only) : sheet.getRanges(at.map(a1Range).join(","));
  const { cellValue } = target.conditionalFormats.add("CellValue");
  const { background, text, bold } = LOOKS[look];
  cellValue.format.fill.color = background;
  cellValue.format.font.color = text;
  cellValue.format.font.bold = bold;
  cellValue.rule = test(when);
  if (takesBlank(when)) spareBlanks(target);
}

/** A rule before it, since a new one comes first, that leaves blank cells as they are. */
function spareBlanks(target: Excel.Range | Excel.RangeAreas): void {
  const format = target.conditionalFormats.add("PresetCriteria");
  format.stopIfTrue = true;
  format.preset.rule = { criterion: "Blanks" };
}

/** As formulas, so that no language reads the decimal point in its own way. */
function test({ is, value, to = value }: RuleOp["when"]): Excel.ConditionalCellValueRule {
  const formula1 = `=${value}`;
  if (is === "between") return { operator: "Between", formula1, formula2: `=${to}` };
  return { operator: is === "below" ? "LessThan" : "GreaterThan", formula1 };
}
