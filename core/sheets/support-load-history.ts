import { countAt, countTable } from "../engine/support/counts.ts";
import { forecastAt } from "../engine/support/forecast.ts";
import type { History } from "../engine/support/history.ts";
import { START_WEEKS, smoothed } from "../engine/support/smoothing.ts";
import { plusDays } from "../units.ts";
import { LINES, lineColumns } from "./chance-lines.ts";
import type { Given } from "./given.ts";
import type { Column, Content, Grid } from "./model.ts";
import type { ShownQueue } from "./support-load-given.ts";

/** Queues that are shown week by week, most hours first; the others stand in the table of queues. */
const MOST_QUEUES = 8;
const PAST = 26;
const AHEAD = 8;

const COLUMNS: readonly Column[] = [
  { key: "week", heading: "Week (Monday)", shows: "date", width: 24 },
  {
    key: "came",
    heading: "Tickets",
    shows: "count",
    width: 11,
    means: { measure: "tickets" },
    note: "Opened in that week.",
  },
  {
    key: "expected",
    heading: "Expected",
    shows: "fte",
    width: 11,
    means: { measure: "tickets expected" },
    note: "As forecast from the weeks before.",
  },
  ...lineColumns("tickets", "count"),
];

/** Each queue's tickets by week, the forecast that each of these weeks had, and the one for the weeks to come. */
export const historyGrids = ({ fingerprint }: Given, queues: readonly ShownQueue[], all = queues): readonly Grid[] =>
  queues.slice(0, MOST_QUEUES).flatMap((one, i): Grid[] => {
    const { name, skill, queue } = one;
    if (queue.history === null || queue.history.weeks.length === 0) return [];
    const title = `${name}, ${skill}: tickets a week`;
    return [
      {
        kind: "grid",
        key: `history${i + 1}`,
        title,
        fingerprint,
        columns: COLUMNS,
        means: { number: all.indexOf(one) },
        rowMeans: weekMeans(queue.history),
        rows: weeksOf(queue.history),
        rules: [],
        charts: [
          {
            key: "chart",
            kind: "lines",
            title,
            about: `Lines of the tickets of ${name} that came week by week, what was expected, and what 50, 80 and 90 % of weeks stay within, with eight weeks to come.`,
            categories: "week",
            series: ["came", "expected", "most", "nearly"],
          },
        ],
      },
    ];
  });

const weekMeans = ({ weeks, from }: History) => {
  const first = Math.max(0, weeks.length - PAST);
  return Array.from({ length: weeks.length - first + AHEAD }, (_, i) => ({ from: plusDays(from, 7 * (first + i)) }));
};

function weeksOf({ weeks, from }: History): readonly Content[][] {
  const level = smoothed(weeks);
  const first = Math.max(0, weeks.length - PAST);
  return Array.from({ length: weeks.length - first + AHEAD }, (_, i): Content[] => {
    const week = first + i;
    const known = Math.min(week, weeks.length);
    const forecast = forecastAt(weeks, level, known);
    const lines = known < Math.min(START_WEEKS, weeks.length) ? null : countTable(forecast.mean, forecast.dispersion);
    return [
      plusDays(from, 7 * week),
      week < weeks.length ? weeks[week]! : null,
      lines && forecast.mean,
      ...LINES.map((chance) => lines && countAt(lines, chance)),
    ];
  });
}
