import { type Band, type Judged, type JudgedWeeks, limitsOf } from "../engine/bands.ts";
import type { Plan, Settings } from "../plan/plan.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { type Part, part } from "./explanation.ts";
import { hoursText, percentText } from "./words.ts";

/** When a week is red, or to watch, by what Settings say. */
export const BAND_RULES: { readonly [B in "red" | "watch"]: (settings: Settings) => string } = {
  red: ({ redAbove }) =>
    `Red: above 100 %, work in a week without hours to work, or above ${percentText(redAbove)} for the third week running.`,
  watch: ({ watchAbove, overtime }) =>
    `To watch: above ${percentText(watchAbove)} for the second week running, or overtime of ${percentText(overtime)} of the hours worked in the second.`,
};

/** "Week of 5 Jan 2026: 48 h of 40 h" */
export function weekPart(
  plan: Plan,
  { all, judged }: Pick<JudgedWeeks, "all" | "judged">,
  person: number,
  week: number,
): Part {
  const cell = person * all.weeks.periods.length + week;
  const [load, able] = [all.load[cell]!, all.capacity[cell]!];
  const hours = `${hoursText(load)} of ${hoursText(able)}`;
  const why = whyOf(plan.settings, judged[person]![week]!, load > able, all.contracted[cell]!);
  const when = dayMonthYear(all.weeks.periods[week]!.from);
  return part(`Week of ${when}: ${hours}${why}`, 1, { kind: "person", number: person });
}

function whyOf(settings: Settings, { band, run }: Judged, isBeyond: boolean, contracted: number): string {
  const { red, watch } = limitsOf(settings);
  const reasons: { readonly [B in Band]: string } = {
    red: isBeyond ? "" : `, above ${percentText(red)} for at least three weeks`,
    watch: run >= 2 ? `, week ${run} above ${percentText(watch)}` : `, overtime against ${hoursText(contracted)} again`,
    ok: "",
    off: "",
  };
  return reasons[band];
}
