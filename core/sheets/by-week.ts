import type { Given } from "./given.ts";
import { heat } from "./heat.ts";
import type { Meaning } from "./meaning.ts";
import type { Column, Grid } from "./model.ts";

export const weekKey = (week: number): string => `w${week}`;

/** Columns for the weeks, narrow enough for half a year side by side; headings are days. */
export const weekColumns = ({ weeks }: Pick<Given, "weeks">, total: boolean): Column[] =>
  weeks.periods.map(({ from, to }, week) => ({
    key: weekKey(week),
    heading: "",
    headingDay: from,
    shows: "hours",
    width: 8,
    means: { from, to },
    ...(total ? { total: true } : {}),
  }));

/** A heat map of hours left: rows by name, a column a week. */
export function heatMap(
  given: Given,
  about: {
    readonly key: string;
    readonly title: string;
    readonly label: string;
    readonly note: string;
    readonly total: boolean;
    readonly means: Meaning;
  },
  rows: readonly { readonly name: string; readonly hours: readonly number[] }[],
): Grid {
  const weeks = weekColumns(given, about.total);
  return {
    kind: "grid",
    key: about.key,
    title: about.title,
    fingerprint: given.fingerprint,
    columns: [{ key: "name", heading: about.label, shows: "text", width: 24, note: about.note }, ...weeks],
    rows: rows.map(({ name, hours }) => [name, ...hours]),
    rules: heat(weeks.map(({ key }) => key)),
    charts: [],
    means: about.means,
    rowMeans: rows.map(({ name }) => ({ name })),
  };
}
