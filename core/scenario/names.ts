import { changed } from "../plan/changed.ts";
import { either, nameKey, nearest } from "../plan/names.ts";
import type { Plan, Status } from "../plan/plan.ts";
import type { ChangeKey, ChangeProblem } from "./case.ts";

/** The number of a person, engagement, skill or location in the plan; -1 when it has none of that name. */
export const personIn = ({ people }: Plan, name: string): number => at(people.map(nameOf), name);
export const engagementIn = ({ engagements }: Plan, name: string): number => at(engagements.map(nameOf), name);
export const skillIn = ({ skills }: Plan, name: string): number => at(skills, name);
export const locationIn = ({ locations }: Plan, name: string): number => at(locations.map(nameOf), name);

/** Work that is lost or done counts for nothing, whatever changes. */
export const isOver = (status: Status): boolean => status === "lost" || status === "done";

/** The first of these problems; null when nothing is wrong. */
export const firstOf = (...problems: readonly (ChangeProblem | null)[]): ChangeProblem | null =>
  problems.find((one) => one !== null) ?? null;

export const unknownPerson = (plan: Plan, name: string): ChangeProblem | null =>
  unknown("person", name, plan.people.map(nameOf), "is not in People", ["People"]);

export const unknownEngagement = (
  plan: Plan,
  name: string,
  key: "engagement" | "toEngagement" = "engagement",
): ChangeProblem | null => unknown(key, name, plan.engagements.map(nameOf), "is not in Engagements", ["Engagements"]);

/** A skill that is spelled nearly like one of the plan; any other name is a skill that the scenario brings in. */
export function mistypedSkill({ skills }: Plan, name: string): ChangeProblem | null {
  const problem = unknown("skill", name, skills, "is no skill that the plan names, and looks like one", ["People"]);
  if (problem === null || nearest(name, skills).length === 0) return null;
  return {
    ...problem,
    hint: `${problem.hint.replace(/\.$/, "")}; or a skill of its own, to be named in Skills or Demand first.`,
  };
}

/** The plan with a skill of that name. */
export const withSkill = (plan: Plan, name: string): Plan =>
  skillIn(plan, name) >= 0 ? plan : changed(plan, { skills: [...plan.skills, name] });

export const unknownLocation = (plan: Plan, name: string | null): ChangeProblem | null =>
  name === null
    ? null
    : unknown("location", name, plan.locations.map(nameOf), "is no location that the plan names", ["People"]);

/** What is wrong when a change no longer means what it meant. */
export const doesNotFit = (
  key: ChangeKey,
  why: string,
  hint: string,
  tables: readonly string[] = [],
): ChangeProblem => ({
  code: "HR-162",
  key,
  why,
  hint,
  tables,
});

const nameOf = ({ name }: { readonly name: string }): string => name;

function at(names: readonly string[], name: string): number {
  const same = names.indexOf(name);
  if (same >= 0) return same;
  const wanted = nameKey(name);
  return names.findIndex((one) => nameKey(one) === wanted);
}

function unknown(
  key: ChangeKey,
  name: string,
  known: readonly string[],
  why: string,
  tables: readonly string[],
): ChangeProblem | null {
  if (at(known, name) >= 0) return null;
  const like = nearest(name, known);
  const hint = like.length > 0 ? `Maybe ${either(like)}.` : "Maybe it is spelled differently there.";
  const [only, other] = like;
  const mend = only !== undefined && other === undefined ? { mend: only } : {};
  return { code: "HR-123", key, why, hint, tables, ...mend };
}
