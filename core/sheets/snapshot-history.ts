import { planHistory, type SeenWeeks } from "../engine/accuracy/plan-history.ts";
import { type Take, takesOf } from "../engine/accuracy/takes.ts";
import { lastLogged } from "../engine/accuracy/worked-weeks.ts";
import { dayNumber } from "../units.ts";
import { assumptions, problemLines } from "./account.ts";
import { weekColumns } from "./by-week.ts";
import { hoursColumn } from "./figure-columns.ts";
import type { Given } from "./given.ts";
import { HEAT_LEGEND, heat } from "./heat.ts";
import type { Meaning } from "./meaning.ts";
import { type Block, type Column, type Content, formula, type Grid, type SheetModel, sameRow } from "./model.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { snapshotMoves } from "./snapshot-history-moves.ts";
import { sumRows, toHours } from "./sums.ts";
import { counted, dayMonthYear, hoursText } from "./words.ts";

export const SNAPSHOT_HISTORY = "Snapshot history";

/** Snapshots and weeks that are shown: the latest, and the next. */
const MOST_TAKES = 26;
const MOST_WEEKS = 13;

/** How the plan of a week changed from snapshot to snapshot: is work found late, or early? */
export function snapshotHistory(given: Given): SheetModel {
  const weeks = given.weeks.periods.slice(0, MOST_WEEKS).map(({ from }) => Number(from));
  const seen = planHistory(given.plan, weeks)
    .filter(({ demand }) => demand.some((one) => one !== null))
    .slice(-MOST_TAKES);
  const takes = takesOf(given.plan.snapshots);
  const week = Math.max(
    0,
    weeks.findIndex((monday) => monday > lastLogged(given.plan)),
  );
  const now = nowOf(given, weeks.length);
  return {
    name: SNAPSHOT_HISTORY,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Snapshot history: what each week's plan was, snapshot by snapshot", look: "title" },
          ...headline(given, seen, now, week),
          {
            text: "Read a column from the top down: one week, as each snapshot saw it. The last row is the plan as it is now.",
          },
          {
            text: `Snapshots hold hours, never rates. Support kept free beyond its expected hours is not in them. ${pastDaysText(given)}`,
          },
          ...assumptions(given, SNAPSHOT_HISTORY),
          ...HEAT_LEGEND,
        ],
      },
      ...(seen.length === 0 ? [NO_HISTORY] : grids(given, weeks, seen, now, week, takes)),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
    ...(seen.length === 0 ? {} : { print: { headingsOf: "week", upTo: "week" } }),
  };
}

const NO_HISTORY: Block = {
  kind: "note",
  key: "none",
  lines: [
    { text: "No history yet", look: "title" },
    {
      text: "No snapshot has been taken: the panel Snapshots keeps the plan of the coming weeks in a sheet of its own.",
    },
    { text: "One a week is best. With the second one this sheet shows what changed in between." },
  ],
};

/** Capacity and demand of the plan as it is now, without what is only kept free. */
function nowOf({ plan, weeks, supply, demand }: Given, count: number): SeenWeeks {
  const n = weeks.periods.length;
  const all = (minutes: Float64Array, counts: (row: number) => boolean = () => true) =>
    [...sumRows(minutes, n, 1, (row) => (counts(row) ? 0 : -1))].slice(0, count);
  const asked = all(demand.asked, (row) => plan.needs[row]!.isReserve !== true);
  const own = all(demand.own);
  return { day: 0, capacity: all(supply.capacity), demand: asked.map((minutes, i) => minutes + own[i]!) };
}

function headline({ weeks }: Given, seen: readonly SeenWeeks[], now: SeenWeeks, week: number) {
  const first = seen.find(({ demand }) => demand[week] !== null);
  const before = first?.demand[week];
  if (first === undefined || before === null || before === undefined) return [];
  const change = now.demand[week]! - before;
  const way = change === 0 ? "as much as" : `${hoursText(Math.abs(change))} ${change > 0 ? "more" : "less"} than`;
  const when = dayMonthYear(weeks.periods[week]!.from);
  return [
    {
      text: `The week of ${when} asks for ${hoursText(now.demand[week]!)} now, ${way} on ${dayMonthYear(dayNumber(first.day))}; ${counted(seen.length, "snapshot")} shown.`,
      look: change > 0 ? "tight" : "good",
    } as const,
  ];
}

