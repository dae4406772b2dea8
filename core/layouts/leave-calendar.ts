import type { Cell } from "../plan/cells.ts";
import type { Axis } from "./axis.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { LayoutProblem, Layouts } from "./found.ts";
import { type Line, namelessProblems } from "./lines.ts";
import { at, isError, leftOut, plain, type Sheet, warning } from "./sheet.ts";
import { speaksOfLeave } from "./vocabulary.ts";
import { whoIn } from "./who.ts";

const HALF = /^(1\/2|½|0[.,]5|am|pm|h|half)$/i;
const FULL = /^(x|1|\p{L}{1,3}|annual|sick\w*|leave|holiday|vacation|urlaub|krank|conge\w*|semester|off)$/u;
/** Codes for somebody who is there. */
const PRESENT = new Set(["w", "wfh", "p", "ok", "in", "office", "ho", "home", "present", "on"]);

/** A calendar of absences: people down, days across, a mark in each day off. Null when the sheet does not speak of leave. */
export function leaveCalendar(sheet: Sheet, axis: Axis, lines: readonly Line[], cells: readonly Cell[]): Layouts {
  const days = axis.columns.every(({ period }) => period.from === period.to);
  const marks = cells.filter((cell) => cell !== null);
  const texts = marks.filter((cell) => typeof cell === "string" && !/^\d/.test(cell));
  if (!days || marks.length === 0 || texts.length * 2 < marks.length || !axis.stated.texts.some(speaksOfLeave))
    return null;
  const problems: LayoutProblem[] = [...axis.problems, ...namelessProblems(lines)];
  const rows: Entry<"Leave">[] = [];
  const who = whoIn(sheet, lines);
  for (const line of lines.filter(({ kind }) => kind === "entry")) {
    const { people, problems: wrong } = who(line);
    problems.push(...wrong);
    for (const { column, period } of axis.columns) {
      const cell = at(sheet, line.row, column);
      const place = { row: line.row, column };
      const mark = plain(String(cell ?? ""));
      if (cell === null || PRESENT.has(mark)) continue;
      const half = HALF.test(String(cell));
      if (isError(cell) || (!half && !FULL.test(mark))) {
        problems.push(
          leftOut(sheet, place, "not-a-number", [
            "is no mark of a day off that we know and is left out",
            "Maybe it should be an x.",
          ]),
        );
        continue;
      }
      if (half)
        problems.push(
          warning(sheet, place, "half-day", [
            "is read as 4 hours off",
            "Maybe half of the person's day is another number of hours.",
          ]),
        );
      for (const person of people)
        rows.push({
          place,
          cells: new Map<Heading<"Leave">, Cell>([
            ["Person", person],
            ["From", period.from],
            ["To", period.to],
            ["Kind", String(cell)],
            ["Hours a day", half ? 4 : null],
          ]),
        });
    }
  }
  return [foundTable(sheet, "Leave", rows, problems)];
}
