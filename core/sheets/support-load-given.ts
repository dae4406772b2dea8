import { engagementShares } from "../engine/counted.ts";
import { type BackTest, backTest } from "../engine/support/back-test.ts";
import { weekLoad } from "../engine/support/by-odds.ts";
import type { Distribution } from "../engine/support/distribution.ts";
import { type Queue, queuesOf } from "../engine/support/queues.ts";
import { type Need, type Plan, PPM } from "../plan/plan.ts";
import type { Given } from "./given.ts";

/** A queue of support as its sheet shows it. */
export interface ShownQueue {
  readonly queue: Queue;
  readonly name: string;
  readonly skill: string;
  readonly tested: BackTest | null;
  /** The needs that count for it in these weeks. */
  readonly needs: readonly Need[];
  /** Expected minutes of a full week, as they count. */
  readonly expected: number;
  /** A full week's minutes, as they count; null where nothing counts. */
  readonly load: Distribution | null;
}

/** Every live queue that asks for hours in these weeks or has tickets, most hours first. */
export function shownQueues({
  plan,
  weeks,
  counted,
}: Pick<Given, "plan" | "weeks" | "counted">): readonly ShownQueue[] {
  const shares = engagementShares(plan, counted);
  const live = supportNeeds(plan).filter((need) => need.from <= weeks.to && need.to >= weeks.from);
  return queuesOf(plan)
    .filter(({ engagement }) => ["confirmed", "tentative"].includes(plan.engagements[engagement]!.status))
    .map((queue): ShownQueue => {
      const needs = live.filter((need) => need.engagement === queue.engagement && need.skill === queue.skill);
      return {
        queue,
        name: plan.engagements[queue.engagement]!.name,
        skill: plan.skills[queue.skill] ?? "(any)",
        tested: queue.history === null ? null : backTest(queue.history.weeks),
        needs,
        expected: needs.reduce((sum, { effort, engagement }) => sum + (effort * shares[engagement]!) / PPM, 0),
        load: needs.length === 0 ? null : weekLoad(needs, shares),
      };
    })
    .filter(({ needs, queue }) => needs.length > 0 || queue.history !== null)
    .sort((a, b) => b.expected - a.expected);
}

/** A full week's minutes of some queues together: those of one tentative engagement come together or not at all. */
export const loadTogether = (
  { plan, counted }: Pick<Given, "plan" | "counted">,
  queues: readonly ShownQueue[],
): Distribution =>
  weekLoad(
    queues.flatMap(({ needs }) => needs),
    engagementShares(plan, counted),
  );

/** Rows of Support and what tickets ask for, without what is kept free. */
export const supportNeeds = ({ needs }: Plan): readonly Need[] =>
  needs.filter(({ source, isReserve }) => source === "Support" && !isReserve);
