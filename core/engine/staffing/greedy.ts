import type { Compiled } from "./compiled.ts";
import { type Desk, emptyDesk, place } from "./desk.ts";

/** A first plan: the roles with the fewest people for their work take the best who are left, one after the other. */
export function greedy(of: Compiled): Desk {
  const desk = emptyDesk(of);
  const scarcity = of.roles.map(({ people, asked }) => people.length / asked.reduce((sum, one) => sum + one, 1));
  const order = of.roles.map((_, role) => role).sort((a, b) => scarcity[a]! - scarcity[b]! || a - b);
  for (const role of order) place(desk, role, null);
  return desk;
}
