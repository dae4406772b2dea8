import { type LateStart, lateStarts } from "../engine/chance/late-starts.ts";
import type { Counted } from "../engine/counted.ts";
import { lateText } from "../functions/start-slip-text.ts";
import type { Plan } from "../plan/plan.ts";
import { listed } from "./words.ts";

/** The start slips in force, as sentences: which deals may begin late, how late and how likely, and which never do. */
export function slipLines(plan: Plan, counted: Counted): readonly string[] {
  const late = lateStarts(plan, counted);
  const moving = late.filter(({ hasDates }) => hasDates);
  const name = ({ engagement }: LateStart) => plan.engagements[engagement]!.name;
  const usual = moving.filter(({ isOwn }) => !isOwn);
  const own = moving.filter(({ isOwn }) => isOwn).map((one) => `${name(one)} ${lateText(one)}`);
  const parts = [
    ...(usual.length > 0 ? [`${listed(usual.map(name), MOST_NAMES)} ${lateText(usual[0]!)} (Settings)`] : []),
    ...(own.length > 0 ? [`${listed(own, MOST_NAMES)} (Engagements)`] : []),
  ];
  const still = late.filter(({ hasDates }) => !hasDates).map(name);
  const never = still.length === 1 ? "has no dates and never slips" : "have no dates and never slip";
  return [
    ...(parts.length > 0
      ? [
          `Start slip of deals that are won: ${parts.join("; ")}; else on time. On average each start counts by its odds.`,
        ]
      : []),
    ...(still.length > 0 ? [`${listed(still, MOST_NAMES)} ${never}.`] : []),
  ];
}

const MOST_NAMES = 3;

/** The same of one deal, for a row of a table. */
export function slipOf(all: readonly LateStart[], engagement: number): string {
  const own = all.find((one) => one.engagement === engagement);
  if (own === undefined) return "none";
  return own.hasDates ? lateText(own) : "never slips: no dates";
}
