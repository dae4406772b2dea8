import type { Period } from "../plan/calendar.ts";
import type { CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { TICKETS } from "../plan/tables.ts";
import { type Problem, type ProblemCode, refuse } from "../problems.ts";
import { sourcesFor } from "./alike.ts";
import { oneOf } from "./words.ts";

/** Tables of which a function needs at least one. */
export type OneOf = readonly string[];

/** A function, as far as its tables matter here. */
interface Needing {
  readonly name: string;
  readonly needs: readonly OneOf[];
  readonly goesWith?: Readonly<Record<string, string>>;
  readonly likely?: string;
}

/** A whole table that cannot be read: no figure can be made without it, so that leaving out rows is not enough. */
const WHOLE_TABLE: ReadonlySet<ProblemCode> = new Set(["HR-135", "HR-136", "HR-137", "HR-151", "HR-271"]);

/** What makes a forecast from tickets doubtful, as long as Settings, As of, does not say until when their table is complete. */
const DOUBTFUL: ReadonlySet<ProblemCode> = new Set(["HR-174", "HR-258"]);

/**
 * The plan among a function's tables. A table that is missing, cannot be read at all or has not one usable row is an
 * error; rows with problems are left out, unless the planner asked for `problems=strict`, which
 * takes no forecast from tickets that may not be all, or may lie in the future.
 */
export function planOf(
  { name, needs, goesWith = {}, likely }: Needing,
  tables: readonly CellRange[],
  strict: boolean,
  period?: Period,
): Plan {
  const sources = sourcesFor(tables, likely);
  const plan = readPlan(sources, period ? { period } : {});
  const { given } = plan;
  refuse(plan.errors.filter(({ code }) => code === "HR-137"));
  const lacking = needs.filter((names) => !names.some((table) => given.has(table)));
  const alone = Object.entries(goesWith).filter(([table, other]) => given.has(table) && !given.has(other));
  refuse(
    [
      ...lacking.map((names) => missingTable(name, names)),
      ...alone.map(([table, other]) => missingTable(name, [other], ` to count ${table}`)),
    ],
    "unavailable",
  );
  refuse(plan.errors.filter((problem) => isFatal(plan, needs, problem, strict)));
  if (strict && given.has(TICKETS.name) && plan.settings.asOf === null)
    refuse(plan.problems.filter(({ code }) => DOUBTFUL.has(code)));
  return plan;
}

function isFatal(plan: Plan, needs: readonly OneOf[], problem: Problem, strict: boolean): boolean {
  if (strict || WHOLE_TABLE.has(problem.code)) return true;
  const usable = (table: string) => plan.accounts.some((account) => account.table === table && account.used > 0);
  const emptied = needs.filter((names) => !names.some(usable)).flat();
  return problem.at.some(({ table }) => emptied.includes(table));
}

const missingTable = (name: string, names: OneOf, purpose = ""): Problem => ({
  code: "HR-182",
  at: [],
  value: "",
  why: `${name} needs the ${oneOf(names)} table${purpose}`,
  hint: "Maybe its range is missing from the end of the formula.",
});
