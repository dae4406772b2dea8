import { type Correction, correctionFor, corrections } from "../engine/accuracy/band.ts";
import { type Cell, eachCell, LEADS } from "../engine/accuracy/cells.ts";
import { lastLogged } from "../engine/accuracy/worked-weeks.ts";
import { WORK_LABEL } from "../functions/work.ts";
import { past } from "../sheets/delivery-metrics-forecast.ts";
import type { Given } from "../sheets/given.ts";
import { dayAndMonth, counted as times } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { type Ask, periodText } from "./ask.ts";
import { demandParts, type Only } from "./demand.ts";
import type { Explains } from "./explains.ts";
import {
  amountOf,
  type Explanation,
  explained,
  group,
  minutes,
  type Part,
  part,
  type Sum,
  sumOf,
  taken,
} from "./explanation.ts";
import { forecastAt, forecastRows, pairPart } from "./forecast-rows.ts";
import { missing, namesOf, nobody, workName } from "./forecasts-left-out.ts";
import { kept } from "./kept.ts";
import { hoursText, percentText } from "./words.ts";

/** How good forecasts were: each pair of forecast and hours worked. `number` is the lead time in weeks. */
export const FORECASTS: Explains = [
  ["forecast error", (ask, { number = 4 }, given) => shareOf(planned(ask, given), number, "Forecast error")],
  ["forecast bias", (ask, { number = 4 }, given) => shareOf(planned(ask, given), number, "Bias")],
  ["forecast accuracy", (ask, { number = 4 }, given) => shareOf(planned(ask, given), number, "Forecast accuracy")],
  ["forecast", (ask, { number = 4 }, given) => hoursOf(planned(ask, given), number, "Forecast")],
  ["worked", (ask, { number = 4 }, given) => hoursOf(planned(ask, given), number, "Worked")],
  ["forecasts left out", (ask, { number = 4 }, given) => leftOut(planned(ask, given), number)],
  ["demand without reserve", (ask) => demandAlone(ask)],
  ["demand corrected", (ask, _, given) => corrected(ask, given, "ratio")],
  ["demand corrected, low", (ask, _, given) => corrected(ask, given, "low")],
  ["demand corrected, high", (ask, _, given) => corrected(ask, given, "high")],
];

/** Who has hours to log is told by the plan, not by what they logged in its place. */
const planned = (ask: Ask, { plan }: Given): Ask => ({ ...ask, plan });

export const LEAD_KINDS = [
  "4 weeks before",
  "1 week before",
  "2 weeks before",
  "8 weeks before",
  "12 weeks before",
] as const;

/** How good forecasts were in any days, by how early they were made. */
export const forecastShare = (ask: Ask, kind: string, what: Share): Explanation =>
  shareOf(ask, Number.parseInt(kind, 10) || 4, what);

export type Share = "Forecast error" | "Bias" | "Forecast accuracy";

const RULES: { readonly [S in Share]: string } = {
  "Forecast error":
    "WAPE: Σ|forecast − worked| ÷ Σ worked, by person, engagement and week; where a forecast names nobody, by engagement and week. 0 is perfect; over and under do not cancel.",
  Bias: "(Σ forecast − Σ worked) ÷ Σ worked: above 0, more was forecast than worked.",
  "Forecast accuracy":
    "1 − Σ|forecast − worked| ÷ Σ the larger of the two, by person, engagement and week; where a forecast names nobody, by engagement and week: 100 % is perfect.",
};

