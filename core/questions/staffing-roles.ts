import { type Counted, countedBy } from "../engine/counted.ts";
import { everything } from "../engine/scope.ts";
import {
  checkedPlan,
  gapOf,
  type OpenRoles,
  openRoles,
  type StaffedRole,
  type StaffingRow,
  staffingRows,
} from "../engine/staffing/index.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import type { Work } from "../host.ts";
import { latest, weekday } from "../plan/calendar.ts";
import { nameKey } from "../plan/names.ts";
import { LAST_DAY, type Plan } from "../plan/plan.ts";
import { fingerprint } from "../sheets/fingerprint.ts";
import { firstWork, inputsOf } from "../sheets/given.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { formError } from "./allocations-table.ts";
import { asking } from "./staffing-open.ts";
import type { FoundPlan, StaffingRequest } from "./staffing-request.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** The open work that was asked about, ready to be searched. */
export interface StaffingDesk {
  readonly workbook: Workbook;
  readonly counted: Counted;
  readonly open: OpenRoles;
  /** Equal plans and questions: equal text. */
  readonly print: string;
  /** By need that only a placeholder asks for: the placeholder's allocation. */
  readonly placeholderOf: ReadonlyMap<number, number>;
}

const MOST_WEEKS = 53;

export function* staffingDesk(asked: StaffingRequest): Work<StaffingDesk> {
  const found = yield* workbook();
  const { plan, placeholderOf } = asking(found.plan);
  const counted = countedBy(plan.settings);
  const { engagement, skill, from, to } = asked;
  const weeks = weeksFor(plan, asked);
  const on = numberOf(
    plan.engagements.map(({ name }) => name),
    engagement,
    "engagement",
  );
  const of = numberOf(plan.skills, skill, "skill");
  const all = everything(plan);
  const needs = Uint8Array.from(plan.needs, (need) =>
    (on < 0 || need.engagement === on) && (of < 0 || need.skill === of) ? 1 : 0,
  );
  const scope = { ...all, needs, allocations: new Uint8Array(plan.allocations.length) };
  const open = openRoles(plan, weeks, counted, scope);
  const print = fingerprint([inputsOf(found.plan), engagement, skill, from, to]);
  return { workbook: { ...found, plan }, counted, open, print, placeholderOf };
}

/** The days that were asked for, as far as they lie in the plan's horizon; beyond it, where they lie outside only: up to a year. */
function weeksFor(plan: Plan, asked: StaffingRequest): Timeline {
  const { horizonFrom, horizonWeeks } = plan.settings;
  const start = horizonFrom ?? firstWork(plan);
  const horizon = {
    from: plusDays(start, -weekday(start)),
    to: plusDays(start, 7 * horizonWeeks - 1 - weekday(start)),
  };
  const from = asked.from ?? horizon.from;
  const to = asked.to ?? latest(from, horizon.to);
  if (to < from) throw formError("The last day comes before the first", "Maybe they changed places.");
  const outside = to < horizon.from || from > horizon.to;
  const first = outside ? from : latest(from, horizon.from);
  const last = Math.min(to, plusDays(first, 7 * MOST_WEEKS - 1), outside ? LAST_DAY : horizon.to);
  return timeline(first, last as DayNumber, "week");
}

function numberOf(names: readonly string[], name: string | null, what: string): number {
  if (name === null) return -1;
  const found = names.findIndex((one) => nameKey(one) === nameKey(name));
  if (found < 0) throw formError(`"${name}" is no ${what} of this plan`, "Maybe choose one from the list.");
  return found;
}

/** A suggestion as rows to write, those that cover most first. */
export interface Suggested {
  readonly rows: readonly StaffingRow[];
  /** By how much another plan with one person a role and week could be better at most, in millionths. */
  readonly gap: number;
}

/** Judge a plan that was found anywhere against the workbook as it is now. */
export function suggestedBy({ workbook: { plan }, counted, open, print }: StaffingDesk, found: FoundPlan): Suggested {
  const checked = checkedPlan(open.problem, found.roles);
  const alone = checkedPlan(open.problem, firstOf(found));
  if (found.print !== print || "why" in checked || "why" in alone || found.bound < alone.worth) {
    throw formError("The plan changed since this was suggested", "Maybe look for people again.");
  }
  const rows = staffingRows(plan, open, counted, found.roles).filter(({ covered }) => covered > 0);
  return { rows: rows.sort((a, b) => b.covered - a.covered), gap: gapOf(alone.worth, found.bound) };
}

/** The first person's line of each role, without those who share the rest. */
function firstOf({ roles }: FoundPlan): readonly StaffedRole[] {
  const seen = new Set<number>();
  return roles.filter(({ role }) => {
    const isFirst = !seen.has(role);
    seen.add(role);
    return isFirst;
  });
}

export const coveredBy = (rows: readonly StaffingRow[]): number => rows.reduce((sum, { covered }) => sum + covered, 0);
