import type { BackTest } from "../engine/support/back-test.ts";
import { backTestHours, saysHours } from "../engine/support/back-test-hours.ts";
import type { Score } from "../engine/support/score.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import type { Meaning } from "./meaning.ts";
import type { Column, Content, Grid } from "./model.ts";
import type { ShownQueue } from "./support-load-given.ts";
import { heldText, untimedText } from "./support-load-words.ts";

const share = (key: string, line: string): Column => ({
  means: { measure: `tested: ${line}` },
  key,
  heading: `${line} held`,
  shows: "percent",
  width: 11,
  note: `The share of weeks that stayed within the ${line} line.`,
});
const score = (key: string, heading: string, note: string): Column => ({
  means: { measure: heading === "MASE" ? "tested: MASE" : "tested: pinball" },
  key,
  heading,
  shows: "money",
  width: 11,
  note,
});

const COLUMNS: readonly Column[] = [
  { key: "name", heading: "Queue", shows: "text", width: 38 },
  { key: "way", heading: "Forecast by", shows: "text", width: 24 },
  {
    key: "forecasts",
    heading: "Forecasts",
    shows: "count",
    width: 11,
    means: { measure: "tested: forecasts" },
    note: "Every four weeks, of the eight weeks after, from the weeks before only.",
  },
  share("half", "50 %"),
  share("most", "80 %"),
  share("nearly", "90 %"),
  score(
    "mase",
    "MASE",
    "Mean error over the mean change from week to week: below 1 is nearer than last week's number used to be.",
  ),
  score(
    "pinball",
    "Pinball",
    "Loss of the three lines in the same unit: too low costs more the higher the line. Less is better.",
  ),
  { key: "says", heading: "What it says", shows: "text" },
];

/** Forecasts that past weeks would have had, in hours: what a reserve is kept in. */
export const hoursTestGrid = (given: Given, queues: readonly ShownQueue[], all = queues): Grid =>
  testGrid(
    given,
    "testedHours",
    "How forecasts of past weeks would have done, hours a week",
    queues.flatMap((one): Tested[] => {
      const {
        name,
        skill,
        queue: { history },
      } = one;
      if (history === null) return [];
      const test = saysHours(history) ? backTestHours(history) : null;
      return [
        {
          number: all.indexOf(one),
          name: `${name}, ${skill}`,
          test,
          says: test === null ? untimedText(history) : heldText(test),
        },
      ];
    }),
  );

/** The same in tickets, which the forecast is made in. */
export const ticketsTestGrid = (given: Given, queues: readonly ShownQueue[], all = queues): Grid =>
  testGrid(
    given,
    "tested",
    "The same in tickets a week",
    queues.flatMap((one): Tested[] => {
      const { name, skill, tested } = one;
      return tested === null
        ? []
        : [{ number: all.indexOf(one), name: `${name}, ${skill}`, test: tested, says: heldText(tested) }];
    }),
  );

interface Tested {
  /** Its place among all queues. */
  readonly number: number;
  readonly name: string;
  /** Null where there is nothing to test. */
  readonly test: BackTest | null;
  readonly says: string;
}

/** Ours beside the two forecasts that anybody can do. */
function testGrid({ fingerprint }: Given, key: string, title: string, all: readonly Tested[]): Grid {
  const rows: Content[][] = [];
  const looks = new Map<number, Look>();
  const means: Meaning[] = [];
  const of = key === "tested" ? "tickets" : "hours";
  for (const { number, name, test, says } of all) {
    means.push(
      ...["ours", "mean", "naive"]
        .slice(0, test === null || test.forecasts === 0 ? 1 : 3)
        .map((way) => ({ number, name: `${of} ${way}` })),
    );
    looks.set(rows.length, "group");
    if (test === null || test.forecasts === 0) {
      rows.push([name, "Smoothing (used)", 0, null, null, null, null, null, says]);
      continue;
    }
    const { forecasts, ours, mean, naive } = test;
    const scores = (one: Score): Content[] => [...one.held, one.mase, one.pinball.reduce((sum, loss) => sum + loss, 0)];
    rows.push([name, "Smoothing (used)", forecasts, ...scores(ours), says]);
    rows.push([null, "Mean of eight weeks", forecasts, ...scores(mean), null]);
    rows.push([null, "Last week's number", forecasts, ...scores(naive), null]);
  }
  return {
    kind: "grid",
    key,
    title,
    fingerprint,
    columns: COLUMNS,
    rows,
    rowMeans: means,
    rowLooks: looks,
    rules: [],
    charts: [],
  };
}
