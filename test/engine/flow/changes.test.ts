import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bottlenecks, fairSplit, flowNet, flowSolver, shortfall } from "../../../core/engine/flow/index.ts";
import { solve } from "../../../core/engine/flow/solve.ts";
import { flowState } from "../../../core/engine/flow/state.ts";
import { bindingOf, unmetOf } from "./brute-force.ts";
import { changed, type Instance, instances } from "./instances.ts";

/** What happens from one day to the next: somebody's minutes, or those asked of a need, become others. */
interface Change {
  readonly side: "supply" | "demand";
  readonly which: number;
  readonly minutes: number;
}

const changesOf = (most: number): fc.Arbitrary<readonly (readonly Change[])[]> =>
  fc.array(
    fc.array(
      fc.record({
        side: fc.constantFrom("supply", "demand"),
        which: fc.nat(10_000),
        minutes: fc.oneof(fc.constant(0), fc.nat(most)),
      }),
      { maxLength: 4 },
    ),
    { minLength: 1, maxLength: 8 },
  );

/** The day itself and those after it, each with its changes on top of all before. */
function daysOf(first: Instance, changes: readonly (readonly Change[])[]): readonly Instance[] {
  const days = [first];
  for (const ofDay of changes) {
    let day = days.at(-1)!;
    for (const { side, which, minutes } of ofDay) {
      const count = day[side].length;
      if (count > 0) day = { ...day, [side]: changed(day[side], which % count, minutes) };
    }
    days.push(day);
  }
  return days;
}

const netOf = ({ needs, canServe }: Instance) => flowNet(needs, canServe);

describe("days solved one after the other, each from the assignment of the day before", () => {
  const sequences = (suppliers: number, needs: number, most = 12) =>
    fc.record({ first: instances(suppliers, needs, most), changes: changesOf(2 * most) });

  test("lack what the largest set of needs lacks, with the same binding needs as every such set", () =>
    fc.assert(
      fc.property(sequences(8, 6), ({ first, changes }) => {
        const solver = flowSolver(netOf(first));
        for (const day of daysOf(first, changes)) {
          expect(solver.solve(day.supply, day.demand)).toBe(unmetOf(day));
          const groups = solver.bottlenecks(day.supply, day.demand);
          expect(groups.flatMap(({ needs }) => needs).sort((a, b) => a - b)).toEqual(bindingOf(day));
        }
      }),
      { seed: 46033, numRuns: 400 },
    ));

  // More needs than one word of bits holds, and more than two.
  test.each([
    [20, 40],
    [60, 90],
  ])("of up to %i people and %i needs say what each says solved alone, in any order", (suppliers, needs) =>
    fc.assert(
      fc.property(sequences(suppliers, needs, 480), fc.infiniteStream(fc.nat()), ({ first, changes }, order) => {
        const net = netOf(first);
        const solver = flowSolver(net);
        const days = daysOf(first, changes);
        for (const turn of [...days.keys(), ...order.take(4)]) {
          const { supply, demand } = days[turn % days.length]!;
          expect(solver.solve(supply, demand)).toBe(shortfall(net, supply, demand).unmet);
          expect(solver.bottlenecks(supply, demand)).toEqual(bottlenecks(net, supply, demand));
          if (turn % 3 === 0) expect(solver.fairSplit(supply, demand)).toEqual(fairSplit(net, supply, demand));
          if (turn % 4 === 0) expect(solver.shortfall(supply, demand)).toEqual(shortfall(net, supply, demand));
        }
      }),
      { seed: 46034, numRuns: 60 },
    ),
  );

  test("of more needs than the exchange holds are solved, each from nothing", () => {
    const needs = 600;
    const solver = flowSolver(flowNet(needs, [Array.from({ length: needs }, (_, need) => need)]));
    const asksOne = Array.from({ length: needs }, () => 1);
    expect(solver.solve([400], asksOne)).toBe(200);
    expect(solver.solve([500], asksOne)).toBe(100);
    expect(solver.solve([600], asksOne)).toBe(0);
  });
});

test("Ana goes on leave: Ben, who did Windows, takes over AWS and Cy takes over Windows", () => {
  const [AWS, WINDOWS] = [0, 1];
  const solver = flowSolver(flowNet(2, [[AWS], [AWS, WINDOWS], [WINDOWS]]));
  expect(solver.solve([480, 480, 480], [480, 480])).toBe(0);
  expect(solver.solve([0, 480, 480], [480, 480])).toBe(0);
  expect(solver.solve([0, 480, 300], [480, 480])).toBe(180);
  expect(solver.bottlenecks([0, 480, 300], [480, 480])).toEqual([
    { needs: [AWS, WINDOWS], suppliers: [1, 2, 0], demand: 960, supply: 780, deficit: 180 },
  ]);
  expect(solver.solve([60, 480, 300], [480, 480])).toBe(120);
  expect(solver.solve([60, 480, 300], [480, 480 - 120])).toBe(0);
});

test("a day that is refused leaves the next one right", () => {
  const solver = flowSolver(flowNet(1, [[0], [0]]));
  expect(solver.solve([60, 60], [150])).toBe(30);
  expect(() => solver.solve([10, -1], [150])).toThrow(/Supplier 1 has -1 minutes/);
  expect(solver.solve([10, 60], [150])).toBe(80);
  expect(() => solver.solve([10, 60], [2 ** 53])).toThrow(/Need 0/);
  expect(solver.solve([10, 60], [71])).toBe(1);
});

test("an assignment that was spoilt between two days is found out by the proof of the next", () => {
  const state = flowState(flowNet(1, [[0], [0]]));
  expect(solve(state, [60, 60], [150], 0)).toBe(30);
  state.flow[0]! -= 1;
  expect(() => solve(state, [60, 50], [150], 0)).toThrow(/failed its own proof/);
  expect(solve(state, [60, 50], [150], 0)).toBe(40);
});
