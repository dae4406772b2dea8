import { type Complaint, inHint } from "./complaint.ts";
import type { Unit } from "./numbers.ts";

/** A column of numbers: what it counts, what is possible, and what somebody who typed something impossible may have meant. */
export interface Quantity {
  /** What a cell must be: `is not ${article}`. */
  readonly is: string;
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
  /** Only whole numbers. */
  readonly whole: boolean;
  /** What the plan stores for 1: 60 for hours (minutes), a million for shares. */
  readonly times: number;
  /** A good cell, for hints. */
  readonly example: string;
  /** Other units people type here: divide by so much, and what they are. */
  readonly mistakes: readonly (readonly [divisor: number, what: string])[];
}

const MINUTES = [60, "minutes"] as const;
const PERCENTAGE = [100, "a percentage"] as const;

const hours = (is: string, most: number, example: string, ...mistakes: Quantity["mistakes"]): Quantity => ({
  is,
  unit: "hours",
  least: 0,
  most,
  whole: false,
  times: 60,
  example,
  mistakes,
});

const fte = (most: number): Quantity => ({
  is: "an FTE",
  unit: "fte",
  least: 0,
  most,
  whole: false,
  times: 1_000_000,
  example: "0.8",
  mistakes: [PERCENTAGE, [40, "hours a week"]],
});

const whole = (is: string, unit: Unit, least: number, most: number, example: string): Quantity => ({
  is,
  unit,
  least,
  most,
  whole: true,
  times: 1,
  example,
  mistakes: [],
});

/** Stored in minor units, which only the row's currency says. */
const money = (is: string, most: number, example: string): Quantity => ({
  ...whole(is, "none", 0, most, example),
  whole: false,
});

export const QUANTITIES = {
  hoursADay: hours("a number of hours a day", 24, "8", [5, "hours a week"], MINUTES),
  hoursAWeek: hours("a number of hours a week", 168, "40", MINUTES, [52, "hours a year"]),
  /** A need may want several people. */
  hoursAWeekInAll: hours("a number of hours a week", 10_000, "40", MINUTES),
  totalHours: hours("a number of hours", 100_000, "320", MINUTES),
  /** In thousandths, because it is multiplied by a number of tickets before it is rounded. */
  hoursATicket: { ...hours("a number of hours a ticket", 1000, "1.5", MINUTES), times: 1000 },
  /** What one ticket took. */
  ticketHours: hours("a number of hours", 1000, "1.5", MINUTES),
  ticketsAWeek: {
    ...whole("a number of tickets a week", "none", 0, 100_000, "12"),
    whole: false,
    times: 1000,
  },
  fte: fte(2),
  /** A need may want several people. */
  fteInAll: fte(50),
  hourlyRate: money("an amount an hour", 100_000_000, "150"),
  amount: money("an amount", 1_000_000_000_000, "48000"),
  exchange: { ...money("an exchange rate", 1_000_000, "0.012"), least: 0.000_000_001 },
  level: whole("a level from 1 to 5", "level", 1, 5, "3"),
  weeks: whole("a number of weeks", "weeks", 0, 104, "6"),
  /** In days, so that a week earlier is no blank cell; with a minus sign earlier. */
  weeksLater: { ...whole("a number of weeks", "weeks", -260, 260, "2, or -2 for earlier"), times: 7 },
  priority: whole("a priority", "none", 1, 1000, "1"),
} as const satisfies Record<string, Quantity>;

/** Why a number of such a column is impossible, with the unit it may have been meant in; null when it is possible. */
export function impossible(quantity: Quantity, value: number): Complaint | null {
  const { least, most, whole, example, mistakes, is } = quantity;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return null;
  const why =
    value >= least && value <= most ? "is outside what is possible: only whole numbers" : outside(quantity, value);
  const meant = mistakes.find(([divisor]) => value / divisor >= least && value / divisor <= most);
  if (value > most && meant) {
    return {
      code: "HR-103",
      why,
      hint: `Maybe ${inHint(value / meant[0])}: ${inHint(value)} was meant as ${meant[1]}?`,
    };
  }
  if (value < least && -value >= least && -value <= most) {
    return { code: "HR-103", why, hint: `Maybe ${inHint(-value)}, without the minus sign.`, mend: -value };
  }
  return { code: "HR-103", why, hint: `Maybe type ${is}, such as ${example}.` };
}

const outside = ({ least, most }: Quantity, value: number): string =>
  value < least && least === 0
    ? "is outside what is possible: it is negative"
    : `is outside what is possible: ${inHint(least)} to ${inHint(most)}`;
