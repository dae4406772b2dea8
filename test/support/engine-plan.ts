import { NO_ACTUALS } from "../../core/plan/money.ts";
import {
  type Allocations,
  type Contract,
  EFFORT,
  type Engagement,
  FIRST_DAY,
  type HeldSkill,
  LAST_DAY,
  type Need,
  type Person,
  type Plan,
  PPM,
  type Settings,
} from "../../core/plan/plan.ts";
import { NO_SNAPSHOTS } from "../../core/plan/snapshots.ts";
import { NO_TICKETS } from "../../core/plan/tickets.ts";
import { dayNumber, fromHours } from "../../core/units.ts";

/** Monday 5 January 2026. */
export const MONDAY = dayNumber(46027);
/** A day of the first weeks of 2026: 0 is Monday 5 January. */
export const d = (days: number) => dayNumber(MONDAY + days);

export type Effort = readonly [per: Exclude<keyof typeof EFFORT, "logged">, amount: number];
export const hoursADay = (hours: number): Effort => ["day", fromHours(hours)];
export const hoursAWeek = (hours: number): Effort => ["week", fromHours(hours)];
export const shareOfDay = (percent: number): Effort => ["share", Math.round(percent * 10_000)];
export const totalHours = (hours: number): Effort => ["total", fromHours(hours)];

interface Days {
  readonly from?: number;
  readonly to?: number;
}
export interface ContractSpec extends Days {
  readonly hours?: number;
  /** Minutes Monday to Sunday, instead of hours. */
  readonly weekdays?: Contract["weekdays"];
  readonly team?: string;
  readonly role?: string;
  readonly location?: string;
  readonly kind?: Contract["kind"];
  /** Percent. */
  readonly target?: number;
  readonly odds?: number;
  readonly rampUpWeeks?: number;
}
export interface SkillSpec {
  readonly skill: string;
  readonly level?: number;
  readonly certificate?: string;
  readonly validFrom?: number;
  readonly validTo?: number;
}
export interface PersonSpec extends ContractSpec {
  readonly skills?: readonly (string | SkillSpec)[];
  /** Several contracts, instead of the one given here. */
  readonly contracts?: readonly ContractSpec[];
}
export interface EngagementSpec extends Days {
  readonly kind?: string;
  readonly status?: Engagement["status"];
  readonly odds?: number | null;
  readonly priority?: number | null;
}
export interface NeedSpec extends Days {
  readonly on: string;
  readonly skill?: string;
  readonly role?: string;
  readonly level?: number;
  readonly certificate?: string;
  readonly location?: string;
  readonly effort: Effort;
  readonly spread?: Need["spread"];
}
export interface AllocationSpec extends Days {
  /** Left out: a placeholder. */
  readonly who?: string;
  readonly on: string;
  readonly skill?: string;
  readonly effort: Effort;
  readonly billable?: boolean;
}
export interface LeaveSpec {
  readonly who: string;
  readonly from: number;
  readonly to: number;
  readonly hours?: number;
}
export interface BarredSpec {
  readonly who: string;
  readonly on: string;
  readonly from: number;
  readonly to: number;
}
/** Hours that somebody logged on a day. */
export interface ActualSpec {
  readonly who: string;
  readonly on: string;
  readonly day: number;
  readonly hours: number;
  readonly billable?: boolean;
}
export interface MilestoneSpec {
  readonly on: string;
  readonly name: string;
  readonly baseline?: number;
  readonly due?: number;
  readonly delivered?: number;
  readonly cancelled?: boolean;
}
export interface PlanSpec {
  readonly settings?: Partial<Settings>;
  readonly locations?: Readonly<Record<string, readonly number[]>>;
  readonly people?: Readonly<Record<string, PersonSpec>>;
  readonly engagements?: Readonly<Record<string, EngagementSpec>>;
  readonly needs?: readonly NeedSpec[];
  readonly allocations?: readonly AllocationSpec[];
  readonly leave?: readonly LeaveSpec[];
  readonly barred?: readonly BarredSpec[];
  readonly actuals?: readonly ActualSpec[];
  readonly milestones?: readonly MilestoneSpec[];
}

