import { type Bridge, bridges } from "../engine/money/bridge.ts";
import { unplaced } from "../engine/money/left-out.ts";
import { timeline } from "../engine/timeline.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { decimalsOf } from "../plan/currencies.ts";
import { type Asked, defineFunction } from "./define.ts";
import { countsWork } from "./filters.ts";
import { TOTAL } from "./matrix.ts";
import { inUnits } from "./money-sums.ts";
import { BRIDGE_ROWS, MONEY_TABLES, PEOPLE_TABLES, WORKED_TABLES } from "./vocabulary.ts";
import { WORK_LABEL, type WorkKey, workOrder } from "./work.ts";

export const MARGINBRIDGE = defineFunction({
  name: "MARGINBRIDGE",
  category: "Money",
  summary:
    "What moved the margin from the plan to what was worked: volume, mix, bill and cost rates, untracked support, change orders and write-offs, which add up exactly; the plan is at the rates of each engagement's first planned day, and hours logged before its plan begins stand on both sides.",
  gives: "a table",
  params: ["from", "to", "rows", "where"],
  ...BRIDGE_ROWS,
  choices: ["pipeline", "hires", "grain", "problems"],
  needs: [["People"], ["Engagements"], ["Costs"], WORKED_TABLES],
  mayUse: [...MONEY_TABLES, ...PEOPLE_TABLES],
  examples: [
    {
      says: "On Monday Omar worked 8 hours for Cobalt instead of 4 and Asha, who was away, none: as many hours as planned, of somebody who leaves 50 an hour instead of 71.",
      formula:
        '=MARGINBRIDGE(DATE(2026,1,5), DATE(2026,1,9), "engagement", "engagement=Cobalt platform", People, Engagements, Allocations, Rates, Costs, Exchange, {"Day","Person","Engagement","Hours";46027,"Omar Haddad","Cobalt platform",8;46027,"Asha Patil","Cobalt platform",0})',
      gives: [
        ["Engagement", "Baseline", "Volume", "Mix", "Bill rate", "Cost rate", "Support", "Scope", "Write-offs", "Now"],
        ["Cobalt platform", 6960, 0, -84, 0, 0, 0, 0, 0, 6876],
      ],
    },
    {
      says: "A retainer earns the same however long the work takes: Daniel's ten hours on Monday instead of six cost 4 × 48 Singapore dollars more, and 500 are written off.",
      formula:
        '=MARGINBRIDGE(DATE(2026,1,1), DATE(2026,1,31),, "engagement=Harborline desk", People, Engagements, Allocations, Costs, Exchange, {"Day","Person","Engagement","Hours";46027,"Daniel Koh","Harborline desk",10}, {"Engagement","Kind","Amount","From","To";"Harborline desk","monthly retainer",14000,46023,46387;"Harborline desk","write-off",500,46037,""})',
      gives: [
        ["Total", "Baseline", "Volume", "Mix", "Bill rate", "Cost rate", "Support", "Scope", "Write-offs", "Now"],
        ["Total", 5360, -144, 0, 0, 0, 0, 0, -500, 4716],
      ],
    },
  ],
  shows: () => "money",
  run: (asked) => [[headingOf(asked), ...COLUMNS.map(([heading]) => heading)], ...linesOf(asked)],
});

const COLUMNS: readonly (readonly [heading: string, key: Exclude<keyof Bridge, "isUnknown" | "unknown">])[] = [
  ["Baseline", "baseline"],
  ["Volume", "volume"],
  ["Mix", "mix"],
  ["Bill rate", "billRate"],
  ["Cost rate", "costRate"],
  ["Support", "support"],
  ["Scope", "scope"],
  ["Write-offs", "writeOffs"],
  ["Now", "now"],
];

const headingOf = ({ rows }: Asked): string => `${rows[0]!.toUpperCase()}${rows.slice(1)}`;

/** Bridges add up as they are: a client's volume is the sum of its engagements'. */
function linesOf(asked: Asked): CellRange {
  const { plan, filters, rows, from, to, counted } = asked;
  const all = bridges(plan, timeline(from, to, "total"), counted);
  const decimals = decimalsOf(plan.money?.currency ?? "");
  const found = new Map<string, readonly Bridge[]>(rows === "total" ? [[TOTAL, []]] : []);
  all.forEach((bridge, engagement) => {
    const work = { engagement, skill: -1 };
    if (!countsWork(plan, filters, work) || (!bridge.isUnknown && COLUMNS.every(([, key]) => bridge[key] === 0)))
      return;
    const label = rows === "total" ? TOTAL : WORK_LABEL[rows as WorkKey](plan, work); // no other rows are allowed
    found.set(label, [...(found.get(label) ?? []), bridge]);
  });
  const isSum = rows !== "engagement" && !filters.work.has("engagement");
  const isOpen = isSum && unplaced(plan, counted, { from, to }) !== 0;
  const order = rows === "total" ? [TOTAL] : workOrder(plan, rows as WorkKey);
  return order.flatMap((label): CellRange => {
    const own = found.get(label);
    if (own === undefined) return [];
    const isUnknown = isOpen || own.some((bridge) => bridge.isUnknown);
    const sum = (key: (typeof COLUMNS)[number][1]): Cell =>
      isUnknown
        ? "n/a"
        : inUnits(
            own.reduce((all, bridge) => all + bridge[key], 0),
            decimals,
          );
    return [[label, ...COLUMNS.map(([, key]) => sum(key))]];
  });
}