function grids(
  given: Given,
  weeks: readonly number[],
  seen: readonly SeenWeeks[],
  now: SeenWeeks,
  week: number,
  takes: readonly Take[],
): readonly Grid[] {
  const shown = [...seen, now];
  const days = new Set(seen.map(({ day }) => day));
  const monday = weeks[week]!;
  const reaching = takes.filter(({ day, from, to }) => days.has(day) && from <= monday && monday <= to);
  const variance = (one: SeenWeeks, i: number): Content => {
    const [capacity, demand] = [one.capacity[i], one.demand[i]];
    return capacity === null || capacity === undefined || demand === null || demand === undefined
      ? null
      : toHours(capacity - demand);
  };
  const demand = (one: SeenWeeks, i: number): Content => (one.demand[i] === null ? null : toHours(one.demand[i]!));
  return [
    byWeek(
      given,
      "variance",
      "Capacity less demand, hours, as each snapshot saw it",
      shown,
      weeks.length,
      variance,
      true,
    ),
    byWeek(given, "demand", "Demand, hours, as each snapshot saw it", shown, weeks.length, demand, false),
    oneWeek(given, shown, weeks, week),
    ...(reaching.length === 0 ? [] : [snapshotMoves(given, reaching, week)]),
  ];
}

const TAKEN: Column = {
  key: "taken",
  heading: "Taken on",
  shows: "date",
  width: 24,
  note: "The day of the snapshot; the last row is the plan as it is now.",
};
const NOW = "Now";
const dayOf = ({ day }: SeenWeeks): Content => (day === 0 ? NOW : day);

function byWeek(
  given: Given,
  key: string,
  title: string,
  shown: readonly SeenWeeks[],
  weeks: number,
  cellOf: (one: SeenWeeks, week: number) => Content,
  warm: boolean,
): Grid {
  const columns = weekColumns(given, false)
    .slice(0, weeks)
    .map((column): Column => ({ ...column, otherwise: "The snapshot does not reach this week." }));
  return {
    kind: "grid",
    key,
    title,
    fingerprint: given.fingerprint,
    columns: [TAKEN, ...columns],
    rows: shown.map((one) => [dayOf(one), ...columns.map((_, week) => cellOf(one, week))]),
    means: { measure: warm ? "seen variance" : "seen demand" },
    rowMeans: shown.map(({ day }) => ({ taken: day })),
    rowLooks: new Map([[shown.length - 1, "total"]]),
    rules: warm ? heat(columns.map((column) => column.key)) : [],
    charts: [],
  };
}

/** How "Weeks ahead" comes about. */
const aheadOf = (monday: number, day: number): ReadonlyMap<string, Meaning> => {
  const label = `${monday - day} days from the snapshot to ${dayMonthYear(dayNumber(monday))} ÷ 7`;
  return new Map([["ahead", { terms: [{ label, amount: Math.round(((monday - day) / 7) * 10) * 10 }] }]]);
};

function oneWeek({ fingerprint }: Given, shown: readonly SeenWeeks[], weeks: readonly number[], week: number): Grid {
  const monday = weeks[week]!;
  const known = shown.filter(({ demand }) => demand[week] !== null);
  const hours = (minutes: number | null | undefined): Content =>
    minutes === null || minutes === undefined ? null : toHours(minutes);
  return {
    kind: "grid",
    key: "week",
    title: `The week of ${dayMonthYear(dayNumber(monday))}, snapshot by snapshot`,
    fingerprint,
    columns: [
      TAKEN,
      {
        key: "ahead",
        heading: "Weeks ahead",
        shows: "fte",
        width: 12,
        note: "From the snapshot to the week's Monday.",
      },
      hoursColumn("capacity", "Capacity", "What everybody could work, as it was known then.", {
        measure: "seen capacity",
      }),
      hoursColumn("demand", "Demand", "What was planned and asked for then.", { measure: "seen demand" }),
      hoursColumn("variance", "Variance", "Capacity less demand.", { measure: "seen variance" }),
      hoursColumn(
        "change",
        "Change",
        "Of demand, since the row above.",
        { measure: "seen change" },
        "Nothing to compare with: no earlier snapshot reaches this week.",
      ),
    ],
    rows: known.map((one, i) => [
      dayOf(one),
      one.day === 0 ? null : Math.round(((monday - one.day) / 7) * 10) / 10,
      hours(one.capacity[week]),
      hours(one.demand[week]),
      one.capacity[week] === null ? null : formula`${sameRow("capacity")}-${sameRow("demand")}`,
      i === 0 ? null : hours(one.demand[week]! - known[i - 1]!.demand[week]!),
    ]),
    means: { from: dayNumber(monday), to: dayNumber(monday + 6) },
    rowMeans: known.map(({ day }, i) => ({ taken: day, number: known[i - 1]?.day ?? 0, of: aheadOf(monday, day) })),
    rowLooks: new Map([[known.length - 1, "total"]]),
    rules: heat(["variance"]),
    charts: [
      {
        key: "chart",
        kind: "lines",
        title: "One week's capacity and demand, snapshot by snapshot",
        about: "Lines of the capacity and the demand of one week, from the oldest snapshot to the plan as it is now.",
        categories: "taken",
        series: ["capacity", "demand"],
      },
    ],
  };
}
