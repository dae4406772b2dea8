import { mapProblems } from "../finding/fits.ts";
import { assigned, type Fitting, type TeamMap } from "../finding/memory.ts";
import { isProposal, type NoTable, type Proposal, proposeOn } from "../finding/propose.ts";
import { type Book, step, type Work } from "../host.ts";
import { sourceOfCells } from "../imports/file.ts";
import { locateBySheet, mapsOf, teamSheets } from "../plan/locate.ts";
import { MAPS } from "../plan/tables.ts";
import { describe } from "../problems.ts";
import { answersFor, type MapAnswer } from "./map-request.ts";
import type { Workbook } from "./workbook.ts";

/** A sheet of the team's own, with what was decided about it. */
export interface Candidate {
  readonly sheet: string;
  readonly found: Proposal | NoTable;
  readonly fitting: Fitting | null;
  /** Where it is no longer what was accepted. */
  readonly misfits: readonly string[];
}

export interface Candidates {
  readonly all: readonly Candidate[];
  /** Maps of tables that stand nowhere any more. */
  readonly gone: readonly TeamMap[];
  readonly maps: readonly TeamMap[];
}

/** Look through every sheet that holds no table in the plan's own words, one at a time. */
export function* candidates({ book, located }: Workbook, answers: readonly MapAnswer[]): Work<Candidates> {
  const tables = locateBySheet(book);
  const maps = mapsOf(located);
  const sheets = teamSheets(book, tables);
  const fitting = assigned(maps, sheets);
  const all: Candidate[] = [];
  for (const [done, { name }] of sheets.entries()) {
    yield* step({ do: "tell", words: `Looking through ${name}`, part: { done, of: sheets.length } });
    const one = candidateOn(book, name, fitting.get(name) ?? null, answers);
    if (one !== null) all.push(one);
  }
  const used = new Set([...fitting.values()].map(({ map }) => map.name));
  return { all, maps, gone: maps.filter(({ name }) => !used.has(name)) };
}

/** The same for one sheet; null when it is none of a team's own. */
export function candidateOn(
  book: Book,
  sheet: string,
  fitting: Fitting | null,
  answers: readonly MapAnswer[],
): Candidate | null {
  const cells = book.find(({ name }) => name === sheet)?.cells ?? [];
  if (locateBySheet([{ name: sheet, cells }])[0]?.some(({ table }) => table === MAPS)) return null;
  const said = answersFor(answers, sheet);
  const source = fitting === null && said.length === 0 ? sourceOfCells(cells) : null;
  if (source !== null && source.label !== "Generic") {
    const why = `It holds an export (${source.label}): take it in with Import.`;
    return { sheet, found: { sheet, why, asks: null }, fitting, misfits: [] };
  }
  const found = proposeOn(book, sheet, fitting, said);
  const tables = isProposal(found) ? found.tables : null;
  const misfits =
    fitting === null || !fitting.map.use || said.length > 0
      ? []
      : mapProblems({ cells, sheet, row: 0, column: 0 }, fitting, tables).wrong.map(describe);
  return { sheet, found, fitting, misfits };
}
