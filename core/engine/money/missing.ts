import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import type { Timeline } from "../timeline.ts";
import { exchangeOf } from "./exchange.ts";
import { countedHours, type Hours } from "./hours.ts";
import { NO_MONEY } from "./margins.ts";
import { moneyTime } from "./money-time.ts";
import { paysByTheHour, ratesOf } from "./rates-of.ts";

/** Hours whose worth nobody knows, because a rate or a fee is missing: all of one person, or open work of one kind. */
export interface Missing {
  readonly lacks: "rate" | "cost rate" | "fee";
  /** Some of the hours: whose they are. */
  readonly hours: Hours;
  readonly role: string;
  readonly minutes: number;
  readonly engagements: readonly number[];
  /** Its minutes, engagement by engagement. */
  readonly byEngagement: ReadonlyMap<number, number>;
}

/** What is missing to know all margins of a period, with most at stake first. */
export function missingMoney(plan: Plan, asked: Timeline, counted: Counted): readonly Missing[] {
  const money = plan.money ?? NO_MONEY;
  const time = moneyTime(plan, money, asked);
  const rates = ratesOf(plan, money, exchangeOf(money));
  const found = new Map<string, Missing>();
  const note = (lacks: Missing["lacks"], hours: Hours, role: string, minutes: number) => {
    const { engagement, person, skill } = hours;
    const who = lacks === "fee" ? engagement : person >= 0 ? `p${person}` : `${role}\n${skill}`;
    const known = found.get(`${lacks} ${who}`);
    const byEngagement = new Map(known?.byEngagement ?? []);
    byEngagement.set(engagement, minutes + (byEngagement.get(engagement) ?? 0));
    const engagements = [...byEngagement.keys()];
    found.set(`${lacks} ${who}`, {
      lacks,
      hours,
      role,
      minutes: minutes + (known?.minutes ?? 0),
      engagements,
      byEngagement,
    });
  };
  for (const hours of countedHours(plan, counted, time)) {
    for (let piece = time.first; piece <= time.last; piece++) {
      const minutes = hours.minutes[piece]!;
      if (minutes === 0 || time.askedOf[piece]! < 0) continue;
      const day = time.periods[piece]!.from;
      const role = rates.role(hours, day);
      if (rates.bill(hours, day) === null) note(paysByTheHour(plan, hours) ? "rate" : "fee", hours, role, minutes);
      if (rates.cost(hours, day) === null) note("cost rate", hours, role, minutes);
    }
  }
  return [...found.values()].sort((a, b) => b.minutes - a.minutes);
}
