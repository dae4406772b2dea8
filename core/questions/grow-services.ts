import type { Counted } from "../engine/counted.ts";
import { growthLimits } from "../engine/decide/growth.ts";
import { skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import type { Work } from "../host.ts";
import type { Period } from "../plan/calendar.ts";
import { LAST_DAY, type Plan, PPM } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantities.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { openDay, orBlank, quantity, record, text } from "../schema.ts";
import { formError } from "./allocations-table.ts";
import type { Answer } from "./answer.ts";
import { namedEngagement } from "./asked-names.ts";
import { type Grown, growingTable, growthPicture, growthSays, growthTone, limitsTable } from "./growth-answer.ts";
import { horizonOf, usualCount } from "./horizon.ts";
import { question } from "./question.ts";
import { workbook } from "./workbook.ts";

/** Typed as 20 for 20 %, kept in millionths. */
const GROWTH: Quantity = {
  is: "a growth in per cent",
  unit: "none",
  least: 0,
  most: 1000,
  whole: false,
  times: PPM / 100,
  example: "20",
  mistakes: [],
};

/** How far managed services, or one engagement, can grow, and which skill runs out first. */
export const growServices = question({
  asks: record({ engagement: orBlank(text), percent: orBlank(quantity(GROWTH)), from: openDay }),
  *answer({ engagement, percent, from }): Work<Answer> {
    const found = yield* workbook();
    const { plan } = found;
    const days = horizonOf(plan, from);
    const { how, note } = usualCount(plan, days);
    const name = engagement === null ? null : plan.engagements[namedEngagement(plan, engagement)]!.name;
    const grows = growing(plan, name, days);
    if (!grows.includes(true)) {
      const what = name === null ? "No managed service asks for anything" : `${name} asks for nothing`;
      throw formError(`${what} in these days`, "Maybe add its rows to Support or Demand.");
    }
    const over = timeline(days.from, days.to, "total");
    const weeks = timeline(days.from, days.to, "week");
    const grown: Grown = {
      found,
      name,
      share: percent,
      limits: growthLimits(plan, over, how, everything(plan), Uint8Array.from(grows, Number)),
      weeks,
      more: percent === null ? null : unmetMore(plan, how, weeks, name, percent),
      grows,
    };
    const row = { Change: "growth", ...(name === null ? {} : { Engagement: name }), From: days.from };
    return {
      says: growthSays(grown),
      tone: growthTone(grown),
      notes: [
        note,
        "Everything that it asks for grows in the same proportion.",
        "How far a skill lasts: hours booked beyond what is asked for today are not counted on.",
      ],
      picture: growthPicture(grown),
      tables: [limitsTable(grown), growingTable(grown)].filter(({ rows }) => rows.length > 0),
      scenario: percent === null || percent === 0 ? [] : [{ ...row, Percent: percent / PPM }],
    };
  },
});

/** By need: is it of what grows, and asked for in these days? */
function growing({ engagements, needs }: Plan, name: string | null, days: Period): readonly boolean[] {
  return needs.map((need) => {
    const { name: own, kind, status } = engagements[need.engagement]!;
    if (status === "lost" || status === "done" || need.from > days.to || need.to < days.from) return false;
    return name === null ? kind === "managed service" : own === name;
  });
}

/** By week, minutes unmet with the growth that are not unmet without it. */
function unmetMore(plan: Plan, how: Counted, weeks: Timeline, engagement: string | null, share: number): Float64Array {
  const change = { kind: "growth", engagement, share, from: weeks.from, to: LAST_DAY } as const;
  const { plan: grown, problems } = withChanges(plan, share === 0 ? [] : [change]);
  const [first] = problems;
  if (first) throw formError(`It ${first.problem.why}`, first.problem.hint);
  const before = skillGap(plan, weeks, how, everything(plan)).unmet;
  return skillGap(grown, weeks, how, everything(grown)).unmet.map((minutes, week) => minutes - before[week]!);
}
