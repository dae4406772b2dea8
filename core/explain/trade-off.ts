import { type Trade, trades } from "../engine/decide/trade-off.ts";
import { wholeDays } from "../engine/money/whole-margins.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import { movedPlan } from "../functions/trade-off.ts";
import type { Plan } from "../plan/plan.ts";
import { type Ask, periodText, ruleOf } from "./ask.ts";
import {
  type Explanation,
  explained,
  minutes,
  type Part,
  part,
  type Sum,
  sumOf,
  taken,
  wholeParts,
} from "./explanation.ts";
import { gap } from "./gap.ts";
import { inChanged } from "./in-the-plan.ts";
import { margin, mayExplainMargin } from "./margin.ts";
import { HIT, JOINING, LEAVING, MOVED, type Picked, placeOf } from "./picks.ts";
import { hoursText } from "./words.ts";

const OF_MARGIN = "Change of margin, all days";
export const TRADE_KINDS = [
  "Change of unmet hours",
  "Unmet before",
  "Unmet after",
  "Slip in weeks",
  OF_MARGIN,
] as const;

export const hidesTrade = (plan: Plan, kind: string): boolean => kind === OF_MARGIN && !mayExplainMargin(plan);

/** A figure of TRADEOFF: what one engagement lacks, or earns, after somebody moved, less before. */
export function tradeOff(ask: Ask, kind: string, picked: Picked): Explanation {
  const { plan, counted, from, to } = ask;
  const [person, leaving, joining] = [MOVED, LEAVING, JOINING].map((one) => placeOf(picked, one, plan) ?? 0);
  const hit = placeOf(picked, HIT, plan) ?? leaving!;
  const moved = movedPlan(plan, person!, leaving!, joining!, { from, to });
  const scoped = (one: Plan) => ({ plan: one, scope: everything(one) });
  const trade = trades(scoped(plan), scoped(moved), { from, to }, counted)[hit]!;
  const { name } = plan.engagements[hit]!;
  const [who, off, on] = [plan.people[person!]!, plan.engagements[leaving!]!, plan.engagements[joining!]!].map(
    (one) => one.name,
  );
  const about = {
    title: `${kind} of ${name}, if ${who} moves from ${off} to ${on}, ${periodText(ask)}`,
    rule: `${ruleOf("TRADEOFF")} ${RULE}`,
  };
  const own = { ...ask, rows: "engagement", name } as const;
  const then = { ...own, plan: moved };
  if (kind === OF_MARGIN) {
    const days = wholeDays(plan, { from, to }, (engagement) => engagement === hit);
    const [is, was] = [then, own].map((one) => margin({ ...one, ...days }, "Margin"));
    return ofBoth({ ...about, rule: `${about.rule} ${WHOLE}` }, inChanged(plan, is!, moved), was!, "Margin");
  }
  if (kind === "Slip in weeks") return slip(about, trade, ask);
  const [before, after] = [gap(own), inChanged(plan, gap(then), moved)];
  if (kind === "Change of unmet hours") return ofBoth(about, after, before, "Unmet");
  const shown = kind === "Unmet before" ? before : after;
  return { ...shown, ...about };
}

const WHOLE = "Its margin is that of all of its days, not of those of the move alone.";
const RULE = "Engagements are served in the order of their priority, before the move and after it.";

/** A figure after the move less the same before. */
function ofBoth(
  about: Pick<Explanation, "title" | "rule">,
  after: Explanation,
  before: Explanation,
  what: string,
): Explanation {
  const [is, was] = [after.sums[0]!, before.sums[0]!];
  const sum: Sum = sumOf(`${what} after, less before`, is.unit, [
    ...whole(`${what} after`, is),
    ...taken(whole(`${what} before`, was)),
  ]);
  return explained(about, sum, {
    proofs: after.proofs,
    leftOut: [...new Map([...before.leftOut, ...after.leftOut].map((one) => [one.label, one])).values()],
    notes: after.notes,
  });
}

const whole = (label: string, { amount, parts }: Sum): readonly Part[] =>
  amount === 0 ? [] : [{ label, amount, at: null, parts }];

/** Extra unmet hours, week by week, as weeks of the pace that the engagement has after the move. */
function slip(
  about: Pick<Explanation, "title" | "rule">,
  { slip: weeks, gets, change, changeIn }: Trade,
  ask: Ask,
): Explanation {
  const rule =
    "What it lacks more than before, at the pace of what it gets after the move: the weeks that it needs on top.";
  const grains = timeline(ask.from, ask.to, ask.counted.grain);
  if (weeks === null)
    return {
      ...explained({ ...about, rule }, minutes("Lacks more", [part("Lacks more", change)]), {
        notes: [
          "It gets nothing in these days after the move, so that nobody can say when it would come to its end: n/a.",
        ],
      }),
      is: "ratio",
      sums: [minutes("Lacks more", [part("Lacks more", change)]), minutes("What it gets", [])],
    };
  const all = weeks === 0 ? [] : [...changeIn];
  const amounts = wholeParts(
    all.map(([, own]) => (weeks * own) / change),
    weeks,
  );
  const parts = all.map(([grain, own], i) => {
    const when = periodText(grains.periods[grain]!);
    const sign = own < 0 ? "less" : "more";
    return part(`${when[0]!.toUpperCase()}${when.slice(1)}: ${hoursText(Math.abs(own))} ${sign} unmet`, amounts[i]!);
  });
  return explained({ ...about, rule }, sumOf("Slip in weeks", "hundredths", parts), {
    notes: [
      `After the move it gets ${hoursText(gets)} in these days and lacks ${hoursText(Math.abs(change))} ${change < 0 ? "less" : "more"}.`,
    ],
  });
}
