import { describe, expect, test } from "vitest";
import { checksOf, holds } from "../../core/sheets/check-list.ts";
import { checks } from "../../core/sheets/checks.ts";
import { type Given, given } from "../../core/sheets/given.ts";
import { linesOf, planOf } from "./demo.ts";

const failed = (one: Given) =>
  checksOf(one)
    .filter((check) => !holds(check))
    .map(({ name }) => name);
const raised = (minutes: Float64Array) => minutes.map((one, i) => (i === 0 ? one + 1 : one));

describe("the checks", () => {
  test.each([["capacity"], ["target"]] as const)("hold for the demo, planned to %s", (plan) => {
    for (const grain of ["day", "week"] as const) expect(failed(given(planOf(), { plan, grain }))).toEqual([]);
  });

  test("show both sides, the difference as a native formula, and a sign", () => {
    const lines = linesOf(checks(given(planOf()), []), "A2 ", "A9 ", "A9:");
    expect(lines).toEqual([
      "A2 | ✓ All 25 checks hold.",
      "A9 | ✓ holds | Capacity: days = weeks | 4700.0 | 4700.0 | =C9-D9 | The days of every week add up to the week.",
      "A9:F9 looks good",
    ]);
  });

  const one = given(planOf());
  test.each<[string, Given, readonly string[]]>([
    [
      "a minute of capacity is lost",
      { ...one, supply: { ...one.supply, capacity: raised(one.supply.capacity) } },
      ["Capacity on the sheet = CAPACITY in all"],
    ],
    [
      "a minute is pinned twice",
      { ...one, supply: { ...one.supply, pinned: raised(one.supply.pinned) } },
      ["Capacity = allocated + left − overload", "Allocated = covers needs + work of its own"],
    ],
    [
      "a minute more is free",
      { ...one, supply: { ...one.supply, free: raised(one.supply.free) } },
      ["Free = what each day leaves"],
    ],
    [
      "a minute of overload is forgotten",
      { ...one, supply: { ...one.supply, overload: raised(one.supply.overload) } },
      ["Capacity = allocated + left − overload"],
    ],
    [
      "a minute of demand is lost",
      { ...one, demand: { ...one.demand, own: raised(one.demand.own) } },
      ["Allocated = covers needs + work of its own", "Demand on the sheet = DEMAND in all"],
    ],
    [
      "the gap is a minute too large",
      { ...one, gap: { ...one.gap, unmet: raised(one.gap.unmet) } },
      ["Skill gap = its proof, every week", "Gaps by skill add up to the gap"],
    ],
    [
      "a row was dropped",
      { ...one, plan: { ...one.plan, accounts: [{ table: "Leave", read: 4, used: 3, excluded: 0, blank: 0 }] } },
      ["Leave: rows read"],
    ],
  ])("fail when %s", (_, wrong, names) => {
    expect(failed(wrong)).toEqual(names);
    expect(linesOf(checks(wrong, []), "A2 ")[0]).toContain("✗");
  });
});
