import type { Counting, Plan } from "../plan/plan.ts";
import { describe, severityOf } from "../problems.ts";
import type { Given } from "./given.ts";
import { formula, type Grid, type Line, type Note, sameRow } from "./model.ts";
import { stateLine } from "./refreshed.ts";
import { counted, countingText, dayMonthYear } from "./words.ts";

/**
 * Up to which day the past is known, which weeks, and what counts: what a reader must know before the figures, each in a row
 * that fits a page. `past` is the rule of past days, where no other line says it.
 */
export function assumptions({ weeks, counted: how }: Given, sheet: string, past = ""): readonly Line[] {
  const { pipeline, hires, plan, grain } = how;
  const work =
    pipeline === hires || countingText(pipeline) === countingText(hires)
      ? `Tentative work and planned hires count ${countsText(pipeline, "their")}`
      : `Tentative work counts ${countsText(pipeline, "its")}, planned hires ${countsText(hires, "their")}`;
  const people = plan === "target" ? "people up to their utilization target" : "people for all of their hours";
  const days = grain === "day" ? "day by day" : "week by week";
  const horizon = `${counted(weeks.periods.length, "week")} from ${dayMonthYear(weeks.from)} to ${dayMonthYear(weeks.to)}, ${days}.`;
  return [...(past === "" ? [] : [{ text: past }]), { text: `${horizon} ${work}; ${people}.` }, stateLine(sheet)];
}

function countsText(counting: Counting, whose: string): string {
  if (counting === "odds") return `by ${whose} odds`;
  if (counting === "all") return "in full";
  if (counting === "none") return "for nothing";
  return `from odds of ${countingText(counting)} on`;
}

/** read = used + left out + blank, for each table. */
export function rowsRead({ plan, fingerprint }: Given): Grid {
  return {
    kind: "grid",
    key: "rows",
    title: "Rows read",
    fingerprint,
    columns: [
      { key: "table", heading: "Table", shows: "text", width: 16 },
      { key: "read", heading: "Read", shows: "count", means: { measure: "rows read" } },
      {
        key: "used",
        heading: "Used",
        shows: "count",
        means: { as: formula`${sameRow("read")}-${sameRow("excluded")}-${sameRow("blank")}` },
      },
      {
        key: "excluded",
        heading: "Left out",
        shows: "count",
        note: "Rows with an error; Plan check says which.",
        means: { measure: "rows left out" },
      },
      { key: "blank", heading: "Blank", shows: "count", means: { measure: "rows blank" } },
    ],
    rowMeans: plan.accounts.map(({ table }) => ({ name: table })),
    rows: plan.accounts.map(({ table, read, used, excluded, blank }) => [table, read, used, excluded, blank]),
    rules: [{ columns: ["excluded"], when: { is: "above", value: 0 }, look: "bad" }],
    charts: [],
  };
}

const MOST_PROBLEMS = 8;

/** How many problems the plan has, with a way to the first ones. */
export function problemLines({ problems }: Plan): Note {
  const errors = problems.filter((problem) => severityOf(problem) === "error").length;
  const first = problems.slice(0, MOST_PROBLEMS).map((problem): Line => {
    const [place] = problem.at;
    const text = clipped(describe(problem));
    return place?.sheet !== undefined && place.a1 !== undefined
      ? { text, goTo: { sheet: place.sheet, a1: place.a1 } }
      : { text };
  });
  const more = problems.length - first.length;
  return {
    kind: "note",
    key: "problems",
    lines: [
      problems.length === 0
        ? { text: "No problems found in the plan.", look: "good" }
        : {
            text: `${counted(problems.length, "problem")} in the plan, ${errors} of them leave a row out:`,
            look: "bad",
          },
      ...first,
      ...(more > 0 ? [{ text: `… and ${counted(more, "more problem", "more problems")}: see Plan check.` }] : []),
    ],
  };
}

const LONGEST = 200;
const clipped = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
