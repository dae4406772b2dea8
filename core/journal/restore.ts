import type { Area, Look, Owned } from "../host.ts";
import { type Corner, hasCell, moved, sameArea } from "../sheets/areas.ts";
import type { Written } from "../sheets/ops.ts";
import { absolute } from "../sheets/relative.ts";
import type { Entry, Image, Moved } from "./entry.ts";
import { journalError } from "./flag.ts";
import type { HandChange } from "./hand.ts";
import { hashAt, hashOf, sameCell } from "./trace.ts";

type Cells = readonly (readonly Written[])[];

/** An image where its cells stand now; the planner may have inserted rows above its block, or renamed the sheet. */
export interface Standing extends Owned {
  readonly image: Image;
}

/** Where to restore what. Blocks whose name is gone were never written, or were deleted by the planner: they are left out. */
export function standing({ blocks, images }: Entry, look: Look, strict: boolean): Standing[] {
  const places = blocks.map((block) => placeOf(block, look, strict));
  return images.flatMap((image): Standing[] => {
    if (image.block === -1)
      return look.sheets.includes(image.sheet) ? [{ sheet: image.sheet, at: image.at, image }] : [];
    const place = places[image.block];
    return place ? [{ sheet: place.sheet, at: moved(image.at, place.by), image }] : [];
  });
}

export interface Place {
  readonly sheet: string;
  readonly by: Corner;
}

const STILL: Corner = { row: 0, column: 0 };

/** How far a block has moved since the entry was written. `strict`: the run has finished, so it stands where the run put it. */
export function placeOf({ name, sheet, from, to }: Moved, look: Look, strict: boolean): Place | null {
  const now = look.owned.get(name);
  if (!now) return to === null ? { sheet, by: STILL } : null;
  const shapes = [to, strict && to ? null : from].filter((at) => at !== null);
  if (shapes.some((at) => sameArea(at, now.at))) return { sheet: now.sheet, by: STILL };
  const alike = shapes.filter(({ rows, columns }) => rows === now.at.rows && columns === now.at.columns);
  const [one, other] = alike.map(
    ({ row, column }): Corner => ({ row: now.at.row - row, column: now.at.column - column }),
  );
  if (!one || (other && (other.row !== one.row || other.column !== one.column))) {
    throw journalError(`the table ${name} has another shape than Headroom gave it`);
  }
  return { sheet: now.sheet, by: one };
}

export interface Restored {
  readonly cells: readonly Cells[];
  /** Cells of our blocks that somebody typed into since; they are listed before they go. */
  readonly hand: readonly HandChange[];
  /** Cells that are not ours and hold what this run neither found nor wrote; they stay. */
  readonly foreign: readonly (HandChange & { readonly before: Written; readonly block: number })[];
}

/** What each rectangle is to hold again. */
export function restored(spots: readonly Standing[], now: readonly Cells[], look: Look, { blocks }: Entry): Restored {
  const ours = blocks.flatMap(({ name }): Owned[] => (look.owned.has(name) ? [look.owned.get(name)!] : []));
  const hand = new Map<string, HandChange>();
  const foreign: Restored["foreign"][number][] = [];
  const cells = spots.map(({ sheet, at, image }, n) =>
    now[n]!.map((line, i) =>
      line.map((cell, j): Written => {
        const [row, column] = [at.row + i, at.column + j];
        const before = absolute(image.before[i]![j]!, row, column);
        const after = hashAt(image.after, i * at.columns + j);
        if (sameCell(cell, before) || hashOf(cell, row, column) === after) return before;
        const mine = image.block >= 0 && !image.beside;
        if (mine && isBlank(cell)) return before;
        if (mine && ours.some((one) => one.sheet === sheet && hasCell(one.at, row, column))) {
          hand.set(`${sheet}\n${row}\n${column}`, { sheet, row, column, cell });
          return before;
        }
        if (!image.beside) foreign.push({ sheet, row, column, cell, before, block: image.block });
        return cell;
      }),
    ),
  );
  return { cells, hand: [...hand.values()], foreign };
}

const isBlank = (cell: Written) => cell === null || cell === "";

export const areaOfStanding = ({ sheet, at }: Standing): Owned => ({ sheet, at: at satisfies Area });
