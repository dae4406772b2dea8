import { describe, expect, test } from "vitest";
import { engagementShares } from "../../../core/engine/counted.ts";
import { weekLoad } from "../../../core/engine/support/by-odds.ts";
import { quantile } from "../../../core/engine/support/distribution.ts";
import { holdTogether } from "../../../core/engine/support/hold-together.ts";
import { given } from "../../../core/sheets/given.ts";
import { planIn } from "../../support/plan.ts";

/** One ticket of 1 hour a week in each skill: P(none) = e^-1 = 0.3679, P(at most 1) = 2 e^-1 = 0.7358. */
const desks = (status: string) => {
  const plan = planIn(`
    Engagement | Status | Odds
    Desk | ${status}

    Engagement | Skill | Tickets a week | Hours a ticket
    Desk | AWS | 1 | 1
    Desk | Windows | 1 | 1
  `);
  const shares = engagementShares(plan, given(plan).counted);
  const keeping = (kept: number) =>
    holdTogether(
      plan.needs.map((need) => ({ needs: [need], kept })),
      shares,
    );
  return { plan, shares, keeping };
};

describe("two queues of one deal at even odds", () => {
  const { plan, shares, keeping } = desks("tentative | 50%");

  test("nothing suffices for both with 0.5 + 0.5 e^-2 = 56.8 %, not the 46.8 % of two deals", () => {
    expect(keeping(0)).toBeCloseTo(0.5 + 0.5 * Math.exp(-2), 8);
  });

  test("an hour each suffices for both with 0.5 + 0.5 × 0.7358² = 77.1 %", () => {
    expect(keeping(60)).toBeCloseTo(0.5 + 0.5 * (2 * Math.exp(-1)) ** 2, 8);
  });

  test("together they take nothing in half of all weeks, and 2 h are 80 % sure: 0.5 + 0.5 × 5 e^-2 = 83.8 %", () => {
    const load = weekLoad(plan.needs, shares);
    expect([0.5, 0.7, 0.8].map((chance) => quantile(load, chance))).toEqual([0, 60, 120]);
  });
});

test("queues that are sure to come hold by themselves: 0.7358² = 54.1 %", () => {
  expect(desks("confirmed |").keeping(60)).toBeCloseTo((2 * Math.exp(-1)) ** 2, 8);
});

test("a deal that is lost asks for nothing", () => {
  expect(desks("tentative | 0%").keeping(0)).toBe(1);
});
