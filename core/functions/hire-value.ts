import { type HireValue, hireValues } from "../engine/decide/hire-value.ts";
import { timeline } from "../engine/timeline.ts";
import type { CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { type Minutes, toHours } from "../units.ts";
import { defineFunction } from "./define.ts";
import { hoursAWeek } from "./hours-a-week.ts";
import { requirementText } from "./requirement-text.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";

export const HIREVALUE = defineFunction({
  name: "HIREVALUE",
  category: "Decisions",
  summary:
    "Whom to hire or train: the hours of the skill gap that one more person closes, for each skill asked for, while bookings cover what they cover today.",
  gives: "a table",
  params: ["from", "to", "weekly", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "restaff", "problems"],
  needs: [["People"], WORK_TABLES],
  mayUse: ["Engagements", ...PEOPLE_TABLES],
  examples: [
    {
      says: "The two weeks of the cut-over with 10 hours a week more: three skills share the gap of 20 hours, so a hire for any of them closes it, and so would Omar's 10 free hours.",
      formula:
        '=HIREVALUE(DATE(2026,1,26), DATE(2026,2,6), 10, "team=Platform; engagement=Tidewater migration", People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Do", "Who", "Skill", "Gap closed", "Gap left"],
        ["Hire", "", "AWS 3+", 20, 0],
        ["Hire", "", "Kubernetes 3+", 20, 0],
        ["Hire", "", "Security 3+ with CISSP", 20, 0],
        ["Train", "Omar Haddad", "AWS 3+", 20, 0],
        ["Train", "Omar Haddad", "Kubernetes 3+", 20, 0],
        ["Train", "Omar Haddad", "Security 3+ with CISSP", 20, 0],
      ],
    },
    {
      says: "A week in which everything asked for can be done.",
      formula: "=HIREVALUE(DATE(2026,1,5), DATE(2026,1,9), People, Skills, Demand, Support, Allocations, Leave)",
      gives: [
        ["Do", "Who", "Skill", "Gap closed", "Gap left"],
        ["No skill gap in this period", "", "", "", ""],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted, from, to, cellOf } = asked;
    const weekly = hoursAWeek(cellOf("weekly")) ?? plan.settings.fullTimeWeek;
    const over = timeline(from, to, "total");
    const { unmet, values } = hireValues(plan, over, counted, scopeOf(asked), weekly, TRAINEES);
    if (unmet === 0) return [HEADINGS, ["No skill gap in this period", "", "", "", ""]];
    const rows = values.flatMap((value) => optionsOf(plan, value));
    const best = rows.sort((a, b) => b.closed - a.closed || Number(a.trains) - Number(b.trains));
    return [
      HEADINGS,
      ...best.map(({ says, who, skill, closed }) => [says, who, skill, hours(closed), hours(unmet - closed)]),
    ];
  },
});

const HEADINGS = ["Do", "Who", "Skill", "Gap closed", "Gap left"];
/** For each skill: those who close most. */
const TRAINEES = { most: 3 };

function optionsOf(plan: Plan, { requirement, closed, trainees }: HireValue) {
  const skill = requirementText(plan, requirement);
  return [
    { says: "Hire", who: "", skill, closed, trains: false },
    ...trainees.map((one) => ({
      says: "Train",
      who: plan.people[one.person]!.name,
      skill,
      closed: one.closed,
      trains: true,
    })),
  ];
}

const hours = (minutes: number): CellRange[number][number] => toHours(minutes as Minutes);
