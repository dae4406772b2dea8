import { DEMAND, SUPPORT } from "../plan/tables.ts";
import type { AnswerRow } from "./answer.ts";
import type { Workbook } from "./workbook.ts";

/** The first cell of a need's row, for "go to cell"; none when its table does not stand alone on a sheet. */
export function needPlace({ plan, located }: Workbook, number: number): AnswerRow["at"] {
  const { source, row } = plan.needs[number]!;
  const table = source === "Demand" ? DEMAND : SUPPORT;
  const [found, second] = located.filter((one) => one.table === table);
  if (found === undefined || second !== undefined) return null;
  return { sheet: found.sheet, row: found.row + row - 1, column: found.column };
}
