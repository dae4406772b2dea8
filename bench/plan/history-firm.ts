import { demoFirm } from "../../core/demo/firm.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { planRows } from "../../core/questions/snapshot-plan.ts";
import { dayNumber } from "../../core/units.ts";
import { planOf } from "../ours.ts";

/** Monday 5 January 2026, where the firm's plan begins. */
const MONDAY = 46_027;
const ROWS_LOGGED = 100_000;
const HEADINGS = ["Taken on", "Week", "Engagement", "Skill", "Person", "Hours"];
const KEYS = ["taken", "week", "engagement", "skill", "person", "hours"];

/** The demo firm with 100,000 days logged by its people up to the Monday of its plan, and a snapshot of each of so many weeks before. */
export function firmWithHistory(snapshots: number): ReadonlyMap<string, CellRange> {
  const firm = demoFirm();
  return new Map([
    ...firm,
    ["Actuals", actuals(firm)],
    ["Snapshots", [HEADINGS, ...snapshotRows(firm, snapshots).flat()]],
  ]);
}

function actuals(firm: ReadonlyMap<string, CellRange>): CellRange {
  const [head, ...allocations] = firm.get("Allocations")!;
  const [who, what] = ["Person", "Engagement"].map((name) => head!.indexOf(name)) as [number, number];
  const known = new Set(
    firm
      .get("People")!
      .slice(1)
      .map(([name]) => name),
  );
  const work = new Set(
    firm
      .get("Engagements")!
      .slice(1)
      .map(([name]) => name),
  );
  const on = new Map<Cell, Cell>();
  for (const row of allocations) {
    const [person = null, engagement = null] = [row[who], row[what]];
    if (known.has(person) && work.has(engagement) && !on.has(person)) on.set(person, engagement);
  }
  const people = [...on];
  const days = Math.ceil(ROWS_LOGGED / people.length);
  const rows = Array.from({ length: ROWS_LOGGED }, (_, i): readonly Cell[] => {
    const [at, who] = [Math.floor(i / people.length), i % people.length];
    const [person, engagement] = people[who]!;
    const day = MONDAY + 7 * (Math.floor(at / 5) - Math.ceil(days / 5)) + (at % 5);
    return [day, person, engagement, ((who * 7 + at * 3) % 17) / 4 + 4, null];
  });
  return [["Day", "Person", "Engagement", "Hours", "Billable"], ...rows];
}

/** The firm's plan of its first 26 weeks, as if it had stood like that in each of the weeks before. */
function snapshotRows(firm: ReadonlyMap<string, CellRange>, snapshots: number): readonly CellRange[] {
  const { rows } = planRows(planOf([...firm.values()]), dayNumber(MONDAY));
  return Array.from({ length: snapshots }, (_, i) => {
    const earlier = 7 * (snapshots - i);
    return rows.map((row) =>
      KEYS.map((key) => (key === "taken" || key === "week" ? Number(row.get(key)) - earlier : (row.get(key) ?? null))),
    );
  });
}
