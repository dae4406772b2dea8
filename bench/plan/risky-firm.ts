import type { CellRange } from "../../core/plan/cells.ts";
import { random } from "./random.ts";
import { type SkilledFirm, skilledFirm } from "./skilled-firm.ts";

const DEALS = 20;
const QUEUES = 98;
/** Of the skilled firm's demand: the rest of people's time is for deals and support. */
const FIRM_SHARE = 0.7;
const ODDS = [0.2, 0.3, 0.5, 0.5, 0.7, 0.8] as const;

/** The skilled firm with less certain work, twenty deals that may come late, and support whose tickets come as they come. */
export function riskyFirm(people: number, skills: number, weeks: number): SkilledFirm {
  const firm = skilledFirm(people, skills, weeks);
  const [staff = [], [head = [], ...demand] = [], leave = []] = firm.tables;
  const draw = random(4);
  const whole = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const names = [...new Set(demand.map(([, skill]) => String(skill)))];
  const certain = demand.map(([engagement, skill, from, to, hours]) => [
    engagement ?? "",
    skill ?? "",
    from ?? "",
    to ?? "",
    Math.round(4 * FIRM_SHARE * Number(hours)) / 4,
  ]);
  const deals = Array.from({ length: DEALS }, (_, deal) => ({ name: `Deal ${deal + 1}`, odds: pick(ODDS) }));
  const asked = deals.flatMap(({ name }) => {
    const from = firm.start + 7 * whole(0, weeks - 6);
    const to = from + 7 * whole(6, 16) - 1;
    return Array.from({ length: whole(2, 4) }, () => [name, pick(names), from, to, whole(40, 160)]);
  });
  const queues = Array.from({ length: QUEUES }, (_, queue) => [
    `Service ${queue + 1}`,
    pick(names),
    whole(4, 20),
    whole(2, 6) / 4,
  ]);
  const engagements = [...new Set([...certain.map(([name]) => String(name)), ...queues.map(([name]) => String(name))])];
  const sheet: CellRange = [
    ["Engagement", "Status", "Odds", "Start slip"],
    ...engagements.map((name) => [name, "confirmed", "", ""]),
    ...deals.map(({ name, odds }) => [name, "tentative", odds, "2 weeks 30%"]),
  ];
  return {
    ...firm,
    tables: [
      staff,
      [head, ...certain, ...asked],
      leave,
      sheet,
      [["Engagement", "Skill", "Tickets a week", "Hours a ticket"], ...queues],
    ],
  };
}
