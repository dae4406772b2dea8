import { type Trade, trades } from "../engine/decide/trade-off.ts";
import { wholeMargins } from "../engine/money/whole-margins.ts";
import type { Period } from "../plan/calendar.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { decimalsOf } from "../plan/currencies.ts";
import type { Plan } from "../plan/plan.ts";
import { refuse } from "../problems.ts";
import type { Move } from "../scenario/change.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { type Minutes, toHours } from "../units.ts";
import { unusable } from "./argument.ts";
import { type Asked, defineFunction } from "./define.ts";
import { inUnits } from "./money-sums.ts";
import { numberNamed } from "./named.ts";
import { scopeOf } from "./scope-of.ts";
import { MARGIN_TABLES, OF_BOTH, PEOPLE_TABLES } from "./vocabulary.ts";

export const TRADEOFF = defineFunction({
  name: "TRADEOFF",
  category: "Decisions",
  summary:
    "What it costs to move somebody from one engagement to another: for each engagement hit, also by whoever steps in, the change of its unmet hours, the weeks it slips and, with tables of money, the change of its margin over all of its days.",
  gives: "a table",
  params: ["person", "leaving", "joining", "from", "to", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "problems"],
  needs: [["People"], ["Allocations"]],
  mayUse: ["Engagements", "Demand", "Support", ...PEOPLE_TABLES, ...MARGIN_TABLES],
  examples: [
    {
      says: "Ben helps Tidewater for a week, and Tidewater loses: Meridian goes first, so Maya steps in for Ben there, and nobody is left for Kubernetes and Security. It needs 10 hours more and gets 76 a week.",
      formula:
        '=TRADEOFF("Ben Carver", "Meridian cloud care", "Tidewater migration", DATE(2026,1,26), DATE(2026,1,30), People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin, all days"],
        ["Meridian cloud care", 0, 0, 0, 0, "n/a"],
        ["Tidewater migration", 10, 20, 10, 0.13, "n/a"],
      ],
    },
    {
      says: "Rohan can leave Cobalt for a week: Asha and Vikram have time for his 20 hours.",
      formula:
        '=TRADEOFF("Rohan Kulkarni", "Cobalt platform", "Internal tooling", DATE(2026,1,26), DATE(2026,1,30), People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin, all days"],
        ["Cobalt platform", 0, 0, 0, 0, "n/a"],
        ["Internal tooling", 0, 0, 0, 0, "n/a"],
      ],
    },
    {
      says: "What it costs: Cobalt's 20 hours are open now, at the average of the three who know Python (103.33, less 28) instead of Rohan's 120 less 36; the tooling pays nothing for him.",
      formula:
        '=TRADEOFF("Rohan Kulkarni", "Cobalt platform", "Internal tooling", DATE(2026,1,26), DATE(2026,1,30), People, Skills, Engagements, Demand, Support, Allocations, Rates, Costs, Fees, Exchange)',
      gives: [
        ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin, all days"],
        ["Cobalt platform", 0, 0, 0, 0, -173.4],
        ["Internal tooling", 0, 0, 0, 0, -720],
      ],
    },
  ],
  shows: () => ({ "Margin, all days": "money" }),
  run: (asked) => {
    const { plan, counted, from, to, cellOf } = asked;
    const [leaving, joining] = [
      numberNamed(plan, "engagement", cellOf("leaving")),
      numberNamed(plan, "engagement", cellOf("joining")),
    ];
    const moved = movedPlan(plan, numberNamed(plan, "person", cellOf("person")), leaving, joining, asked);
    const then = { plan, scope: scopeOf(asked) };
    const now = { plan: moved, scope: scopeOf({ ...asked, plan: moved }) };
    const rows = listed(trades(then, now, { from, to }, counted), leaving, joining);
    const margins = marginChanges(asked, moved);
    return [HEADINGS, ...rows.map((one) => rowOf(plan, one, margins(one.engagement)))];
  },
});

/** The plan with somebody moved from one engagement to another in some days; a move that the plan does not allow is refused. */
export function movedPlan(plan: Plan, person: number, leaving: number, joining: number, { from, to }: Period): Plan {
  const move: Move = {
    kind: "move",
    person: plan.people[person]!.name,
    engagement: plan.engagements[leaving]!.name,
    toEngagement: plan.engagements[joining]!.name,
    from,
    to,
  };
  const moved = withChanges(plan, [move]);
  refuse(moved.problems.map(({ problem }) => unusable(move[wordOf(problem.key)], problem.why, HINT)));
  return moved.plan;
}

const HINT = "Maybe other days, or another engagement: look at Allocations.";
const HEADINGS = ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin, all days"];
const wordOf = (key: string) => (key === "person" || key === "toEngagement" ? key : "engagement");

/** The two engagements, then everyone else whom it hits: who loses most first. */
function listed(all: readonly Trade[], leaving: number, joining: number): readonly Trade[] {
  const others = all.filter(
    ({ engagement, change }) => engagement !== leaving && engagement !== joining && change !== 0,
  );
  return [all[leaving]!, all[joining]!, ...others.sort((a, b) => b.change - a.change || a.engagement - b.engagement)];
}

/** What each engagement's margin is over all of its days after the change, less before; n/a where it is not known, or money is not part of the plan. */
function marginChanges(asked: Asked, after: Plan): (engagement: number) => Cell {
  const { plan, counted } = asked;
  if (plan.money === null) return () => "n/a";
  const [was, is] = [plan, after].map((one) => wholeMargins(one, counted, asked));
  const decimals = decimalsOf(plan.money.currency);
  return (engagement) => {
    const [before, now] = [was!(engagement), is!(engagement)];
    return before === null || now === null ? "n/a" : inUnits(now - before, decimals);
  };
}

const rowOf = (plan: Plan, { engagement, before, after, change, slip }: Trade, margin: Cell): CellRange[number] => [
  plan.engagements[engagement]!.name,
  hours(before),
  hours(after),
  hours(change),
  slip === null ? "n/a" : slip / 100,
  margin,
];
const hours = (minutes: number) => toHours(minutes as Minutes);
