import type { Cell, CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { PlanError, type Problem, placeOf, refuse } from "../problems.ts";
import { splitArguments } from "./argument.ts";
import type { FunctionDefinition } from "./define.ts";
import { missingMoneyProblems } from "./missing-money.ts";
import { missingTimesheetProblems } from "./missing-timesheets.ts";

const NAME = "PLANCHECK";

export const PLANCHECK: FunctionDefinition = {
  name: NAME,
  category: "Plan check",
  summary: "Every problem in the plan's tables, one row each: where it is, what is wrong and how to mend it.",
  gives: "a table",
  params: [],
  needs: [],
  mayUse: [
    "Settings",
    "People",
    "Skills",
    "Engagements",
    "Demand",
    "Allocations",
    "Support",
    "Tickets",
    "Leave",
    "Holidays",
    "Scenarios",
    "Actuals",
    "Snapshots",
    "Rates",
    "Costs",
    "Fees",
    "Exchange",
    "Milestones",
  ],
  examples: [
    {
      says: "The demo plan has no problems.",
      formula: "=PLANCHECK(People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays, Settings)",
      gives: [
        ["Where", "Value", "What is wrong", "How to mend it", "Code"],
        ["No problems found", "", "", "", ""],
      ],
    },
    {
      says: "A name that is spelled in two ways.",
      formula: '=PLANCHECK(People, {"Person","From","To";"Maya Elison",46027,46031})',
      gives: [
        ["Where", "Value", "What is wrong", "How to mend it", "Code"],
        ["Leave row 2, Person", "Maya Elison", "is not in People", "Maybe Maya Ellison.", "HR-123"],
      ],
    },
  ],
  shows: () => "number",
  call: (args) => {
    const { tables, problems } = splitArguments(NAME, [], args);
    if (tables.length + problems.length === 0) refuse([NO_TABLES], "unavailable");
    const all = [...problems, ...problemsOf(tables)];
    if (all.length === 0) return [HEADINGS, ["No problems found", "", "", "", ""]];
    const more = all.length - MOST_ROWS;
    const rest = more > 0 ? [[`… and ${more} more problems`, "", "", "", ""]] : [];
    return [HEADINGS, ...all.slice(0, MOST_ROWS).map(rowOf), ...rest];
  },
};

const NO_TABLES: Problem = {
  code: "HR-182",
  at: [],
  value: "",
  why: `${NAME} needs at least one table`,
  hint: "Maybe its ranges are missing from the formula.",
};
const HEADINGS = ["Where", "Value", "What is wrong", "How to mend it", "Code"];
/** Google Sheets refuses results that are too large. */
const MOST_ROWS = 5000;

const rowOf = ({ at, value, why, hint, code }: Problem): readonly Cell[] => [
  at.map(placeOf).join("; "),
  value,
  why,
  hint,
  code,
];

/** A range that is no table spoils no other table: it is one problem more. */
function problemsOf(tables: readonly CellRange[]): readonly Problem[] {
  const read = reading(tables);
  if (!read.refused) return read.problems;
  const alone = tables.map((cells) => ({ cells, ...reading([cells]) }));
  const refused = alone.flatMap((one) => (one.refused ? one.problems : []));
  const others = alone.filter((one) => !one.refused).map(({ cells }) => cells);
  if (refused.length === 0) return read.problems;
  return others.length === 0 ? refused : [...refused, ...problemsOf(others)];
}

/** Everything that is wrong with a plan that could be read. */
export const problemsIn = (plan: Plan): readonly Problem[] => [
  ...plan.problems,
  ...missingMoneyProblems(plan),
  ...missingTimesheetProblems(plan),
];

function reading(tables: readonly CellRange[]): { readonly refused: boolean; readonly problems: readonly Problem[] } {
  try {
    const plan = readPlan(tables.map((cells) => ({ cells })));
    return { refused: false, problems: problemsIn(plan) };
  } catch (error) {
    if (error instanceof PlanError) return { refused: true, problems: error.problems };
    throw error;
  }
}
