import { type Trade, trades } from "../engine/decide/trade-off.ts";
import type { CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { refuse } from "../problems.ts";
import type { Move } from "../scenario/change.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { type Minutes, toHours } from "../units.ts";
import { unusable } from "./argument.ts";
import { defineFunction } from "./define.ts";
import { numberNamed } from "./named.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_BOTH, PEOPLE_TABLES } from "./vocabulary.ts";

export const TRADEOFF = defineFunction({
  name: "TRADEOFF",
  category: "Decisions",
  summary:
    "What it costs to move somebody from one engagement to another: for each engagement hit, also by whoever steps in, the change of its unmet hours and the weeks it slips.",
  gives: "a table",
  params: ["person", "leaving", "joining", "from", "to", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "problems"],
  needs: [["People"], ["Allocations"]],
  mayUse: ["Engagements", "Demand", "Support", ...PEOPLE_TABLES],
  examples: [
    {
      says: "Ben helps Tidewater for a week, and Tidewater loses: Meridian goes first, so Maya steps in for Ben there, and nobody is left for Kubernetes and Security. It needs 10 hours more and gets 76 a week.",
      formula:
        '=TRADEOFF("Ben Carver", "Meridian cloud care", "Tidewater migration", DATE(2026,1,26), DATE(2026,1,30), People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin"],
        ["Meridian cloud care", 0, 0, 0, 0, "n/a"],
        ["Tidewater migration", 10, 20, 10, 0.13, "n/a"],
      ],
    },
    {
      says: "Rohan can leave Cobalt for a week: Asha and Vikram have time for his 20 hours.",
      formula:
        '=TRADEOFF("Rohan Kulkarni", "Cobalt platform", "Internal tooling", DATE(2026,1,26), DATE(2026,1,30), People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin"],
        ["Cobalt platform", 0, 0, 0, 0, "n/a"],
        ["Internal tooling", 0, 0, 0, 0, "n/a"],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted, from, to, cellOf } = asked;
    const [leaving, joining] = [
      numberNamed(plan, "engagement", cellOf("leaving")),
      numberNamed(plan, "engagement", cellOf("joining")),
    ];
    const move: Move = {
      kind: "move",
      person: plan.people[numberNamed(plan, "person", cellOf("person"))]!.name,
      engagement: plan.engagements[leaving]!.name,
      toEngagement: plan.engagements[joining]!.name,
      from,
      to,
    };
    const moved = withChanges(plan, [move]);
    refuse(moved.problems.map(({ problem }) => unusable(move[wordOf(problem.key)], problem.why, HINT)));
    const then = { plan, scope: scopeOf(asked) };
    const now = { plan: moved.plan, scope: scopeOf({ ...asked, plan: moved.plan }) };
    const rows = listed(trades(then, now, { from, to }, counted), leaving, joining);
    return [HEADINGS, ...rows.map((one) => rowOf(plan, one))];
  },
});

const HINT = "Maybe other days, or another engagement: look at Allocations.";
const HEADINGS = ["Engagement", "Unmet before", "Unmet after", "Change", "Slip, weeks", "Margin"];
/** Rates are not part of this answer yet, and no margin is better than a wrong one. */
const NO_MARGIN = "n/a";

const wordOf = (key: string) => (key === "person" || key === "toEngagement" ? key : "engagement");

/** The two engagements, then everyone else whom it hits: who loses most first. */
function listed(all: readonly Trade[], leaving: number, joining: number): readonly Trade[] {
  const others = all.filter(
    ({ engagement, change }) => engagement !== leaving && engagement !== joining && change !== 0,
  );
  return [all[leaving]!, all[joining]!, ...others.sort((a, b) => b.change - a.change || a.engagement - b.engagement)];
}

const rowOf = (plan: Plan, { engagement, before, after, change, slip }: Trade): CellRange[number] => [
  plan.engagements[engagement]!.name,
  hours(before),
  hours(after),
  hours(change),
  slip === null ? "n/a" : slip / 100,
  NO_MARGIN,
];
const hours = (minutes: number) => toHours(minutes as Minutes);
