/** What somebody has to say about a look-alike before it can be accepted. */
export const ANSWERS: ReadonlyMap<string, readonly { readonly heading: string; readonly means: string }[]> = new Map([
  ["03-phases-days-percent.xlsx", [{ heading: "(amounts)", means: "Share" }]],
  ["08-stundenzettel.csv", [{ heading: "(year)", means: "2026" }]],
  [
    "12-absences-by-weekday.csv",
    [
      { heading: "(first day)", means: "2026-01-05" },
      { heading: "(last day)", means: "2026-01-11" },
    ],
  ],
]);

/** Every look-alike of a team's workbook. */
export const FILES = [
  "01-weeks-hours.xlsx",
  "02-months-fte.xlsx",
  "03-phases-days-percent.xlsx",
  "04-pairs-by-month.xlsx",
  "05-sprint-at-row-15.xlsx",
  "06-percent-as-date.csv",
  "07-leave-swapped.xlsx",
  "08-stundenzettel.csv",
  "09-no-header.csv",
  "10-bemanning.xlsx",
  "11-planning-1904.xlsx",
  "12-absences-by-weekday.csv",
  "13-staffing-register.csv",
  "14-hours-as-fractions.xlsx",
  "15-not-a-plan.xlsx",
  "16-join-and-empty-rows.xlsx",
];
