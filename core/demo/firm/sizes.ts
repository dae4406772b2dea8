import { MARKET } from "./market.ts";
import type { Part } from "./needs.ts";
import type { Staff } from "./people.ts";
import { WEEKS } from "./work.ts";

/** Of a contract's hours, what the people who sell reckon with: a little more than leave and holidays leave. */
const PRESENT = 0.93;

type Hours = (skill: string) => number;

/** Hours a week that can be sold of a skill: what people with it as main skill have, times its load on the market. */
export function marketHours(staff: readonly Staff[]): Hours {
  const hours = new Map<string, number>();
  for (const { skill, weeklyHours, kind } of staff) {
    if (kind !== "planned hire") hours.set(skill, (hours.get(skill) ?? 0) + weeklyHours);
  }
  return (skill) => PRESENT * (hours.get(skill) ?? 0) * (MARKET.get(skill)?.load ?? 0);
}

/** Clients ask for experts and certificates in small parts only. */
const largest = ({ certified, level }: Part): number => (certified ? 20 : level > 2 ? 80 : 400);

/** Hours a week of each part: all grow in turn as long as no week of their skill goes over the limit. */
export function sizesFor(parts: readonly Part[], limit: Hours, supportLimit: Hours): ReadonlyMap<Part, number> {
  const sizes = new Map<Part, number>();
  const weeks = new Map<string, number[]>(parts.map(({ skill }) => [skill, new Array<number>(WEEKS).fill(0)]));
  const grow = (part: Part, most: number): boolean => {
    if ((sizes.get(part) ?? 0) + part.step > largest(part)) return false;
    const sold = weeks.get(part.skill)!;
    const [from, to] = [Math.max(0, part.first), Math.min(WEEKS - 1, part.last)];
    for (let week = from; week <= to; week++) if (sold[week]! + part.step > most) return false;
    for (let week = from; week <= to; week++) sold[week]! += part.step;
    sizes.set(part, (sizes.get(part) ?? 0) + part.step);
    return from <= to;
  };
  const fill = (some: readonly Part[], most: Hours) => {
    let growing = some;
    while (growing.length > 0) growing = growing.filter((part) => grow(part, most(part.skill)));
  };
  fill(
    parts.filter(({ support }) => support),
    supportLimit,
  );
  fill(
    parts.filter(({ support }) => !support),
    limit,
  );
  return sizes;
}
