import { meanMinutes } from "../engine/support/compound.ts";
import { RESERVE } from "../engine/support/reserve.ts";
import type { Cell } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { type Contract, EFFORT, FIRST_DAY, type HeldSkill, LAST_DAY, type Need, type Plan } from "../plan/plan.ts";
import type { Table } from "../plan/table.ts";
import { ALLOCATIONS, DEMAND, ENGAGEMENTS, PEOPLE, SKILLS, SUPPORT } from "../plan/tables.ts";
import { type Booked, bookedAt } from "../scenario/booked.ts";
import { weekly } from "../scenario/nameless.ts";

/** A row to be written so that the tables say what the changed plan says. */
export interface RowWrite {
  readonly table: Table;
  /** Which row: a row number of the range, the row of a name, the n-th row of a person, a row of its own. */
  readonly where:
    | { readonly row: number }
    | { readonly key: "engagement"; readonly name: string }
    | { readonly person: string; readonly nth: number }
    | "new";
  /** For a new row: the row whose other cells it takes over. */
  readonly like?: { readonly person: string; readonly nth: number };
  readonly cells: ReadonlyMap<string, Cell>;
  /** Cells that stay as they are while they are blank: what they inherit has changed in the same way. */
  readonly inherits?: boolean;
}

/** Everything that differs between a plan and the same plan after some changes, as rows of its tables. */
export const writesFor = (before: Plan, after: Plan): readonly RowWrite[] => [
  ...engagementWrites(before, after),
  ...needWrites(before, after),
  ...contractWrites(before, after),
  ...allocationWrites(before, after),
];

const first = (day: number): Cell => (day === FIRST_DAY ? null : day);
const last = (day: number): Cell => (day === LAST_DAY ? null : day);
const cells = (...all: readonly (readonly [string, Cell])[]) => new Map<string, Cell>(all);
const differing = <T extends object>(a: T, b: T, keys: readonly (keyof T & string)[]) =>
  keys.filter((key) => a[key] !== b[key]);
const DAY: Readonly<Record<string, (day: number) => Cell>> = { from: first, to: last };

function engagementWrites(before: Plan, after: Plan): readonly RowWrite[] {
  const listed = before.given.has(ENGAGEMENTS.name);
  return after.engagements.flatMap((one, i): RowWrite[] => {
    const old = before.engagements[i];
    if (old === undefined) {
      if (one.name === RESERVE) return [];
      const own = cells(["engagement", one.name], ["status", one.status]);
      return listed ? [{ table: ENGAGEMENTS, where: "new", cells: own }] : [];
    }
    const changed = differing(old, one, ["status", "from", "to"]);
    if (changed.length === 0) return [];
    const own = changed.map((key): [string, Cell] => [
      key,
      key === "status" ? one.status : DAY[key]!(one[key as "from" | "to"]),
    ]);
    return [{ table: ENGAGEMENTS, where: { key: "engagement", name: one.name }, cells: cells(...own) }];
  });
}

interface Days {
  readonly from: number;
  readonly to: number;
}

/** Whether both days moved alike, as those of the engagement did: a row that is cut short has to say so itself. */
const isSlip = (old: Days, one: Days): boolean => one.from - old.from === one.to - old.to;

function needWrites(before: Plan, after: Plan): readonly RowWrite[] {
  const old = new Map(before.needs.map((need) => [`${need.source} ${need.row}`, need]));
  return after.needs.flatMap((need): RowWrite[] => {
    // Hours that follow from Tickets and Settings stand in no row; what is added to them is demand.
    if (need.insteadOf !== undefined || need.isReserve) return [];
    const table = need.source === "Demand" || need.arrivals?.basis === "tickets" ? DEMAND : SUPPORT;
    const same = need.row === 0 ? undefined : old.get(`${need.source} ${need.row}`);
    if (same === undefined) return [{ table, where: "new", cells: needCells(after, need) }];
    if (same.effort !== need.effort) return [{ table, where: { row: need.row }, cells: lessCells(after, need) }];
    const days = differing(same, need, ["from", "to"]);
    if (days.length === 0) return [];
    const own = days.map((key): [string, Cell] => [key, DAY[key]!(need[key as "from" | "to"])]);
    return [{ table, where: { row: need.row }, cells: cells(...own), inherits: isSlip(same, need) }];
  });
}

function needCells(plan: Plan, need: Need): ReadonlyMap<string, Cell> {
  const total = need.per === EFFORT.total;
  const all = cells(
    ["engagement", plan.engagements[need.engagement]!.name],
    ["skill", plan.skills[need.skill] ?? null],
    ["minLevel", need.level > 1 ? need.level : null],
    ["from", first(need.from)],
    ["to", last(need.to)],
    ...(ticketCells(need) ?? [[total ? "totalHours" : "hoursAWeek", need.effort / 60] as const]),
  );
  if (need.source === "Support") return all;
  return new Map([
    ...all,
    ["role", need.role === "" ? null : need.role],
    ["certificate", need.certificate],
    ["location", plan.locations[need.location]?.name ?? null],
    ["spread", total && need.spread !== "even" ? need.spread : null],
  ]);
}

/** Tickets a week and hours a ticket, where they say the same: so that the row's weeks go on to vary. */
function ticketCells({ source, effort, arrivals }: Need): readonly (readonly [string, Cell])[] | null {
  if (source !== "Support" || arrivals?.basis !== "rate") return null;
  const count = Math.round(arrivals.weekly * 1000);
  const each = Math.round((meanMinutes(arrivals) / arrivals.weekly / 60) * 1000);
  const isSame =
    Math.abs(count / 1000 - arrivals.weekly) < 1e-9 && Math.round((count * each * 60) / 1_000_000) === effort;
  return isSame
    ? [
        ["ticketsAWeek", count / 1000],
        ["hoursATicket", each / 1000],
      ]
    : null;
}

