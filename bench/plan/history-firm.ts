import { demoFirm } from "../../core/demo/firm.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { planRows } from "../../core/questions/snapshot-plan.ts";
import { dayNumber } from "../../core/units.ts";

/** Monday 5 January 2026, where the firm's plan begins. */
const MONDAY = 46_027;
const DAYS_LOGGED = 250;
const PEOPLE = 400;
const HEADINGS = ["Taken on", "Week", "Engagement", "Skill", "Person", "Hours"];

/** The demo firm with hours logged by 400 people on the 250 working days before its plan, and a snapshot of each of so many weeks. */
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
  const people = [...on].slice(0, PEOPLE);
  const rows: (readonly Cell[])[] = [["Day", "Person", "Engagement", "Hours", "Billable"]];
  for (let at = 0; at < DAYS_LOGGED; at++) {
    const day = MONDAY - 7 * Math.ceil(DAYS_LOGGED / 5) + 7 * Math.floor(at / 5) + (at % 5);
    people.forEach(([person, engagement], i) => {
      rows.push([day, person, engagement, ((i * 7 + at * 3) % 17) / 4 + 4, null]);
    });
  }
  return rows;
}

/** The firm's plan of its first 26 weeks, as if it had stood like that in each of the weeks before. */
export function snapshotRows(firm: ReadonlyMap<string, CellRange>, snapshots: number): readonly CellRange[] {
  const { rows } = planRows(readPlan([...firm.values()]), dayNumber(MONDAY));
  return Array.from({ length: snapshots }, (_, i) => {
    const earlier = 7 * (snapshots - i);
    return rows.map((row) =>
      [...row].map(([key, cell]) => (key === "taken" || key === "week" ? Number(cell) - earlier : cell)),
    );
  });
}
