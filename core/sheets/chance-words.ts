/** Sums of chances miss 0 and 1 in their last digits. */
const TINY = 1e-9;
export const isNever = (chance: number): boolean => chance < TINY;
export const isAlways = (chance: number): boolean => chance > 1 - TINY;

/** A share as a planner says it: 25 is "one week in four". */
export function oneIn(chance: number): string {
  if (isNever(chance)) return "never";
  if (isAlways(chance)) return "always";
  const shown = chance < 0.005 || chance > 0.995 ? chance : Math.round(chance * 100) / 100;
  const nearest = SAID.reduce((a, b) => (Math.abs(b[0] - shown) < Math.abs(a[0] - shown) ? b : a));
  return nearest[1];
}

/** Close enough that no figure beside them says anything else. */
const SAID: readonly (readonly [share: number, words: string])[] = [
  [0.002, "hardly ever"],
  [0.01, "one week in a hundred"],
  [0.02, "one week in fifty"],
  [1 / 30, "one week in thirty"],
  [1 / 25, "one week in twenty-five"],
  [1 / 20, "one week in twenty"],
  [1 / 16, "one week in sixteen"],
  [1 / 15, "one week in fifteen"],
  [1 / 12, "one week in twelve"],
  [1 / 11, "one week in eleven"],
  [1 / 10, "one week in ten"],
  [1 / 9, "one week in nine"],
  [1 / 8, "one week in eight"],
  [1 / 7, "one week in seven"],
  [1 / 6, "one week in six"],
  [0.2, "one week in five"],
  [0.25, "one week in four"],
  [0.3, "three weeks in ten"],
  [1 / 3, "one week in three"],
  [0.4, "two weeks in five"],
  [0.5, "one week in two"],
  [0.6, "three weeks in five"],
  [2 / 3, "two weeks in three"],
  [0.7, "seven weeks in ten"],
  [0.75, "three weeks in four"],
  [0.8, "four weeks in five"],
  [5 / 6, "five weeks in six"],
  [0.9, "nine weeks in ten"],
  [0.95, "nineteen weeks in twenty"],
  [0.98, "nearly always"],
];

/** 0.246 as "25 %"; what is not quite certain never reads as if it were. */
export function chanceText(chance: number): string {
  if (isNever(chance)) return "0 %";
  if (isAlways(chance)) return "100 %";
  if (chance < 0.005) return "under 1 %";
  return chance > 0.995 ? "over 99 %" : `${Math.round(chance * 100)} %`;
}

/** A difference of two chances: "+55 points". */
export function pointsText(difference: number): string {
  const points = Math.round(difference * 100);
  return `${points > 0 ? "+" : points < 0 ? "−" : ""}${Math.abs(points)} ${Math.abs(points) === 1 ? "point" : "points"}`;
}
