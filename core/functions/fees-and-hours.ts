import type { Missing } from "../engine/money/missing.ts";
import { includes } from "../engine/money/overage.ts";
import type { Fee } from "../plan/money.ts";
import type { Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";
import { billableWork } from "./retainer-overage.ts";

/** Time and materials, written out as such, with billable hours and a fee beside them that includes none: hours are charged on top of it. By engagement its rows of Fees. */
export function hoursOnTop(plan: Plan): ReadonlyMap<number, readonly Fee[]> {
  const charging = billableWork(plan);
  const found = new Map<number, readonly Fee[]>();
  plan.engagements.forEach(({ kind, isKindAssumed, status }, engagement) => {
    if (kind !== "time and materials" || isKindAssumed === true || status === "lost" || !charging.has(engagement))
      return;
    const own = feesOf(plan, engagement);
    if (own.length > 0 && !own.some(includes)) found.set(engagement, own);
  });
  return found;
}

/** Once for each such engagement: it is legal, and seldom meant. */
export const hoursOnTopProblems = (plan: Plan): readonly Problem[] =>
  [...hoursOnTop(plan)].map(([engagement, fees]) => ({
    code: "HR-303",
    at: placesOf(fees),
    value: plan.engagements[engagement]!.name,
    why: `has ${feeText(fees)} and the Kind time and materials: every billable hour is charged on top of it`,
    hint: `Maybe set its Kind in Engagements to ${usualKind(fees)}, or Billable to no for hours that it pays for${INCLUDING.get(fees[0]!.kind) ?? ""}; or leave it, where both are agreed.`,
  }));

/** What else says how many hours it pays for. */
const INCLUDING: ReadonlyMap<string, string> = new Map([
  ["monthly retainer", ", or type how many a month into Included hours of Fees"],
]);

/** An engagement with a fee whose Kind is empty: its hours are neither charged nor left uncharged by a guess. */
export function openKindProblem(plan: Plan, { engagements: [engagement = 0] }: Missing, hours: string): Problem {
  const fees = feesOf(plan, engagement);
  return {
    code: "HR-302",
    at: placesOf(fees),
    value: plan.engagements[engagement]!.name,
    why: `has ${feeText(fees)} and no Kind: nobody says whether hours are charged on top of it, so that the margin of ${hours} hours is not known`,
    hint: `Maybe set its Kind in Engagements to ${usualKind(fees)}; or to time and materials, where hours are charged on top.`,
  };
}

const feesOf = ({ money }: Plan, engagement: number): readonly Fee[] =>
  (money?.fees ?? []).filter((fee) => fee.engagement === engagement && KIND_OF.has(fee.kind));

/** The kind of an engagement that is paid so. */
const KIND_OF: ReadonlyMap<string, string> = new Map([
  ["fixed fee", "fixed price"],
  ["monthly retainer", "managed service"],
]);
const usualKind = ([first]: readonly Fee[]): string => KIND_OF.get(first?.kind ?? "") ?? "fixed price";

/** "a fixed fee", "a monthly retainer" */
export const feeText = ([first]: readonly Fee[]): string => `a ${first?.kind ?? "fee"}`;

const placesOf = (fees: readonly Fee[]): Problem["at"] =>
  fees.slice(0, MOST_PLACES).map(({ row }) => ({ table: "Fees", row, column: "Engagement" }));

/** Cells that a problem leads to. */
const MOST_PLACES = 12;
