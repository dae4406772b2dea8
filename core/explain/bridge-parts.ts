import type { Counted } from "../engine/counted.ts";
import { type Bridge, beforeAfter, bridges } from "../engine/money/bridge.ts";
import { hourParts } from "../engine/money/bridge-parts.ts";
import type { FeeFlow } from "../engine/money/fee-flows.ts";
import type { Exact } from "../engine/money/fractions.ts";
import type { Hours } from "../engine/money/hours.ts";
import type { Line } from "../engine/money/lines.ts";
import type { MoneyTime } from "../engine/money/money-time.ts";
import type { Timeline } from "../engine/timeline.ts";
import { FEES } from "../plan/money-tables.ts";
import type { Plan } from "../plan/plan.ts";
import type { STEPS } from "../sheets/margin-bridge-steps.ts";
import { whoText } from "../sheets/margin-lines.ts";
import { feeName } from "./completion.ts";
import { amountOf, group, type Origin, type Part, part, taken, wholeParts } from "./explanation.ts";
import { hoursText } from "./words.ts";

/** Both sights of the money of some months, and the bridge from one to the other. */
export interface BothSights extends ReturnType<typeof beforeAfter> {
  readonly plan: Plan;
  readonly known: readonly Bridge[];
}

export const bothSights = (plan: Plan, months: Timeline, counted: Counted): BothSights => ({
  ...beforeAfter(plan, months, counted),
  plan,
  known: bridges(plan, months, counted),
});

export type BridgeKey = (typeof STEPS)[number]["key"];
type PartsOf = (both: BothSights, engagement: number) => readonly Part[];

/** Whether a part of the bridge is made of costs too. */
export const isOfCosts = (key: BridgeKey): boolean => key !== "billRate" && key !== "scope" && key !== "writeOffs";

/** One part of an engagement's bridge, person by person and fee by fee. */
export const bridgeParts = (both: BothSights, key: BridgeKey, engagement: number): readonly Part[] =>
  PARTS[key](both, engagement);

const STEADY: readonly FeeFlow["kind"][] = ["fixed fee", "monthly retainer", "expense"];

const PARTS: { readonly [K in BridgeKey]: PartsOf } = {
  baseline: (both, engagement) => [
    ...lineParts(both, engagement, both.before),
    ...feeParts(both, engagement, both.feesBefore, STEADY),
  ],
  volume: (both, engagement) => {
    const after = feeParts(both, engagement, both.feesAfter, STEADY);
    const before = feeParts(both, engagement, both.feesBefore, STEADY);
    const fees = [...group("Fees and expenses now", after), ...taken(group("Fees and expenses as planned", before))];
    const whole = (both.known[engagement]?.volume ?? 0) - amountOf(fees);
    const isPlanned = both.sights.planned.some(
      (hours) => hours.engagement === engagement && minutesIn(hours, both.time) > 0,
    );
    const says = (who: string, hours: string) =>
      isPlanned
        ? `${who}: ${hours} at the planned margin an hour`
        : `${who}: ${hours} that nobody planned, revenue less cost`;
    return [...hourSteps(both, engagement, 0, whole, says, "The planned hours at that margin"), ...fees];
  },
  mix: (both, engagement) =>
    hourSteps(
      both,
      engagement,
      1,
      both.known[engagement]?.mix ?? 0,
      (who, hours) => `${who}: ${hours} at the rates of the first planned day, less the planned margin of as many`,
    ),
  billRate: (both, engagement) =>
    hourSteps(both, engagement, 2, both.known[engagement]?.billRate ?? 0, (who, hours) => `${who}: ${hours}`),
  costRate: (both, engagement) =>
    hourSteps(both, engagement, 3, both.known[engagement]?.costRate ?? 0, (who, hours) => `${who}: ${hours}`),
  support: (both, engagement) =>
    lineParts(
      both,
      engagement,
      both.after.filter((line) => !isTracked(line)),
    ),
  scope: (both, engagement) => feeParts(both, engagement, both.feesAfter, ["change order"]),
  writeOffs: (both, engagement) => feeParts(both, engagement, both.feesAfter, ["write-off"]),
  now: (both, engagement) => [
    ...lineParts(both, engagement, both.after),
    ...feeParts(both, engagement, both.feesAfter, [...STEADY, "change order", "write-off"]),
  ],
};

