import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { sourcesIn } from "../../core/plan/locate.ts";
import { partsOf } from "../../core/plan/sources.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { EXACT, WEEKDAYS } from "../layouts/cases.ts";
import { expectedOf, expectedRows, foundRows, lines } from "../layouts/expected.ts";
import { bookOf, type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { addressAt, workbook } from "../support/xlsx-cells.ts";
import { ANSWERS } from "./answers.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;

/** A file of one nameless sheet stands in a sheet Plan. */
const nameOf = (sheet: string): string => sheet || "Plan";

/** Find, accept everything that is proposed, and read the plan that follows. */
function accepted(file: string) {
  const book = memoryBook(Object.fromEntries([...workbook(file)].map(([name, cells]) => [nameOf(name), cells])));
  const own = ANSWERS.get(file) ?? [];
  const answersFor = (sheet: string) => own.map((one) => ({ sheet, ...one }));
  const sheets = bookOf(book).map(({ name }) => name);
  const proposed = asked(book, "mapForm", { answers: sheets.flatMap(answersFor) }).tables;
  for (const { sheet } of proposed) asked(book, "decideMap", { sheet, decision: "yes", answers: answersFor(sheet) });
  return partsOf(sourcesIn(bookOf(book)));
}

/** What an answer settles is no assumption any more, and cells without anything are not told twice. */
const SETTLED: ReadonlyMap<string, readonly string[]> = new Map([
  ["03-phases-days-percent.xlsx", ["Plan!C7 choose-unit"]],
  ["08-stundenzettel.csv", ["Plan!A4 year-missing"]],
]);

describe.each(EXACT)("$file, found and accepted", ({ file, elsewhere = [], untold = {}, also = {} }) => {
  const expected = expectedOf(file);
  const { parts, problems } = accepted(file);
  const layouts = parts.flatMap(({ source, layout }) => (layout ? [{ sheet: source.sheet ?? "", layout }] : []));
  // A sheet with the plan's own headings needs no map: its rows are read as they stand.
  const plain = new Set(parts.filter(({ layout }) => !layout).map(({ source }) => source.sheet));
  const tables = expected.tables.filter(({ plan, sheet }) => !elsewhere.includes(plan) && !plain.has(nameOf(sheet)));

  test("is the plan that its team means, row for row", () => {
    for (const { plan, sheet } of tables) {
      const table = plan === "Availability" ? "People" : plan;
      const ours = layouts.filter((one) => one.sheet === nameOf(sheet) && one.layout.table === table);
      const wanted = tables
        .filter((one) => one.sheet === sheet && one.plan === plan)
        .flatMap(expectedRows)
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([key, value]) => [key, WEEKDAYS.get(String(value)) ?? value])),
        );
      expect(lines(ours.flatMap(({ layout }) => foundRows(layout)))).toEqual(lines(wanted));
    }
    expect(problems).toEqual([]);
  });

  test("tells each problem with the team's own cell, and no other", () => {
    const told = layouts.flatMap(({ sheet, layout }) =>
      layout.problems.map(({ row, column, kind }) => `${sheet}!${addressAt(row, column)} ${kind}`),
    );
    const cellOf = (at: string) => {
      const [sheet, cells] = at.includes("!") ? (at.split("!") as [string, string]) : ["", at];
      return `${nameOf(sheet)}!${cells.split(":")[0]}`;
    };
    const spelled = (one: string) => {
      const end = one.lastIndexOf(" ");
      return `${cellOf(one.slice(0, end))}${one.slice(end)}`;
    };
    const settled = SETTLED.get(file) ?? [];
    const unread = new Set([...Object.keys(untold).map(spelled), ...settled]);
    const wanted = [
      ...expected.problems.map(({ at, kind }) => `${cellOf(at)} ${kind}`),
      ...Object.keys(also).map(spelled),
    ].filter((one) => !unread.has(one) && !plain.has(one.split("!")[0]));
    expect(told.sort()).toEqual(wanted.sort());
  });
});
