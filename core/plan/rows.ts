import type { RowAccount } from "./plan.ts";
import type { Part } from "./sources.ts";
import type { Columns, Table } from "./table.ts";

/** What an optional cell that is blank is stored as; every cell that was read is 0 or more, or less than nothing by some per cent. */
export const BLANK = -1;

/** The entry of a list that a cell's number stands for; undefined for a blank cell. */
export const entry = <T>(list: readonly T[], number: number): T | undefined => (number < 0 ? undefined : list[number]);

/** What became of a row. */
export const USED = 0;
export const BLANK_ROW = 1;
export const EXCLUDED = 2;
/** Left out before it was read: a row of totals, repeated headings, a row of a table that lacks a column. */
export const NO_ROW = 3;

/** All rows of one table, of all ranges that hold it, as columns of whole numbers. */
export interface Rows<C extends Columns = Columns> {
  readonly table: Table<C>;
  readonly parts: readonly Part[];
  /** The first row of each part. */
  readonly starts: readonly number[];
  readonly length: number;
  /** USED, BLANK_ROW, EXCLUDED or NO_ROW. */
  readonly state: Uint8Array;
  readonly columns: { readonly [K in keyof C]: Int32Array };
  /** Keys of the columns that some range has. */
  readonly has: ReadonlySet<string>;
}

/** Whether a row says something, so that everything wrong with it is worth saying, also after the first mistake. */
export const isSaid = ({ state }: Rows, index: number): boolean => state[index] === USED || state[index] === EXCLUDED;

/** Whether names can be looked up in a table: it was given, with all its columns. */
export const isListed = ({ parts }: Rows): boolean =>
  parts.some(({ missing, doubled }) => missing.length === 0 && doubled.size === 0);

/** The part that a row comes from. */
export function partOfRow(rows: Rows, index: number): number {
  let part = rows.starts.length - 1;
  while (part > 0 && rows.starts[part]! > index) part -= 1;
  return part;
}

/** read = used + excluded + blank, over all ranges of the table. */
export function accountOf(rows: Rows): RowAccount {
  const { state } = rows;
  const count = new Int32Array(NO_ROW + 1);
  for (let i = 0; i < state.length; i++) count[state[i]!]! += 1;
  let account = {
    read: rows.length,
    used: count[USED]!,
    excluded: count[EXCLUDED]! + count[NO_ROW]!,
    blank: count[BLANK_ROW]!,
  };
  rows.parts.forEach((part, i) => {
    account = { ...account, read: account.read + part.trailing, blank: account.blank + part.trailing };
    if (part.layout) account = inTheTeamsRows(rows, i, account);
  });
  return { table: rows.table.name, ...account };
}

type Counts = Omit<RowAccount, "table">;

/** A team's own layout is accounted for in its own rows, of which one can hold many of ours. */
function inTheTeamsRows(rows: Rows, part: number, all: Counts): Counts {
  const { layout, cells } = rows.parts[part]!;
  const start = rows.starts[part]!;
  const end = start + cells.length - 1;
  const left = new Set<number>();
  let used = 0;
  let excluded = 0;
  for (let i = start; i < end; i++) {
    if (rows.state[i] === USED) used += 1;
    if (rows.state[i] !== EXCLUDED && rows.state[i] !== NO_ROW) continue;
    excluded += 1;
    left.add(layout!.places[i - start]!.row);
  }
  const { account } = layout!;
  const out = Math.min(left.size, account.used);
  return {
    read: all.read - (end - start) + account.read,
    used: all.used - used + account.used - out,
    excluded: all.excluded - excluded + account.excluded + out,
    blank: all.blank - (end - start - used - excluded) + account.blank,
  };
}
