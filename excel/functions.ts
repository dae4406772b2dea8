import type { FunctionDefinition } from "../core/functions/define.ts";
import { FUNCTIONS } from "../core/functions/index.ts";
import { PlanError } from "../core/problems.ts";
import { fromExcel, toExcel } from "./cells.ts";

/** Give Excel every spreadsheet function under its name in functions.json. */
export function associateFunctions(): void {
  for (const definition of FUNCTIONS) CustomFunctions.associate(definition.name, functionOf(definition));
}

/** A function as Excel calls it. It reads its arguments and nothing else: no workbook, no clock. */
function functionOf({ name, params, call }: FunctionDefinition) {
  return (...args: unknown[]) => {
    try {
      return toExcel(call(fromExcel(args, params.length)));
    } catch (error) {
      throw cellError(name, error);
    }
  };
}

/** Of Excel's errors only #VALUE! and #N/A carry a message, so core has those two kinds. */
function cellError(name: string, error: unknown): CustomFunctions.Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  if (error instanceof PlanError) {
    return new CustomFunctions.Error(error.kind === "invalid" ? invalidValue : notAvailable, error.message);
  }
  return new CustomFunctions.Error(invalidValue, `${name} failed because of a mistake in Headroom: ${String(error)}`);
}
