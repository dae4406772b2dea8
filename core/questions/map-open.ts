import { isProposal } from "../finding/propose.ts";
import type { Work } from "../host.ts";
import type { Problem } from "../problems.ts";
import { a1 } from "../sheets/a1.ts";
import { listed } from "../sheets/words.ts";
import { candidates } from "./map-found.ts";
import { outgrown } from "./map-names.ts";
import { passedOver } from "./passed-over.ts";
import type { Workbook } from "./workbook.ts";

/** Sheets that may be part of the plan and that nobody has decided about, and accepted tables that are nowhere any more. */
export function* openMaps(found: Workbook): Work<readonly Problem[]> {
  const { all, gone } = yield* candidates(found, []);
  const fresh = all.flatMap(({ found: one, fitting }): Problem[] => {
    if (!isProposal(one) || fitting !== null) return [];
    const left = one.shape.left;
    const top = one.row + one.shape.top;
    const at = { table: one.sheet, row: top + 1, column: "", sheet: one.sheet, a1: a1({ row: top, column: left }) };
    const why = `looks like ${listed(one.feeds)} in a layout of your own and is not used before you say so`;
    return [{ code: "HR-270", at: [at], value: one.sheet, why, hint: "Maybe accept it in the panel Map." }];
  });
  const lost = gone.map(({ name, sheet }): Problem => {
    const why = `was accepted on ${sheet}, and no sheet has its headings any more`;
    return { code: "HR-275", at: [], value: name, why, hint: "Maybe forget it in the panel Map." };
  });
  const short = outgrown(found).map(({ name, sheet, at }): Problem => {
    const why = `does not reach the last row or column of its table on ${sheet}: formulas miss what is beyond`;
    const place = { table: name, row: (at?.row ?? 0) + 1, column: "", sheet, a1: a1(at ?? { row: 0, column: 0 }) };
    const hint = "Maybe refresh a sheet in the panel Sheets: names are widened then.";
    return { code: "HR-276", at: [place], value: name, why, hint };
  });
  return [...fresh, ...passedOver(found, all), ...lost, ...short];
}
