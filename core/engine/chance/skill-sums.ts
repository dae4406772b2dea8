import type { FlowNet } from "../flow/index.ts";
import type { ChanceModel } from "./model.ts";
import type { PreparedGrain } from "./prepared.ts";
import { type SkillSplit, skillSplit } from "./split.ts";
import { enterPlace } from "./table.ts";

/** What skills lack in each world of a period. */
export interface SkillSums {
  /** By skill and world; skills that never lack anything are left out. */
  readonly rows: ReadonlyMap<number, Float64Array>;
  /** Adds the world that a grain stands at, or the outcome at a place of its table. */
  readonly add: (grain: PreparedGrain, place: number, world: number) => void;
  readonly addAll: (other: SkillSums) => void;
  /** Skill, minutes, skill, minutes … of an outcome of a grain's table. */
  readonly at: (grain: PreparedGrain, place: number) => readonly number[];
}

export function skillSums({ skillOf }: ChanceModel, worlds: number): SkillSums {
  const rows = new Map<number, Float64Array>();
  const known = new Map<PreparedGrain, Map<number, readonly number[]>>();
  const splits = new Map<PreparedGrain, SkillSplit>();
  const splitOf = (grain: PreparedGrain, net: FlowNet): SkillSplit => {
    const { variants } = grain.worlds.kernel;
    const split =
      splits.get(grain) ??
      skillSplit(
        net,
        variants.map((variant) => skillOf[variant]!),
      );
    splits.set(grain, split);
    return split;
  };
  const splitNow = (grain: PreparedGrain): readonly number[] => {
    const { kernel, minutes } = grain.worlds;
    const { net, flow } = kernel;
    const found: number[] = [];
    if (net === null || flow === null) return found;
    splitOf(grain, net)(minutes.supply, minutes.demand, flow.reached(), (skill, unmet) => found.push(skill, unmet));
    return found;
  };
  const at = (grain: PreparedGrain, place: number) => {
    const own = known.get(grain) ?? new Map<number, readonly number[]>();
    known.set(grain, own);
    const found = own.get(place);
    if (found !== undefined) return found;
    enterPlace(grain.worlds, grain.listing, place);
    const split = splitNow(grain);
    own.set(place, split);
    return split;
  };
  const rowOf = (skill: number) => {
    const row = rows.get(skill) ?? new Float64Array(worlds);
    rows.set(skill, row);
    return row;
  };
  return {
    rows,
    at,
    add(grain, place, world) {
      const split = place < 0 ? splitNow(grain) : at(grain, place);
      for (let i = 0; i < split.length; i += 2) rowOf(split[i]!)[world]! += split[i + 1]!;
    },
    addAll(other) {
      for (const [skill, more] of other.rows) {
        const row = rowOf(skill);
        for (let world = 0; world < worlds; world++) row[world]! += more[world]!;
      }
    },
  };
}
