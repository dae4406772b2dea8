import type { Requirement } from "../engine/requirements.ts";
import type { Plan } from "../plan/plan.ts";

/** What open work asks for in a few words: "AWS 3+", "Security 3+ with CISSP", "Developer in Pune". */
export function requirementText(plan: Plan, { skill, role, level, certificate, location }: Requirement): string {
  const named = [role, plan.skills[skill] ?? ""].filter((part) => part !== "").join(" ");
  const atLeast = skill >= 0 && level > 1 ? ` ${level}+` : "";
  const proof = certificate === null ? "" : ` with ${certificate}`;
  const place = plan.locations[location] ? ` in ${plan.locations[location].name}` : "";
  return `${named || "any skill"}${atLeast}${proof}${place}`;
}

/** In a firm where people know a lot, nearly all work may share them. */
const MOST_NAMED = 8;

/** "AWS 3+, Kubernetes 3+": what shares people; of many kinds of work a few, those of one skill first, and how many more there are. */
export function requirementsText(plan: Plan, all: readonly Requirement[], about = -1): string {
  const more = all.length - MOST_NAMED;
  const isAbout = ({ skill }: Requirement) => Number(skill === about);
  const sorted = more > 0 ? [...all].sort((a, b) => isAbout(b) - isAbout(a)) : all;
  const named = sorted.slice(0, MOST_NAMED).map((one) => requirementText(plan, one));
  return `${named.join(", ")}${more > 0 ? ` and ${more} more that share people` : ""}`;
}
