import type { Problem } from "../problems.ts";
import type { Change } from "../scenario/change.ts";
import type { DayNumber, Minutes } from "../units.ts";
import type { Limits } from "./limits.ts";
import type { Milestone } from "./milestones.ts";
import type { Actuals, Logged, Money } from "./money.ts";
import type { Snapshots } from "./snapshots.ts";
import type { Arrivals, StartSlip, Tickets } from "./tickets.ts";
import type { Denominator } from "./words.ts";

/** The whole plan, read, linked and cross-checked. What is listed is known by its number. Long tables are columns. */
export interface Plan {
  readonly settings: Settings;
  readonly people: readonly Person[];
  /** One entry a contract, in the order of the People rows: who, and what the row says. */
  readonly contracts: readonly Contract[];
  readonly skills: readonly string[];
  readonly locations: readonly Location[];
  /** Rows of Engagements, then engagements that only other tables name (when there is no Engagements table). */
  readonly engagements: readonly Engagement[];
  /** Rows of Demand, then rows of Support. */
  readonly needs: readonly Need[];
  readonly allocations: Allocations;
  readonly leave: Leave;
  readonly tickets: Tickets;
  /** Hours worked. */
  readonly actuals: Actuals;
  /** The plan as it was on earlier days. */
  readonly snapshots: Snapshots;
  readonly milestones: readonly Milestone[];
  /** What counts in place of the plan on past days; only in a plan as it was worked. */
  readonly worked?: Logged;
  /** What engagements pay and people cost; null where no such table was given. */
  readonly money: Money | null;
  /** By their first rows; applying one gives another plan. */
  readonly scenarios: readonly Scenario[];
  /** Whom a scenario takes off an engagement; none in a plan as it was read. */
  readonly barred: readonly Barred[];
  /** Which tables were given at all. */
  readonly given: ReadonlySet<string>;
  /** What leaves rows out. */
  readonly errors: readonly Problem[];
  /** Errors and warnings; the checks that only warn run when somebody asks. */
  readonly problems: readonly Problem[];
  readonly accounts: readonly RowAccount[];
}

/** read = used + excluded + blank, for each table that was given. */
export interface RowAccount {
  readonly table: string;
  readonly read: number;
  readonly used: number;
  readonly excluded: number;
  readonly blank: number;
}

/** A share in whole millionths, so that arithmetic with minutes stays in whole numbers: 0.8 is 800,000. */
export type Ppm = number;
export const PPM = 1_000_000;

export interface Person {
  readonly name: string;
  readonly skills: readonly HeldSkill[];
  /** Numbers of this person's contracts, by first day. */
  readonly contracts: readonly number[];
}

export interface HeldSkill {
  readonly skill: number;
  /** 1 to 5; 5 when the plan says that somebody has a skill but not how well. */
  readonly level: number;
  readonly certificate: string | null;
  /** First day all of this counts. */
  readonly validFrom: DayNumber;
  /** Last day the certificate (or, without one, the skill) counts. */
  readonly validTo: DayNumber;
}

export interface Contract {
  readonly person: number;
  /** Both included; open ends are FIRST_DAY and LAST_DAY. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly team: string;
  readonly role: string;
  readonly location: number;
  readonly kind: PersonKind;
  /** Minutes on each day of a week, Monday first; they add up to the weekly hours exactly. */
  readonly weekdays: readonly [number, number, number, number, number, number, number];
  /** Utilization target; the Settings default where the row has none. */
  readonly target: Ppm;
  /** Odds that a planned hire comes; PPM for everybody else. */
  readonly odds: Ppm;
  readonly rampUpWeeks: number;
  /** A scenario's hire: it stands in no table, so that no row of Rates or Costs is about it. */
  readonly isAssumed?: true;
}
export type PersonKind = "employee" | "contractor" | "planned hire";

export interface Location {
  readonly name: string;
  /** Public holidays, ascending, without repeats. */
  readonly holidays: readonly DayNumber[];
}

export interface Engagement {
  readonly name: string;
  readonly client: string;
  readonly kind: string;
  /** Nobody wrote a kind: it is taken to be paid by the hour. */
  readonly isKindAssumed?: true;
  readonly status: Status;
  /** Odds of tentative work; null when the plan does not say. */
  readonly odds: Ppm | null;
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** 1 first; null is after every number. */
  readonly priority: number | null;
  /** How late tentative work may start when it is won; null: as the Settings say. */
  readonly startSlip?: readonly StartSlip[] | null;
  /** Who answers for it. */
  readonly owner?: string;
}
export type Status = "confirmed" | "tentative" | "lost" | "done";

