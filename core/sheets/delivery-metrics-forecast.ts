import { correctionFor, corrections } from "../engine/accuracy/band.ts";
import { eachCell, LEADS } from "../engine/accuracy/cells.ts";
import { addPair, noSums, scoreOf } from "../engine/accuracy/scores.ts";
import { lastLogged, weeksLogged } from "../engine/accuracy/worked-weeks.ts";
import { historyText } from "../functions/forecast-accuracy-text.ts";
import type { Period } from "../plan/calendar.ts";
import { dayNumber } from "../units.ts";
import { countColumn, hoursColumn, percentColumn } from "./figure-columns.ts";
import type { Given } from "./given.ts";
import type { Content, Grid } from "./model.ts";
import { sumRows, toHours } from "./sums.ts";
import { dayMonthYear } from "./words.ts";

/** All weeks with hours worked. */
export function past({ plan, weeks }: Given): Period {
  const { first, last } = weeksLogged(plan);
  return last < first ? { from: weeks.from, to: weeks.from } : { from: dayNumber(first), to: dayNumber(last) };
}

/** How good forecasts were by how early they were made. */
export function leadGrid(given: Given): Grid {
  const { plan, counted, fingerprint } = given;
  const sums = LEADS.map(noSums);
  const measured = eachCell(plan, past(given), counted, { of: "named", skills: false }, (cell) =>
    addPair(sums[cell.lead]!, cell.forecast, cell.worked),
  );
  return {
    kind: "grid",
    key: "leads",
    title: "Forecast accuracy by lead time",
    fingerprint,
    columns: [
      { key: "lead", heading: "Weeks ahead", shows: "count", width: 24 },
      percentColumn("wape", "Error", "WAPE: Σ|forecast − worked| ÷ Σ worked; 0 is perfect.", {
        measure: "forecast error",
      }),
      percentColumn("bias", "Bias", "(Σ forecast − Σ worked) ÷ Σ worked.", { measure: "forecast bias" }),
      percentColumn("accuracy", "Accuracy", "1 − Σ|forecast − worked| ÷ Σ the larger of the two; 100 % is perfect.", {
        measure: "forecast accuracy",
      }),
      hoursColumn(
        "forecast",
        "Forecast",
        "Hours forecast by person, engagement and week; where a forecast names nobody, by engagement and week.",
        { measure: "forecast" },
      ),
      hoursColumn("worked", "Worked", "Hours logged for the same.", { measure: "worked" }),
      countColumn(
        "missing",
        "Left out",
        "Forecasts of which nobody knows what was worked: a timesheet is missing or has a row without hours, or the plan has no such person any more.",
        { measure: "forecasts left out" },
      ),
      { key: "history", heading: "History", shows: "text" },
    ],
    means: past(given),
    rowMeans: LEADS.map((lead) => ({
      number: lead,
      of: new Map([
        [
          "lead",
          { terms: [{ label: "The latest snapshot that was so many weeks old when a week began", amount: lead }] },
        ],
      ]),
    })),
    rows: LEADS.map((lead, i): Content[] => {
      const { wape, bias, accuracy } = scoreOf(sums[i]!);
      const { forecast, worked, missing } = sums[i]!;
      return [
        lead,
        wape,
        bias,
        accuracy,
        toHours(forecast),
        toHours(worked),
        missing,
        historyText(plan, lead, measured[i]!.length, dayMonthYear),
      ];
    }),
    rules: [],
    charts: sums.every(({ worked }) => worked === 0)
      ? []
      : [
          {
            key: "chart",
            kind: "columns",
            title: "Forecast error by how many weeks ahead",
            about: "Columns of the forecast error of forecasts made 1, 2, 4, 8 and 12 weeks before.",
            categories: "lead",
            series: ["wape"],
          },
        ],
  };
}

/** Demand of the coming weeks beside what it would be if forecasts went on to miss as they did. */
export function bandGrid(given: Given): Grid {
  const { plan, counted, weeks, demand, fingerprint } = given;
  const n = weeks.periods.length;
  const asked = sumRows(demand.asked, n, 1, (row) => (plan.needs[row]!.isReserve ? -1 : 0));
  const own = sumRows(demand.own, n, 1, () => 0);
  const known = corrections(plan, past(given), counted);
  const today = lastLogged(plan);
  const coming = weeks.periods.flatMap(({ from }, week) => (from > today ? [{ from, week }] : []));
  return {
    kind: "grid",
    key: "band",
    title: "Demand, and demand as past forecasts suggest it, hours",
    fingerprint,
    columns: [
      { key: "week", heading: "Week (Monday)", shows: "date", width: 24 },
      hoursColumn("demand", "Demand", "As the plan has it.", { measure: "demand without reserve" }),
      hoursColumn(
        "corrected",
        "Corrected",
        "Demand × worked ÷ forecast of all past weeks, at the lead time nearest to the week's.",
        { measure: "demand corrected" },
      ),
      hoursColumn("low", "Low", "At the share that nine past weeks of ten reached at least.", {
        measure: "demand corrected, low",
      }),
      hoursColumn("high", "High", "At the share that nine past weeks of ten did not go beyond.", {
        measure: "demand corrected, high",
      }),
      { key: "rests", heading: "Rests on", shows: "text" },
    ],
    rowMeans: coming.map(({ week }) => weeks.periods[week]!),
    rows: coming.map(({ from, week }): Content[] => {
      const plain = asked[week]! + own[week]!;
      const found = correctionFor(known, today, from);
      const times = (ratio: number | null | undefined): Content =>
        ratio === null || ratio === undefined ? null : toHours(Math.round(plain * ratio));
      return [
        from,
        toHours(plain),
        times(found?.ratio),
        times(found?.low),
        times(found?.high),
        found === null
          ? "needs 4 weeks of history, 8 for a band"
          : `${found.weeks} weeks at a lead time of ${found.lead}`,
      ];
    }),
    rules: [],
    charts: [
      {
        key: "chart",
        kind: "lines",
        title: "Demand, corrected by past bias",
        about: "Lines of planned demand, of demand corrected by what past forecasts missed, and of its low and high.",
        categories: "week",
        series: ["demand", "corrected", "low", "high"],
      },
    ],
  };
}
