import { problemsIn } from "../functions/plan-check.ts";
import { describe, type Problem, severityOf } from "../problems.ts";
import { type Ask, ruleOf } from "./ask.ts";
import { amountOf, type Explanation, explained, type Origin, type Part, part, sumOf } from "./explanation.ts";

export const CHECK_KINDS = ["Problems", "Errors", "Warnings and hints"] as const;

/** How many rows PLANCHECK has: each problem with its place. */
export function planProblems({ plan }: Ask, kind: string): Explanation {
  const all = problemsIn(plan).filter(
    (one) => kind === "Problems" || (severityOf(one) === "error") === (kind === "Errors"),
  );
  const byTable = new Map<string, Part[]>();
  for (const problem of all) {
    const table = problem.at[0]?.table ?? "The workbook";
    byTable.set(table, [...(byTable.get(table) ?? []), part(describe(problem), 1, originOf(problem))]);
  }
  const parts = [...byTable].map(([label, own]): Part => ({ label, amount: amountOf(own), at: null, parts: own }));
  return explained({ title: `${kind} of the plan`, rule: ruleOf("PLANCHECK") }, sumOf(kind, "count", parts), {
    notes: ["Of the whole plan, whatever the days. Rows with an error are left out of every figure."],
  });
}

function originOf({ at: [place] }: Problem): Origin | null {
  if (place === undefined) return null;
  const { sheet, a1, table, row } = place;
  return sheet !== undefined && a1 !== undefined ? { kind: "place", sheet, a1 } : { kind: "row", table, row };
}
