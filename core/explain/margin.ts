import { whyOf } from "../engine/money/lacks.ts";
import { margins } from "../engine/money/margins.ts";
import { timeline } from "../engine/timeline.ts";
import { WORK_LABEL } from "../functions/work.ts";
import { FEES } from "../plan/money-tables.ts";
import type { Plan } from "../plan/plan.ts";
import { feeText, whoText } from "../sheets/margin-lines.ts";
import { hasMoney } from "../sheets/without-money.ts";
import { type Ask, titleOf } from "./ask.ts";
import {
  type Explanation,
  explained,
  group,
  type LeftOut,
  type Origin,
  type Part,
  part,
  sumOf,
  taken,
} from "./explanation.ts";
import { hoursText } from "./words.ts";

export const MARGIN_KINDS = ["Margin", "Margin, % of revenue", "Revenue", "Cost"] as const;

/** Only where all money may be shown: its parts are what people cost. */
export const mayExplainMargin = (plan: Plan): boolean => hasMoney(plan);

type Side = "revenue" | "cost";

/** Revenue less cost of some engagements in any days, line by line and fee by fee. */
export function margin(ask: Ask, kind: string): Explanation {
  const found = linesOf(ask);
  const revenue = group("Revenue", found.parts("revenue"));
  const cost = group("Cost", found.parts("cost"));
  const whole = sumOf("Margin", "minor units", [...revenue, ...taken(cost)]);
  const about = {
    title: titleOf(kind === "Margin, % of revenue" ? "Margin, as a share of revenue," : kind, ask),
    rule: "Hours × bill rate with fees, less hours × cost rate with expenses: worked hours on past days, planned ones after them. A line is rounded once a month.",
  };
  const more = { leftOut: found.unknown, notes: found.unknown.length === 0 ? [] : [INCOMPLETE] };
  if (kind === "Revenue" || kind === "Cost")
    return explained(about, sumOf(kind, "minor units", flat(kind === "Revenue" ? revenue : cost)), more);
  if (kind !== "Margin, % of revenue") return explained(about, whole, more);
  return {
    ...explained(about, whole, more),
    is: "ratio",
    sums: [whole, sumOf("Revenue", "minor units", flat(revenue))],
  };
}

export const INCOMPLETE = "Incomplete: something of it is not known, as listed. What is known is shown.";
const flat = (parts: readonly Part[]): readonly Part[] => parts.flatMap((one) => one.parts);

function linesOf(ask: Ask) {
  const { plan, counted, from, to, rows, name } = ask;
  const { time, lines, flows } = margins(plan, timeline(from, to, "total"), counted);
  const counts = ({ engagement }: { readonly engagement: number }) =>
    rows === "total" || WORK_LABEL[rows === "client" ? rows : "engagement"](plan, { engagement, skill: -1 }) === name;
  const inDays = (amounts: Float64Array) =>
    amounts.reduce((sum, one, at) => sum + (time.askedOf[time.first + at]! >= 0 ? one : 0), 0);
  const unknownOf = (all: Uint16Array) =>
    all.reduce((sum, bits, at) => (time.askedOf[time.first + at]! >= 0 ? sum | bits : sum), 0);
  const fees = new Map((plan.money?.fees ?? []).map((fee) => [fee.row, fee]));
  const nameOf = (engagement: number) => plan.engagements[engagement]!.name;
  const own = [
    ...lines.filter(counts).map((line) => ({
      ...line,
      label: `${whoText({ plan }, line)} on ${nameOf(line.engagement)}, ${hoursText(inDays(line.minutes))}`,
      at: (line.person < 0 ? null : { kind: "person", number: line.person }) as Origin | null,
    })),
    ...flows.filter(counts).map((flow) => ({
      ...flow,
      label:
        flow.kind === "left out"
          ? `Rows of ${nameOf(flow.engagement)} that cannot be used`
          : `${flow.kind} of ${nameOf(flow.engagement)}, ${feeText(fees.get(flow.row), flow)}`,
      at: (flow.kind === "left out" ? null : { kind: "row", table: FEES.name, row: flow.row }) as Origin | null,
    })),
  ];
  const unknown = own.flatMap(({ label, at, unknown: bits }): readonly LeftOut[] => {
    const unknown = unknownOf(bits);
    return unknown === 0 ? [] : [{ label, why: whyOf(unknown), at }];
  });
  const parts = (side: Side) => own.map((one) => part(one.label, inDays(one[side]), one.at));
  return { parts, unknown };
}
