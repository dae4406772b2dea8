import { minutesOf } from "./durations.ts";

/** Seconds by name and by the grain at which they become minutes: added first, rounded once. */
export class SecondSums {
  private readonly byName = new Map<string, Map<string | number, number>>();

  add(name: string, grain: string | number, seconds: number): void {
    let grains = this.byName.get(name);
    if (grains === undefined) {
      grains = new Map();
      this.byName.set(name, grains);
    }
    grains.set(grain, (grains.get(grain) ?? 0) + seconds);
  }

  minutes(): ReadonlyMap<string, number> {
    const all = new Map<string, number>();
    for (const [name, grains] of this.byName) {
      let sum = 0;
      for (const seconds of grains.values()) sum += minutesOf(seconds);
      all.set(name, sum);
    }
    return all;
  }
}
