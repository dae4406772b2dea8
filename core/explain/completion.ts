import { wholeWork } from "../engine/money/at-completion.ts";
import type { FeeFlow } from "../engine/money/fee-flows.ts";
import type { Line } from "../engine/money/lines.ts";
import { FEES } from "../plan/money-tables.ts";
import type { Given } from "../sheets/given.ts";
import { feeText, whoText } from "../sheets/margin-lines.ts";
import { monthsOf } from "../sheets/money-rows.ts";
import { budgetParts } from "./budget.ts";
import type { Explains } from "./explains.ts";
import { type Explanation, explained, group, type Origin, type Part, part } from "./explanation.ts";
import { kept } from "./kept.ts";
import { moneySum, namesOf, ofEach, partsShown, type Side } from "./money-lines.ts";

/** An engagement over all of its days: as planned, up to the last worked day, and after it. */
export const COMPLETION: Explains = [
  ["budget revenue", (_, { numbers = [] }, given) => figure(given, numbers, "budget", "revenue")],
  ["budget cost", (_, { numbers = [] }, given) => figure(given, numbers, "budget", "cost")],
  ["hours done", (_, { numbers = [] }, given) => figure(given, numbers, "done", "minutes")],
  ["hours to come", (_, { numbers = [] }, given) => figure(given, numbers, "to come", "minutes")],
  ["earned to date", (_, { numbers = [] }, given) => figure(given, numbers, "done", "revenue")],
  ["cost to date", (_, { numbers = [] }, given) => figure(given, numbers, "done", "cost")],
  ["cost to come", (_, { numbers = [] }, given) => figure(given, numbers, "to come", "cost")],
  ["forecast revenue", (_, { numbers = [] }, given) => figure(given, numbers, "all", "revenue")],
];

type When = "budget" | "done" | "to come" | "all";

const flows = kept((given) => wholeWork(given.plan, given.counted, monthsOf(given)));

const RULES: { readonly [W in When]: string } = {
  budget:
    "Planned hours at the rates of the engagement's own first planned day, with the fees agreed first, over all of its days. Hours logged before its plan begins stand as they were worked, at the rates of their own days.",
  done: "Up to the last worked day: hours worked at the rates of each day, with fees by days or progress.",
  "to come": "After the last worked day: planned hours, and what nobody is booked on yet, at the rates of each day.",
  all: "What was earned, and what is to come: fees with change orders, less write-offs.",
};
const NAMES: { readonly [S in Side]: string } = { revenue: "Revenue", cost: "Cost", minutes: "Hours" };
const WHEN: { readonly [W in When]: string } = {
  budget: "as planned",
  done: "to date",
  "to come": "to come",
  all: "at completion",
};

function figure(given: Given, engagements: readonly number[], when: When, side: Side): Explanation {
  const about = {
    title: `${NAMES[side]} of ${namesOf(given, engagements)} ${WHEN[when]}`,
    rule: RULES[when],
  };
  const parts = ofEach(given, engagements, (engagement) =>
    when === "all"
      ? [
          ...group("Up to the last worked day", partsOf(given, engagement, "done", side)),
          ...group("To come", partsOf(given, engagement, "to come", side)),
        ]
      : partsOf(given, engagement, when, side),
  );
  return explained(about, moneySum(NAMES[side], side, side === "cost" ? partsShown(given, parts) : parts));
}

function partsOf(given: Given, engagement: number, when: Exclude<When, "all">, side: Side): readonly Part[] {
  const found = flows(given);
  if (found === null) return [];
  const { time } = found;
  const isPast = (at: number) => time.periods[time.first + at]!.from <= time.worked;
  const counts = (at: number) => when === "budget" || isPast(at) === (when === "done");
  const sum = (amounts: Float64Array | undefined) =>
    (amounts ?? new Float64Array(0)).reduce((all, one, at) => {
      const isAsked = side === "minutes" || time.askedOf[time.first + at]! >= 0;
      return all + (isAsked && counts(at) ? one : 0);
    }, 0);
  const [lines, fees] = when === "budget" ? [found.before, found.feesBefore] : [found.after, found.feesAfter];
  const isTracked = ({ hours }: Line) => side !== "minutes" || hours[0]!.source !== "untracked";
  const own = lines.filter((line) => line.engagement === engagement && isTracked(line));
  const ofLines =
    when === "budget" && side !== "minutes"
      ? own.flatMap((line) => budgetParts(given, found, line, side))
      : own.map((line) => part(whoText(given, line), sum(line[side]), personAt(line)));
  const ofFees =
    side === "minutes"
      ? []
      : fees
          .filter((flow) => flow.engagement === engagement)
          .map((flow) => part(feeName(given, flow), sum(flow[side]), { kind: "row", table: FEES.name, row: flow.row }));
  return [...ofLines, ...ofFees].filter(({ amount }) => amount !== 0);
}

const personAt = ({ person }: Line): Origin | null => (person < 0 ? null : { kind: "person", number: person });

export const feeName = ({ plan }: Pick<Given, "plan">, flow: FeeFlow): string =>
  `${flow.kind}, ${feeText(
    plan.money?.fees.find(({ row }) => row === flow.row),
    flow,
  )}`;