export const SETTINGS: Settings = {
  horizonFrom: null,
  horizonWeeks: 26,
  grain: "week",
  plan: "capacity",
  target: PPM,
  fullTimeWeek: fromHours(40),
  pipeline: "odds",
  hires: "odds",
  utilizationOf: "effective",
  watchAbove: 850_000,
  redAbove: 950_000,
  overtime: 50_000,
  contextSwitching: false,
  asOf: null,
  supportCounts: "rows",
  supportReserve: null,
  absence: 0,
  startSlip: [],
  currency: null,
  moneyShown: "none",
  marginTarget: 300_000,
  marginWatch: 100_000,
  belowTarget: 100_000,
  aboveTarget: 50_000,
  errorGood: 150_000,
  errorWatch: 300_000,
  onTimeGood: 900_000,
  onTimeWatch: 750_000,
};

/** A plan written by names: days count from MONDAY, effort is in hours, shares are percentages. */
export function planOf(spec: PlanSpec): Plan {
  const people = Object.entries(spec.people ?? {});
  const locations = names(Object.keys(spec.locations ?? {}), [], "Here");
  const skills = names(
    people.flatMap(([, person]) => (person.skills ?? []).map((one) => (typeof one === "string" ? one : one.skill))),
    [...(spec.needs ?? []), ...(spec.allocations ?? [])].flatMap(({ skill }) => skill ?? []),
  );
  const engagements = names(
    Object.keys(spec.engagements ?? {}),
    [...(spec.needs ?? []), ...(spec.allocations ?? []), ...(spec.actuals ?? []), ...(spec.milestones ?? [])].map(
      ({ on }) => on,
    ),
  );
  const contracts: Contract[] = [];
  const read = people.map(([name, person], number): Person => {
    const own = person.contracts ?? [person];
    const first = contracts.length;
    for (const one of own) contracts.push(contractOf(number, one, locations));
    const held = (person.skills ?? []).map((one) => skillOf(typeof one === "string" ? { skill: one } : one, skills));
    return { name, skills: held, contracts: own.map((_, at) => first + at) };
  });
  const who = new Map(people.map(([name], number) => [name, number]));
  return {
    settings: { ...SETTINGS, ...spec.settings },
    people: read,
    contracts,
    skills,
    locations: locations.map((name) => ({ name, holidays: (spec.locations?.[name] ?? []).map(d) })),
    engagements: engagements.map((name) => engagementOf(name, spec.engagements?.[name] ?? {})),
    needs: (spec.needs ?? []).map((need, row) => needOf(need, row, engagements, skills, locations)),
    allocations: allocationsOf(spec.allocations ?? [], who, engagements, skills),
    leave: {
      length: spec.leave?.length ?? 0,
      person: Int32Array.from(spec.leave ?? [], (row) => who.get(row.who)!),
      from: Int32Array.from(spec.leave ?? [], (row) => d(row.from)),
      to: Int32Array.from(spec.leave ?? [], (row) => d(row.to)),
      minutes: Int32Array.from(spec.leave ?? [], ({ hours }) => (hours === undefined ? -1 : fromHours(hours))),
      row: Int32Array.from(spec.leave ?? [], (_, row) => row + 2),
    },
    tickets: NO_TICKETS,
    actuals: spec.actuals === undefined ? NO_ACTUALS : actualsOf(spec.actuals, who, engagements),
    milestones: (spec.milestones ?? []).map(({ on, name, baseline, due, delivered, cancelled = false }, row) => ({
      engagement: engagements.indexOf(on),
      name,
      baseline: baseline === undefined ? null : d(baseline),
      due: d(due ?? baseline ?? 0),
      delivered: delivered === undefined ? null : d(delivered),
      cancelled,
      row: row + 2,
    })),
    snapshots: NO_SNAPSHOTS,
    money: null,
    scenarios: [],
    barred: (spec.barred ?? []).map(({ who: name, on, from, to }) => ({
      person: who.get(name)!,
      engagement: engagements.indexOf(on),
      from: d(from),
      to: d(to),
    })),
    given: new Set(["People"]),
    errors: [],
    problems: [],
    accounts: [],
  };
}

const names = (first: readonly string[], more: readonly string[], orElse?: string): string[] => {
  const all = [...new Set([...first, ...more])];
  return all.length === 0 && orElse !== undefined ? [orElse] : all;
};
const percent = (share: number) => Math.round(share * 10_000);
const begin = ({ from }: Days) => (from === undefined ? FIRST_DAY : d(from));
const end = ({ to }: Days) => (to === undefined ? LAST_DAY : d(to));
const placeIn = (list: readonly string[], name: string | undefined) => (name === undefined ? -1 : list.indexOf(name));