const isTracked = ({ hours }: Line): boolean => hours[0]!.source !== "untracked";

/** Revenue less cost of the asked months. */
function marginOf(
  { revenue, cost }: Pick<Line, "revenue" | "cost">,
  { first, askedOf }: MoneyTime,
  counts: (at: number) => boolean = () => true,
): number {
  let sum = 0;
  for (let at = 0; at < revenue.length; at++)
    if (askedOf[first + at]! >= 0 && counts(at)) sum += revenue[at]! - cost[at]!;
  return sum;
}

const some = (parts: readonly Part[]): readonly Part[] => parts.filter(({ amount }) => amount !== 0);

function lineParts(both: BothSights, engagement: number, lines: readonly Line[]): readonly Part[] {
  const { time, starts } = both;
  const isEarlier = (line: Line, at: number) =>
    isTracked(line) && starts.isEarlier(engagement, time.periods[time.first + at]!.from);
  return some(
    lines
      .filter((line) => line.engagement === engagement)
      .flatMap((line) => {
        const [who, at] = [whoText(both, line), personAt(line.person)];
        return [
          part(
            `${who}, logged before the plan begins, revenue less cost`,
            marginOf(line, time, (place) => isEarlier(line, place)),
            at,
          ),
          part(
            `${who}, revenue less cost`,
            marginOf(line, time, (place) => !isEarlier(line, place)),
            at,
          ),
        ];
      }),
  );
}

const personAt = (person: number): Origin | null => (person < 0 ? null : { kind: "person", number: person });

function feeParts(
  both: BothSights,
  engagement: number,
  flows: readonly FeeFlow[],
  kinds: readonly FeeFlow["kind"][],
): readonly Part[] {
  const { time } = both;
  return some(
    flows
      .filter((flow) => flow.engagement === engagement && kinds.includes(flow.kind))
      .map((flow) => part(feeName(both, flow), marginOf(flow, time), { kind: "row", table: FEES.name, row: flow.row })),
  );
}

/** A step of hours, person by person: what the step is with only their hours, less what it is without any. */
function hourSteps(
  both: BothSights,
  engagement: number,
  step: 0 | 1 | 2 | 3,
  whole: number,
  says: (who: string, hours: string) => string,
  without = "Without any hours",
): readonly Part[] {
  const { sights: all, time } = both;
  const own = (some: readonly Hours[]) => some.filter((hours) => hours.engagement === engagement);
  const planned = own(all.planned);
  const stepOf = (worked: readonly Hours[]) =>
    numberOf(hourParts(both.plan, { ...all, planned, worked })[engagement]![step]);
  const byLine = new Map<string, Hours[]>();
  for (const hours of own(all.worked)) {
    if (hours.source !== "untracked") byLine.set(hours.line, [...(byLine.get(hours.line) ?? []), hours]);
  }
  const none = stepOf([]);
  const lines = [...byLine.values()];
  const exact = [...lines.map((hours) => stepOf(hours) - none), none];
  const amounts = wholeParts(exact, whole);
  const parts = lines.map((hours, i) => {
    const { person } = hours[0]!;
    const who = whoText(both, { person, hours });
    return part(
      says(who, hoursText(hours.reduce((sum, one) => sum + minutesIn(one, time), 0))),
      amounts[i]!,
      personAt(person),
    );
  });
  return some([...parts, part(without, amounts[lines.length]!)]);
}

function minutesIn({ minutes }: Hours, { first, last, askedOf }: MoneyTime): number {
  let sum = 0;
  for (let piece = first; piece <= last; piece++) if (askedOf[piece]! >= 0) sum += minutes[piece]!;
  return sum;
}

/** A fraction of minor units, to a millionth. */
const numberOf = ({ numerator, denominator }: Exact): number =>
  Number((numerator * BigInt(1_000_000)) / denominator) / 1_000_000;
