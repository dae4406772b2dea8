import type { Cell } from "../plan/cells.ts";
import { amountProblems } from "./amount-problems.ts";
import { readAmount } from "./amounts.ts";
import { type Entry, foundTable } from "./entries.ts";
import type { FoundTable, LayoutProblem } from "./found.ts";
import type { Line } from "./lines.ts";
import { type Measure, measureInHeader, measureOf } from "./measures.ts";
import { at, leftOut, plain, type Sheet } from "./sheet.ts";
import { contract } from "./weekly-hours.ts";
import { whoIn } from "./who.ts";

/** A column beside the plan with what people work by contract: "Hours/week", "Contract h", "FTE". */
export interface ContractColumn {
  readonly column: number;
  readonly measure: Measure;
}
const BY_CONTRACT =
  /\b(contract\w*|capacity|working hours|kapazitat|vertrag\w*|wochenstunden|arbeitszeit|tjanstgoring\w*|kontrakt\w*|contrat\w*)\b/;

const BY_WEEK = /\b(wochenstunden|wochenarbeitszeit|veckoarbetstid)\b/;

/** The contract's column among some headings; a heading that could as well mean booked work counts only where `also` says so. */
export function contractIn(headings: ReadonlyMap<number, string>, also: boolean): ContractColumn | null {
  for (const [column, heading] of headings) {
    const named = BY_CONTRACT.test(plain(heading));
    const said = BY_WEEK.test(plain(heading))
      ? ({ unit: "hours", per: "week" } as const)
      : (measureOf(heading) ?? (named ? measureInHeader(heading) : null));
    if (said === null || !(named || also)) continue;
    const measure: Measure | null =
      said.unit === "fte"
        ? said
        : said.unit === "hours" && said.per !== "month" && (named || said.per !== null)
          ? { unit: "hours", per: said.per ?? "week" }
          : null;
    if (measure !== null) return { column, measure };
  }
  return null;
}

/** The people of a plan by their contracts: the first that stands beside a name; another one for the same name is told. */
export function contractsIn(
  sheet: Sheet,
  lines: readonly Line[],
  { column, measure }: ContractColumn,
): FoundTable | null {
  const who = whoIn(sheet, lines);
  const rows: Entry<"People">[] = [];
  const problems: LayoutProblem[] = [];
  const known = new Map<string, Cell>();
  for (const line of lines) {
    if (line.kind !== "entry") continue;
    const cell = at(sheet, line.row, column);
    const place = { row: line.row, column };
    const amount = readAmount(cell, measure.unit, "part");
    const { people } = who(line);
    if (amount === null || people.length !== 1 || people[0]!.startsWith("TBD")) continue;
    const person = people[0]!;
    if ("value" in amount && known.has(person)) {
      if (known.get(person) !== amount.value)
        problems.push(
          leftOut(sheet, place, "contract-twice", [
            `is not what an earlier row says of ${person} and is left out`,
            "Maybe one of the two is old.",
          ]),
        );
      continue;
    }
    problems.push(...amountProblems(sheet, place, amount));
    if (!("value" in amount)) continue;
    known.set(person, amount.value);
    const most = measure.unit === "fte" ? 2 : measure.per === "day" ? 24 : 84;
    if (amount.value > most) {
      problems.push(
        leftOut(sheet, place, "too-much", [
          "is more than a week's work and is left out",
          "Maybe it counts hours a month.",
        ]),
      );
      continue;
    }
    const cells = contract(line, person, null, { from: null, to: null });
    const effort = measure.per === "day" ? amount.value * 5 : amount.value;
    rows.push({ place, cells: new Map([...cells, [measure.unit === "fte" ? "FTE" : "Weekly hours", effort]]) });
  }
  return rows.length === 0 && problems.length === 0 ? null : foundTable(sheet, "People", rows, problems);
}
