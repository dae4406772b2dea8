import { inTurn, LONGEST_LIST, LONGEST_NAME, type Schema, step, words } from "../schema.ts";
import type { Complaint } from "./complaint.ts";
import { type ListedSkill, skillsIn } from "./skill-list.ts";

const no = (code: Complaint["code"], why: string, hint: string): Complaint => ({ code, why, hint });

/** Skills with their levels: "AWS 4; Terraform 3". */
export const skillList: Schema<readonly ListedSkill[]> = inTurn(
  words(LONGEST_LIST, "a list of skills"),
  step((value: string) => {
    const skills = skillsIn(value);
    const odd = skills.find(({ level }) => level < 0 || level > 5);
    const long = skills.find(({ skill }) => skill.length > LONGEST_NAME);
    if (long)
      return no(
        "HR-152",
        `names a skill longer than ${LONGEST_NAME} characters`,
        "Maybe put semicolons between the skills.",
      );
    if (odd) return no("HR-103", `has a level outside 1 to 5 for ${odd.skill}`, `Maybe ${odd.skill} 4.`);
    return { value: skills };
  }),
);
