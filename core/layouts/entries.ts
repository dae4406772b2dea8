import type { Cell } from "../plan/cells.ts";
import type { FoundTable, LayoutProblem, Place } from "./found.ts";
import { isEmptyRow, type Sheet, span } from "./sheet.ts";

/** The headings of the plan's tables, in the order in which they are written. */
export const HEADINGS = {
  People: ["Person", "Team", "Role", "Location", "Weekly hours", "FTE", "Skills", "From", "To"],
  Allocations: [
    "Person",
    "Engagement",
    "Skill",
    "From",
    "To",
    "Hours a day",
    "Hours a week",
    "Share",
    "FTE",
    "Total hours",
    "Billable",
    "Note",
  ],
  Leave: ["Person", "From", "To", "Hours a day", "Kind"],
  Holidays: ["Location", "Day", "Name"],
  Actuals: ["Day", "Person", "Engagement", "Hours"],
} as const;
type Name = FoundTable["table"];
export type Heading<N extends Name> = (typeof HEADINGS)[N][number];

/** One row of a plan's table, with the cell of the team's sheet that it comes from. */
export interface Entry<N extends Name> {
  readonly place: Place;
  readonly cells: ReadonlyMap<Heading<N>, Cell>;
}

/** A table in the plan's own shape, with every row of the range accounted for. */
export function foundTable<N extends Name>(
  sheet: Sheet,
  table: N,
  entries: readonly Entry<N>[],
  problems: readonly LayoutProblem[],
): FoundTable {
  const headings: readonly Heading<N>[] = HEADINGS[table];
  const used = new Set(entries.map(({ place }) => place.row)).size;
  const blank = span(0, sheet.height - 1).filter((row) => isEmptyRow(sheet, row)).length;
  return {
    table,
    cells: [headings, ...entries.map(({ cells }) => headings.map((heading) => cells.get(heading) ?? null))],
    places: entries.map(({ place }) => place),
    problems: [...problems].sort((a, b) => a.row - b.row || a.column - b.column),
    account: { read: sheet.height, used, excluded: sheet.height - used - blank, blank },
  };
}
