import { type Problem, severityOf } from "../problems.ts";
import { type Booked, bookedAt, NOTHING_BOOKED, rebooked } from "../scenario/booked.ts";
import type { ChangeKey, ChangeProblem, ChangeRow } from "../scenario/case.ts";
import type { Change, ChangeKind } from "../scenario/change.ts";
import { engagementIn, personIn } from "../scenario/names.ts";
import { CHANGE_CASES, withChange } from "../scenario/with-changes.ts";
import { dayNumber, minutes } from "../units.ts";
import { isBlank } from "./cells.ts";
import { changed } from "./changed.ts";
import { cellAt, complain, type Findings, orderOf } from "./findings.ts";
import { rowNumber } from "./link-needs.ts";
import type { Plan, Scenario, ScenarioChange } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { BLANK, BLANK_ROW, entry, NO_ROW, type Rows, USED } from "./rows.ts";
import type { SCENARIOS } from "./tables.ts";
import { CHANGES } from "./words.ts";

type ScenarioRows = Rows<(typeof SCENARIOS)["columns"]>;

// The keys of our own table of words are its words.
const KINDS = Object.keys(CHANGES) as readonly ChangeKind[];

/**
 * The scenarios of a plan. Each row that is switched on is tried on the plan, after the rows before it, so that a row which does
 * not fit any more is a problem at its cell.
 */
export function linkScenarios(
  rows: ScenarioRows,
  numbering: Numbering,
  plan: Plan,
  findings: Findings,
): readonly Scenario[] {
  const read = Array.from({ length: rows.length }, (_, index) => changeAt(rows, index, numbering, findings));
  const base = concerned(plan, read);
  return [...byName(rows)].map(([number, own]): Scenario => {
    let world = base;
    const unsure: Problem[] = [];
    const changes: ScenarioChange[] = [];
    for (const index of own) {
      const change = read[index];
      if (!change || rows.state[index] !== USED) continue;
      const on = isOn(rows, index);
      if (on) {
        const after = withChange({ base, plan: world }, change);
        if ("key" in after) {
          const missing = after.tables.filter((table) => !plan.given.has(table));
          if (missing.length === 0) complain(findings, { rows, index, key: after.key }, complaintOf(after));
          else unsure.push(...withoutTables(rows, index, after, missing));
          continue;
        }
        world = after;
      }
      changes.push({ change, on, row: rowNumber(rows, index) });
    }
    const wrong = own.filter((index) => isOn(rows, index) && rows.state[index] !== USED);
    const problems = wrong.flatMap((index) => errorsOf(rows, index, findings));
    return { name: numbering.names.scenario.texts[number]!, changes, problems: [...problems, ...unsure] };
  });
}

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

const complaintOf = ({ key: _, tables: __, ...complaint }: ChangeProblem) => complaint;

/** Where a formula lacks a table, the row is no mistake; only who asks for its scenario is told what is missing. */
function withoutTables(
  rows: ScenarioRows,
  index: number,
  problem: ChangeProblem,
  missing: readonly string[],
): readonly Problem[] {
  const apart: Findings = { found: [] };
  const hint = `Maybe the range of ${missing.join(" and ")} is missing from the formula.`;
  complain(apart, { rows, index, key: problem.key }, { code: problem.code, why: problem.why, hint });
  rows.state[index] = USED;
  return apart.found.map((one) => one.problem);
}

/** What leaves a row out. */
function errorsOf(rows: ScenarioRows, index: number, { found }: Findings): Scenario["problems"] {
  const first = orderOf(rows.table.name, index + 1, 0);
  const next = orderOf(rows.table.name, index + 2, 0);
  const here = found.filter(({ order }) => order >= first && order < next).map(({ problem }) => problem);
  return here.filter((problem) => severityOf(problem) === "error");
}

/** The change that a row says; null when the row is left out. */
function changeAt(rows: ScenarioRows, index: number, numbering: Numbering, findings: Findings): Change | null {
  const kind = rows.state[index] === USED ? entry(KINDS, rows.columns.change[index]!) : undefined;
  if (kind === undefined) return null;
  const { needs, may, read } = CHANGE_CASES[kind];
  const row = rowAt(rows, index, numbering);
  for (const key of CHANGE_KEYS) {
    const isUsed = needs.includes(key) || may.includes(key);
    const spot = { rows, index, key };
    if (row[key] === null && needs.includes(key)) {
      const hint = `Maybe fill ${rows.table.columns[key].heading}.`;
      complain(findings, spot, { code: "HR-161", why: `is empty, and "${kind}" needs it`, hint });
    } else if (!isUsed && !isBlank(cellAt(spot))) {
      const hint = "Maybe empty the cell, or choose another Change.";
      complain(findings, spot, { code: "HR-163", why: `is not used by "${kind}"`, hint });
    }
  }
  return read(row);
}

function rowAt({ columns }: ScenarioRows, index: number, { names }: Numbering): ChangeRow {
  const number = (key: keyof typeof columns) => (columns[key][index] === BLANK ? null : columns[key][index]!);
  const day = (key: "from" | "to") => (columns[key][index] === BLANK ? null : dayNumber(columns[key][index]!));
  const text = (texts: readonly string[], key: keyof typeof columns) => entry(texts, columns[key][index]!) ?? null;
  const weekly = number("hoursAWeek");
  return {
    person: text(names.person.texts, "person"),
    engagement: text(names.engagement.texts, "engagement"),
    toEngagement: text(names.engagement.texts, "toEngagement"),
    skill: text(names.skill.texts, "skill"),
    level: number("level"),
    certificate: text(names.certificate.texts, "certificate"),
    location: text(names.location.texts, "location"),
    from: day("from"),
    to: day("to"),
    hoursAWeek: weekly === null ? null : minutes(weekly),
    percent: number("percent"),
    weeks: number("weeks"),
  };
}

const CHANGE_KEYS = [
  "person",
  "engagement",
  "toEngagement",
  "skill",
  "level",
  "certificate",
  "location",
  "from",
  "to",
  "hoursAWeek",
  "percent",
  "weeks",
] as const satisfies readonly ChangeKey[];

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
