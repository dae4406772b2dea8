import type { Plan } from "../plan/plan.ts";
import type { Ask } from "./ask.ts";
import { demand, type Only } from "./demand.ts";
import type { Explanation } from "./explanation.ts";

type Source = "confirmed" | "tentative" | "support" | "reserve";

const RULES: { readonly [S in Source]: readonly [what: string, rule: string] } = {
  confirmed: ["Confirmed demand", "Confirmed work, internal work included, without rows of Support."],
  tentative: ["Tentative demand", "Tentative work as it is counted: by its odds, unless Settings say otherwise."],
  support: ["Support", "Rows of Support, or what tickets ask for, of confirmed engagements."],
  reserve: ["Reserve for support", "Kept free for support beyond its expected hours: Settings, Support reserve."],
};

/** One of the columns that demand is the sum of. */
export function demandBySource(ask: Ask, source: Source): Explanation {
  const [what, rule] = RULES[source];
  return demand(ask, what, rule, onlyOf(ask.plan, source));
}

function onlyOf({ engagements, allocations }: Plan, source: Source): Only {
  const isTentative = (engagement: number) => engagements[engagement]!.status === "tentative";
  return {
    need: ({ engagement, source: table, isReserve }) => {
      if (isReserve) return source === "reserve";
      if (isTentative(engagement)) return source === "tentative";
      return source === (table === "Support" ? "support" : "confirmed");
    },
    allocation: (row) => source === (isTentative(allocations.engagement[row]!) ? "tentative" : "confirmed"),
  };
}
