import { type NewNeed, workdaysBetween } from "../engine/decide/new-work.ts";
import { changed } from "../plan/changed.ts";
import { either, nameKey, nearest } from "../plan/names.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../plan/plan.ts";
import { refuse } from "../problems.ts";
import type { DayNumber } from "../units.ts";
import { unusable } from "./argument.ts";
import type { NeedRow } from "./need-range.ts";

/** New work in the plan's numbers, and the plan with the skills that only the new work names. */
export interface NewWork {
  readonly plan: Plan;
  readonly work: readonly NewNeed[];
}

/** Rows without a first day begin with the whole; rows that have one keep their distance from the earliest. */
export function newWork(plan: Plan, rows: readonly NeedRow[]): NewWork {
  const skills = [...plan.skills];
  const firsts = rows.filter(({ hasFrom }) => hasFrom).map(({ need }) => need.from);
  const earliest = firsts.length === 0 ? FIRST_DAY : (Math.min(...firsts) as DayNumber);
  const work = rows.map((row): NewNeed => {
    const { need, read, hasFrom, movable } = row;
    const { per, effort, spread, level } = need;
    return {
      per,
      effort,
      spread,
      level,
      skill: need.skill < 0 ? -1 : numberIn(skills, read.skills[need.skill]!),
      role: spelledIn(
        plan.contracts.map(({ role }) => role),
        need.role,
      ),
      certificate: need.certificate === null ? null : spelledIn(certificatesOf(plan), need.certificate),
      location: need.location < 0 ? -1 : locationIn(plan, read.locations[need.location]!.name),
      after: hasFrom ? workdaysBetween(earliest, need.from) - 1 : 0,
      takes: takesOf(row),
      movable,
    };
  });
  return { plan: skills.length === plan.skills.length ? plan : changed(plan, { skills }), work };
}

function takesOf({ need: { from, to }, weeks, hasFrom }: NeedRow): number | null {
  if (weeks !== null) return Math.max(1, Math.round(5 * weeks));
  if (to === LAST_DAY) return null;
  if (!hasFrom) refuse([unusable("need", "has a To without a From", "Maybe type Weeks, or both days.")]);
  return Math.max(1, workdaysBetween(from, to));
}

/** The place of a skill in a list, which grows by new skills; one that looks mistyped is refused rather than found to be nobody's. */
function numberIn(names: string[], name: string): number {
  const found = names.findIndex((one) => nameKey(one) === nameKey(name));
  if (found >= 0) return found;
  const meant = nearest(name, names);
  if (meant.length > 0) refuse([unusable(name, "is no skill of the plan", `Maybe ${either(meant)}.`)]);
  return names.push(name) - 1;
}

/** A name as the plan spells it. */
const spelledIn = (names: readonly string[], name: string): string =>
  name === "" ? "" : (names.find((one) => nameKey(one) === nameKey(name)) ?? name);

const certificatesOf = ({ people, needs }: Plan): readonly string[] =>
  [...people.flatMap(({ skills }) => skills), ...needs].flatMap(({ certificate }) => certificate ?? []);

function locationIn({ locations }: Plan, name: string): number {
  const found = locations.findIndex((one) => nameKey(one.name) === nameKey(name));
  if (found < 0) refuse([unusable(name, "is no location of the plan", "Maybe leave Location empty.")]);
  return found;
}
