import type { PeriodOdds } from "../engine/chance/index.ts";
import { weekColumns } from "./by-week.ts";
import type { Given } from "./given.ts";
import { alarm, chanceHeat } from "./heat.ts";
import type { Meaning } from "./meaning.ts";
import type { Column, Content, Grid } from "./model.ts";
import type { Risk } from "./pipeline-risk-found.ts";
import { skillNames, skillsAtRisk, WATCHED, weekSentence } from "./pipeline-risk-words.ts";
import { toHours } from "./sums.ts";

/** A heat map of chances: any skill first, then each skill that may be short, the likeliest first. */
export function chanceMap(given: Given, { odds, skills: bySkill }: Risk): Grid {
  const { plan, fingerprint } = given;
  const columns = weekColumns(given, false).map((column): Column => ({ ...column, shows: "percent" }));
  const names = skillNames(plan);
  const skills = (bySkill.bySkill ?? [])
    .map((weeks, skill) => ({ name: names[skill]!, chances: weeks.map(({ chance }) => chance) }))
    .map((row) => ({ ...row, most: Math.max(0, ...row.chances), sum: row.chances.reduce((a, b) => a + b, 0) }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.sum - a.sum || (a.name < b.name ? -1 : 1));
  const rows = [{ name: ANY, chances: odds.periods.map(({ chance }) => chance) }, ...skills];
  return {
    kind: "grid",
    key: "chances",
    title: "Chance of a shortage, by skill and week",
    fingerprint,
    columns: [{ key: "name", heading: "Skill, likeliest first", shows: "text", width: 28, note: SHARED }, ...columns],
    rows: rows.map(({ name, chances }): readonly Content[] => [name, ...chances]),
    means: { measure: "chance of a skill" },
    rowMeans: rows.map(({ name }, i) => (i === 0 ? { of: anySkill(columns) } : { name })),
    rowLooks: new Map([[0, "group"]]),
    rules: chanceHeat(columns.map(({ key }) => key)),
    charts: [],
  };
}

/** The first row is of any skill. */
const anySkill = (columns: readonly Column[]): ReadonlyMap<string, Meaning> =>
  new Map(columns.map(({ key }) => [key, { measure: "chance" }]));

const ANY = "Any skill";
const SHARED =
  "Where several skills want the same people, a shortage counts for each skill that lacks a part of it, so that rows do not add up to the first.";

const hours = (key: string, heading: string, means: Meaning, note: string): Column => ({
  means,
  key,
  heading,
  shows: "hours",
  width: 11,
  note,
});

/** Each week in figures: the plan on average beside what may happen. */
export function weeksGrid({ weeks, fingerprint }: Given, { odds, mean }: Risk): Grid {
  const errors = odds.periods.map(errorCell);
  return {
    kind: "grid",
    key: "weeks",
    title: "By week: on average, and what may happen",
    fingerprint,
    columns: [
      { key: "week", heading: "Week (Monday)", shows: "date", width: 28 },
      {
        key: "chance",
        heading: "Chance",
        shows: "percent",
        width: 11,
        means: { measure: "chance" },
        note: "Of being short of any skill.",
      },
      {
        key: "error",
        heading: "± error",
        shows: "percent",
        width: 11,
        means: { measure: "chance, error" },
        note: "Standard error of the chance, in points; exact where every outcome was listed, certain where all outcomes agree.",
      },
      hours(
        "mean",
        "Gap, mean",
        { measure: "gap, mean", pipeline: "odds", planned: true },
        "Skill gap of the mean of all outcomes: each deal, and each start that may be late, counts by its odds; no reserve is part of it.",
      ),
      hours(
        "expected",
        "Expected",
        { measure: "expected short" },
        "Hours short on average over all outcomes. They add up over weeks; chances do not.",
      ),
      hours("p80", "P80", { measure: "short, P80" }, "In eight cases of ten, no more hours are short than these."),
      hours("p90", "P90", { measure: "short, P90" }, "In nine cases of ten, no more hours are short than these."),
    ],
    rowMeans: weeks.periods,
    rows: weeks.periods.map(({ from }, at): readonly Content[] => {
      const { chance, expected, p80, p90 } = odds.periods[at]!;
      return [from, chance, errors[at]!, ...[mean.unmet[at]!, expected, p80, p90].map(toHours)];
    }),
    cellLooks: errors.flatMap((error, row) =>
      typeof error === "string" ? [{ row, column: ERROR_AT, columns: 1, look: "no number" } as const] : [],
    ),
    rules: [...chanceHeat(["chance"]), alarm(["mean"], "short")],
    charts: [
      {
        key: "chart",
        kind: "lines",
        title: "Hours short: on average, expected, and in nine cases of ten",
        about:
          "Three lines over the weeks: the skill gap of the plan on average, the hours expected to be short, and the hours that nine outcomes of ten do not exceed.",
        categories: "week",
        series: ["mean", "expected", "p90"],
      },
    ],
  };
}

/** The column of errors. */
const ERROR_AT = 2;

/** No error reads as if there were none, unless there is none: of outcomes that were listed, or that all agree. */
function errorCell({ method, standardError }: PeriodOdds): Content {
  if (method.kind === "exact") return "exact";
  if (standardError === 0) return "certain";
  return standardError < 0.0005 ? "under 0.1%" : standardError;
}

/** Each week that may be short, as a sentence. */
export function watchGrid({ plan, weeks, fingerprint }: Given, { odds, mean }: Risk): Grid {
  const rows = weeks.periods.flatMap(({ from }, at): (readonly Content[])[] => {
    const week = odds.periods[at]!;
    const short = mean.unmet[at]!;
    return week.chance < WATCHED && short === 0 ? [] : [[from, weekSentence(plan, week, short)]];
  });
  return {
    kind: "grid",
    key: "watch",
    title: "Weeks to watch",
    fingerprint,
    columns: [
      { key: "week", heading: "Week (Monday)", shows: "date", width: 28 },
      { key: "says", heading: "In words", shows: "text", width: 11 },
    ],
    rows:
      rows.length > 0
        ? rows
        : [[null, "None: every week fits on average, and is short in fewer than one case in twenty."]],
    rules: [],
    charts: [],
  };
}

const MOST_SKILLS = 15;

/** Skills that the mean calls fitting, and that may be short all the same. */
export function skillsGrid(given: Given, risk: Risk): Grid {
  const { weeks, fingerprint } = given;
  const found = skillsAtRisk(given, risk);
  const rows = found.slice(0, MOST_SKILLS).map(({ name, week, says }): readonly Content[] => {
    const { from } = weeks.periods[week]!;
    return [name, from, says];
  });
  const more = found.length > MOST_SKILLS ? `, the likeliest ${MOST_SKILLS} of ${found.length}` : "";
  return {
    kind: "grid",
    key: "skills",
    title: `Skills to watch${more}`,
    fingerprint,
    columns: [
      { key: "name", heading: "Skill", shows: "text", width: 28, note: "On average it fits in that week." },
      { key: "week", heading: "Week", shows: "date", width: 11 },
      { key: "says", heading: "In words", shows: "text", width: 11 },
    ],
    rows:
      rows.length > 0
        ? rows
        : [["None", null, "No skill that fits on average is short in more than one case in twenty."]],
    rules: [],
    charts: [],
  };
}
