import { type Against, asOfDay, delivery, isUndated, medianSlip, wanted } from "../engine/on-time.ts";
import { timeline } from "../engine/timeline.ts";
import type { Cell } from "../plan/cells.ts";
import type { Milestone } from "../plan/milestones.ts";
import { type Problem, refuse } from "../problems.ts";
import { ON_TIME_MEASURES } from "./choices.ts";
import { type Asked, defineFunction } from "./define.ts";
import { countsWork } from "./filters.ts";
import { headed, TOTAL } from "./matrix.ts";
import { BRIDGE_ROWS, GRID_PARAMS } from "./vocabulary.ts";
import { WORK_LABEL, type WorkKey, workOrder } from "./work.ts";

export type OnTimeMeasure = keyof typeof ON_TIME_MEASURES;

export const ONTIME = defineFunction({
  name: "ONTIME",
  category: "Delivery",
  summary:
    "Share of the milestones due that were delivered by their baseline, or with measure=current by the day they are due now; late and open ones count, what is not yet due does not, as seen on the As of of Settings given, else on the last day of Actuals or Delivered given.",
  gives: "a ratio; with other measures a number of milestones, or days",
  params: GRID_PARAMS,
  ...BRIDGE_ROWS,
  choices: ["measure", "problems"],
  measures: ON_TIME_MEASURES,
  needs: [["Milestones"]],
  mayUse: ["Engagements", "Settings", "Actuals", "People"],
  examples: [
    {
      says: "Of five milestones due in the last quarter of 2025, three were kept; one was late, one is still open.",
      formula: "=ONTIME(DATE(2025,10,1), DATE(2025,12,31), Milestones, Engagements, Actuals, People)",
      gives: 0.6,
    },
    {
      says: "Against the dates they were moved to it looks better.",
      formula:
        '=ONTIME(DATE(2025,10,1), DATE(2025,12,31), "engagement", "total", "measure=current", Milestones, Engagements, Actuals, People)',
      gives: [
        ["Engagement: on time (against current date)", 45931],
        ["Harborline desk", 1],
        ["Meridian cloud care", 0.6666666666666666],
        ["Tidewater migration", "n/a"],
        ["Cobalt platform", "n/a"],
      ],
    },
  ],
  shows: ({ where }) => (SHARES.has(measureOf(where.measure)) ? "share" : "number"),
  run: (asked) => {
    const measure = measureOf(asked.where.measure);
    if (isUndated(asked.plan)) refuse([UNDATED], "unavailable");
    const asOf = asOfDay(asked.plan);
    const { periods } = timeline(asked.from, asked.to, asked.periods);
    const lines = milestonesByRow(asked).map(([label, own]) => ({
      label,
      cells: periods.map(({ from, to }) => FIGURES[measure](own, from, to, asOf)),
    }));
    return headed(asked, lines, headingOf(asked.rows, measure));
  },
});

const UNDATED: Problem = {
  code: "HR-305",
  at: [],
  value: "",
  why: "ONTIME needs to know when milestones were delivered, and Delivered is missing",
  hint: "Maybe add a column Delivered to Milestones with the day each was done, empty while it is open.",
};

const SHARES: ReadonlySet<OnTimeMeasure> = new Set(["baseline", "current"]);
const measureOf = (asked: string | null): OnTimeMeasure => ON_TIME_WORDS.find((word) => word === asked) ?? "baseline";
const ON_TIME_WORDS = Object.keys(ON_TIME_MEASURES) as readonly OnTimeMeasure[];

type Figure = (milestones: readonly Milestone[], from: number, to: number, asOf: number) => Cell;

const share =
  (against: Against): Figure =>
  (milestones, from, to, asOf) => {
    const { due, onTime } = delivery(milestones, from, to, against, asOf);
    return due === 0 ? "n/a" : onTime / due;
  };
const count =
  (of: "due" | "late" | "open"): Figure =>
  (milestones, from, to, asOf) =>
    delivery(milestones, from, to, "baseline", asOf)[of];
const slipOf =
  (withOpen: boolean): Figure =>
  (milestones, from, to, asOf) =>
    medianSlip(milestones, from, to, asOf, withOpen) ?? "n/a";

const FIGURES: Readonly<Record<OnTimeMeasure, Figure>> = {
  baseline: share("baseline"),
  current: share("current"),
  due: count("due"),
  late: count("late"),
  open: count("open"),
  slip: slipOf(false),
  "slip of all": slipOf(true),
};

/** The milestones that count, by the asked rows in the order of the plan; rows without any are left out. */
function milestonesByRow(asked: Asked): readonly (readonly [string, readonly Milestone[]])[] {
  const { plan, rows, filters } = asked;
  const found = new Map<string, Milestone[]>(rows === "total" ? [[TOTAL, []]] : []);
  for (const one of wanted(plan)) {
    const work = { engagement: one.engagement, skill: -1 };
    if (!countsWork(plan, filters, work)) continue;
    const label = rows === "total" ? TOTAL : WORK_LABEL[rows as WorkKey](plan, work); // the definition allows no other rows
    const own = found.get(label);
    if (own === undefined) found.set(label, [one]);
    else own.push(one);
  }
  if (rows === "total") return [...found];
  return workOrder(plan, rows as WorkKey).flatMap((label) => {
    const own = found.get(label);
    return own === undefined ? [] : [[label, own] as const];
  });
}

const HEADINGS: Readonly<Record<OnTimeMeasure, string>> = {
  baseline: "on time (against baseline)",
  current: "on time (against current date)",
  due: "milestones due",
  late: "late and done",
  open: "late and open",
  slip: "median slip of done, days",
  "slip of all": "median slip with open, days",
};

const headingOf = (rows: string, measure: OnTimeMeasure): string => {
  const what = HEADINGS[measure];
  return rows === "total"
    ? `${what[0]!.toUpperCase()}${what.slice(1)}`
    : `${rows[0]!.toUpperCase()}${rows.slice(1)}: ${what}`;
};
