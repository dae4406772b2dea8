import { type Block, type EarliestStart, earliestStart } from "../engine/decide/earliest-start.ts";
import type { Period } from "../plan/calendar.ts";
import type { CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { type Minutes, toHours } from "../units.ts";
import { defineFunction } from "./define.ts";
import { merged } from "./merged.ts";
import { needRows } from "./need-range.ts";
import { newWork } from "./new-work.ts";
import { requirementsText } from "./requirement-text.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";
import { whoText } from "./who-text.ts";

export const EARLIESTSTART = defineFunction({
  name: "EARLIESTSTART",
  category: "Decisions",
  summary:
    "The first day on which new work fits beside the plan, and what it would lack, week by week, begun on the first day of the period.",
  gives: "a table",
  params: ["need", "from", "to", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "restaff", "problems"],
  needs: [["People"]],
  mayUse: ["Engagements", ...WORK_TABLES, ...PEOPLE_TABLES],
  examples: [
    {
      says: "Two weeks of 30 hours of AWS. Begun on 19 January, 24 hours fit in the first week, of the 32 that Maya and Ben have left, and none in the second, when the cut-over needs them. On Friday 20 February it can begin, with 6 hours that day.",
      formula:
        '=EARLIESTSTART({"Skill","Min level","Hours a week","Weeks";"AWS",3,30,2}, DATE(2026,1,19), DATE(2026,3,27), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)',
      gives: [
        ["Answer", "From", "To", "Skills", "Asked", "Fits", "Short", "Who"],
        ["Fits from", 46073, 46086, "", "", "", 0, ""],
        ["Begun on the first day", 46041, 46052, "", 60, 24, 36, "largest share that fits: 0 %"],
        [
          "Blocked then by",
          46041,
          46047,
          "AWS 3+, Kubernetes 3+",
          30,
          24,
          6,
          "Maya Ellison 16 h, Ben Carver 16 h, Wei Ling Tan 0 h",
        ],
        [
          "Blocked then by",
          46048,
          46054,
          "AWS 3+, Kubernetes 3+, Security 3+ with CISSP",
          30,
          0,
          30,
          "Maya Ellison 20 h, Ben Carver 20 h, Wei Ling Tan 0 h",
        ],
      ],
    },
    {
      says: "The same 60 hours, done whenever there is time, at most 30 in a week: 24 at once, 8 after the cut-over and 28 in the last week of February.",
      formula:
        '=EARLIESTSTART({"Skill","Min level","Total hours","Hours a week";"AWS",3,60,30}, DATE(2026,1,19), DATE(2026,3,27), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)',
      gives: [
        ["Answer", "From", "To", "Skills", "Asked", "Fits", "Short", "Who"],
        ["Fits from", 46041, 46080, "", "", "", 0, ""],
      ],
    },
    {
      says: "Sixteen hours of Kubernetes, asked for in the cut-over: the first of them can be done on 16 February.",
      formula:
        '=EARLIESTSTART({"Skill","Min level","Total hours","Hours a week";"Kubernetes",3,16,16}, DATE(2026,1,26), DATE(2026,3,27), People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)',
      gives: [
        ["Answer", "From", "To", "Skills", "Asked", "Fits", "Short", "Who"],
        ["Fits from", 46069, 46080, "", "", "", 0, ""],
      ],
    },
  ],
  run: (asked) => {
    const { counted, from, to } = asked;
    const { plan, work } = newWork(asked.plan, needRows(asked.need, asked.plan.settings.fullTimeWeek));
    const start = earliestStart(plan, { from, to }, counted, scopeOf(asked), work);
    const days = start.fits ?? { from, to };
    const short = start.fits ? 0 : hours(start.lacking);
    const answer = [saysOf(start), days.from, days.to, "", "", "", short, ""];
    return start.first === null || start.lacking === 0
      ? [HEADINGS, answer]
      : [HEADINGS, answer, atOnceRow(start, start.first), ...blockRows(plan, start)];
  },
});

const HEADINGS = ["Answer", "From", "To", "Skills", "Asked", "Fits", "Short", "Who"];

function saysOf({ fits, lacking, blocks }: EarliestStart): string {
  if (fits !== null) return "Fits from";
  return lacking > 0 && blocks.length > 0 ? "Does not fit" : "Takes longer than these days";
}

/** The work begun on the first day: what the rows below add up to. */
const atOnceRow = ({ asked, lacking, percent }: EarliestStart, { from, to }: Period): CellRange[number] => [
  "Begun on the first day",
  from,
  to,
  "",
  hours(asked),
  hours(asked - lacking),
  hours(lacking),
  `largest share that fits: ${percent} %`,
];

/** What it lacks then, week by week. */
function blockRows(plan: Plan, { blocks }: EarliestStart): CellRange {
  const skills = ({ requirements }: Block) => requirementsText(plan, requirements);
  return merged(blocks, skills).map((group) => [
    "Blocked then by",
    group.from,
    group.to,
    group.skills,
    hours(group.demand),
    hours(group.supply),
    hours(group.deficit),
    whoText(plan, group.free),
  ]);
}

const hours = (minutes: number) => toHours(minutes as Minutes);
