import { FARTHEST_WEEKS, LOOK_BACK_WEEKS } from "../engine/bands.ts";
import { type Counted, countedBy } from "../engine/counted.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { type Period, weekday } from "../plan/calendar.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { refuse } from "../problems.ts";
import { reservedFor } from "../scenario/with-support.ts";
import { plusDays } from "../units.ts";
import { type Argument, rangeInFront, splitArguments } from "./argument.ts";
import { type Filters, filtersOf } from "./filters.ts";
import { inScenario } from "./in-scenario.ts";
import { type Options, readOptions } from "./options.ts";
import { type Param, type ParamName, paramsOf, type Vocabulary } from "./params.ts";
import { type OneOf, planOf } from "./plan-of.ts";
import type { Shown } from "./shows.ts";
import type { Where } from "./where.ts";

/** A formula over the small demo plan and what it gives. The tests run it; docs/functions.md prints it. */
export interface Example {
  readonly formula: string;
  readonly gives: Cell | CellRange;
  readonly says: string;
}

/** What help, hosts and the documentation say about a function. */
export interface Description {
  readonly name: string;
  readonly category: string;
  /** One sentence. */
  readonly summary: string;
  /** What its cells hold. */
  readonly gives: string;
  /** Of each group, at least one table must be among the arguments. */
  readonly needs: readonly OneOf[];
  /** Tables that count only with another beside them: effort of allocations follows their people's working days. */
  readonly goesWith?: Readonly<Record<string, string>>;
  /** The table that a range is whose headings fit several alike. */
  readonly likely?: string;
  /** Tables that change the result when they are there. */
  readonly mayUse: readonly string[];
  readonly examples: readonly Example[];
}

/** A spreadsheet function as hosts see it: what to tell the planner, and a call from cells to cells. */
export interface FunctionDefinition extends Description {
  readonly params: readonly Param[];
  /** The parameters' arguments, then any number of tables in any order, header rows included. */
  readonly call: (args: readonly Argument[]) => Cell | CellRange;
  /** What the numbers are that a call with these arguments gives. */
  readonly shows: (args: readonly Argument[]) => Shown;
}

/** A question with everything it needs: the options, the plan, and who and what counts. */
export interface Asked extends Options {
  readonly plan: Plan;
  readonly filters: Filters;
  readonly counted: Counted;
  /** The range of the parameter `need`; empty in functions without it. */
  readonly need: CellRange;
}

interface Definition extends Description, Vocabulary {
  readonly params: readonly ParamName[];
  /** It answers for several scenarios side by side: its plan is the one without any. */
  readonly comparesScenarios?: boolean;
  /** On past days it counts what was logged, where anything was. */
  readonly countsWorked?: boolean;
  /** Its answer judges whole weeks, so that hours logged in them count up to the end of the week of `to`; hours it gives would not. */
  readonly judgesWeeks?: (where: Where) => boolean;
  /** What its numbers are, where they are not plain ones: it follows from the measure that is asked for. */
  readonly shows?: (options: Options) => Shown;
  readonly run: (asked: Asked) => Cell | CellRange;
}

/** Describe a spreadsheet function, once. Every host, the documentation and the tests read what this returns. */
export function defineFunction(definition: Definition): FunctionDefinition {
  const {
    params,
    rows,
    people,
    work,
    measures,
    run,
    comparesScenarios = false,
    countsWorked = false,
    judgesWeeks = () => false,
    shows = () => "number",
    ...said
  } = definition;
  const { choices, about } = withScenario(said, params.includes("where"), !comparesScenarios);
  const words = { rows, people, work, choices, ...(measures && { measures }) };
  const before = params.filter((name) => name !== "need");
  const read = (args: readonly Argument[]) => {
    const inFront = params[0] === "need" ? rangeInFront(params[0], args) : { range: [], rest: args, problems: [] };
    const split = splitArguments(about.name, before, inFront.rest);
    const { options, problems } = readOptions(about.name, before, words, split.options);
    const all = [...inFront.problems, ...problems, ...split.problems];
    return { options, tables: split.tables, need: inFront.range, problems: all };
  };
  return {
    ...about,
    params: paramsOf(params, words),
    shows: (args) => shows(read(args).options),
    call: (args) => {
      const { options, tables, need, problems } = read(args);
      refuse(problems);
      const { where } = options;
      const asItIs = reservedFor(planOf(about, tables, where.strict, options), where.pipeline);
      const asked = comparesScenarios ? asItIs : inScenario(asItIs, where.scenarios);
      const plan = countsWorked ? asWorked(asked, lookedAt(options, judgesWeeks(where))) : asked;
      const filters = filtersOf(plan, words, where.filters);
      return run({ ...options, plan, filters, counted: countedBy(plan.settings, over(where)), need });
    },
  };
}

/** The days whose logged hours count: those asked for and what runs of weeks need before them; in whole weeks where weeks are judged. */
export function lookedAt({ from, to }: Period, inWeeks: boolean): Period {
  const first = plusDays(from, -7 * (inWeeks ? FARTHEST_WEEKS : LOOK_BACK_WEEKS));
  return inWeeks ? { from: plusDays(first, -weekday(first)), to: plusDays(to, 6 - weekday(to)) } : { from: first, to };
}

/** Every function with conditions answers for scenarios too. */
function withScenario({ choices, ...about }: Description & Pick<Vocabulary, "choices">, has: boolean, mayUse: boolean) {
  if (!has) return { choices, about };
  return {
    choices: [...choices, "scenario"] as const,
    about: mayUse ? { ...about, mayUse: [...about.mayUse, "Scenarios"] } : about,
  };
}

/** What `where` says about counting; the plan's Settings say the rest. */
function over({ pipeline, hires, plan, grain, restaff }: Where): Partial<Counted> {
  return {
    ...(pipeline && { pipeline }),
    ...(hires && { hires }),
    ...(plan && { plan }),
    ...(grain && { grain }),
    restaff,
  };
}
