import type { FunctionDefinition } from "../functions/define.ts";
import { oneOf } from "../functions/words.ts";

/** What a planner reads about the tables at the end of a formula, in every host. */
export function tableHelp({ needs, mayUse }: Pick<FunctionDefinition, "needs" | "mayUse">): string {
  const must = needs.map(oneOf).join("; ");
  const may = mayUse.join(", ");
  const which = [must, must === "" ? may : `if you have them, ${may}`].filter((part) => part !== "").join("; ");
  return `The plan's tables, header rows included, in any order: ${which}.`;
}
