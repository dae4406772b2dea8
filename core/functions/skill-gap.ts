import { type GapAnswer, skillGap } from "../engine/gap.ts";
import { timeline } from "../engine/timeline.ts";
import { listedWork } from "./by-work.ts";
import { type Asked, defineFunction } from "./define.ts";
import { hoursMatrix, TOTAL } from "./matrix.ts";
import { scopeOf } from "./scope-of.ts";
import { sums } from "./sums.ts";
import { GRID_PARAMS, OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";
import { NO_SKILL } from "./work.ts";

export const SKILLGAP = defineFunction({
  name: "SKILLGAP",
  category: "Skill gaps",
  summary: "Hours of open work that nobody who can do it has time for, with every person counted once.",
  gives: "hours",
  params: GRID_PARAMS,
  rows: ["total", "skill", "engagement"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "restaff", "problems"],
  needs: [["People"], WORK_TABLES],
  mayUse: ["Engagements", ...PEOPLE_TABLES, "Actuals"],
  countsWorked: true,
  examples: [
    {
      says: "The cut-over: 50 open hours of AWS, Kubernetes and Security, and two people with 20 free hours each.",
      formula: "=SKILLGAP(DATE(2026,1,26), DATE(2026,1,30), People, Skills, Demand, Support, Allocations)",
      gives: 10,
    },
    {
      says: "Five weeks from the start of the project.",
      formula:
        '=SKILLGAP(DATE(2026,1,12), DATE(2026,2,15), "total", "week", People, Skills, Engagements, Demand, Support, Allocations, Leave, Holidays)',
      gives: [
        ["Total", 46034, 46041, 46048, 46055, 46062],
        ["Total", 0, 0, 10, 10, 10],
      ],
    },
    {
      says: "Shared fairly, each of the three skills lacks a fifth.",
      formula:
        '=SKILLGAP(DATE(2026,1,26), DATE(2026,1,30), "skill",, "engagement=Tidewater migration", People, Skills, Demand, Support, Allocations)',
      gives: [
        ["Skill", 46048],
        ["Kubernetes", 2],
        ["AWS", 6],
        ["Delivery", 0],
        ["Security", 2],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted, from, to } = asked;
    const time = timeline(from, to, asked.periods);
    const gap = skillGap(plan, time, counted, scopeOf(asked));
    const { labels, minutes } = split(asked, gap);
    const source = { minutes, rows: labels.length, labels: (row: number) => [labels[row]!] };
    const isPlaceholder = (allocation: number) => plan.allocations.person[allocation]! < 0;
    const summands = { sources: [source], listed: listedWork(asked, isPlaceholder) };
    return hoursMatrix(asked, sums(Int32Array.from(time.periods.keys()), summands));
  },
});

interface Split {
  readonly labels: readonly string[];
  /** [label * periods + period] */
  readonly minutes: Float64Array;
}

/** By skill a shortage is shared as fairly as can be; by engagement the highest priority is served first. */
function split({ plan, rows }: Asked, gap: GapAnswer): Split {
  if (rows === "skill") return { labels: [...plan.skills, NO_SKILL], minutes: gap.bySkill() };
  if (rows === "engagement") return { labels: plan.engagements.map(({ name }) => name), minutes: gap.byEngagement() };
  return { labels: [TOTAL], minutes: gap.unmet };
}
