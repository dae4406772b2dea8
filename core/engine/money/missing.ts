import type { Plan } from "../../plan/plan.ts";
import type { DayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { type Timeline, timeline } from "../timeline.ts";
import { beforeAfter } from "./bridge.ts";
import {
  COST,
  type Lack,
  LEFT_OUT,
  type MoneyRow,
  NO_COST_RATE,
  NO_DAYS,
  NO_EFFORT,
  NO_END,
  NO_EXCHANGE,
  NO_FEE,
  NO_KIND,
  NO_RATE,
  type Note,
  TIED,
  type Whose,
} from "./lacks.ts";
import { margins } from "./margins.ts";
import type { MoneyTime } from "./money-time.ts";
import { unplannedDays } from "./unplanned.ts";

export type Lacks =
  | "rate"
  | "cost rate"
  | "fee"
  | "kind"
  | "one rate"
  | "one cost rate"
  | "exchange rate"
  | "effort"
  | "days"
  | "work"
  | "end"
  | "row";

/**
 * What is missing to know some of the margin, and what waits for it: a rate, a fee, an exchange rate on some days, effort by which
 * a fee is earned, days for work that is late, work that a retainer pays for, the end of a retainer; "one rate" where two contradict each other.
 */
export interface Missing {
  readonly lacks: Lacks;
  /** Whose rate it is; null where a fee or an exchange rate is the matter. */
  readonly hours: Whose | null;
  readonly role: string;
  /** Of an exchange rate, else "". */
  readonly currency: string;
  /** The first and the last day on which it is needed. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly minutes: number;
  /** None where nobody knows to which of them a row belongs that is left out. */
  readonly engagements: readonly number[];
  /** Rows of amounts that wait for an exchange rate, or that are left out. */
  readonly rows: readonly MoneyRow[];
  /** What is wrong with a row that is left out, else "". */
  readonly why: string;
  /** Its minutes, engagement by engagement. */
  readonly byEngagement: ReadonlyMap<number, number>;
}

/** What is missing to know all margins of a period, with most at stake first; `bridge`: those that were planned as well. */
export function missingMoney(
  plan: Plan,
  asked: Timeline,
  counted: Counted,
  of: "margin" | "bridge" = "margin",
): readonly Missing[] {
  const whole = noted(plan, timeline(asked.from, asked.to, "total"), counted, of, () => true);
  const needsDays = whole.some(({ lacks }) => lacks === "exchange rate");
  // Pieces of time are as long as a rate holds; the days on which it is needed are fewer.
  const daily = needsDays
    ? noted(plan, timeline(asked.from, asked.to, "day"), counted, of, ({ bits }) => (bits & NO_EXCHANGE) !== 0)
    : [];
  const found = [...whole.filter(({ lacks }) => lacks !== "exchange rate"), ...daily];
  return found.sort((a, b) => b.minutes - a.minutes);
}

/** Retainers that pay for days on which no work is planned: their months are known as planned, what they come to is not. */
export const unplannedWork = (plan: Plan, counted: Counted): readonly Missing[] =>
  [...unplannedDays(plan, counted)].map(([engagement, { from, to }]) => ({
    lacks: "work",
    hours: null,
    role: "",
    currency: "",
    from,
    to,
    minutes: 0,
    engagements: [engagement],
    rows: [],
    why: "",
    byEngagement: new Map([[engagement, 0]]),
  }));

/** The same, while it is added up. */
interface Sum extends Missing {
  from: DayNumber;
  to: DayNumber;
  minutes: number;
  readonly engagements: number[];
  readonly rows: MoneyRow[];
  readonly byEngagement: Map<number, number>;
  readonly said: Set<string>;
}

function noted(
  plan: Plan,
  asked: Timeline,
  counted: Counted,
  of: "margin" | "bridge",
  counts: (lack: Lack) => boolean,
): readonly Missing[] {
  const all: Lack[] = [];
  const note: Note = (lack) => {
    if (counts(lack)) all.push(lack);
  };
  const { time } = of === "bridge" ? beforeAfter(plan, asked, counted, note) : margins(plan, asked, counted, note);
  const found = new Map<string, Sum>();
  const rows = new Map((plan.money?.leftOut ?? []).map((one) => [`${one.table} ${one.row}`, one]));
  const whyOf = ({ bits, rows: [row] }: Lack) =>
    (bits & LEFT_OUT) === 0 || row === undefined ? "" : (rows.get(`${row.table} ${row.row}`)?.why ?? "");
  for (const lack of all) if (time.askedOf[lack.piece]! >= 0) add(found, lack, whyOf(lack), time);
  return [...found.values()];
}

function add(found: Map<string, Sum>, lack: Lack, why: string, time: MoneyTime): void {
  const { bits, engagement, hours, role, minutes, currency, piece } = lack;
  const lacks = lacksOf(bits);
  const isExchange = lacks === "exchange rate";
  const own = lacks === "row" ? `${lack.rows[0]?.table} ${why}` : null;
  const key = `${lacks} ${own ?? whoOf(lacks, engagement, hours, role, currency)}`;
  const { from, to } = time.periods[piece]!;
  const sum = found.get(key) ?? {
    lacks,
    hours: isExchange || own !== null ? null : hours,
    role,
    currency: isExchange ? currency : "",
    from,
    to,
    minutes: 0,
    engagements: [],
    rows: [],
    why,
    byEngagement: new Map<number, number>(),
    said: new Set<string>(),
  };
  found.set(key, sum);
  if (from < sum.from) sum.from = from;
  if (to > sum.to) sum.to = to;
  // What has no day left is the same in each piece.
  const more = lacks === "days" ? minutes - sum.minutes : minutes;
  sum.minutes += more;
  if (isExchange || own !== null)
    for (const one of lack.rows) {
      const place = `${one.table} ${one.row}`;
      if (!sum.said.has(place)) sum.rows.push(one);
      sum.said.add(place);
    }
  if (engagement < 0) return;
  if (!sum.byEngagement.has(engagement)) sum.engagements.push(engagement);
  sum.byEngagement.set(engagement, more + (sum.byEngagement.get(engagement) ?? 0));
}

function lacksOf(bits: number): Lacks {
  if ((bits & TIED) !== 0) return (bits & COST) !== 0 ? "one cost rate" : "one rate";
  return REASONS.find(([bit]) => (bits & bit) !== 0)![1];
}

const REASONS: readonly (readonly [bit: number, lacks: Lacks])[] = [
  [LEFT_OUT, "row"],
  [NO_EXCHANGE, "exchange rate"],
  [NO_EFFORT, "effort"],
  [NO_DAYS, "days"],
  [NO_END, "end"],
  [NO_FEE, "fee"],
  [NO_KIND, "kind"],
  [NO_COST_RATE, "cost rate"],
  [NO_RATE, "rate"],
];

/** What an engagement lacks, whoever works on it. */
export const OF_WORK: ReadonlySet<Lacks> = new Set(["fee", "kind", "effort", "days", "work", "end"]);

/** What one missing row would mend stands together. */
function whoOf(lacks: Lacks, engagement: number, hours: Whose | null, role: string, currency: string): string {
  if (lacks === "exchange rate") return currency;
  if (hours === null || OF_WORK.has(lacks)) return String(engagement);
  return hours.person >= 0 ? `p${hours.person}` : `${role}\n${hours.skill}`;
}
