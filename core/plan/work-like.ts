import { measureOf } from "../layouts/measures.ts";
import { roleOf } from "../layouts/vocabulary.ts";
import type { Cell } from "./cells.ts";
import { meaningsOf } from "./headings.ts";
import type { Header } from "./recognise.ts";

type Signs = (others: readonly string[], header: Header, headings: readonly Cell[]) => boolean;

const namesWork = (heading: string): boolean => ["engagement", "task"].includes(roleOf(heading) ?? "");
const countsWork = (heading: string): boolean => {
  const measure = measureOf(heading);
  return measure !== null && measure.unit !== "days";
};

/** "Hours" beside a day: work done on it, not what an engagement has in all. */
const countsHours = (heading: Cell): boolean => typeof heading === "string" && measureOf(heading)?.unit === "hours";

/** The heading that the template gives to contracts. */
const PEOPLE_ONLY = /^weekly hours$/i;

/** Tables whose headings bookings have too, and what in the rest of the row shows that it is bookings all the same. */
const SIGNS: ReadonlyMap<string, Signs> = new Map<string, Signs>([
  ["Leave", (others, { columns }) => !columns.has("kind") && others.some((one) => namesWork(one) || countsWork(one))],
  [
    "People",
    (others, { columns }, headings) => {
      const hours = headings[columns.get("weeklyHours") ?? columns.get("fte") ?? -1] ?? null;
      const ours =
        PEOPLE_ONLY.test(String(hours)) || !meaningsOf(hours).some(({ table }) => table.name === "Allocations");
      return (columns.has("from") || columns.has("to")) && others.some(namesWork) && !ours;
    },
  ],
  [
    "Engagements",
    (others, _, headings) =>
      (others.some((one) => roleOf(one) === "person") && others.some((one) => measureOf(one) !== null)) ||
      (others.some((one) => roleOf(one) === "date") && headings.some(countsHours)),
  ],
]);

/** Whether a row of headings could be who works on what, although all that people, leave or engagements need is there. */
export function mayBeWork(header: Header, headings: readonly Cell[]): boolean {
  const signs = SIGNS.get(header.table.name);
  if (signs === undefined) return false;
  const known = new Set(header.columns.values());
  const others = headings.flatMap((heading, column) =>
    typeof heading === "string" && heading.trim() !== "" && !known.has(column) ? [heading] : [],
  );
  return others.length > 0 && signs(others, header, headings);
}
