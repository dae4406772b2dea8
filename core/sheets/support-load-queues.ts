import { meanMinutes } from "../engine/support/compound.ts";
import { type Distribution, quantile } from "../engine/support/distribution.ts";
import type { Queue } from "../engine/support/queues.ts";
import { LINES } from "./chance-lines.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import type { Meaning } from "./meaning.ts";
import { type Column, type Content, formula, type Grid, rowsOfColumn } from "./model.ts";
import { toHours } from "./sums.ts";
import { loadTogether, type ShownQueue } from "./support-load-given.ts";
import { confidenceOf } from "./support-load-pool.ts";
import { countsText, methodText } from "./support-load-words.ts";

const hours = (key: string, heading: string, measure: string, note: string, width = 11): Column => ({
  means: { measure },
  key,
  heading,
  shows: "hours",
  width,
  note,
});

const COLUMNS: readonly Column[] = [
  { key: "name", heading: "Queue", shows: "text", width: 38 },
  { key: "skill", heading: "Skill", shows: "text", width: 16 },
  hours("row", "Row of Support", "support by rows", "Hours a week that its rows of Support ask for.", 13),
  hours("tickets", "By its tickets", "support by tickets", "Expected hours a week by the Tickets table.", 13),
  {
    key: "counts",
    heading: "Counts",
    shows: "text",
    width: 13,
    note: "Settings, Support counts, says which, where both are known.",
  },
  hours(
    "expected",
    "Expected",
    "support expected",
    "Hours of a full week as the plan counts them; tentative work by its odds.",
  ),
  hours("half", "50 % line", "support 50 % line", "Enough in half of all weeks."),
  hours("most", "80 % line", "support 80 % line", "Enough in eight weeks of ten."),
  hours("nearly", "90 % line", "support 90 % line", "Enough in nine weeks of ten."),
  hours(
    "beyond",
    "To reserve",
    "support to reserve",
    "The line of Settings, Support reserve, or the 80 % line, less the expected hours: what to keep free besides.",
    13,
  ),
  {
    key: "weekly",
    heading: "Tickets a week",
    shows: "fte",
    width: 14,
    means: { measure: "tickets a week" },
    note: "Expected by the history.",
  },
  {
    key: "each",
    heading: "Hours a ticket",
    shows: "money",
    width: 14,
    means: { measure: "hours a ticket" },
    note: "On average.",
  },
  { key: "how", heading: "How it is forecast", shows: "text" },
];

/** A row a queue, then all of them together, and what their lines would add up to. */
export function queuesGrid(given: Given, queues: readonly ShownQueue[]): Grid {
  const { plan, fingerprint } = given;
  const counting = queues.filter(({ load }) => load !== null);
  const varying = counting.filter(({ load }) => load!.chances.length > 1);
  const sure = confidenceOf(plan);
  const together = counting.length > 1 ? totals(given, counting, sure).slice(0, varying.length > 1 ? 2 : 1) : [];
  const rows = queues.map((one): Content[] => [
    one.name,
    one.skill,
    rowHours(one.queue),
    one.queue.arrivals && toHours(meanMinutes(one.queue.arrivals)),
    countsText(plan, one.queue),
    ...linesOf(one.load, one.expected, sure),
    one.queue.forecast?.mean ?? null,
    eachOf(one.queue),
    methodText(plan, one.queue),
  ]);
  const all = [...rows, ...together];
  return {
    kind: "grid",
    key: "queues",
    title: "Queues, hours of a full week",
    fingerprint,
    columns: COLUMNS,
    rows: all.length > 0 ? all : [["No support is asked for", ...COLUMNS.slice(1).map(() => null)]],
    rowMeans: [...queues.map((_, number) => ({ number })), { number: -1 }, { of: sumsOf(queues.length) }],
    rowLooks: new Map(together.map((_, i): [number, Look] => [rows.length + i, "total"])),
    rules: [],
    charts: [],
  };
}

function totals(given: Given, queues: readonly ShownQueue[], sure: number): readonly Content[][] {
  const loads = queues.flatMap(({ load }) => load ?? []);
  const expected = queues.reduce((sum, one) => sum + one.expected, 0);
  const sum = (chance: number) => loads.reduce((all, load) => all + quantile(load, chance), 0);
  const added = LINES.map(sum);
  const rest = [null, null];
  return [
    [
      "All queues together",
      null,
      null,
      null,
      null,
      ...linesOf(loadTogether(given, queues), expected, sure),
      ...rest,
      "Taken together first: good weeks of one help in bad weeks of another",
    ],
    [
      "Sum of their lines",
      null,
      null,
      null,
      null,
      ...[expected, ...added, sum(sure) - expected].map(toHours),
      ...rest,
      "If each queue kept its own",
    ],
  ];
}

/** The row that adds up every queue's own lines. */
const sumsOf = (count: number): ReadonlyMap<string, Meaning> =>
  new Map(
    COLUMNS.filter(({ means }) => means !== undefined).map(({ key }) => [
      key,
      { as: formula`SUM(${rowsOfColumn(key, 0, count - 1)})` },
    ]),
  );

function linesOf(load: Distribution | null, expected: number, sure: number): readonly Content[] {
  if (load === null) return [null, null, null, null, null];
  const lines = LINES.map((chance) => quantile(load, chance));
  return [expected, ...lines, quantile(load, sure) - expected].map(toHours);
}

const rowHours = ({ rows }: Queue): Content =>
  rows.length === 0 ? null : toHours(rows.reduce((sum, { effort }) => sum + effort, 0));

function eachOf({ arrivals, rows }: Queue): Content {
  const one = arrivals ?? rows.find((row) => row.arrivals !== undefined)?.arrivals;
  return one === undefined ? null : toHours(meanMinutes(one) / one.weekly);
}
