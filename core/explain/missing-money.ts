import { LACKS_TEXT, missingSubject } from "../functions/missing-money.ts";
import type { Given } from "../sheets/given.ts";
import type { Explains } from "./explains.ts";
import { type Explanation, explained, minutes, part, sumOf } from "./explanation.ts";
import { money } from "./money-lines.ts";
import { hoursText } from "./words.ts";

const missing = (given: Given) => money(given).missing;

/** Hours and engagements that wait for what is missing. */
export const MISSING_MONEY: Explains = [
  ["missing hours", (_, { number = -1 }, given) => atStake(given, number, "hours")],
  ["missing engagements", (_, { number = -1 }, given) => atStake(given, number, "engagements")],
];

function atStake(given: Given, number: number, what: "hours" | "engagements"): Explanation {
  const one = missing(given)[number];
  const subject = one === undefined ? "" : `${missingSubject(given.plan, one)}: ${LACKS_TEXT[one.lacks]}`;
  const about = {
    title: `${what === "hours" ? "Hours" : "Engagements"} at stake, ${subject}`,
    rule: "Hours of these months whose worth nobody knows, because a rate, a fee, an exchange rate, a kind or effort is missing, or a row is left out.",
  };
  const parts = [...(one?.byEngagement ?? [])].map(([engagement, own]) => {
    const { name } = given.plan.engagements[engagement]!;
    const at = { kind: "engagement", number: engagement } as const;
    return what === "hours" ? part(name, own, at) : part(`${name}: ${hoursText(own)}`, 1, at);
  });
  return explained(about, what === "hours" ? minutes("Hours at stake", parts) : sumOf("Engagements", "count", parts));
}