const SUMS: { readonly [S in Share]: (cells: readonly Known[], ask: Ask) => readonly Sum[] } = {
  "Forecast error": (cells, ask) => [
    minutes("Off", byEngagement(ask, cells, off)),
    minutes("Worked", byEngagement(ask, cells, asWorked)),
  ],
  Bias: (cells, ask) => [
    minutes("Forecast less worked", [
      ...group("Forecast", byEngagement(ask, cells, asForecast)),
      ...taken(group("Worked", byEngagement(ask, cells, asWorked))),
    ]),
    minutes("Worked", byEngagement(ask, cells, asWorked)),
  ],
  "Forecast accuracy": (cells, ask) => [
    minutes("What fits", [
      ...group("The larger of forecast and worked", byEngagement(ask, cells, larger)),
      ...taken(group("Off", byEngagement(ask, cells, off))),
    ]),
    minutes("The larger of forecast and worked", byEngagement(ask, cells, larger)),
  ],
};

/** How often forecast and worked hours count in an amount. */
type Counts = readonly [forecast: number, worked: number];
const asForecast = (): Counts => [1, 0];
const asWorked = (): Counts => [0, 1];

type Known = Cell & { readonly worked: number };
const off = ({ forecast, worked }: Known): Counts => (forecast >= worked ? [1, -1] : [-1, 1]);
const larger = ({ forecast, worked }: Known): Counts => (forecast >= worked ? [1, 0] : [0, 1]);

/** All pairs of a lead time in a period. */
function cellsOf(
  ask: Ask,
  lead: number,
): { readonly known: readonly Known[]; readonly unknown: readonly Cell[]; readonly unnamed: number } {
  const known: Known[] = [];
  const unknown: Cell[] = [];
  let unnamed = 0;
  const isOf = countsIn(ask);
  const of = ask.rows === "person" ? "person" : "named";
  eachCell(ask.plan, ask, ask.counted, { of, skills: ask.rows === "skill" }, (cell) => {
    if (LEADS[cell.lead] !== lead) return;
    if (of === "person" && cell.person === -1) unnamed += cell.forecast;
    if (!isOf(cell)) return;
    if (cell.worked === null) unknown.push(cell);
    else known.push({ ...cell, worked: cell.worked });
  });
  return { known, unknown, unnamed };
}

function countsIn({ plan, rows, name }: Ask): (cell: Cell) => boolean {
  if (rows === "person") return ({ person }) => plan.people[person]?.name === name;
  if (rows === "engagement") return ({ engagement }) => plan.engagements[engagement]?.name === name;
  if (rows === "skill") return ({ engagement, skill }) => WORK_LABEL.skill(plan, { engagement, skill }) === name;
  if (rows === "owner")
    return ({ engagement, skill }) => engagement >= 0 && WORK_LABEL.owner(plan, { engagement, skill }) === name;
  if (rows === "client")
    return ({ engagement, skill }) => engagement >= 0 && WORK_LABEL.client(plan, { engagement, skill }) === name;
  return () => true;
}

