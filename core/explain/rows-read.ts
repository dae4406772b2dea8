import { severityOf } from "../problems.ts";
import { a1Range } from "../sheets/a1.ts";
import type { Given } from "../sheets/given.ts";
import type { Explains } from "./explains.ts";

import { type Explanation, explained, type Origin, type Part, part, sumOf } from "./explanation.ts";
import { counted } from "./words.ts";

/** Rows that a table holds: all of them, those that are left out with what is wrong with each, and blank ones. */
export const ROWS_READ: Explains = [
  ["rows read", (_, { name = "" }, given) => allRows(given, name)],
  ["rows left out", (_, { name = "" }, given) => leftOut(given, name)],
  ["rows blank", (_, { name = "" }, given) => blankRows(given, name)],
];

const accountOf = ({ plan }: Given, table: string) => plan.accounts.find((one) => one.table === table);

function allRows(given: Given, table: string): Explanation {
  const count = accountOf(given, table)?.read ?? 0;
  const ranges = given.inputs.filter((one) => one.table === table);
  const parts = ranges.map(({ sheet, at, cells }) => {
    const area = { ...at, rows: cells.length };
    const where: Origin = { kind: "place", sheet, a1: a1Range(area).split(":")[0]! };
    return part(`Rows below the headings of ${a1Range(area)} on ${sheet}`, cells.length - 1, where);
  });
  const isWhole = parts.reduce((sum, { amount }) => sum + amount, 0) === count;
  const all = isWhole ? parts : [part(`Rows below the headings of ${table}`, count, parts[0]?.at ?? null)];
  const about = { title: `${table}: rows read`, rule: "Every row of the table below its headings, blank ones too." };
  return explained(about, sumOf("Rows read", "count", count === 0 ? [] : all), {
    notes: ["Read = used + left out + blank: nothing is dropped silently."],
  });
}

/** Each row with an error once, by its first one. */
function leftOut(given: Given, table: string): Explanation {
  const count = accountOf(given, table)?.excluded ?? 0;
  const found = new Map<number, Part>();
  for (const problem of given.plan.errors) {
    const [place] = problem.at;
    if (place === undefined || place.table !== table || severityOf(problem) !== "error" || found.has(place.row))
      continue;
    const at: Origin =
      place.sheet !== undefined && place.a1 !== undefined
        ? { kind: "place", sheet: place.sheet, a1: place.a1 }
        : { kind: "row", table, row: place.row };
    const what = problem.value === "" ? "" : `"${problem.value}" `;
    found.set(place.row, part(`Row ${place.row}: ${what}${problem.why}`, 1, at));
  }
  const rows = [...found].sort(([a], [b]) => a - b).map(([, one]) => one);
  const said = rows.slice(0, count);
  const rest = count - said.length;
  const more = rest === 0 ? [] : [part(`${counted(rest, "row")} more, for the same reasons`, rest)];
  const about = {
    title: `${table}: rows left out`,
    rule: "Rows with an error count nowhere; Plan check says what to mend.",
  };
  return explained(about, sumOf("Rows left out", "count", [...said, ...more]));
}

function blankRows(given: Given, table: string): Explanation {
  const count = accountOf(given, table)?.blank ?? 0;
  const about = { title: `${table}: blank rows`, rule: "Rows of the table in which nothing stands." };
  return explained(
    about,
    sumOf("Blank rows", "count", count === 0 ? [] : [part("Rows without a word in them", count)]),
  );
}
