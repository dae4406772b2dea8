import { describe, expect, test } from "vitest";
import { chanceUpTo, countAt, countTable } from "../../../core/engine/support/counts.ts";

/** Chances of 0, 1, 2 … by the textbook's products, in logarithms: nothing of the table's own way. */
function poisson(mean: number, most: number): readonly number[] {
  const chances: number[] = [];
  let log = -mean;
  for (let n = 0; n <= most; n++) {
    chances.push(Math.exp(log));
    log += Math.log(mean) - Math.log(n + 1);
  }
  return chances;
}

function negativeBinomial(mean: number, dispersion: number, most: number): readonly number[] {
  const size = mean / (dispersion - 1);
  const share = 1 / dispersion;
  const chances: number[] = [];
  let log = size * Math.log(share);
  for (let n = 0; n <= most; n++) {
    chances.push(Math.exp(log));
    log += Math.log(size + n) - Math.log(n + 1) + Math.log(1 - share);
  }
  return chances;
}

const upTo = (chances: readonly number[], count: number) => chances.slice(0, count + 1).reduce((a, b) => a + b, 0);

describe("how likely each number of tickets is", () => {
  test.each([0.02, 0.5, 1, 3.7, 30, 400])("Poisson around %d is the sum of its products", (mean) => {
    const chances = poisson(mean, 2000);
    const table = countTable(mean, 1);
    for (const count of [0, 1, 2, Math.round(mean / 2), Math.round(mean), Math.round(mean * 1.4) + 3])
      expect(chanceUpTo(table, count)).toBeCloseTo(upTo(chances, count), 10);
  });

  test.each([
    [0.3, 1.5],
    [2, 4],
    [20, 1.01],
    [60, 3],
    [250, 12],
  ])("negative binomial around %d, %d times as wide as by chance, is too", (mean, dispersion) => {
    const chances = negativeBinomial(mean, dispersion, 5000);
    const table = countTable(mean, dispersion);
    for (const count of [0, 1, Math.round(mean / 2), Math.round(mean), Math.round(mean * 2)])
      expect(chanceUpTo(table, count)).toBeCloseTo(upTo(chances, count), 10);
  });

  test("the line is the least number that is not exceeded: 35 of 30 expected tickets in eight weeks of ten", () => {
    const table = countTable(30, 1);
    expect(countAt(table, 0.8)).toBe(35);
    expect(chanceUpTo(table, 34)).toBeLessThan(0.8);
    expect(chanceUpTo(table, 35)).toBeGreaterThan(0.8);
  });

  test("no tickets expected are none, and a mean at which exp(-mean) is nothing is no trouble", () => {
    expect(countAt(countTable(0, 1), 0.999)).toBe(0);
    const many = countTable(100_000, 1);
    expect(Math.abs(countAt(many, 0.5) - 100_000)).toBeLessThanOrEqual(1);
    // One in forty lies above two standard deviations of 316.
    expect(Math.abs(countAt(many, 0.97725) - 100_632)).toBeLessThan(5);
  });
});
