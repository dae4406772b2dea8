import { expect, test } from "vitest";
import { requirementsText } from "../../core/functions/requirement-text.ts";
import { planOf } from "../support/engine-plan.ts";

test("of many kinds of work that share people a few are named, those in question first, and the rest is counted", () => {
  const skills = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
  const plan = planOf({ people: { Ana: { skills } } });
  const all = skills.map((_, skill) => ({ skill, role: "", level: 2, certificate: null, location: -1 }));
  expect(requirementsText(plan, all.slice(0, 3), 2)).toBe("A 2+, B 2+, C 2+");
  expect(requirementsText(plan, all, 9)).toBe(
    "J 2+, A 2+, B 2+, C 2+, D 2+, E 2+, F 2+, G 2+ and 2 more that share people",
  );
});
