import { expect, test } from "vitest";
import type { Binding } from "../../core/engine/gap.ts";
import { given } from "../../core/sheets/given.ts";
import { sentence, skillGaps } from "../../core/sheets/skill-gaps.ts";
import type { DayNumber } from "../../core/units.ts";
import { linesOf, planOf } from "./demo.ts";

const model = skillGaps(given(planOf()));

test("gaps by skill and week add up, natively, to the exact gap", () => {
  expect(linesOf(model, "A2 ", "A10 ", "A14 ").map((line) => line.split(" | ").slice(0, 9).join(" | "))).toEqual([
    "A2 | 63.6 h of open work that nobody can do, in 7 of 12 weeks.",
    "A10 | Windows | 0.0 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0 | 12.0",
    "A14 | Total | =SUM(B10:B13) | =SUM(C10:C13) | =SUM(D10:D13) | =SUM(E10:E13) | =SUM(F10:F13) | =SUM(G10:G13) | =SUM(H10:H13)",
  ]);
  expect(linesOf(model, "A10 ")[0]).toMatch(/=SUM\(B10:M10\)$/);
});

/** 26 January: Maya and Ben have 20 hours each; AWS asks for 30, Kubernetes and Security for 10 each. Wei Ling is fully allocated. */
test("each bottleneck is a sentence that can be checked by hand", () => {
  expect(linesOf(model, "A20 ", "A23 ")).toEqual([
    "A20 | 2026-01-26 | =C20-D20 | 50.0 | 40.0 | Week of 26 Jan: AWS (level 3), Kubernetes (level 3) and Security (level 3, CISSP) need 50 h; only Maya Ellison and Ben Carver (40 h) can do any of them, Wei Ling Tan has nothing free: 10 h short.",
    "A23 | 2026-02-16 | =C23-D23 | 24.0 | 12.0 | Week of 16 Feb: Windows (level 2) needs 24 h; only Daniel Koh and Marcus Lim (12 h) can do it: 12 h short.",
  ]);
});

test("without a shortage it says so", () => {
  const calm = skillGaps(given(planOf(), { weeks: 2 }));
  expect(linesOf(calm, "A2 ", "A10 ")).toEqual([
    "A2 | No shortage in these 2 weeks.",
    "A10 | No shortage | 0.0 | 0.0 | =SUM(B10:C10)",
  ]);
  expect(linesOf(calm, "A17 ")[0]).toBe("A17 |  | 0.0 | 0.0 | 0.0 | No shortage in these 2 weeks.");
});

test("a sentence tells nobody from nobody free, and does not name a crowd", () => {
  const plan = planOf();
  const binding = (people: readonly number[], free: readonly number[]): Binding => ({
    from: 46027 as DayNumber,
    to: 46033 as DayNumber,
    period: 0,
    requirements: [{ skill: -1, role: "Developer", level: 1, certificate: null, location: 0 }],
    demand: 600,
    supply: free.reduce((a, b) => a + b, 0),
    deficit: 90,
    people,
    free,
    needs: [],
    allocations: [],
  });
  expect(sentence(plan, binding([], []))).toBe(
    "Week of 5 Jan: Developer in Chicago needs 10 h; nobody can do it: 1.5 h short.",
  );
  expect(sentence(plan, binding([1], [0]))).toBe(
    "Week of 5 Jan: Developer in Chicago needs 10 h; nobody who can do it has an hour left, Ben Carver has nothing free: 1.5 h short.",
  );
  expect(sentence(plan, binding([0, 1, 2, 3, 4, 5, 6, 7], [60, 60, 60, 60, 60, 60, 60, 90]))).toContain(
    "Rohan Kulkarni and 2 others (8.5 h)".replace("Rohan Kulkarni", "Rohan Kulkarni"),
  );
});