/** A row that asks for less: its hours stand instead of whatever they were made from. */
const lessCells = (plan: Plan, need: Need): ReadonlyMap<string, Cell> =>
  new Map([
    ...EFFORT_CELLS.map((key): [string, Cell] => [key, null]),
    ...[...needCells(plan, need)].filter(([key]) => ["from", "to", ...EFFORT_CELLS].includes(key)),
  ]);
const EFFORT_CELLS = ["hoursAWeek", "fte", "totalHours", "ticketsAWeek", "hoursATicket"];

function contractWrites(before: Plan, after: Plan): readonly RowWrite[] {
  const nthOf = (number: number) => {
    const { person } = before.contracts[number]!;
    return before.contracts.slice(0, number).filter((one) => one.person === person).length;
  };
  return after.contracts.flatMap((one, number): RowWrite[] => {
    const old = before.contracts[number];
    const person = after.people[one.person]!.name;
    if (old) {
      const own = contractCells(old, one);
      return own.size === 0 ? [] : [{ table: PEOPLE, where: { person, nth: nthOf(number) }, cells: own }];
    }
    const like = before.contracts.findIndex(
      (other) => other.person === one.person && other.from <= one.from && other.to >= one.from,
    );
    if (like >= 0) {
      const own = contractCells(before.contracts[like]!, one);
      return [{ table: PEOPLE, where: "new", like: { person, nth: nthOf(like) }, cells: own }];
    }
    return [{ table: PEOPLE, where: "new", cells: hireCells(after, one) }];
  });
}

function contractCells(old: Contract, one: Contract): ReadonlyMap<string, Cell> {
  const own = differing(old, one, ["from", "to"]).map((key): [string, Cell] => [
    key,
    DAY[key]!(one[key as "from" | "to"]),
  ]);
  if (old.weekdays !== one.weekdays) own.push(["weeklyHours", weekly(one) / 60], ["fte", null]);
  if (old.rampUpWeeks !== one.rampUpWeeks) own.push(["rampUpWeeks", one.rampUpWeeks]);
  return new Map(own);
}

const hireCells = ({ people, locations, skills, given }: Plan, one: Contract) =>
  cells(
    ["person", people[one.person]!.name],
    ...(given.has(SKILLS.name) ? [] : [["skills", listOf(people[one.person]!.skills, skills)] as const]),
    ["location", locations[one.location]?.name || null],
    ["weeklyHours", weekly(one) / 60],
    ["from", first(one.from)],
    ["to", last(one.to)],
  );

const listOf = (held: readonly HeldSkill[], skills: Plan["skills"]): string =>
  held.map(({ skill, level }) => `${skills[skill]!} ${level}`).join("; ");

const EFFORT_KEYS = ["hoursADay", "hoursAWeek", "share", "totalHours"] as const;

function allocationWrites(before: Plan, after: Plan): readonly RowWrite[] {
  const writes: RowWrite[] = [];
  for (let i = 0; i < after.allocations.length; i++) {
    const one = bookedAt(after.allocations, i);
    const old = i < before.allocations.length ? bookedAt(before.allocations, i) : null;
    if (old === null) {
      writes.push({ table: ALLOCATIONS, where: "new", cells: bookedCells(before, after, one) });
      continue;
    }
    const changed = differing(old, one, ["person", "engagement", "skill", "from", "to", "per", "amount", "billable"]);
    if (changed.length === 0) continue;
    const only = new Set<string>(changed);
    const all = bookedCells(before, after, one, old);
    if (only.delete("per") || only.has("amount")) for (const key of EFFORT_KEYS) only.add(key);
    if (only.has("engagement")) for (const key of ["from", "to", "billable"]) only.add(key);
    const shifted = changed.every((key) => key === "from" || key === "to");
    const own = new Map([...all].filter(([key]) => only.has(key)));
    if (only.has("amount")) own.set("fte", null);
    writes.push({ table: ALLOCATIONS, where: { row: one.row }, cells: own, inherits: shifted && isSlip(old, one) });
  }
  return writes;
}

function bookedCells(before: Plan, after: Plan, one: Booked, old: Booked | null = null): ReadonlyMap<string, Cell> {
  const { people, engagements, skills } = after;
  const { name, kind } = engagements[one.engagement]!;
  const usual = Number(kind !== "internal") === one.billable;
  return cells(
    ["person", people[one.person]?.name ?? placeholder(before, old ?? one)],
    ["engagement", name],
    ["skill", skills[one.skill] ?? null],
    ["from", first(one.from)],
    ["to", last(one.to)],
    ...EFFORT_KEYS.map((key, per): [string, Cell] => [key, per === one.per ? amountOf(one) : null]),
    ["billable", usual ? null : one.billable === 1 ? "Yes" : "No"],
  );
}

const amountOf = ({ per, amount }: Booked): number => (per === EFFORT.share ? amount / 1_000_000 : amount / 60);

/** Somebody still to be named, with a word about whose work it was. */
function placeholder({ people }: Plan, { person, row }: Booked): string {
  const name = people[person]?.name;
  return name === undefined || row === 0 ? "TBD" : `TBD (was ${name})`;
}

/** Whether two names are one. */
export const sameName = (a: Cell, b: string): boolean => nameKey(String(a ?? "")) === nameKey(b);
