import { whyOf } from "../engine/money/lacks.ts";
import { timeline } from "../engine/timeline.ts";
import { WORK_LABEL, type WorkKey } from "../functions/work.ts";
import { STEPS } from "../sheets/margin-bridge-steps.ts";
import { type Ask, ruleOf, titleOf } from "./ask.ts";
import { bothSights, bridgeParts } from "./bridge-parts.ts";
import { type Explanation, explained, type LeftOut, sumOf } from "./explanation.ts";
import { ofEach } from "./money-lines.ts";

export const BRIDGE_KINDS: readonly string[] = STEPS.map(({ name }) => name);

/** A column of MARGINBRIDGE, engagement by engagement. What is not known of an engagement spoils all of it. */
export function marginBridge(ask: Ask, kind: string): Explanation {
  const { plan, counted, from, to, rows, name } = ask;
  const { key, name: what, note } = STEPS.find((one) => one.name === kind) ?? STEPS[0]!;
  const both = bothSights(plan, timeline(from, to, "total"), counted);
  const counts = (engagement: number) =>
    rows === "total" || WORK_LABEL[rows as WorkKey](plan, { engagement, skill: -1 }) === name; // no other rows are offered
  const own = [...plan.engagements.keys()].filter(counts);
  const isUnknown = (engagement: number) => both.known[engagement]!.isUnknown;
  const unknown = own.filter(isUnknown).map(
    (engagement): LeftOut => ({
      label: plan.engagements[engagement]!.name,
      why: `${whyOf(both.known[engagement]!.unknown)}, so that MARGINBRIDGE says n/a`,
      at: { kind: "engagement", number: engagement },
    }),
  );
  const parts = ofEach(
    ask,
    own.filter((one) => !isUnknown(one)),
    (engagement) => bridgeParts(both, key, engagement),
  );
  const about = { title: titleOf(`${what} of the margin bridge`, ask), rule: `${note} ${ruleOf("MARGINBRIDGE")}` };
  return explained(about, sumOf(what, "minor units", parts), { leftOut: unknown });
}
