import type { Look, Owned } from "../host.ts";
import type { Problem } from "../problems.ts";
import { contains, hasCell, overlap, sameArea } from "../sheets/areas.ts";
import type { MovedNotes, Shifted } from "../sheets/beside.ts";
import { layout, movedOps, type Placed } from "../sheets/layout.ts";
import type { Written } from "../sheets/ops.ts";
import { relative } from "../sheets/relative.ts";
import type { Change, Edit, SheetCount } from "./change.ts";
import { covered } from "./covered.ts";
import type { Entry, Image, Kept, Moved, Renamed } from "./entry.ts";
import type { Flag } from "./flag.ts";
import type { HandChange } from "./hand.ts";
import { changedByHand } from "./hand-changes.ts";
import { sameCell, traceOf } from "./trace.ts";

type Cells = readonly (readonly Written[])[];

/** Where a change would write: known before a cell is read. */
export interface Targets {
  readonly change: Change;
  readonly placed: readonly Placed[];
  readonly edits: readonly Edit[];
  readonly made: readonly string[];
  /** The rectangles that will hold something else, and whose they are. */
  readonly spots: readonly Spot[];
  /** Names of the planner's ranges that will stand elsewhere, come or go. */
  readonly names: readonly Renamed[];
}
export interface Spot extends Owned {
  /** Number in `placed`, or -1. */
  readonly block: number;
  readonly edit?: Edit;
  /** The one cell of a note that follows its row. */
  readonly note?: Written;
}

export function targetsOf(change: Change, look: Look, flag: Flag): Targets {
  const placed = (change.sheets ?? []).flatMap((model) => layout(model, look.owned));
  const edits = change.edits ?? [];
  const blocks = placed.flatMap(({ sheet, from, to }, block): Spot[] => {
    const both = [from, to?.at ?? null].filter((at) => at !== null);
    return both.filter((at, i) => i === 0 || !sameArea(at, both[0]!)).map((at) => ({ sheet, at, block }));
  });
  const own = edits.map((edit): Spot => ({ sheet: edit.sheet, at: edit.at, block: -1, edit }));
  const there = new Set(look.sheets.filter((sheet) => !flag.hidden.includes(sheet)));
  const made = [...new Set([...placed, ...edits].map(({ sheet }) => sheet))].filter((sheet) => !there.has(sheet));
  return { change, placed, edits, made, spots: [...blocks, ...own], names: renamed(change, look) };
}

const renamed = ({ names = [] }: Change, { named }: Look): readonly Renamed[] =>
  names.flatMap(({ name, sheet, at, least }): Renamed[] => {
    const was = named.get(name) ?? null;
    const stands =
      at !== null && was?.sheet === sheet && (sameArea(was.at, at) || (least !== undefined && contains(was.at, least)));
    const same = at === null ? was === null : stands;
    return same ? [] : [{ name, was, to: at === null ? null : { sheet, at } }];
  });

/** Everything about a change, once the cells that stand there are known. Nothing is written yet. */
export interface Draft extends Targets {
  readonly entry: Entry;
  readonly hand: readonly HandChange[];
  /** Why it cannot be written at all. */
  readonly refusals: readonly Problem[];
  readonly sheets: readonly SheetCount[];
  readonly yours: number;
  /** Nothing would change. */
  readonly idle: boolean;
}

