import { type Problem, severityOf } from "../problems.ts";
import { BASELINE } from "../scenario/baseline.ts";
import { type Booked, bookedAt, NOTHING_BOOKED, rebooked } from "../scenario/booked.ts";
import type { ChangeProblem } from "../scenario/case.ts";
import type { Change } from "../scenario/change.ts";
import { engagementIn, personIn } from "../scenario/names.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { changed } from "./changed.ts";
import type { Complaint } from "./complaint.ts";
import { complain, type Findings, orderOf } from "./findings.ts";
import { changeAt, type ScenarioRows } from "./link-changes.ts";
import { rowNumber } from "./link-needs.ts";
import { nameKey } from "./names.ts";
import type { Plan, Scenario } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { BLANK_ROW, NO_ROW, USED } from "./rows.ts";

/** A row that says a change. */
interface Said {
  readonly index: number;
  readonly change: Change;
  readonly on: boolean;
}

/**
 * The scenarios of a plan. The rows of each that are switched on are tried on the plan, so that one which does not fit any more
 * is a problem at its cell.
 */
export function linkScenarios(
  rows: ScenarioRows,
  numbering: Numbering,
  plan: Plan,
  findings: Findings,
): readonly Scenario[] {
  const read = Array.from({ length: rows.length }, (_, index) => changeAt(rows, index, numbering, findings));
  const base = concerned(plan, read);
  return [...byName(rows)].flatMap(([number, own]): readonly Scenario[] => {
    const name = numbering.names.scenario.texts[number]!;
    if (nameKey(name) === nameKey(BASELINE)) {
      for (const index of own) complain(findings, { rows, index, key: "scenario" }, TAKEN);
      return [];
    }
    const said = own.flatMap((index): readonly Said[] => {
      const change = read[index];
      return change && rows.state[index] === USED ? [{ index, change, on: isOn(rows, index) }] : [];
    });
    const { wrong, unsure } = triedOn(rows, said, base, findings);
    const changes = said
      .filter(({ index }) => !wrong.has(index))
      .map(({ index, change, on }) => ({ change, on, row: rowNumber(rows, index) }));
    const leftOut = own.filter((index) => isOn(rows, index) && rows.state[index] !== USED);
    const problems = leftOut.flatMap((index) => errorsOf(rows, index, findings));
    return [{ name, changes, problems: [...problems, ...unsure] }];
  });
}

const TAKEN: Complaint = {
  code: "HR-162",
  why: "is what the plan as it is goes by beside scenarios",
  hint: "Maybe another name.",
};

/** Rows by the number of their scenario's name, in the order of the names' first rows. */
function byName(rows: ScenarioRows): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let index = 0; index < rows.length; index++) {
    const name = rows.columns.scenario[index]!;
    const state = rows.state[index];
    if (name < 0 || state === BLANK_ROW || state === NO_ROW) continue;
    const own = found.get(name);
    if (own) own.push(index);
    else found.set(name, [index]);
  }
  return found;
}

const isOn = ({ columns }: ScenarioRows, index: number): boolean => columns.on[index] !== 0;

interface Tried {
  /** Rows that do not fit the plan, or of which nobody can be sure. */
  readonly wrong: ReadonlySet<number>;
  readonly unsure: readonly Problem[];
}

/** Rows that are switched on must fit the plan; those that are not must name what it has, all rows taken together. */
function triedOn(rows: ScenarioRows, said: readonly Said[], base: Plan, findings: Findings): Tried {
  const on = said.filter((row) => row.on);
  const wrong = new Set<number>();
  const unsure: Problem[] = [];
  for (const { at, problem } of withChanges(base, on.map(changeOf)).problems) {
    const { index } = on[at]!;
    wrong.add(index);
    const missing = missingIn(base, problem);
    if (missing.length === 0) complain(findings, { rows, index, key: problem.key }, complaintOf(problem));
    else unsure.push(...withoutTables(rows, index, problem, missing, findings));
  }
  if (on.length === said.length) return { wrong, unsure };
  for (const { at, problem } of withChanges(base, said.map(changeOf)).problems) {
    const { index, on: counts } = said[at]!;
    if (counts || problem.code !== "HR-123" || missingIn(base, problem).length > 0) continue;
    const why = `${problem.why}, in a row that is switched off`;
    complain(findings, { rows, index, key: problem.key }, { ...complaintOf(problem), code: "HR-164", why });
  }
  return { wrong, unsure };
}

const changeOf = ({ change }: Said): Change => change;

const complaintOf = ({ key: _, tables: __, ...complaint }: ChangeProblem): Complaint => complaint;

const missingIn = ({ given }: Plan, { tables }: ChangeProblem): readonly string[] =>
  tables.filter((table) => !given.has(table));

/** Where a formula lacks a table, the row is no mistake; who asks for its scenario or for problems is told what is missing. */
function withoutTables(
  rows: ScenarioRows,
  index: number,
  { key, why }: ChangeProblem,
  missing: readonly string[],
  findings: Findings,
): readonly Problem[] {
  const apart: Findings = { found: [] };
  const hint = `Maybe ${missing.join(" and ")} is missing: the table, or its range in the formula.`;
  complain(apart, { rows, index, key }, { code: "HR-164", why, hint });
  findings.found.push(...apart.found);
  return apart.found.map(({ problem }) => problem);
}

/** What leaves a row out. */
function errorsOf(rows: ScenarioRows, index: number, { found }: Findings): Scenario["problems"] {
  const first = orderOf(rows.table.name, index + 1, 0);
  const next = orderOf(rows.table.name, index + 2, 0);
  const here = found.filter(({ order }) => order >= first && order < next).map(({ problem }) => problem);
  return here.filter((problem) => severityOf(problem) === "error");
}

/** The plan with those allocations only that the changes could touch: trying them on does not depend on the others. */
function concerned(plan: Plan, changes: readonly (Change | null)[]): Plan {
  const people = new Set<number>();
  const engagements = new Set<number>();
  for (const change of changes) {
    if (change === null) continue;
    if ("person" in change && change.person !== null) people.add(personIn(plan, change.person));
    if ("engagement" in change && change.engagement !== null) engagements.add(engagementIn(plan, change.engagement));
  }
  const { allocations } = plan;
  const rows: Booked[] = [];
  for (let row = 0; row < allocations.length; row++) {
    const touched = people.has(allocations.person[row]!) || engagements.has(allocations.engagement[row]!);
    if (touched) rows.push(bookedAt(allocations, row));
  }
  return changed(plan, { allocations: rebooked(NOTHING_BOOKED, new Map(), rows) });
}
