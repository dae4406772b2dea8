import type { Amount } from "./amounts.ts";
import type { LayoutProblem, Place } from "./found.ts";
import { leftOut, type Sheet, warning } from "./sheet.ts";

/** What is said of an amount that no calendar has room for. */
export const TOO_MUCH = [
  "is more than a person can work in that time and is left out",
  "Maybe its unit is another one than the rest's.",
] as const;

/** What is said of days or hours off that have a period and no days. */
export const EVENLY = [
  "is spread evenly over the weekdays of its period",
  "Maybe it falls on some of its days only.",
] as const;

/** What is said of amounts that nothing names. */
export const NO_ENGAGEMENT = [
  "stands in a row without an engagement, which is left out",
  "Maybe the row is a subtotal.",
] as const;

/** What an amount's cell has to tell, whether it was read or left out. */
export function amountProblems(sheet: Sheet, place: Place, amount: Amount): readonly LayoutProblem[] {
  if (amount === null) return [];
  if ("unusable" in amount) {
    const [kind, why, hint] = amount.unusable;
    return [leftOut(sheet, place, kind, [why, hint])];
  }
  return amount.says ? [warning(sheet, place, amount.says[0], [amount.says[1], amount.says[2]])] : [];
}
