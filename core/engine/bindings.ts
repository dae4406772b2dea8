import type { Bottleneck } from "./flow/index.ts";
import type { Binding } from "./gap.ts";
import type { GapModel } from "./gap-model.ts";

/** The bottlenecks of every short grain, in the planner's terms. */
export function bindings(model: GapModel, shortGrains: readonly number[]): readonly Binding[] {
  const { solver, supply, demand } = model;
  return shortGrains.flatMap((grain) =>
    solver.bottlenecks(supply, demand, grain).map((group) => bindingOf(model, grain, group)),
  );
}

function bindingOf(model: GapModel, grain: number, group: Bottleneck): Binding {
  const { grains, periodOf, variants, pieces } = model;
  const inGroup = new Set(group.needs);
  const work = pieces.filter((piece) => piece.grain === grain && inGroup.has(piece.variant));
  const people = freeByPerson(model, grain, new Set(group.suppliers));
  return {
    ...grains.periods[grain]!,
    period: periodOf[grain]!,
    requirements: [...new Set(group.needs.map((variant) => variants[variant]!.requirement))],
    demand: group.demand,
    supply: group.supply,
    deficit: group.deficit,
    people: people.map(([person]) => person),
    free: people.map(([, minutes]) => minutes),
    needs: work.flatMap(({ need }) => (need < 0 ? [] : [need])),
    allocations: work.flatMap(({ allocation }) => (allocation < 0 ? [] : [allocation])),
  };
}

/** Everyone in one of the classes whose contract holds in the grain, most free minutes first. */
export function freeByPerson(
  model: GapModel,
  grain: number,
  inClass: ReadonlySet<number>,
): readonly (readonly [number, number])[] {
  const { plan, grains, contracts, classes, freeOf } = model;
  const { from, to } = grains.periods[grain]!;
  const free = new Map<number, number>();
  contracts.forEach((number, at) => {
    const contract = plan.contracts[number]!;
    if (!inClass.has(classes.classOf[at]!) || contract.from > to || contract.to < from) return;
    const minutes = freeOf[number * grains.periods.length + grain]!;
    free.set(contract.person, (free.get(contract.person) ?? 0) + minutes);
  });
  return [...free].sort(([a, most], [b, least]) => least - most || a - b);
}
