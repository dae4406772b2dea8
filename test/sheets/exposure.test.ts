import { expect, test } from "vitest";
import { exposureSheet } from "../../core/sheets/exposure.ts";
import { given } from "../../core/sheets/given.ts";
import { linesOf, planOf } from "./demo.ts";

const model = exposureSheet(given(planOf()));

test("people by engagement, most missed first, add up natively", () => {
  expect(linesOf(model, "A2 ", "A12 ", "A14 ")).toEqual([
    "A2 | Daniel Koh would be missed most: 318.4 h. 12 people do work that nobody else could take over in full.",
    "A12 | Person, most missed first | All | Booked | Harborline desk | Cobalt platform | Tidewater migration | Juniper data hub | Meridian cloud care | Internal tooling",
    "A14 | Maya Ellison | =SUM(D14:I14) | 232.0 | 0.0 | 144.0 | 64.0 | 0.0 | 96.0 | 0.0",
  ]);
});

test("each engagement names whom it needs most", () => {
  expect(linesOf(model, "A31 ", "A33 ")).toEqual([
    "A31 | Harborline desk | 318.4 | 3 | 2026-01-05 | Daniel Koh, Marcus Lim and New Windows engineer",
    "A33 | Cobalt platform | 144.0 | 9 | 2026-01-05 | Maya Ellison, Omar Haddad, Grace Lind, Rohan Kulkarni and 5 others",
  ]);
});

test("without people or work it says so", () => {
  const demo = planOf();
  const idle = { ...demo, needs: [], allocations: { ...demo.allocations, length: 0, person: new Int32Array(0) } };
  const calm = exposureSheet(given({ ...idle, allocations: { ...idle.allocations, engagement: new Int32Array(0) } }));
  expect(linesOf(calm, "A2 ", "A13 ", "A21 ")).toEqual([
    "A2 | Nobody is irreplaceable: others have time for whatever one person would leave behind.",
    "A13 | Nothing is booked, and nothing is open | 0.0 | 0.0",
  ]);
});
