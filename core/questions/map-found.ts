import { mapProblems, saidProblems } from "../finding/fits.ts";
import { assigned, type Fitting, fitOf, type TeamMap } from "../finding/memory.ts";
import { isProposal, knownOn, type NoTable, type Proposal, proposeOn } from "../finding/propose.ts";
import { tableSaid } from "../finding/said-table.ts";
import { type Book, step, type Work } from "../host.ts";
import { sourceOfCells } from "../imports/file.ts";
import { locateBySheet, mapsOf, type TeamBlock, teamBlocks } from "../plan/locate.ts";
import { describe } from "../problems.ts";
import { answersFor, type MapAnswer } from "./map-request.ts";
import type { Workbook } from "./workbook.ts";

/** A table of the team's own, or a sheet without one, with what was decided about it. */
export interface Candidate {
  /** The sheet's name; of a table further down on it, with its row. */
  readonly id: string;
  readonly sheet: string;
  readonly block: TeamBlock;
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
  const maps = mapsOf(located);
  const blocks = teamBlocks(book, locateBySheet(book));
  const fitting = assigned(maps, blocks);
  const all: Candidate[] = [];
  for (const [done, block] of blocks.entries()) {
    yield* step({ do: "tell", words: `Looking through ${block.sheet}`, part: { done, of: blocks.length } });
    all.push(candidateOn(book, block, fitting.get(block.name) ?? null, answers));
  }
  const used = new Set([...fitting.values()].map(({ map }) => map.name));
  return { all, maps, gone: maps.filter((map) => !used.has(map.name) && !isPlainNow(map, located)) };
}

/** A table of the plan that was accepted in spite of a doubt, and about which nothing leaves one any more. */
const isPlainNow = (map: TeamMap, located: Workbook["located"]): boolean =>
  located.some(({ table, cells }) => table.name === tableSaid(map.columns) && fitOf(map, cells).gone.length === 0);

function candidateOn(book: Book, block: TeamBlock, fitting: Fitting | null, answers: readonly MapAnswer[]): Candidate {
  const { name: id, sheet, cells, row, above } = block;
  const said = answersFor(answers, id);
  const exported = fitting === null && said.length === 0 ? sourceOfCells(cells) : null;
  if (exported !== null) {
    const why = `It holds an export (${exported.label}): take it in with Import.`;
    return { id, sheet, block, found: { sheet, why, asks: null, headings: [], isExport: true }, fitting, misfits: [] };
  }
  const found = proposeOn(book, sheet, fitting, said, block);
  const tables = isProposal(found) ? found.tables : null;
  const source = { cells, sheet, row, column: 0, above };
  const misfits = (used: Fitting) => {
    if (!isProposal(found) && found.perhaps && tableSaid(used.map.columns) !== undefined)
      return saidProblems(source, used, found.perhaps);
    return mapProblems(source, used, tables, knownOn(book, sheet, used, [], { cells, above })).wrong;
  };
  const isHeld = fitting?.map.use === true && said.length === 0;
  return { id, sheet, block, found, fitting, misfits: isHeld ? misfits(fitting).map(describe) : [] };
}
