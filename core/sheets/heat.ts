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
  { text: "− short: below 0 h", look: "short", swatch: true },
  { text: "0 to 8 h left: tight", look: "tight", swatch: true },
  { text: "8 to 40 h left: fine", look: "fine", swatch: true },
  { text: "above 40 h left: spare", look: "spare", swatch: true },
];

/** From where on a chance of being short looks short or tight: one week in five, one in twenty. Above one in five, P80 is above 0 too. */
const ONE_IN_TWENTY = 0.05;
const ONE_IN_FIVE = 0.2;

export const chanceHeat = (columns: readonly string[]): readonly Rule[] => [
  { columns, when: { is: "above", value: ONE_IN_FIVE }, look: "short" },
  { columns, when: { is: "between", value: ONE_IN_TWENTY, to: ONE_IN_FIVE }, look: "tight" },
];

export const CHANCE_LEGEND: readonly Line[] = [
  { text: "above 20 %: likely short", look: "short", swatch: true },
  { text: "5 to 20 %: at risk", look: "tight", swatch: true },
];
