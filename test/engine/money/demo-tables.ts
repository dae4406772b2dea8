import type { Cell, CellRange } from "../../../core/plan/cells.ts";

/** Portal from 5 January to 27 March; everybody's hours as they were planned, in minutes. */
export const planned = (
  kind: string,
  people: readonly (readonly [name: string, role: string, minutes: number])[],
): CellRange[] => [
  [["Person", "Role", "Weekly hours"], ...people.map(([name, role]) => [name, role, 60])],
  [
    ["Engagement", "Client", "Kind", "From", "To"],
    ["Portal", "Acme", kind, 46027, 46108],
  ],
  [
    ["Person", "Engagement", "Total hours"],
    ...people.filter(([, , minutes]) => minutes > 0).map(([name, , minutes]) => [name, "Portal", minutes / 60]),
  ],
];

/** Everybody logged every day from 6 January on, ten hours a day until these minutes are done; the plan's other days are over. */
export const logged = (people: readonly (readonly [name: string, minutes: number])[]): CellRange => {
  const rows: Cell[][] = [];
  for (const [name, minutes] of people) {
    let left = minutes;
    for (let day = 46027; day <= 46108; day++) {
      const today = day === 46027 ? 0 : Math.min(left, 600);
      left -= today;
      rows.push([day, name, "Portal", today / 60]);
    }
  }
  return [["Day", "Person", "Engagement", "Hours"], ...rows];
};

/** A rate of the first day, and another from the second on. */
export const rates = (
  heading: string,
  roles: readonly (readonly [role: string, first: number | null, later: number])[],
): CellRange => [
  ["Role", heading, "Currency", "From"],
  ...roles.flatMap(([role, first, later]): Cell[][] => [
    ...(first === null ? [] : [[role, first, "EUR", null]]),
    [role, later, "EUR", first === null ? null : 46028],
  ]),
];
