import type { Owned } from "../host.ts";
import { contentHash } from "../sheets/block.ts";
import { HASH_LENGTH } from "../sheets/fingerprint.ts";
import type { Written } from "../sheets/ops.ts";
import type { Kept } from "./entry.ts";
import type { HandChange } from "./hand.ts";
import { hashAt, hashOf, sameCell } from "./trace.ts";

type Cells = readonly (readonly Written[])[];

/**
 * The cells of a block that hold something Headroom did not write there and that the new content would take away. When rows were
 * inserted inside the block, or the journal is gone, a cell counts as ours if its content is anywhere in what we wrote.
 */
export function changedByHand({ sheet, at }: Owned, now: Cells, after: Cells, kept: Kept | undefined): HandChange[] {
  if (!kept && isIntact(now, at.row, at.column)) return [];
  const ours = kept ? isOurs(kept, at) : () => false;
  return now.flatMap((line, i) =>
    line.flatMap((cell, j): HandChange[] => {
      const [row, column] = [at.row + i, at.column + j];
      if (cell === null || cell === "" || sameCell(cell, after[i]![j]!)) return [];
      return ours(hashOf(cell, row, column), i * at.columns + j) ? [] : [{ sheet, row, column, cell }];
    }),
  );
}

type IsOurs = (hash: string, index: number) => boolean;

function isOurs({ rows, columns, trace }: Kept, at: Owned["at"]): IsOurs {
  if (rows === at.rows && columns === at.columns) return (hash, index) => hashAt(trace, index) === hash;
  const all = new Set(Array.from({ length: trace.length / HASH_LENGTH }, (_, i) => hashAt(trace, i)));
  return (hash) => all.has(hash);
}

/** A grid's title row ends in a hash of its own cells. */
function isIntact(now: Cells, row: number, column: number): boolean {
  const [title, ...below] = now;
  const stamp = title?.[title.length - 1];
  const [, hash] = typeof stamp === "string" ? (/ cells ([0-9a-f]{16})$/.exec(stamp) ?? []) : [];
  return hash !== undefined && hash === contentHash(title![0]!, below, { row, column });
}
