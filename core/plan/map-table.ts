import { column, table } from "./table.ts";

/** The meanings that most columns have; Excel offers no more letters than these. The panel Map offers all. */
const USUAL = [
  ...["Person", "Engagement", "Task", "First day", "Last day", "Day", "Hours", "Hours a day", "Hours a week", "Days"],
  ...["Days a week", "FTE", "Share", "Role", "Team", "Location", "Skills", "Billable", "Status", "Kind", "Check"],
  ...["Note", "Not used"],
];

/** Where the plan stands in a team's own sheets: what the panel Map was told, for everybody to see and to change. */
export const MAPS = table(
  "Tables",
  "Which of a team's own sheets are part of the plan, and what their columns mean. Written by the panel Map; one row a column.",
  {
    name: column("Team table", "unread", "The name of the range, for formulas: Team_plan.", {
      required: true,
      width: 22,
    }),
    sheet: column("Found on", "unread", "The sheet when the table was accepted; it may be renamed since.", {
      width: 22,
    }),
    feeds: column("Feeds", "unread", "The tables of the plan that it feeds.", { width: 20 }),
    use: column("Use", "flag", "No leaves the whole table out.", { width: 8 }),
    heading: column("Column heading", "unread", "A heading of the team's table, by which it is found again.", {
      required: true,
      width: 26,
    }),
    means: column("Means", "unread", "What the column is for.", {
      required: true,
      width: 22,
      choices: USUAL,
    }),
  },
  { onlyWhenNamed: ["name", "means"] },
);
