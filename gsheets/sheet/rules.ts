import type { Area } from "../../core/host.ts";
import { LOOKS } from "../../core/sheets/looks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { without } from "./cut.ts";
import { areaOf, rangeOf, type Sheet } from "./stage.ts";

type RuleOp = Extract<SheetOp, { do: "rule" }>;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Give cells a look by their own value, after the rules that are there already. */
export function addRules(sheet: Sheet, ops: readonly RuleOp[]): void {
  const rules = ops.map(({ at, when, look }) => {
    const { background, text, bold } = LOOKS[look];
    const ranges = at.map((area) => rangeOf(sheet, area));
    return condition(when).setBackground(background).setFontColor(text).setBold(bold).setRanges(ranges).build();
  });
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...rules]);
}

function condition({ is, value, to }: RuleOp["when"]) {
  const builder = SpreadsheetApp.newConditionalFormatRule();
  if (is === "below") return builder.whenNumberLessThan(value);
  if (is === "above") return builder.whenNumberGreaterThan(value);
  return builder.whenNumberBetween(value, to ?? value);
}

/** Take Headroom's rules off a rectangle: cells beside it keep theirs, and the planner's own rules stay as they are. */
export function clearRules(sheet: Sheet, at: Area): void {
  const rules = sheet.getConditionalFormatRules();
  const kept = rules.flatMap((rule) => (isOurs(rule) ? cutOut(sheet, rule, at) : [rule]));
  if (kept.length !== rules.length || kept.some((rule, i) => rule !== rules[i])) sheet.setConditionalFormatRules(kept);
}

function cutOut(sheet: Sheet, rule: Rule, at: Area): Rule[] {
  const areas = rule.getRanges().map(areaOf);
  const left = areas.flatMap((area) => without(area, at));
  if (left.length === 0) return [];
  if (left.length === areas.length && left.every((area, i) => area === areas[i])) return [rule];
  const ranges = left.map((area) => rangeOf(sheet, area));
  return [rule.copy().setRanges(ranges).build()];
}

const COLOURS = new Set(Object.values(LOOKS).map(({ background, text }) => `${background} ${text}`));

/** Rules carry no name, so ours are told by what they compare and by their pair of colours. */
function isOurs(rule: Rule): boolean {
  const test = rule.getBooleanCondition();
  if (test === null || !KINDS.has(String(test.getCriteriaType()))) return false;
  return COLOURS.has(`${test.getBackground()} ${test.getFontColor()}`.toLowerCase());
}
const KINDS = new Set(["NUMBER_LESS_THAN", "NUMBER_GREATER_THAN", "NUMBER_BETWEEN"]);