function byEngagement({ plan }: Ask, cells: readonly Known[], countsAs: (cell: Known) => Counts): readonly Part[] {
  const rowsOf = forecastRows(plan);
  const own = new Map<number, Part[]>();
  for (const cell of cells) {
    const { person, engagement, monday, forecast, worked } = cell;
    const who = plan.people[person]?.name ?? "Everybody, as the forecast names nobody";
    const label = `${who}, week of ${dayAndMonth(dayNumber(monday))}: ${hoursText(forecast)} forecast, ${hoursText(worked)} worked`;
    const [asked, done] = countsAs(cell);
    const one = pairPart(label, rowsOf(cell, forecast, worked), asked, done);
    const same = own.get(engagement);
    if (same === undefined) own.set(engagement, [one]);
    else same.push(one);
  }
  return [...own]
    .flatMap(([engagement, parts]) => group(workName(plan, engagement), parts))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

const titleOf = (what: string, ask: Ask, lead: number): string =>
  `${what} of forecasts made ${times(lead, "week")} before${ask.rows === "total" ? "" : `, ${ask.name}`}, ${periodText(ask)}`;

function shareOf(ask: Ask, lead: number, what: Share): Explanation {
  const { known, unknown, unnamed } = cellsOf(ask, lead);
  const about = { title: titleOf(what, ask, lead), rule: RULES[what] };
  const sums = SUMS[what](known, ask);
  return {
    ...explained(about, sums[0]!),
    is: "ratio",
    sums,
    leftOut: [...missing(ask.plan, unknown), ...nobody(unnamed)],
  };
}

function hoursOf(ask: Ask, lead: number, what: "Forecast" | "Worked"): Explanation {
  const { known, unknown, unnamed } = cellsOf(ask, lead);
  const parts = byEngagement(ask, known, what === "Forecast" ? asForecast : asWorked);
  const rule =
    what === "Forecast"
      ? "Hours forecast by person, engagement and week; where a forecast names nobody, by engagement and week."
      : "Hours logged for what was forecast.";
  return explained({ title: titleOf(what, ask, lead), rule }, minutes(what, parts), {
    leftOut: [...missing(ask.plan, unknown), ...nobody(unnamed)],
  });
}

function leftOut(ask: Ask, lead: number): Explanation {
  const { unknown } = cellsOf(ask, lead);
  const rowOf = forecastAt(ask.plan);
  const parts = unknown.map((cell) => {
    const { person, engagement, monday, forecast, waitsFor } = cell;
    const isWhole = waitsFor !== undefined;
    const who = isWhole ? "Everybody" : (ask.plan.people[person]?.name ?? "Somebody whom the plan has no more");
    const on = ask.plan.engagements[engagement]?.name ?? "work that it has no more";
    const label = `${who} on ${on}, week of ${dayAndMonth(dayNumber(monday))}: ${hoursText(forecast)} forecast${isWhole ? `, waits for ${namesOf(ask.plan, waitsFor)}` : ""}`;
    return part(label, 1, rowOf(cell) ?? (person < 0 ? null : { kind: "person", number: person }));
  });
  const about = {
    title: titleOf("Left out", ask, lead),
    rule: "Forecasts of which nobody knows what was worked: the timesheet is missing or has a row of it without hours, of anybody on the engagement where a forecast names nobody, or the plan has no such person any more.",
  };
  return explained(about, sumOf("Left out", "count", parts));
}

const NOT_KEPT: Only = { need: ({ isReserve }) => isReserve !== true, allocation: () => true };

function demandAlone(ask: Ask): Explanation {
  const about = {
    title: `Demand, ${periodText(ask)}`,
    rule: "As the plan has it, without hours that are only kept free.",
  };
  return explained(about, minutes("Demand", demandParts(ask, NOT_KEPT)));
}

const known = kept((given) => corrections(given.plan, past(given), given.counted));

/** Demand, and what past forecasts say would be more or less of it. */
function corrected(ask: Ask, given: Given, which: "ratio" | "low" | "high"): Explanation {
  const found = correctionFor(known(given), lastLogged(given.plan), ask.from);
  const ratio = found?.[which] ?? 1;
  const demand = group("Demand", demandParts(ask, NOT_KEPT));
  const plain = amountOf(demand);
  const change = Math.round(plain * ratio) - plain;
  const parts =
    change === 0 || found === null ? demand : [...demand, part(correctionText(found, which, ratio), change)];
  const about = {
    title: `Demand as past forecasts suggest it, ${periodText(ask)}`,
    rule: "Demand × worked ÷ forecast of past weeks, at the lead time nearest to the week's; low and high are the shares that nine past weeks of ten reached at least, and did not go beyond.",
  };
  return explained(about, minutes("Demand, corrected", parts));
}

function correctionText({ lead, weeks }: Correction, which: "ratio" | "low" | "high", ratio: number): string {
  const share = percentText(Math.round(ratio * 1e6));
  const rests = `forecast ${times(lead, "week")} before (${times(weeks, "week")} of history)`;
  if (which === "ratio") return `All past weeks took ${share} of what was ${rests}`;
  return `Nine past weeks of ten took at ${which === "low" ? "least" : "most"} ${share} of what was ${rests}`;
}
