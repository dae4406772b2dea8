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
