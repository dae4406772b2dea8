import { exposure } from "../engine/decide/exposure.ts";
import { everything } from "../engine/scope.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { type Ask, periodText } from "./ask.ts";
import { type Explanation, explained, minutes, type Part } from "./explanation.ts";
import { ALONE_NOTE, BOOKED_RULE, bookedParts, EXPOSED_RULE, lostParts } from "./exposed.ts";
import { ENGAGEMENT, type Picked, placeOf } from "./picks.ts";

export const EXPOSURE_KINDS = ["Hours that nobody else could do", "Hours booked"] as const;

/** What EXPOSURE says of one person: on one engagement, or on all of them. */
export function exposed(ask: Ask, kind: string, picked: Picked): Explanation {
  const { plan, counted, from, to, name } = ask;
  const person = plan.people.findIndex((one) => one.name === name);
  const only = placeOf(picked, ENGAGEMENT, plan);
  const all = person < 0 ? [] : exposure(plan, { from, to }, counted, everything(plan), [person]);
  const counts = (engagement: number) => only === null || engagement === only;
  const own = all.filter(({ engagement }) => counts(engagement));
  const on = only === null ? "" : ` on ${plan.engagements[only]!.name}`;
  if (kind === "Hours booked") {
    const title = `Booked on ${name}${on}, ${periodText(ask)}`;
    return explained({ title, rule: BOOKED_RULE }, minutes("Booked", bookedParts(ask, all, counts)));
  }
  const parts = own.flatMap((one): readonly Part[] => {
    const { name: label } = plan.engagements[one.engagement]!;
    const at = { kind: "engagement", number: one.engagement } as const;
    return one.lost === 0 ? [] : [{ label, amount: one.lost, at, parts: lostParts(ask, one) }];
  });
  const covered = own.filter(({ lost, booked }) => lost === 0 && booked > 0);
  const first = own.flatMap((one) => one.first ?? []).sort((a, b) => a - b)[0];
  return explained(
    { title: `Hours that nobody else could do without ${name}${on}, ${periodText(ask)}`, rule: EXPOSED_RULE },
    minutes("Lost", parts),
    {
      leftOut: covered.map(({ engagement }) => ({
        label: plan.engagements[engagement]!.name,
        why: "others can do what is booked on them there",
        at: { kind: "engagement", number: engagement },
      })),
      notes: [ALONE_NOTE, ...(first === undefined ? [] : [`First hit on ${dayMonthYear(first)}.`])],
    },
  );
}
