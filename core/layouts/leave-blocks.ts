import type { Period } from "../plan/calendar.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import type { Axis } from "./axis.ts";
import { headingsOf, rolesOf } from "./columns.ts";
import { type Order, orderOf } from "./dates.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { LayoutProblem, Layouts } from "./found.ts";
import { type Line, linesIn } from "./lines.ts";
import { at, leftOut, plain, type Sheet, warning } from "./sheet.ts";
import { type Asked, type Block, choose, meanings, tell } from "./swapped-days.ts";
import { roleOf } from "./vocabulary.ts";
import { iso, weekdaysIn } from "./weeks.ts";
import { whoIn } from "./who.ts";

const NONE = /^(none|no|n a|nil|keine?|aucun|ingen|0)$/;

/** Read leave that stands in blocks of columns, one block a month, each with a kind, a first and a last day. */
export function leaveBlocks(sheet: Sheet, axis: Axis): Layouts {
  const blocks = blocksIn(axis);
  if (blocks === null) return null;
  const timed = new Set(axis.columns.map(({ column }) => column));
  const columns = rolesOf(
    new Map([...headingsOf(sheet, axis.top, axis.bottom)].filter(([column]) => !timed.has(column))),
  );
  const lines = linesIn(sheet, columns, axis.bottom + 1);
  const entries = lines.filter(({ kind }) => kind === "entry");
  const order = orderOf(
    entries.flatMap(({ row }) => blocks.flatMap(({ from, to }) => [at(sheet, row, from), at(sheet, row, to)])),
  );
  const found: LayoutProblem[] = [...axis.problems];
  const first = axis.columns[0]!.column;
  if (blocks.length > 1)
    found.push(
      warning(sheet, { row: axis.bottom, column: first }, "heading-repeated", [
        "stands over several columns, and each block is read as one leave",
        "Maybe each leave should have a row.",
      ]),
    );
  const who = whoIn(sheet, lines);
  const rows: Entry<"Leave">[] = [];
  for (const line of entries) {
    const { people, problems } = who(line);
    found.push(...problems);
    const { leaves, problems: wrong } = leavesOf(sheet, line, blocks, columns.get("check"), order);
    found.push(...wrong);
    for (const { block, period } of leaves) {
      const kind = block.kind === null ? null : at(sheet, line.row, block.kind);
      const place = { row: line.row, column: block.from };
      for (const person of people)
        rows.push({
          place,
          cells: new Map<Heading<"Leave">, Cell>([
            ["Person", person],
            ["From", period.from],
            ["To", period.to],
            ["Kind", kind],
          ]),
        });
    }
  }
  return [foundTable(sheet, "Leave", rows, found)];
}

/** One block a period, when the sub-headings are a first and a last day; null when they are something else. */
function blocksIn({ columns }: Axis): readonly Block[] | null {
  const periods = [...new Map(columns.map(({ period }) => [period.from, period])).values()];
  const blocks = periods.flatMap((period) => {
    const own = columns.filter((column) => column.period.from === period.from);
    const columnOf = (role: string) => own.find(({ parts }) => parts.some((part) => roleOf(part) === role))?.column;
    const [from, to] = [columnOf("from"), columnOf("to")];
    return from === undefined || to === undefined ? [] : [{ period, kind: columnOf("kind") ?? null, from, to }];
  });
  return blocks.length === periods.length ? blocks : null;
}

interface Leaves {
  readonly leaves: readonly { readonly block: Block; readonly period: Period }[];
  readonly problems: readonly LayoutProblem[];
}

/** The leaves of one row. Where days do not fit their month or the total of days, day and month may have been swapped. */
function leavesOf(sheet: Sheet, line: Line, blocks: readonly Block[], check: number | undefined, order: Order): Leaves {
  const problems: LayoutProblem[] = [];
  const asked: Asked[] = [];
  for (const block of blocks) {
    const cells = [at(sheet, line.row, block.from), at(sheet, line.row, block.to)] as const;
    const kind = block.kind === null ? null : at(sheet, line.row, block.kind);
    if (cells.every(isBlank)) {
      const place = { row: line.row, column: block.kind ?? block.from };
      if (!isBlank(kind) && !NONE.test(plain(String(kind))))
        problems.push(
          leftOut(sheet, place, "leave-without-dates", [
            "has no days and is left out",
            "Maybe the first and last day are missing.",
          ]),
        );
      continue;
    }
    const [from, to] = [meanings(cells[0], order), meanings(cells[1] ?? cells[0], order)];
    const readings = from.flatMap((first) => to.flatMap((last) => (first <= last ? [{ from: first, to: last }] : [])));
    if (readings.length === 0) {
      const place = { row: line.row, column: from.length === 0 ? block.from : block.to };
      problems.push(
        leftOut(sheet, place, from.length > 0 && to.length > 0 ? "ends-before-start" : "date-impossible", [
          "makes no leave that ends after it starts and is left out",
          "Maybe the day is mistyped.",
        ]),
      );
    } else asked.push({ block, readings });
  }
  const total = check === undefined ? null : at(sheet, line.row, check);
  const days = typeof total === "number" ? total : null;
  const chosen = choose(asked, days);
  const leaves = asked.flatMap(({ block, readings }, i) => {
    const period = chosen[i] ?? null;
    if (period === null) {
      problems.push(
        leftOut(sheet, { row: line.row, column: block.from }, "day-month-swapped", [
          `stands under ${iso(block.period.from).slice(0, 7)} and can be meant in several ways, so the leave is left out`,
          "Maybe day and month were swapped.",
        ]),
      );
      return [];
    }
    for (const [column, meant] of [
      [block.from, period.from],
      [block.to, period.to],
    ] as const)
      problems.push(...tell(sheet, line.row, column, meant, block, days));
    return readings.length > 0 ? [{ block, period }] : [];
  });
  const sum = leaves.reduce((all, { period }) => all + weekdaysIn(period), 0);
  if (days !== null && check !== undefined && leaves.length === asked.length && sum !== days) {
    problems.push(
      warning(sheet, { row: line.row, column: check }, "total-disagrees", [
        `is the number of days off, and the leave read here has ${sum} weekdays`,
        "Maybe a holiday lies in it.",
      ]),
    );
  }
  return { leaves, problems };
}
