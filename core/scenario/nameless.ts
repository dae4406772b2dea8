import { type Contract, EFFORT, type Plan, PPM } from "../plan/plan.ts";
import type { Booked } from "./booked.ts";

/**
 * A person's row as it goes on without a name: it asks for what that person would have worked in a full week, up to the end
 * of their contract. Null when they would have worked none of it.
 */
export function nameless({ people, contracts }: Plan, row: Booked): Booked | null {
  const own = people[row.person]!.contracts.map((number) => contracts[number]!);
  const end = Math.max(0, ...own.map(({ to }) => to));
  const to = Math.min(row.to, end);
  if (to < row.from) return null;
  const open = { ...row, person: -1, to };
  const contract = own.filter(({ from }) => from <= row.from).at(-1) ?? own[0]!;
  if (row.per === EFFORT.share) {
    return { ...open, per: EFFORT.week, amount: Math.round((row.amount * weekly(contract)) / PPM) };
  }
  const days = contract.weekdays.filter((minutes) => minutes > 0).length;
  const isUsual = contract.weekdays.every((minutes, day) => minutes > 0 === day < 5);
  if (row.per === EFFORT.day && !isUsual) return { ...open, per: EFFORT.week, amount: row.amount * days };
  return open;
}

export const weekly = ({ weekdays }: Contract): number => weekdays.reduce((sum, minutes) => sum + minutes, 0);
