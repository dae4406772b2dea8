import type { Plan } from "../plan/plan.ts";
import { short } from "./free-text.ts";

const MOST_NAMED = 12;

/** "Ana 12 h, Ben 4 h": people with their minutes, most first. */
export function whoText({ people }: Plan, minutesOf: Iterable<readonly [person: number, minutes: number]>): string {
  const all = [...minutesOf].sort(([, a], [, b]) => b - a);
  if (all.length === 0) return "nobody";
  const named = all.slice(0, MOST_NAMED).map(([person, minutes]) => `${people[person]!.name} ${short(minutes)} h`);
  const more = all.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
