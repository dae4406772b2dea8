import { minutesOf } from "./durations.ts";

/** Seconds by name and by the grain at which they become minutes: added first, rounded once. */
export class SecondSums<Grain = string> {
  private readonly byName = new Map<string, { readonly grains: Grain[]; readonly seconds: number[]; whole: boolean }>();

  add(name: string, grain: Grain, seconds: number): void {
    let own = this.byName.get(name);
    if (own === undefined) {
      own = { grains: [], seconds: [], whole: true };
      this.byName.set(name, own);
    }
    own.grains.push(grain);
    own.seconds.push(seconds);
    if (seconds % 60 !== 0) own.whole = false;
  }

  /** Whole minutes need no grains: their sum is the same. `grainOf` tells grains apart. */
  minutes(grainOf: (grain: Grain) => unknown = (grain) => grain): ReadonlyMap<string, number> {
    const all = new Map<string, number>();
    for (const [name, { grains, seconds, whole }] of this.byName) {
      const sums = new Map<unknown, number>();
      seconds.forEach((own, i) => {
        const key = whole ? null : grainOf(grains[i]!);
        sums.set(key, (sums.get(key) ?? 0) + own);
      });
      let sum = 0;
      for (const own of sums.values()) sum += minutesOf(own);
      all.set(name, sum);
    }
    return all;
  }
}
