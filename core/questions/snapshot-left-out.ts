import type { Plan } from "../plan/plan.ts";
import { counted, listed } from "../sheets/words.ts";

/** What the plan of the coming weeks is read from; history and money are not in a snapshot. */
const TABLES: ReadonlySet<string> = new Set([
  "People",
  "Skills",
  "Engagements",
  "Demand",
  "Support",
  "Tickets",
  "Allocations",
  "Leave",
  "Holidays",
  "Settings",
  "Scenarios",
]);

/** Rows that a snapshot would lack because nobody can read them: a forecast without them would look wrong for ever. "": none. */
export function leftOutText({ accounts }: Plan): string {
  const some = accounts.filter(({ table, excluded }) => excluded > 0 && TABLES.has(table));
  const rows = some.map(({ table, excluded }) => `${counted(excluded, "row")} of ${table}`);
  const all = some.reduce((sum, { excluded }) => sum + excluded, 0);
  if (all === 0) return "";
  return `Left out, because of problems: ${listed(rows)}. Maybe mend ${all === 1 ? "it" : "them"} first: Plan check says where.`;
}
