import type { FunctionDefinition } from "../functions/define.ts";
import { oneOf } from "../functions/words.ts";

/** What a planner reads about the tables at the end of a formula, in every host. */
export function tableHelp({ needs, mayUse, likely }: Pick<FunctionDefinition, "needs" | "mayUse" | "likely">): string {
  const must = needs.map(oneOf).join("; ");
  const may = mayUse.join(", ");
  const which = [must, must === "" ? may : `if you have them, ${may}`].filter((part) => part !== "").join("; ");
  const alike = likely === undefined ? "" : ` A range whose headings fit another table as well counts as ${likely}.`;
  return `The plan's tables, header rows included, in any order: ${which}.${alike}`;
}
