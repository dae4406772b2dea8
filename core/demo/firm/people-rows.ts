import { plusDays } from "../../units.ts";
import { mondayOf } from "../days.ts";
import type { DemoRow } from "../headings.ts";
import type { Draw } from "../random.ts";
import { MARKET } from "./market.ts";
import type { Staff } from "./people.ts";

const RANKS = ["Associate", "Associate", "Associate", "", "Senior", "Principal"];
const TARGETS = [0.9, 0.9, 0.9, null, 0.8, 0.7];

/** People: one row each, then second contracts of those who go part-time within the horizon. */
export function peopleRows(draw: Draw, staff: readonly Staff[]): readonly DemoRow<"People">[] {
  const first = staff.map((one) => rowOf(draw, one));
  const second: DemoRow<"People">[] = [];
  const shorter = staff.flatMap((one, i) => (i % 53 === 20 && one.to === null && one.kind === "employee" ? [i] : []));
  for (const i of shorter) {
    const from = mondayOf(draw.whole(8, 18));
    second.push({ ...first[i], "Weekly hours": 24, "Working days": "Mon-Wed", From: from });
    first[i] = { ...first[i], To: plusDays(from, -1) };
  }
  return [...first, ...second];
}

function rowOf(draw: Draw, one: Staff): DemoRow<"People"> {
  const certified = one.certifiedTo !== null;
  const skills = [...(certified ? [] : [[one.skill, one.level] as const]), ...one.besides];
  return {
    Person: one.name,
    Team: one.team,
    Role: roleOf(one),
    Location: one.location,
    "Weekly hours": one.weeklyHours,
    "Working days": one.workingDays,
    From: one.from,
    To: one.to,
    Skills: skills.map(([skill, level]) => `${skill} ${level}`).join("; ") || null,
    "Utilization target": TARGETS[one.level] ?? null,
    Kind: one.kind,
    ...(one.kind === "planned hire"
      ? { Odds: draw.pick([0.5, 0.6, 0.75, 0.9]), "Ramp-up weeks": draw.pick([4, 6, 8]) }
      : {}),
  };
}

function roleOf({ level, skill }: Staff): string {
  const role = `${RANKS[level]} ${MARKET.get(skill)?.role}`.trim();
  return role.charAt(0).toUpperCase() + role.slice(1);
}

/** Skills that carry a certificate stand here; the others stand beside the person. */
export const skillRows = (staff: readonly Staff[]): readonly DemoRow<"Skills">[] =>
  staff.flatMap(({ name, skill, level, certifiedTo }) =>
    certifiedTo === null
      ? []
      : [
          {
            Person: name,
            Skill: skill,
            Level: level,
            Certificate: MARKET.get(skill)?.certificate ?? null,
            "Valid to": certifiedTo,
          },
        ],
  );
