import type { Counted } from "../engine/counted.ts";
import { demand } from "../engine/demand.ts";
import { type Requirement, requirements } from "../engine/requirements.ts";
import { timeline } from "../engine/timeline.ts";
import { requirementText } from "../functions/requirement-text.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";

/** What an engagement asks for in some days, in minutes, and how much of it nobody is named for, before and after. */
export interface DemandLine {
  readonly asks: string;
  readonly asked: number;
  readonly before: number;
  readonly after: number;
}

export interface DemandChange {
  readonly lines: readonly DemandLine[];
  /** Allocated minutes that cover nothing the engagement asks for, before and after. */
  readonly beyond: { readonly before: number; readonly after: number };
}

export function demandChange(
  engagement: number,
  before: Plan,
  after: Plan,
  days: Period,
  counted: Counted,
): DemandChange {
  const then = openOf(before, engagement, days, counted);
  const now = openOf(after, engagement, days, counted);
  const lines = [...now.open].map(([key, { requirement, asked, open }]) => ({
    asks: requirementText(after, requirement),
    asked,
    before: then.open.get(key)?.open ?? 0,
    after: open,
  }));
  return { lines: lines.filter(({ asked }) => asked > 0), beyond: { before: then.beyond, after: now.beyond } };
}

function openOf(plan: Plan, engagement: number, { from, to }: Period, counted: Counted) {
  const { asked, open, own } = demand(plan, timeline(from, to, "total"), counted);
  const { list, ofNeed } = requirements(plan);
  const sums = new Map<number, { readonly requirement: Requirement; asked: number; open: number }>();
  plan.needs.forEach((need, i) => {
    if (need.engagement !== engagement) return;
    const number = ofNeed[i]!;
    const sum = sums.get(number) ?? { requirement: list[number]!, asked: 0, open: 0 };
    sum.asked += asked[i]!;
    sum.open += open[i]!;
    sums.set(number, sum);
  });
  let beyond = 0;
  plan.allocations.engagement.forEach((one, row) => {
    if (one === engagement) beyond += own[row]!;
  });
  return { open: sums, beyond };
}