function contractOf(person: number, spec: ContractSpec, locations: readonly string[]): Contract {
  return {
    person,
    from: begin(spec),
    to: end(spec),
    team: spec.team ?? "",
    role: spec.role ?? "",
    location: Math.max(0, placeIn(locations, spec.location)),
    kind: spec.kind ?? "employee",
    weekdays: spec.weekdays ?? mondayToFriday(fromHours(spec.hours ?? 40)),
    target: spec.target === undefined ? PPM : percent(spec.target),
    odds: spec.odds === undefined ? PPM : percent(spec.odds),
    rampUpWeeks: spec.rampUpWeeks ?? 0,
  };
}

function mondayToFriday(week: number): Contract["weekdays"] {
  const until = [0, 1, 2, 3, 4, 5].map((days) => Math.round((week * days) / 5));
  const on = (day: number) => until[day + 1]! - until[day]!;
  return [on(0), on(1), on(2), on(3), on(4), 0, 0];
}

function skillOf(
  { skill, level = 3, certificate, validFrom, validTo }: SkillSpec,
  skills: readonly string[],
): HeldSkill {
  return {
    skill: skills.indexOf(skill),
    level,
    certificate: certificate ?? null,
    validFrom: validFrom === undefined ? FIRST_DAY : d(validFrom),
    validTo: validTo === undefined ? LAST_DAY : d(validTo),
  };
}

function engagementOf(name: string, spec: EngagementSpec): Engagement {
  return {
    name,
    client: "",
    kind: spec.kind ?? "time and materials",
    status: spec.status ?? "confirmed",
    odds: spec.odds === undefined || spec.odds === null ? null : percent(spec.odds),
    from: begin(spec),
    to: end(spec),
    priority: spec.priority ?? null,
  };
}

function needOf(
  spec: NeedSpec,
  row: number,
  engagements: readonly string[],
  skills: readonly string[],
  locations: readonly string[],
): Need {
  const [per, amount] = spec.effort;
  if (per === "day" || per === "share") throw new RangeError("A need is given by the week or in all.");
  return {
    source: "Demand",
    engagement: engagements.indexOf(spec.on),
    skill: placeIn(skills, spec.skill),
    role: spec.role ?? "",
    level: spec.level ?? 1,
    certificate: spec.certificate ?? null,
    location: placeIn(locations, spec.location),
    from: begin(spec),
    to: end(spec),
    per: EFFORT[per],
    effort: fromHours(amount / 60),
    spread: spec.spread ?? "even",
    row: row + 2,
  };
}

function actualsOf(
  specs: readonly ActualSpec[],
  who: ReadonlyMap<string, number>,
  engagements: readonly string[],
): Plan["actuals"] {
  return {
    ...NO_ACTUALS,
    length: specs.length,
    day: Int32Array.from(specs, ({ day }) => d(day)),
    person: Int32Array.from(specs, (row) => who.get(row.who)!),
    engagement: Int32Array.from(specs, ({ on }) => engagements.indexOf(on)),
    minutes: Int32Array.from(specs, ({ hours }) => fromHours(hours)),
    billable: Uint8Array.from(specs, ({ billable }) => (billable === false ? 0 : 1)),
  };
}

function allocationsOf(
  specs: readonly AllocationSpec[],
  who: ReadonlyMap<string, number>,
  engagements: readonly string[],
  skills: readonly string[],
): Allocations {
  return {
    length: specs.length,
    person: Int32Array.from(specs, (row) => (row.who === undefined ? -1 : who.get(row.who)!)),
    engagement: Int32Array.from(specs, ({ on }) => engagements.indexOf(on)),
    skill: Int32Array.from(specs, ({ skill }) => placeIn(skills, skill)),
    from: Int32Array.from(specs, begin),
    to: Int32Array.from(specs, end),
    per: Uint8Array.from(specs, ({ effort: [per] }) => EFFORT[per]),
    amount: Float64Array.from(specs, ({ effort: [, amount] }) => amount),
    billable: Uint8Array.from(specs, ({ billable }) => (billable === false ? 0 : 1)),
    row: Int32Array.from(specs, (_, row) => row + 2),
  };
}
