import { flowNet, flowSolver, supplierClasses } from "../flow/index.ts";
import { type GapModel, whoServes } from "../gap-model.ts";

/**
 * The gap model with everything that its variants have become since, and with further suppliers, who have no minutes until a
 * question gives them some. `further` lists the variants that each can serve; their classes follow those of the contracts.
 */
export function widen(model: GapModel, further: readonly (readonly number[])[] = []): GapModel {
  const { contracts, variants, freeOf, grains } = model;
  const count = grains.periods.length;
  const classes = supplierClasses([...whoServes(contracts, variants), ...further]);
  const { classOf, canServe } = classes;
  const supply = new Float64Array(canServe.length * count);
  contracts.forEach((number, at) => {
    for (let grain = 0; grain < count; grain++) {
      supply[grain * canServe.length + classOf[at]!]! += freeOf[number * count + grain]!;
    }
  });
  const before = model.solver.net.needs;
  const demand = new Float64Array(variants.length * count);
  for (let grain = 0; grain < count; grain++) {
    demand.set(model.demand.subarray(grain * before, (grain + 1) * before), grain * variants.length);
  }
  return { ...model, classes, supply, demand, solver: flowSolver(flowNet(variants.length, canServe)) };
}

/** The minutes of one grain, to change and solve: a copy, so that the model stays as it is. */
export function grainOf({ supply, demand, solver }: Pick<GapModel, "supply" | "demand" | "solver">, grain: number) {
  const { suppliers, needs } = solver.net;
  return {
    supply: supply.slice(grain * suppliers, (grain + 1) * suppliers),
    demand: demand.slice(grain * needs, (grain + 1) * needs),
  };
}
