import { type Binding, skillGap } from "../engine/gap.ts";
import { timeline } from "../engine/timeline.ts";
import type { CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { type Minutes, toHours } from "../units.ts";
import { defineFunction } from "./define.ts";
import { type Group, merged } from "./merged.ts";
import { requirementText } from "./requirement-text.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";
import { whoText } from "./who-text.ts";

export const BOTTLENECKS = defineFunction({
  name: "BOTTLENECKS",
  category: "Skill gaps",
  summary: "Why there is a skill gap: each group of skills that asks for more than everyone who can do any of it has.",
  gives: "a table",
  params: ["from", "to", "periods", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "restaff", "problems"],
  needs: [["People"], WORK_TABLES],
  mayUse: ["Engagements", ...PEOPLE_TABLES, "Actuals"],
  countsWorked: true,
  examples: [
    {
      says: "For two weeks three skills together ask for more than Maya and Ben have; two at a time they would fit.",
      formula:
        "=BOTTLENECKS(DATE(2026,1,26), DATE(2026,2,6), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)",
      gives: [
        ["Period", "To", "Skills", "Demand", "Can serve", "Short", "Who"],
        [
          46048,
          46059,
          "AWS 3+, Kubernetes 3+, Security 3+ with CISSP",
          100,
          80,
          20,
          "Maya Ellison 40 h, Ben Carver 40 h, Wei Ling Tan 0 h",
        ],
      ],
    },
    {
      says: "In the week after, Maya's certificate has run out: nobody may do the security work.",
      formula:
        "=BOTTLENECKS(DATE(2026,2,9), DATE(2026,2,13), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)",
      gives: [
        ["Period", "To", "Skills", "Demand", "Can serve", "Short", "Who"],
        [46062, 46066, "Security 3+ with CISSP", 10, 0, 10, "nobody"],
      ],
    },
    {
      says: "A week in which everything asked for can be done.",
      formula: "=BOTTLENECKS(DATE(2026,1,5), DATE(2026,1,9), People, Skills, Demand, Support, Allocations, Leave)",
      gives: [
        ["Period", "To", "Skills", "Demand", "Can serve", "Short", "Who"],
        ["No skill gap in this period", "", "", "", "", "", ""],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted, from, to, periods } = asked;
    const gap = skillGap(plan, timeline(from, to, periods), counted, scopeOf(asked));
    const skills = ({ requirements }: Binding) => requirements.map((one) => requirementText(plan, one)).join(", ");
    const rows = merged(gap.bottlenecks(), skills).map((group) => rowOf(plan, group));
    return [HEADINGS, ...(rows.length > 0 ? rows : [["No skill gap in this period", "", "", "", "", "", ""]])];
  },
});

const HEADINGS = ["Period", "To", "Skills", "Demand", "Can serve", "Short", "Who"];

const rowOf = (plan: Plan, { from, to, skills, demand, supply, deficit, free }: Group): CellRange[number] => [
  from,
  to,
  skills,
  hours(demand),
  hours(supply),
  hours(deficit),
  whoText(plan, free),
];

const hours = (minutes: number) => toHours(minutes as Minutes);
