import { type Block, earliestStart } from "../engine/decide/earliest-start.ts";
import type { CellRange } from "../plan/cells.ts";
import { type Minutes, toHours } from "../units.ts";
import { defineFunction } from "./define.ts";
import { merged } from "./merged.ts";
import { needRows } from "./need-range.ts";
import { newWork } from "./new-work.ts";
import { requirementText } from "./requirement-text.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";
import { whoText } from "./who-text.ts";

export const EARLIESTSTART = defineFunction({
  name: "EARLIESTSTART",
  category: "Decisions",
  summary: "The first day on which new work fits beside the plan, and what stands in the way of an earlier one.",
  gives: "a table",
  params: ["need", "from", "to", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "restaff", "problems"],
  needs: [["People"]],
  mayUse: ["Engagements", ...WORK_TABLES, ...PEOPLE_TABLES],
  examples: [
    {
      says: "Two weeks of 30 hours of AWS. In the week of 19 January Maya and Ben have 32 hours left, 8 of them for what is open already; then the cut-over needs them. On Friday 20 February it can begin, with 6 hours that day.",
      formula:
        '=EARLIESTSTART({"Skill","Min level","Hours a week","Weeks";"AWS",3,30,2}, DATE(2026,1,19), DATE(2026,3,27), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)',
      gives: [
        ["Answer", "From", "To", "Skills", "Demand", "Can serve", "Short", "Who"],
        ["Fits from", 46073, 46086, "", "", "", 0, ""],
        [
          "Blocked by",
          46041,
          46047,
          "AWS 3+, Kubernetes 3+",
          38,
          32,
          6,
          "Maya Ellison 16 h, Ben Carver 16 h, Wei Ling Tan 0 h",
        ],
        [
          "Blocked by",
          46048,
          46061,
          "AWS 3+, Kubernetes 3+, Security 3+ with CISSP",
          160,
          80,
          80,
          "Maya Ellison 40 h, Ben Carver 40 h, Wei Ling Tan 0 h",
        ],
        [
          "Blocked by",
          46062,
          46075,
          "AWS 3+, Kubernetes 3+",
          124,
          72,
          52,
          "Maya Ellison 36 h, Ben Carver 36 h, Wei Ling Tan 0 h",
        ],
      ],
    },
    {
      says: "The same 60 hours, done whenever there is time, at most 30 in a week: 24 at once, 8 after the cut-over and 28 in the last week of February.",
      formula:
        '=EARLIESTSTART({"Skill","Min level","Total hours","Hours a week";"AWS",3,60,30}, DATE(2026,1,19), DATE(2026,3,27), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)',
      gives: [
        ["Answer", "From", "To", "Skills", "Demand", "Can serve", "Short", "Who"],
        ["Fits from", 46041, 46080, "", "", "", 0, ""],
      ],
    },
  ],
  run: (asked) => {
    const { counted, from, to } = asked;
    const { plan, work } = newWork(asked.plan, needRows(asked.need, asked.plan.settings.fullTimeWeek));
    const { fits, lacking, blocks } = earliestStart(plan, { from, to }, counted, scopeOf(asked), work);
    const skills = ({ requirements }: Block) => requirements.map((one) => requirementText(plan, one)).join(", ");
    const blocked = merged(blocks, skills).map((group): CellRange[number] => [
      "Blocked by",
      group.from,
      group.to,
      group.skills,
      hours(group.demand),
      hours(group.supply),
      hours(group.deficit),
      whoText(plan, group.free),
    ]);
    const days = fits ?? { from, to };
    const short = fits ? 0 : hours(lacking);
    const says = fits ? "Fits from" : blocks.length > 0 ? "Does not fit" : "Takes longer than these days";
    return [HEADINGS, [says, days.from, days.to, "", "", "", short, ""], ...blocked];
  },
});

const HEADINGS = ["Answer", "From", "To", "Skills", "Demand", "Can serve", "Short", "Who"];

const hours = (minutes: number) => toHours(minutes as Minutes);
