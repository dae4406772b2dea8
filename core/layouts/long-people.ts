import type { Cell } from "../plan/cells.ts";
import { amountProblems } from "./amount-problems.ts";
import { readAmount } from "./amounts.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { LayoutProblem, Layouts } from "./found.ts";
import type { Header } from "./header.ts";
import { linesIn } from "./lines.ts";
import { daysIn } from "./long-dates.ts";
import { at, type Sheet, textAt, warning } from "./sheet.ts";
import { statedAround, statedPeriod } from "./stated.ts";
import { totalRowProblems } from "./totals.ts";
import { contract, weeklyFrom } from "./weekly-hours.ts";
import { whoIn } from "./who.ts";

/** Read a list of people: names, teams, roles, skills, and hours a week or FTE where a column has them. */
export function longPeople(sheet: Sheet, header: Header): Layouts {
  const lines = linesIn(sheet, header.columns, header.row + 1);
  const days = daysIn(sheet, lines);
  const who = whoIn(sheet, lines);
  const effort = header.efforts[0];
  const found: LayoutProblem[] = [];
  const rows: Entry<"People">[] = [];
  for (const line of lines.filter(({ kind }) => kind === "entry")) {
    const { people, problems } = who(line);
    const amount = effort ? readAmount(at(sheet, line.row, effort.column), effort.measure.unit, "part") : null;
    const contractDays =
      header.columns.has("from") && line.held.get("from")?.cell !== null ? days(line) : { days: null, problems: [] };
    if (effort) found.push(...amountProblems(sheet, { row: line.row, column: effort.column }, amount));
    found.push(...problems, ...contractDays.problems);
    const first = [...line.held.values()].reduce((left, held) => (held.column < left.column ? held : left));
    if ((amount && "unusable" in amount) || contractDays.problems.some(({ severity }) => severity === "error"))
      continue;
    const heading = effort?.measure.unit === "fte" ? "FTE" : "Weekly hours";
    const hours = amount === null ? null : effort?.measure.per === "day" ? amount.value * 5 : amount.value;
    for (const person of people) {
      const text = (role: "team" | "role" | "location" | "skills") => line.held.get(role)?.cell ?? null;
      rows.push({
        place: first,
        cells: new Map<Heading<"People">, Cell>([
          ["Person", person],
          ["Team", text("team")],
          ["Role", text("role")],
          ["Location", text("location")],
          ["Skills", text("skills")],
          [heading, hours],
          ["From", contractDays.days?.from ?? null],
          ["To", contractDays.days?.to ?? null],
        ]),
      });
    }
  }
  return [foundTable(sheet, "People", rows, found)];
}

/** Read hours that people have in a sprint, or another period stated above, as contracts that make just these hours. */
export function availability(sheet: Sheet, header: Header): Layouts {
  const period = statedPeriod(statedAround(sheet, header.row));
  if (period === null)
    return {
      refused:
        "Nothing above the table says from which day to which the hours count: write From and To with their days above it.",
    };
  const column = header.available!;
  const lines = linesIn(sheet, header.columns, header.row + 1);
  const read = (row: number) => readAmount(at(sheet, row, column), "hours", "part");
  const counted = (row: number) => {
    const amount = read(row);
    return amount && "value" in amount ? amount.value : null;
  };
  const spread = [
    "is read as each person's hours in the whole period, the same on every weekday, leave taken off already",
    "Maybe the leave has days, which a Leave table could say.",
  ] as const;
  const found: LayoutProblem[] = [
    warning(sheet, { row: header.row, column }, "spread-evenly", spread),
    ...totalRowProblems(sheet, lines, [column], counted),
  ];
  const who = whoIn(sheet, lines);
  const rows: Entry<"People">[] = [];
  for (const line of lines.filter(({ kind }) => kind === "entry")) {
    const { people, problems } = who(line);
    const amount = read(line.row);
    const place = { row: line.row, column };
    const away = line.held.get("away");
    found.push(...problems, ...amountProblems(sheet, place, amount));
    if (away && typeof away.cell === "string" && !/^[-–—]$/.test(away.cell)) {
      found.push(
        warning(sheet, away, "leave-without-dates", [
          "says how long somebody is away and not when, and is counted only as far as the hours beside it do",
          "Maybe a Leave table should have the days.",
        ]),
      );
    }
    if (amount === null || !("value" in amount)) continue;
    for (const person of people)
      rows.push({ place, cells: contract(line, person, weeklyFrom(amount.value, period), period) });
  }
  return [
    foundTable(sheet, "People", rows, [
      ...found,
      ...textProblems(
        sheet,
        header,
        lines.map(({ row }) => row),
      ),
    ]),
  ];
}

/** Columns beside the hours that hold "10 days" instead of 10: told once a column. */
function textProblems(sheet: Sheet, header: Header, rows: readonly number[]): readonly LayoutProblem[] {
  const known = new Set(header.columns.values());
  return [...header.headings.keys()].flatMap((column) => {
    const row = rows.find((one) => /^\d+([.,]\d+)? ?\p{L}+$/u.test(textAt(sheet, one, column)));
    if (row === undefined || known.has(column)) return [];
    return [
      warning(sheet, { row, column }, "unit-in-text", [
        `is a text and is read as ${textAt(sheet, row, column)}`,
        "Maybe the cell should hold a plain number.",
      ]),
    ];
  });
}
