import { queuesOf } from "../engine/support/queues.ts";
import { periodLoads, reserveMinutes } from "../engine/support/reserve-hours.ts";
import { unknownText } from "../engine/support/unknown.ts";
import { timeline } from "../engine/timeline.ts";
import { type Cell, isBlank, shown } from "../plan/cells.ts";
import { PERCENTAGES } from "../plan/percentages.ts";
import { type Need, PPM } from "../plan/plan.ts";
import { type Problem, refuse } from "../problems.ts";
import { percentage, read } from "../schema.ts";
import { unusable } from "./argument.ts";
import { overlaps } from "./by-people.ts";
import { rowOf } from "./by-work.ts";
import { type Asked, defineFunction } from "./define.ts";
import { hoursMatrix, TOTAL } from "./matrix.ts";
import { isLive, type WorkKey, workOrder } from "./work.ts";

export const SUPPORTLOAD = defineFunction({
  name: "SUPPORTLOAD",
  category: "Chance",
  summary:
    "Hours to reserve for support so that they suffice with some confidence, from tickets opened before From, or up to Settings, As of or Horizon from; weeks vary each by itself around one level, so months and quarters are too sure where the level moves.",
  gives: "hours",
  params: ["from", "to", "confidence", "rows", "periods", "where"],
  rows: ["total", "skill", "engagement", "client", "kind", "status"],
  people: [],
  work: ["engagement", "client", "kind", "status", "skill"],
  choices: ["pipeline", "problems"],
  needs: [["Support", "Tickets"]],
  likely: "Support",
  mayUse: ["Engagements", "Settings"],
  examples: [
    {
      says: "Thirty tickets of two hours are 60 hours on average. 34 tickets or fewer come in 79.7 % of all weeks, 35 in 84.3 %: to have enough in eight weeks of ten takes 70 hours.",
      formula: '=SUPPORTLOAD(DATE(2026,1,5), DATE(2026,1,9), 80%, "total",, "engagement=Harborline desk", Support)',
      gives: 70,
    },
    {
      says: "Over four weeks good and bad ones even out: 129 tickets, 258 hours, not four times 70. A service of 48 hours a week without tickets is as it is stated.",
      formula: '=SUPPORTLOAD(DATE(2026,1,5), DATE(2026,2,1), 80%, "engagement", Support)',
      gives: [
        ["Engagement", 46027],
        ["Harborline desk", 258],
        ["Meridian cloud care", 192],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted, from, to, rows } = asked;
    const confidence = confidenceIn(asked);
    const counts = (need: Need) => need.source === "Support" && !need.isReserve;
    const labelOf = (need: Need) => (counts(need) ? rowOf(asked, need)[0] : undefined);
    const shown = new Set(
      plan.needs.flatMap((need) => (isLive(plan, need) && overlaps(need, asked) ? (labelOf(need) ?? []) : [])),
    );
    if (shown.size === 0) refuse(unknownIn(asked), "unavailable");
    const labels = rows === "total" ? [TOTAL] : workOrder(plan, rows as WorkKey).filter((label) => shown.has(label)); // the definition allows no other rows
    const places = new Map(labels.map((label, place) => [label, place]));
    const groups = Int32Array.from(plan.needs, (need) => places.get(labelOf(need) ?? "") ?? -1);
    const time = timeline(from, to, asked.periods);
    const periods = time.periods.length;
    const minutes = reserveMinutes(periodLoads(plan, time, counted, groups), labels.length, periods, confidence);
    return hoursMatrix(asked, { labels, rowOf: places, periods, minutes });
  },
});

/** Queues of which nobody knows how many hours they take: no figure is not 0 hours. */
const unknownIn = (asked: Asked): readonly Problem[] =>
  queuesOf(asked.plan).flatMap((queue): readonly Problem[] => {
    const { plan } = asked;
    const why = unknownText(queue);
    if (why === null || !isLive(plan, queue) || rowOf(asked, queue).length === 0) return [];
    const name = [plan.engagements[queue.engagement]!.name, plan.skills[queue.skill] ?? "any skill"].join(", ");
    return [{ code: "HR-260", at: [], value: "", why: `${name} cannot be forecast from tickets: ${why}`, hint: HOURS }];
  });
const HOURS = "Maybe fill Hours in Tickets, add older tickets, or say in Support what a ticket or a week takes.";

const USUAL = 0.8;

/** The confidence asked for; left out, that of the Settings, or 80 %. */
function confidenceIn({ plan, cellOf }: Asked): number {
  const cell = cellOf("confidence");
  const { supportReserve } = plan.settings;
  if (isBlank(cell)) return supportReserve === null ? USUAL : supportReserve / PPM;
  const found = read(percentage(PERCENTAGES.confidence), cell);
  if ("value" in found) return found.value / PPM;
  refuse([notOne(cell)]);
  return USUAL;
}

const notOne = (cell: Cell) => {
  const hint = typeof cell === "string" && cell.includes("=") ? "Maybe it is meant for where." : "Maybe 80%.";
  return unusable(shown(cell), "is no confidence from 1 % to 99.9 %", hint);
};
