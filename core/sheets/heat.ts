import type { Look } from "./looks.ts";
import type { Line, Rule } from "./model.ts";

/**
 * From where on hours left look short, tight, fine or spare. Less than half a minute is nothing: native differences of hours are not
 * exact to the last bit. The sign says the same as the colour, so that it reads in grey print.
 */
const HALF_A_MINUTE = 0.008;
const A_DAY = 8;
const A_WEEK = 40;

export function heat(columns: readonly string[]): Rule[] {
  const rule = (when: Rule["when"], look: Look): Rule => ({ columns, when, look });
  return [
    rule({ is: "below", value: -HALF_A_MINUTE }, "short"),
    rule({ is: "between", value: -HALF_A_MINUTE, to: A_DAY }, "tight"),
    rule({ is: "above", value: A_WEEK }, "spare"),
  ];
}

/** A column in which anything above nothing is bad: overload, gaps. */
export const alarm = (columns: readonly string[], look: Look = "bad"): Rule => ({
  columns,
  when: { is: "above", value: HALF_A_MINUTE },
  look,
});

export const HEAT_LEGEND: readonly Line[] = [
  { text: "− short: below 0 h", look: "short" },
  { text: "0 to 8 h left: tight", look: "tight" },
  { text: "8 to 40 h left: fine", look: "fine" },
  { text: "above 40 h left: spare", look: "spare" },
];
