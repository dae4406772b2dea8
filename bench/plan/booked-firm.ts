import type { CellRange } from "../../core/plan/cells.ts";
import { random } from "./random.ts";
import { type SkilledFirm, skilledFirm } from "./skilled-firm.ts";

const WEEKS_BOOKED = 4;
const HOURS_A_DAY = [2, 4, 4, 6] as const;

/**
 * The skilled firm with everybody booked, four weeks at a time, on an engagement that asks for one of their skills then:
 * half of the firm's time is named, the rest is open against what people have left. Engagements have priorities.
 */
export function bookedFirm(people: number, skills: number, weeks: number): SkilledFirm {
  const firm = skilledFirm(people, skills, weeks);
  const draw = random(11);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)];
  const [staff = [], demand = []] = firm.tables;
  const askedBy = new Map<string, string[]>();
  const key = (skill: unknown, from: unknown) => `${skill} ${from}`;
  for (const [engagement, skill, from] of demand.slice(1)) {
    const asking = askedBy.get(key(skill, from)) ?? [];
    askedBy.set(key(skill, from), [...asking, String(engagement)]);
  }
  const rows: CellRange[number][] = [];
  for (const [person, , list] of staff.slice(1)) {
    const own = String(list).split("; ");
    for (let from = firm.start; from < firm.start + firm.days; from += 7 * WEEKS_BOOKED) {
      const skill = pick(own)!;
      const engagement = pick(askedBy.get(key(skill, from)) ?? []);
      if (engagement === undefined) continue;
      const to = Math.min(from + 7 * WEEKS_BOOKED, firm.start + firm.days) - 1;
      rows.push([person ?? "", engagement, skill, from, to, pick(HOURS_A_DAY)!]);
    }
  }
  const engagements = [...new Set(demand.slice(1).map(([engagement]) => String(engagement)))].sort();
  return {
    ...firm,
    tables: [
      ...firm.tables,
      [["Person", "Engagement", "Skill", "From", "To", "Hours a day"], ...rows],
      [["Engagement", "Priority"], ...engagements.map((name, i) => [name, 1 + (i % 20)])],
    ],
  };
}
