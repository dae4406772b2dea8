import type { Fake } from "./fake.ts";
import { strict } from "./gate.ts";
import { places, rangeApi } from "./range.ts";
import type { RuleState, SheetState } from "./state.ts";

const NEW: RuleState = { kind: "", values: [], background: null, color: null, bold: null, ranges: [] };

/** A conditional rule as Apps Script hands it out; a changed one is another rule. */
export const ruleApi = (fake: Fake, sheet: SheetState, rule: RuleState): object =>
  strict(fake.gate, "ConditionalFormatRule", {
    fake: rule,
    getRanges: () => rule.ranges.map((at) => rangeApi(fake, sheet, at)),
    getBooleanCondition: () =>
      rule.kind === "GRADIENT"
        ? null
        : strict(fake.gate, "BooleanCondition", {
            getCriteriaType: () => rule.kind,
            getCriteriaValues: () => rule.values,
            getBackground: () => rule.background,
            getFontColor: () => rule.color,
            getBold: () => rule.bold,
          }),
    copy: () => ruleBuilder(fake, rule),
  });

export function ruleBuilder(fake: Fake, from: RuleState = NEW): object {
  let rule = from;
  const set = (part: Partial<RuleState>) => {
    rule = { ...rule, ...part };
    return builder;
  };
  const when =
    (kind: string) =>
    (...values: number[]) =>
      set({ kind, values });
  const builder: object = strict(fake.gate, "ConditionalFormatRuleBuilder", {
    whenNumberLessThan: when("NUMBER_LESS_THAN"),
    whenNumberGreaterThan: when("NUMBER_GREATER_THAN"),
    whenNumberBetween: when("NUMBER_BETWEEN"),
    setBackground: (background: string) => set({ background }),
    setFontColor: (color: string) => set({ color }),
    setBold: (bold: boolean) => set({ bold }),
    setRanges: (ranges: readonly object[]) => set({ ranges: ranges.map((range) => places.get(range)!.at) }),
    build: () => {
      if (rule.kind === "" || rule.ranges.length === 0) throw new Error("A rule needs a condition and ranges.");
      return strict(fake.gate, "ConditionalFormatRule", { fake: rule });
    },
  });
  return builder;
}
