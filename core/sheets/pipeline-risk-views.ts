import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { type Counting, PPM } from "../plan/plan.ts";
import { reservedFor } from "../scenario/with-support.ts";
import type { Given } from "./given.ts";
import { alarm, heat } from "./heat.ts";
import type { Column, Content, Grid } from "./model.ts";
import type { Risk } from "./pipeline-risk-found.ts";
import { toHours } from "./sums.ts";

/** The ways in which tentative work is counted elsewhere, each of which answers yes or no where the truth is a chance. */
const VIEWS: readonly {
  readonly key: string;
  readonly heading: string;
  readonly counts: string;
  readonly pipeline: Counting;
}[] = [
  { key: "off", heading: "Off", counts: "No tentative work counts.", pipeline: "none" },
  { key: "all", heading: "All on", counts: "All tentative work counts in full.", pipeline: "all" },
  { key: "odds", heading: "By odds", counts: "Tentative work counts by its odds.", pipeline: "odds" },
  { key: "from80", heading: "80 %+", counts: "In full from odds of 80 % on, else not.", pipeline: { from: 0.8 * PPM } },
  { key: "from50", heading: "50 %+", counts: "In full from odds of 50 % on, else not.", pipeline: { from: 0.5 * PPM } },
];

/** The customary views of one pipeline side by side: hours left over, and hours short by skill. */
export function viewsGrid({ plan, weeks, fingerprint }: Given, { counted }: Pick<Risk, "counted">): Grid {
  const gaps = VIEWS.map(({ pipeline }) => {
    const reserved = reservedFor(plan, pipeline);
    return skillGap(reserved, weeks, { ...counted, pipeline }, everything(reserved));
  });
  const left = VIEWS.map(
    ({ key, heading, counts, pipeline }): Column => ({
      means: { measure: "free less open", pipeline },
      key: `${key}Left`,
      heading,
      shows: "hours",
      width: 11,
      note: `${counts} Free hours of everybody less all open work.`,
    }),
  );
  const short = VIEWS.map(
    ({ key, heading, counts, pipeline }): Column => ({
      means: { measure: "gap", pipeline },
      key: `${key}Short`,
      heading: `Gap: ${heading.toLowerCase()}`,
      shows: "hours",
      width: 11,
      note: `${counts} The skill gap, in which a free hour counts only for work that its person can do.`,
    }),
  );
  return {
    kind: "grid",
    key: "views",
    title: "The same weeks as other tools count them: hours left, and the skill gap",
    fingerprint,
    columns: [{ key: "week", heading: "Week (Monday)", shows: "date", width: 28 }, ...left, ...short],
    means: { planned: true },
    rowMeans: weeks.periods,
    rows: weeks.periods.map(({ from }, week): readonly Content[] => [
      from,
      ...gaps.map(({ free, open }) => toHours(free[week]! - open[week]!)),
      ...gaps.map(({ unmet }) => toHours(unmet[week]!)),
    ]),
    rules: [
      ...heat(left.map(({ key }) => key)),
      alarm(
        short.map(({ key }) => key),
        "short",
      ),
    ],
    charts: [],
  };
}