/** How a row's effort is given: minutes on each working day, minutes a week, a share of the person's time, minutes in all, as logged. */
export const EFFORT = { day: 0, week: 1, share: 2, total: 3, logged: 4 } as const;

/** Work asked for: a row of Demand or Support. */
export interface Need {
  readonly source: "Demand" | "Support";
  readonly engagement: number;
  /** -1 when the row asks for a role instead. */
  readonly skill: number;
  /** "" when the row asks for a skill only. */
  readonly role: string;
  readonly level: number;
  readonly certificate: string | null;
  /** -1: anywhere. */
  readonly location: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly per: (typeof EFFORT)["week" | "total"];
  readonly effort: Minutes;
  readonly spread: Spread;
  /** The row in the range it was read from; 0 for one that stands in no row. */
  readonly row: number;
  /** How its tickets come in, where hours of support vary; without it they are a stated number. */
  readonly arrivals?: Arrivals;
  /** Hours kept free beyond what support is expected to take: they are no work by themselves. */
  readonly isReserve?: true;
  /** Rows of Support in whose place these hours count, because the queue counts by its tickets; none where it has no rows. */
  readonly insteadOf?: readonly Need[];
}

export type Spread = "even" | "front" | "back";

/** Allocations as columns: entry i of each belongs to row i. */
export interface Allocations {
  readonly length: number;
  /** -1: a placeholder, nobody yet. */
  readonly person: Int32Array;
  readonly engagement: Int32Array;
  /** -1: the row names no skill. */
  readonly skill: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** One of EFFORT. */
  readonly per: Uint8Array;
  /** Minutes, or millionths for a share. */
  readonly amount: Float64Array;
  readonly billable: Uint8Array;
  readonly row: Int32Array;
}

export interface Leave {
  readonly length: number;
  readonly person: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Minutes a day, or -1 for the whole day. */
  readonly minutes: Int32Array;
  readonly row: Int32Array;
}

/** A scenario: changes of the plan under one name. */
export interface Scenario {
  readonly name: string;
  /** In the order of their rows, without those that have a problem. */
  readonly changes: readonly ScenarioChange[];
  /** Why it is refused where it is asked for: problems of rows that are switched on. */
  readonly problems: readonly Problem[];
}
export interface ScenarioChange {
  readonly change: Change;
  readonly on: boolean;
  readonly row: number;
}

/** Somebody who may not serve an engagement with spare hours in these days. */
export interface Barred {
  readonly person: number;
  readonly engagement: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export interface Settings extends Limits {
  readonly horizonFrom: DayNumber | null;
  readonly horizonWeeks: number;
  /** Gaps are computed a day or a week at a time. */
  readonly grain: "day" | "week";
  /** Whether gap functions may fill people to their capacity or only to their target. */
  readonly plan: "capacity" | "target";
  /** The target of people whose row has none. */
  readonly target: Ppm;
  readonly fullTimeWeek: Minutes;
  readonly pipeline: Counting;
  readonly hires: Counting;
  /** What utilization is a share of. */
  readonly utilizationOf: Denominator;
  /** From where on a person's week is worth a look, or too much when it goes on: shares of capacity. */
  readonly watchAbove: Ppm;
  readonly redAbove: Ppm;
  /** Share of the hours worked beyond which they are overtime to look at. */
  readonly overtime: Ppm;
  /** Whether the sheet shows what working on several things at once is said to cost. */
  readonly contextSwitching: boolean;
  /** The last day that Tickets cover; null: the day of the last ticket before the horizon. */
  readonly asOf: DayNumber | null;
  /** What counts where a queue has both a Support row and tickets. */
  readonly supportCounts: "rows" | "tickets";
  /** The confidence with which support is to fit into what is kept free for it; null keeps its expected hours only. */
  readonly supportReserve: Ppm | null;
  /** Share of days on which somebody is away without having planned to be. */
  readonly absence: Ppm;
  /** How late tentative work may start when its engagement does not say. */
  readonly startSlip: readonly StartSlip[];
  /** The plan's currency; null: the one that its rates, costs and fees name. */
  readonly currency: string | null;
  /** What generated sheets and panels may show of money. */
  readonly moneyShown: "all" | "all but salaries" | "none";
  /** The share of revenue that an engagement should leave after its cost. */
  readonly marginTarget: Ppm;
}
/** How uncertain work (or hires) counts: by its odds, wholly, not at all, or wholly from some odds on. */
export type Counting = "odds" | "all" | "none" | { readonly from: Ppm };

export const FIRST_DAY = 1 as DayNumber;
export const LAST_DAY = 2_958_465 as DayNumber;
