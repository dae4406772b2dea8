import { describe, expect, test } from "vitest";
import { addPair, noSums, scoreOf } from "../../../core/engine/accuracy/scores.ts";

const scored = (...pairs: readonly (readonly [forecast: number, worked: number | null])[]) => {
  const sums = noSums();
  for (const [forecast, worked] of pairs) addPair(sums, forecast, worked);
  return { sums, ...scoreOf(sums) };
};

describe("forecasts against hours worked", () => {
  test("100 and 40 hours forecast, 50 and 65 worked: 82 % worked of forecast looks fine, and is not", () => {
    const { sums, wape, bias, accuracy, workedOfForecast } = scored([6000, 3000], [2400, 3900]);
    // 50 too many and 25 too few are 75 hours off, of 115 worked and of 100 + 65.
    expect(sums).toMatchObject({ variance: 75 * 60, basis: 165 * 60, cells: 2 });
    expect(wape).toBeCloseTo(75 / 115, 12);
    expect(accuracy).toBeCloseTo(90 / 165, 12);
    expect(bias).toBeCloseTo(25 / 115, 12);
    expect(workedOfForecast).toBeCloseTo(115 / 140, 12);
  });

  test("ten hours forecast, none worked, and an empty cell: no share of nothing", () => {
    expect(scored([600, 0], [0, 0])).toMatchObject({ wape: null, bias: null, accuracy: 0, sums: { cells: 1 } });
  });

  test("a perfect forecast is off by 0 and scores 1", () => {
    expect(scored([600, 600], [60, 60])).toMatchObject({ wape: 0, bias: 0, accuracy: 1, workedOfForecast: 1 });
  });

  test("what nobody knows is counted and left out", () => {
    expect(scored([600, null], [60, 60])).toMatchObject({ wape: 0, sums: { missing: 1, cells: 1, forecast: 60 } });
  });

  test("nothing forecast and nothing worked is no score", () => {
    expect(scored()).toMatchObject({ wape: null, bias: null, accuracy: null, workedOfForecast: null });
  });
});
