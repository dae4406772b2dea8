import type { Cell, CellRange } from "../../core/plan/cells.ts";

/** A random firm: who works on what in the first quarter of 2026, and what an hour of each costs. */
export interface Firm {
  readonly tables: ReadonlyMap<string, CellRange>;
  /** What an hour costs, by the person or the role that the table Costs names. */
  readonly rates: ReadonlyMap<string, number>;
  readonly roleOf: ReadonlyMap<string, string>;
}

/** The first quarter of 2026, and its months' first days. */
export const FROM = 46023;
export const TO = 46112;

export const drawFrom = (seed: number): (() => number) => {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** `without` leaves the last person out: the firm before somebody joined. Every other draw is the same. */
export function firmOf(seed: number, rateOf = (draw: () => number) => 20 + Math.floor(draw() * 18000) / 100): Firm {
  const draw = drawFrom(seed);
  const pick = (most: number) => Math.floor(draw() * most);
  const people = Array.from({ length: 5 + pick(8) }, (_, i) => `Person ${String.fromCharCode(65 + i)}`);
  const roles = ["Engineer", "Developer"];
  const byRole = draw() < 0.25;
  const engagements = Array.from({ length: 2 + pick(6) }, (_, i) => [`Work ${i + 1}`, `Client ${1 + pick(3)}`]);
  const roleOf = new Map(people.map((person) => [person, roles[pick(2)]!]));
  const ownRate = people.filter((_, i) => i > 1 || !byRole);
  const rates = new Map([...ownRate, ...(byRole ? roles : [])].map((who) => [who, rateOf(draw)]));
  const allocations = engagements.flatMap(([engagement]) => {
    const team = people.filter(() => draw() < 0.55);
    return team.map((person) => {
      const from = draw() < 0.7 ? FROM : FROM + pick(60);
      return [person, engagement!, from, draw() < 0.7 ? TO : from + 20 + pick(40), 1 + pick(3)];
    });
  });
  const leave = people.filter(() => draw() < 0.4).map((person) => [person, FROM + pick(80), FROM + 82 + pick(6)]);
  return {
    rates,
    roleOf,
    tables: new Map<string, CellRange>([
      ["People", [["Person", "Role", "Weekly hours"], ...people.map((one) => [one, roleOf.get(one)!, 40])]],
      [
        "Engagements",
        [
          ["Engagement", "Client", "Kind", "Status"],
          ...engagements.map((one) => [...one, "time and materials", "confirmed"]),
        ],
      ],
      ["Allocations", [["Person", "Engagement", "From", "To", "Hours a day"], ...allocations]],
      ["Leave", [["Person", "From", "To"], ...leave.map(([who, from]) => [who!, from!, Number(from) + 4])]],
      ["Rates", [["Role", "Rate", "Currency"], ...roles.map((role) => [role, 190, "USD"])]],
      [
        "Costs",
        [
          ["Person", "Role", "Cost rate", "Currency"],
          ...[...rates].map(([who, rate]) =>
            roles.includes(who) ? [null, who, rate, "USD"] : [who, null, rate, "USD"],
          ),
        ],
      ],
    ]),
  };
}

/** The same firm in which everybody's name is spelled otherwise, and who is booked first works an hour a day more. */
export function respelled({ tables, rates, roleOf }: Firm, spell: (name: string) => string): Firm {
  const as = (cell: Cell): Cell => (roleOf.has(String(cell)) ? spell(String(cell)) : cell);
  const named = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([who, one]) => [String(as(who)), one] as const));
  const more = (name: string, row: readonly Cell[], i: number) =>
    name === "Allocations" && i === 1 ? [...row.slice(0, 4), Number(row[4]) + 1] : row;
  return {
    rates: named(rates),
    roleOf: named(roleOf),
    tables: new Map([...tables].map(([name, rows]) => [name, rows.map((row, i) => more(name, row, i).map(as))])),
  };
}

/** The same firm in which some people work as well, or not yet. */
export function withoutPeople(firm: Firm, gone: ReadonlySet<string>): Firm {
  const tables = new Map(
    [...firm.tables].map(([name, rows]) => [name, rows.filter(([who]) => !gone.has(String(who)))] as const),
  );
  return { ...firm, tables };
}
