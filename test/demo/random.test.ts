import { expect, test } from "vitest";
import { drawFrom } from "../../core/demo/random.ts";

test("mulberry32 gives the numbers of its definition, so every machine draws the same firm", () => {
  const { share } = drawFrom(0);
  expect(Array.from({ length: 3 }, () => share() * 4_294_967_296)).toEqual([1144304738, 1416247, 958946056]);
});

test("a whole number lies between its ends, which both come up", () => {
  const { whole } = drawFrom(7);
  expect(new Set(Array.from({ length: 200 }, () => whole(3, 5)))).toEqual(new Set([3, 4, 5]));
});

test("one in four is about one in four", () => {
  const { chance } = drawFrom(7);
  const hits = Array.from({ length: 4000 }, () => chance(0.25)).filter(Boolean).length;
  expect(hits).toBeGreaterThan(900);
  expect(hits).toBeLessThan(1100);
});
