import type { Cell } from "../plan/cells.ts";
import { clockDoubt } from "../plan/clock-hours.ts";
import { amountProblems, NO_ENGAGEMENT, TOO_MUCH } from "./amount-problems.ts";
import { readAmount, scaleOf } from "./amounts.ts";
import { contractIn, contractsIn } from "./contracts.ts";
import { effortCells, effortOf, effortsFor, isTooMuch } from "./effort.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import { isRefused, type LayoutProblem, type Layouts } from "./found.ts";
import type { Header } from "./header.ts";
import { type Line, linesIn, namelessProblems } from "./lines.ts";
import { asPeriod, countedDays, type Days, daysIn } from "./long-dates.ts";
import { at, leftOut, type Sheet, warning } from "./sheet.ts";
import { countedIn, totalRowProblems } from "./totals.ts";
import { CLOCK, MAYBE_CLOCK } from "./units-across.ts";
import { plannedRows } from "./version-rows.ts";
import { whoIn } from "./who.ts";
import { markedBy, offProblem, workOf } from "./work.ts";

/** Where the rows of a table take what stands in another: their days, and the name of their engagement. */
export type Join = (line: Line) => Days & { readonly engagement: string };

/** Read allocations, one a row, under headings and in spellings of a team's own. */
export function longAllocations(
  whole: Sheet,
  header: Header,
  join: Join | null,
  said: readonly LayoutProblem[] = [],
): Layouts {
  const contracts = contractIn(header.headings, false);
  const efforts = header.efforts.filter(({ column }) => column !== contracts?.column);
  const amounts = efforts.map(({ column }) => column);
  const sides = { headings: header.headings, roles: header.columns, first: header.row + 1, amounts };
  const versions = plannedRows(whole, sides);
  if (isRefused(versions)) return versions;
  const { sheet } = versions;
  const lines = linesIn(sheet, header.columns, header.row + 1, amounts);
  const entries = lines.filter(({ kind }) => kind === "entry");
  const columns = efforts.map((effort) => ({
    ...effort,
    scale: scaleOf(
      entries.map(({ row }) => at(sheet, row, effort.column)),
      effort.measure.unit,
    ),
  }));
  const clocks: LayoutProblem[] = [];
  for (const { column, measure } of columns) {
    const own = entries.filter(({ row }) => typeof at(sheet, row, column) === "number" && at(sheet, row, column) !== 0);
    const numbers = own.map(({ row }) => Number(at(sheet, row, column)));
    const doubt = measure.unit === "hours" ? clockDoubt(numbers, measure.per === "day" ? 1 : 7) : null;
    if (doubt === "likely") return { refused: CLOCK, worked: true };
    if (doubt === "maybe" && measure.per !== null)
      clocks.push(warning(sheet, { row: own[0]!.row, column }, "choose-unit", MAYBE_CLOCK));
  }
  const totals = columns.flatMap(({ column, measure, scale }) => {
    const read = (row: number) => readAmount(at(sheet, row, column), measure.unit, scale);
    return totalRowProblems(sheet, lines, [column], countedIn(read, scale));
  });
  const found: LayoutProblem[] = [...said, ...versions.problems, ...clocks, ...namelessProblems(lines), ...totals];
  const days = daysIn(sheet, lines, countedDays(header));
  const who = whoIn(sheet, lines);
  const rows: Entry<"Allocations">[] = [];
  for (const line of entries) {
    const effort = columns.find(({ column }) => at(sheet, line.row, column) !== null);
    if (effort === undefined) continue;
    const off = offProblem(sheet, line);
    if (off !== null) {
      found.push(off);
      continue;
    }
    const place = { row: line.row, column: effort.column };
    const amount = readAmount(at(sheet, line.row, effort.column), effort.measure.unit, effort.scale);
    const joined = join?.(line) ?? { ...days(line), engagement: "" };
    const work = workOf(sheet, line, joined.engagement);
    if (joined.days !== null && work.cells.get("Engagement") === "") {
      found.push(...(amount === null ? [] : [leftOut(sheet, place, "engagement-missing", NO_ENGAGEMENT)]));
      continue;
    }
    const whose = who(line);
    const usable = joined.days !== null && amount !== null && "value" in amount;
    found.push(
      ...joined.problems,
      ...amountProblems(sheet, place, amount),
      ...(usable ? [...work.problems, ...whose.problems] : []),
    );
    if (joined.days === null || amount === null || !("value" in amount) || amount.value === 0) continue;
    const period = asPeriod(joined.days);
    if (
      isTooMuch(effort.measure, amount.value, period) ||
      (effort.measure.unit === "days" && effort.measure.per === null && period === null)
    ) {
      found.push(leftOut(sheet, place, "too-much", TOO_MUCH));
      continue;
    }
    const cell = effortOf(effort.measure, amount.value, period);
    for (const [person, own] of effortsFor(cell, whose.people, sheet.said.together)) {
      rows.push({
        place,
        cells: new Map<Heading<"Allocations">, Cell>([
          ...markedBy(whose, work),
          ["Person", person],
          ...effortCells(own, joined.days),
        ]),
      });
    }
  }
  const people = contracts === null ? null : contractsIn(sheet, lines, contracts);
  return [...(people === null ? [] : [people]), foundTable(sheet, "Allocations", rows, found)];
}
