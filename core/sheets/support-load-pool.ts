import { engagementShares } from "../engine/counted.ts";
import { backTestHours } from "../engine/support/back-test-hours.ts";
import { weekLoad } from "../engine/support/by-odds.ts";
import { quantile } from "../engine/support/distribution.ts";
import { type Need, type Plan, PPM } from "../plan/plan.ts";
import type { Given } from "./given.ts";
import type { Line } from "./model.ts";
import { loadTogether, type ShownQueue } from "./support-load-given.ts";
import { hoursText } from "./words.ts";

const USUAL = 0.8;

/** How sure a reserve is to be: as Settings say, or eight weeks of ten. */
export const confidenceOf = ({ settings: { supportReserve } }: Plan): number =>
  supportReserve === null ? USUAL : supportReserve / PPM;

/** A tenth of an hour: less than that is not shown. */
const SHOWN = 6;

/** Why all queues together need other hours than each by itself, in hours and in words. */
export function poolLines(given: Given, queues: readonly ShownQueue[]): readonly Line[] {
  const varying = queues.filter(({ load }) => load !== null && load.chances.length > 1);
  if (varying.length < 2) return varying.map((one) => ({ text: enoughText(one) }));
  const sure = confidenceOf(given.plan);
  const percent = `${Math.round(sure * 1000) / 10} %`;
  const counting = queues.filter(({ load }) => load !== null);
  const own = counting.reduce((sum, { load }) => sum + quantile(load!, sure), 0);
  const all = quantile(loadTogether(given, counting), sure);
  const bySkill = keptBySkill(given, counting, sure);
  const together = `Together the queues need ${hoursText(all)} to be ${percent} sure of a week`;
  const sum = `the ${hoursText(own)} that their own ${percent} lines add up to`;
  return [
    { text: `${together}, ${comparedText(all - own, sum, () => dealOfTwo(given, counting))}.` },
    ...(Math.abs(bySkill - all) < SHOWN
      ? []
      : [
          {
            text: `Kept by skill, as Settings do, it comes to ${hoursText(bySkill)}: hours of one skill do not help another.`,
          },
        ]),
  ];
}

/** What one queue's line promises, and how its past forecasts kept that. */
function enoughText({ needs, queue: { history } }: ShownQueue): string {
  if (history === null || !needs.some(({ arrivals }) => arrivals?.basis === "tickets"))
    return "The 80 % line is enough in eight weeks of ten, if tickets come in by chance as its row says.";
  const forecast = "By its forecast the 80 % line is enough in eight weeks of ten";
  const { forecasts, without, ours } = backTestHours(history);
  if (without !== null) return `${forecast}.`;
  const times = forecasts === 1 ? "past forecast" : `past ${forecasts} forecasts`;
  return `${forecast}; on your own ${times} it was in ${Math.round(ours.held[1]! * 100)} % of weeks.`;
}

function comparedText(more: number, sum: string, whyEqual: () => string): string {
  if (more <= -SHOWN)
    return `${hoursText(-more)} less than ${sum}: a bad week of one is mostly made up for by better weeks of the others`;
  if (more >= SHOWN)
    return `${hoursText(more)} more than ${sum}: a line by itself leaves out what seldom comes, and of several some does`;
  return `as many as ${sum}: ${whyEqual()}`;
}

/** Why there is nothing to even out. */
function dealOfTwo({ plan, counted }: Given, queues: readonly ShownQueue[]): string {
  const shares = engagementShares(plan, counted);
  const deals = queues.flatMap(({ queue }) => (shares[queue.engagement]! < PPM ? [queue.engagement] : []));
  return new Set(deals).size < deals.length
    ? "queues of one tentative engagement come together or not at all"
    : "here bad weeks of one are not made up for by others";
}

/** What is kept when the queues of each skill are taken together, and the skills are added up. */
function keptBySkill({ plan, counted }: Given, queues: readonly ShownQueue[], sure: number): number {
  const shares = engagementShares(plan, counted);
  const skills = new Map<number, Need[]>();
  for (const { queue, needs } of queues) skills.set(queue.skill, [...(skills.get(queue.skill) ?? []), ...needs]);
  return Array.from(skills.values()).reduce((sum, needs) => sum + quantile(weekLoad(needs, shares), sure), 0);
}
