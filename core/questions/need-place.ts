import { DEMAND, SUPPORT, TICKETS } from "../plan/tables.ts";
import type { AnswerRow } from "./answer.ts";
import type { Workbook } from "./workbook.ts";

/**
 * The first cell of a need's row, for "go to cell"; none when its table does not stand alone on a sheet. What only Tickets ask
 * for leads to their headings.
 */
export function needPlace({ plan, located }: Workbook, number: number): AnswerRow["at"] {
  const { source, row, insteadOf } = plan.needs[number]!;
  if (row === 0 && insteadOf === undefined) return null;
  const asked = source === "Demand" ? DEMAND : SUPPORT;
  const table = row === 0 ? TICKETS : asked;
  const [found, second] = located.filter((one) => one.table === table);
  if (found === undefined || second !== undefined) return null;
  return { sheet: found.sheet, row: found.row + Math.max(1, row) - 1, column: found.column };
}