export function draft(
  found: Targets,
  read: readonly Cells[],
  notes: MovedNotes,
  record: ReadonlyMap<string, Kept>,
  run: number,
): Draft {
  const targets = { ...found, spots: [...found.spots, ...notes.cells.map(noteSpot)] };
  const now = [...read, ...notes.cells.map(({ before }) => [[before]])];
  const { placed, made, spots } = targets;
  const after = spots.map((spot) => contentAfter(spot, placed));
  const images = spots.map(
    ({ sheet, at, block, edit, note }, i): Image => ({
      sheet,
      at,
      block,
      beside: note !== undefined,
      before: now[i]!.map((line, r) => line.map((cell, c) => relative(plain(cell), at.row + r, at.column + c))),
      after: traceOf(after[i]!, at),
      dressed: edit?.dress !== undefined,
      names: (edit?.dress ?? []).flatMap((op) => (op.do === "own" && op.at ? [op.name] : [])),
    }),
  );
  const kept = placed.flatMap(keptOf);
  const names = new Set(placed.map(({ name }) => name));
  const entry: Entry = {
    run,
    made,
    blocks: placed.map(({ name, sheet, from, to }): Moved => ({ name, sheet, from, to: to?.at ?? null })),
    images,
    record: [...[...record.values()].filter(({ name }) => !names.has(name)), ...kept],
    were: placed.flatMap(({ name, from }) => (from && record.has(name) ? [record.get(name)!] : [])),
    names: found.names,
  };
  const counts = spots.map((_, i) => countChanges(now[i]!, after[i]!));
  return {
    ...targets,
    entry,
    hand: [
      ...spots.flatMap((spot, i) => {
        const block = placed[spot.block];
        if (spot.note !== undefined || !block?.from || !sameArea(block.from, spot.at)) return [];
        return changedByHand(spot, now[i]!, after[i]!, record.get(block.name));
      }),
      ...notes.lost,
    ],
    refusals: covered(found, read),
    sheets: countBySheet(spots, counts),
    yours: spots.reduce((sum, { block }, i) => sum + (block === -1 ? counts[i]!.replaced : 0), 0),
    idle:
      counts.every(({ changed }) => changed === 0) &&
      made.length === 0 &&
      found.names.length === 0 &&
      spots.every(isDressed(targets, record)),
  };
}

const noteSpot = ({ block, sheet, row, column, after }: Shifted): Spot => ({
  sheet,
  at: { row, column, rows: 1, columns: 1 },
  block,
  note: after,
});

const plain = (cell: Written): Written => (cell === "" ? null : cell);

/** What a rectangle is to hold: an edit's cells, a block's cells, and nothing where a block stood that moves or shrinks. */
function contentAfter({ sheet, at, edit, note }: Spot, placed: readonly Placed[]): Cells {
  if (edit) return edit.cells;
  if (note !== undefined) return [[note]];
  const here = placed.flatMap(({ sheet: on, to }) => (to && on === sheet && overlap(to.at, at) ? [to] : []));
  const same = here.find((to) => sameArea(to.at, at));
  if (same) return same.cells;
  return Array.from({ length: at.rows }, (_, i) =>
    Array.from({ length: at.columns }, (_, j) => {
      const [row, column] = [at.row + i, at.column + j];
      const to = here.find((one) => hasCell(one.at, row, column));
      return to ? to.cells[row - to.at.row]![column - to.at.column]! : null;
    }),
  );
}

function keptOf({ name, to }: Placed): Kept[] {
  if (!to) return [];
  const { row, column, rows, columns } = to.at;
  const dress = movedOps(to.dress, { row: -row, column: -column });
  return [{ name, rows, columns, dress, trace: traceOf(to.cells, to.at) }];
}

function countChanges(
  now: Cells,
  after: Cells,
): { readonly cells: number; readonly changed: number; readonly replaced: number } {
  let [cells, changed, replaced] = [0, 0, 0];
  now.forEach((line, i) => {
    line.forEach((cell, j) => {
      cells += 1;
      if (sameCell(cell, after[i]![j]!)) return;
      changed += 1;
      if (!isBlank(cell)) replaced += 1;
    });
  });
  return { cells, changed, replaced };
}

function countBySheet(spots: readonly Spot[], counts: readonly { cells: number; changed: number }[]): SheetCount[] {
  const sums = new Map<string, SheetCount>();
  spots.forEach(({ sheet }, i) => {
    const { cells, changed } = sums.get(sheet) ?? { cells: 0, changed: 0 };
    sums.set(sheet, { sheet, cells: cells + counts[i]!.cells, changed: changed + counts[i]!.changed });
  });
  return [...sums.values()];
}

const isBlank = (cell: Written) => cell === null || cell === "";

/** Does it look already as it is to look? Then only changed cells would be a reason to write. */
const isDressed =
  ({ placed }: Targets, record: ReadonlyMap<string, Kept>) =>
  ({ block, edit, note }: Spot): boolean => {
    if (note !== undefined) return true;
    if (block === -1) return edit?.dress === undefined;
    const { name, from, to } = placed[block]!;
    if (!from || !to || !sameArea(from, to.at)) return false;
    const [kept] = keptOf(placed[block]!);
    return JSON.stringify(kept!.dress) === JSON.stringify(record.get(name)?.dress);
  };
