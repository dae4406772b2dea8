import { beforeAfter, bridges } from "../engine/money/bridge.ts";
import { hourParts } from "../engine/money/bridge-parts.ts";
import type { FeeFlow } from "../engine/money/fee-flows.ts";
import type { Exact } from "../engine/money/fractions.ts";
import type { Hours } from "../engine/money/hours.ts";
import type { Line } from "../engine/money/lines.ts";
import type { MoneyTime } from "../engine/money/money-time.ts";
import { FEES } from "../plan/money-tables.ts";
import type { Given } from "../sheets/given.ts";
import { STEPS } from "../sheets/margin-bridge-steps.ts";
import { whoText } from "../sheets/margin-lines.ts";
import { feeName } from "./completion.ts";
import type { Explains } from "./explains.ts";
import { amountOf, explained, group, type Origin, type Part, part, sumOf, taken, wholeParts } from "./explanation.ts";
import { kept } from "./kept.ts";
import { money, namesOf, ofEach, partsShown } from "./money-lines.ts";
import { hoursText } from "./words.ts";

/** A part of the margin bridge of an engagement, person by person and fee by fee; `numbers` are the engagements. */
export const BRIDGE: Explains = STEPS.map(({ key, name, note }) => [
  `bridge ${key}`,
  (_, { numbers = [] }, given) => {
    const title = `${name}, ${namesOf(given, numbers)}`;
    const parts = ofEach(given, numbers, (engagement) => PARTS[key](given, engagement));
    const isCost = key !== "billRate" && key !== "scope" && key !== "writeOffs";
    return explained({ title, rule: note }, sumOf(name, "minor units", isCost ? partsShown(given, parts) : parts));
  },
]);

const sights = kept((given) => beforeAfter(given.plan, money(given).months, given.counted));
const known = kept((given) => bridges(given.plan, money(given).months, given.counted));

type Key = (typeof STEPS)[number]["key"];
type PartsOf = (given: Given, engagement: number) => readonly Part[];

const STEADY: readonly FeeFlow["kind"][] = ["fixed fee", "monthly retainer", "expense"];

const PARTS: { readonly [K in Key]: PartsOf } = {
  baseline: (given, engagement) => [
    ...lineParts(given, engagement, sights(given).before),
    ...feeParts(given, engagement, sights(given).feesBefore, STEADY),
  ],
  volume: (given, engagement) => {
    const after = feeParts(given, engagement, sights(given).feesAfter, STEADY);
    const before = feeParts(given, engagement, sights(given).feesBefore, STEADY);
    const fees = [...group("Fees and expenses now", after), ...taken(group("Fees and expenses as planned", before))];
    const whole = (known(given)[engagement]?.volume ?? 0) - amountOf(fees);
    const says = (who: string, hours: string) => `${who}: ${hours} at the planned margin an hour`;
    return [...hourSteps(given, engagement, 0, whole, says, "The planned hours at that margin"), ...fees];
  },
  mix: (given, engagement) =>
    hourSteps(
      given,
      engagement,
      1,
      known(given)[engagement]?.mix ?? 0,
      (who, hours) => `${who}: ${hours} at the first day's rates, less the planned margin of as many`,
    ),
  billRate: (given, engagement) =>
    hourSteps(given, engagement, 2, known(given)[engagement]?.billRate ?? 0, (who, hours) => `${who}: ${hours}`),
  costRate: (given, engagement) =>
    hourSteps(given, engagement, 3, known(given)[engagement]?.costRate ?? 0, (who, hours) => `${who}: ${hours}`),
  support: (given, engagement) =>
    lineParts(
      given,
      engagement,
      sights(given).after.filter((line) => !isTracked(line)),
    ),
  scope: (given, engagement) => feeParts(given, engagement, sights(given).feesAfter, ["change order"]),
  writeOffs: (given, engagement) => feeParts(given, engagement, sights(given).feesAfter, ["write-off"]),
  now: (given, engagement) => [
    ...lineParts(given, engagement, sights(given).after),
    ...feeParts(given, engagement, sights(given).feesAfter, [...STEADY, "change order", "write-off"]),
  ],
};

const isTracked = ({ hours }: Line): boolean => hours[0]!.source !== "untracked";

/** Revenue less cost of the asked months. */
function marginOf({ revenue, cost }: Pick<Line, "revenue" | "cost">, { first, askedOf }: MoneyTime): number {
  let sum = 0;
  for (let at = 0; at < revenue.length; at++) if (askedOf[first + at]! >= 0) sum += revenue[at]! - cost[at]!;
  return sum;
}

const some = (parts: readonly Part[]): readonly Part[] => parts.filter(({ amount }) => amount !== 0);

function lineParts(given: Given, engagement: number, lines: readonly Line[]): readonly Part[] {
  const { time } = sights(given);
  return some(
    lines
      .filter((line) => line.engagement === engagement)
      .map((line) => part(`${whoText(given, line)}, revenue less cost`, marginOf(line, time), personAt(line.person))),
  );
}

const personAt = (person: number): Origin | null => (person < 0 ? null : { kind: "person", number: person });

function feeParts(
  given: Given,
  engagement: number,
  flows: readonly FeeFlow[],
  kinds: readonly FeeFlow["kind"][],
): readonly Part[] {
  const { time } = sights(given);
  return some(
    flows
      .filter((flow) => flow.engagement === engagement && kinds.includes(flow.kind))
      .map((flow) =>
        part(feeName(given, flow), marginOf(flow, time), { kind: "row", table: FEES.name, row: flow.row }),
      ),
  );
}

/** A step of hours, person by person: what the step is with only their hours, less what it is without any. */
function hourSteps(
  given: Given,
  engagement: number,
  step: 0 | 1 | 2 | 3,
  whole: number,
  says: (who: string, hours: string) => string,
  without = "Without any hours",
): readonly Part[] {
  const { sights: all, time } = sights(given);
  const own = (some: readonly Hours[]) => some.filter((hours) => hours.engagement === engagement);
  const planned = own(all.planned);
  const stepOf = (worked: readonly Hours[]) =>
    numberOf(hourParts(given.plan, { ...all, planned, worked })[engagement]![step]);
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
    const who = whoText(given, { person, hours });
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
