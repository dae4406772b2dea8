import type { Score } from "../engine/support/back-test.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import type { Column, Content, Grid } from "./model.ts";
import type { ShownQueue } from "./support-load-given.ts";
import { heldText } from "./support-load-words.ts";

const share = (key: string, line: string): Column => ({
  key,
  heading: `${line} held`,
  shows: "percent",
  width: 11,
  note: `The share of weeks that stayed within the ${line} line.`,
});
const score = (key: string, heading: string, note: string): Column => ({
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

/** Forecasts that past weeks would have had, ours beside the two that anybody can do. */
export function backTestGrid({ fingerprint }: Given, queues: readonly ShownQueue[]): Grid {
  const rows: Content[][] = [];
  const looks = new Map<number, Look>();
  for (const { name, skill, tested } of queues) {
    if (tested === null) continue;
    const { forecasts, ours, mean, naive } = tested;
    looks.set(rows.length, "group");
    const scores = (one: Score): Content[] =>
      forecasts === 0
        ? [null, null, null, null, null]
        : [...one.held, one.mase, one.pinball.reduce((sum, loss) => sum + loss, 0)];
    rows.push([`${name}, ${skill}`, "Smoothing (used)", forecasts, ...scores(ours), heldText(tested)]);
    if (forecasts === 0) continue;
    rows.push([null, "Mean of eight weeks", forecasts, ...scores(mean), null]);
    rows.push([null, "Last week's number", forecasts, ...scores(naive), null]);
  }
  return {
    kind: "grid",
    key: "tested",
    title: "How forecasts of past weeks would have done, tickets a week",
    fingerprint,
    columns: COLUMNS,
    rows,
    rowLooks: looks,
    rules: [],
    charts: [],
  };
}
