import { forecastAt } from "../engine/support/forecast.ts";
import type { History } from "../engine/support/history.ts";
import { meanOf, START_WEEKS, smoothed } from "../engine/support/smoothing.ts";
import { counted, dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { group, type Part, part, wholeParts } from "./explanation.ts";
import { percentText } from "./words.ts";

/** How a week's tickets are forecast, in words. */
export const LEVEL_RULE =
  "Simple exponential smoothing (Brown 1956): recent weeks weigh most, each week before it less by the same share; the share is the one that fitted the weeks so far best.";

export const weekName = ({ from }: Pick<History, "from">, week: number): string =>
  `Week of ${dayMonthYear(dayNumber(from + 7 * week))}`;

/** Weeks with a weight below this are one part. */
const LEAST_WEIGHT = 0.01;

/** What is expected after so many weeks of a history: each week's tickets by its weight, in units of so many a ticket. */
export function levelParts(history: History, known: number, unit: number): readonly Part[] {
  const { weeks } = history;
  const forecast = forecastAt(weeks, smoothed(weeks), known);
  const weights = weightsOf(known, forecast.rate);
  const start = startOf(weeks, known, forecast.rate);
  const recent = weights.flatMap((weight, week) => (weight >= LEAST_WEIGHT ? [{ weight, week }] : []));
  const older = weights.reduce((sum, weight, week) => sum + (weight < LEAST_WEIGHT ? weight * weeks[week]! : 0), 0);
  const terms = [
    ...recent.reverse().map(({ weight, week }) => ({
      label: `${weekName(history, week)}: ${counted(weeks[week]!, "ticket")} × ${percentText(Math.round(weight * 1e6))}`,
      exact: weight * weeks[week]!,
    })),
    { label: "Earlier weeks, each with less than 1 %", exact: older },
    { label: `Where the level began: the mean of the first ${START_WEEKS} weeks`, exact: start },
    { label: "Added, because forecasts of late ran low", exact: forecast.raised },
  ];
  const sum = terms.reduce((all, { exact }) => all + exact, 0);
  const whole = wholeParts(
    [...terms.map(({ exact }) => exact * unit), (forecast.mean - sum) * unit],
    Math.round(forecast.mean * unit),
  );
  const parts = terms.map(({ label }, i) => part(label, whole[i]!));
  return group("", [...parts, part("Never below 0", whole[terms.length]!)]).flatMap((one) => one.parts);
}

/** How much of each week's number the level holds: the plain mean where no share is followed. */
function weightsOf(known: number, rate: number | null): readonly number[] {
  if (rate === null) return Array.from({ length: known }, () => 1 / known);
  return Array.from({ length: known }, (_, week) => rate * (1 - rate) ** (known - 1 - week));
}

const startOf = (weeks: ArrayLike<number>, known: number, rate: number | null): number =>
  rate === null ? 0 : (1 - rate) ** known * meanOf(weeks, 0, Math.min(weeks.length, START_WEEKS));
