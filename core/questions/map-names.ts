import { assigned } from "../finding/memory.ts";
import type { Area, Owned } from "../host.ts";
import type { Naming } from "../journal/index.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { locateBySheet, mapsOf, type TeamBlock, teamBlocks } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import { contains } from "../sheets/areas.ts";
import type { Workbook } from "./workbook.ts";

/** Rows and columns beyond the last that holds something, so that what is typed there is in formulas at once. */
const ROWS_TO_GROW = 300;
const COLUMNS_TO_GROW = 26;

/** The name of an accepted table: all of it, and room to grow where no other table of the sheet is in the way. */
export function namingOf(name: string, { sheet, ...block }: TeamBlock): Naming {
  const least = usedBy(block);
  const at = {
    ...least,
    rows: block.isLast ? least.rows + ROWS_TO_GROW : Math.max(least.rows, block.cells.length),
    columns: block.end === null ? least.columns + COLUMNS_TO_GROW : block.end - block.column,
  };
  return { name, sheet, at, least };
}

function usedBy({ row, column, cells }: Pick<TeamBlock, "row" | "column" | "cells">): Area {
  const columns = cells.reduce((most, line) => Math.max(most, lastIn(line) + 1 - column), 1);
  return { row, column, rows: Math.max(1, cells.length), columns };
}

const lastIn = (line: readonly Cell[]): number =>
  line.reduce<number>((most, cell, at) => (isBlank(cell) ? most : at), -1);

/** Names that no longer cover their tables: rows or columns were added beyond the room that they had. */
export function outgrown({ book, located, look }: Workbook): readonly Naming[] {
  const maps = mapsOf(located);
  if (maps.length === 0) return [];
  const blocks = teamBlocks(book, locateBySheet(book));
  const fitting = assigned(maps, blocks);
  return blocks.flatMap((block): Naming[] => {
    const map = fitting.get(block.name)?.map;
    const stands = map?.use === true ? placeOf(map.name, look.named) : undefined;
    if (map === undefined || stands === undefined || stands.sheet !== block.sheet) return [];
    const naming = namingOf(map.name, block);
    return contains(stands.at, naming.least ?? stands.at) ? [] : [naming];
  });
}

const placeOf = (name: string, named: ReadonlyMap<string, Owned>): Owned | undefined =>
  [...named].find(([one]) => nameKey(one) === nameKey(name))?.[1];

/** A name that already stands on this table, from an earlier yes, is taken again. */
export const standingName = (
  base: string,
  { sheet, row, column }: TeamBlock,
  named: ReadonlyMap<string, Owned>,
): boolean => {
  const stands = placeOf(base, named);
  return stands?.sheet === sheet && stands.at.row === row && stands.at.column === column;
};
