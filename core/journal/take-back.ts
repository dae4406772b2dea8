import { type Book, type Look, step, type Work } from "../host.ts";
import { hasCell, moved, sameArea } from "../sheets/areas.ts";
import { movedOps } from "../sheets/layout.ts";
import type { SheetOp } from "../sheets/ops.ts";
import type { Entry, Renamed } from "./entry.ts";
import { type Flag, flagText } from "./flag.ts";
import { type HandChange, keep } from "./hand.ts";
import { areaOfStanding, placeOf, type Restored, restored, type Standing, standing } from "./restore.ts";
import { lostCharts, namingOps } from "./write.ts";

export interface TakenBack {
  readonly cells: number;
  /** What somebody typed into our blocks since; now in "Changed by hand". */
  readonly kept: readonly HandChange[];
}

/**
 * Put back what an entry found. Each part may be repeated, so a fault in the middle is mended by the next try: list what would be
 * lost, restore the cells, then looks and names, then say so in the flag.
 */
export function* takeBack(entry: Entry, look: Look, flag: Flag): Work<TakenBack> {
  const undoing = flag.state === "undoing";
  const spots = standing(entry, look, false);
  const now = spots.length === 0 ? [] : yield* step({ do: "read", areas: spots.map(areaOfStanding) });
  const back = restored(spots, now, look, entry);
  const made = entry.made.filter((sheet) => look.sheets.includes(sheet));
  const book = made.length === 0 ? [] : yield* step({ do: "book" });
  const hide = made.filter((sheet) => !hasMore(sheet, book, spots, back));
  const rest = [
    ...entry.blocks.flatMap((block) => blockOps(block, entry, look)),
    ...spots.flatMap(({ sheet, image }): SheetOp[] => [
      ...(image.names.length > 0 ? [{ do: "open", sheet } as const] : []),
      ...image.names.map((name) => ({ do: "own", name, at: null }) as const),
    ]),
    ...(entry.names ?? []).flatMap((one) => nameBack(one, look)),
    ...hide.flatMap((sheet): SheetOp[] => [
      { do: "open", sheet, hidden: true },
      { do: "show", visible: false },
    ]),
  ];
  yield* keep(entry.run, back.hand);
  if (spots.length > 0) {
    yield* step({ do: "apply", ops: cellOps(spots, back) });
    yield* step({ do: "flush" });
  }
  if (rest.length > 0) yield* step({ do: "apply", ops: rest });
  yield* step({ do: "flush" });
  const shown = made.filter((sheet) => !hide.includes(sheet));
  const hidden = [...new Set([...flag.hidden, ...entry.made])].filter((sheet) => !shown.includes(sheet));
  const done: Flag = { ...flag, state: "done", next: null, undone: undoing || flag.undone, hidden };
  yield* step({ do: "raise", flag: flagText(done) });
  return { cells: spots.reduce((sum, { at }) => sum + at.rows * at.columns, 0), kept: back.hand };
}

/** All rectangles are emptied before one is written: a block that moved may stand where another one stood. */
function cellOps(spots: readonly Standing[], { cells }: Restored): SheetOp[] {
  const clears = spots.flatMap(({ sheet, at, image }): SheetOp[] =>
    (image.block >= 0 && !image.beside) || image.dressed
      ? [
          { do: "open", sheet },
          { do: "clear", at },
        ]
      : [],
  );
  const writes = spots.flatMap(({ sheet, at }, i): SheetOp[] => [
    { do: "open", sheet },
    { do: "write", at, cells: cells[i]! },
  ]);
  return [...clears, ...writes];
}

/** A block's looks and its name, as they were before. */
function blockOps(block: Entry["blocks"][number], { were, record }: Entry, look: Look): SheetOp[] {
  const { name, from } = block;
  const place = placeOf(block, look, false);
  if (!place) return [];
  const charts = lostCharts(record, were, name);
  if (!from) return [{ do: "open", sheet: place.sheet }, ...charts, { do: "own", name, at: null }];
  const at = moved(from, place.by);
  const dress = were.find((kept) => kept.name === name)?.dress ?? [];
  return [{ do: "open", sheet: place.sheet }, ...charts, ...movedOps(dress, at), { do: "own", name, at }];
}

/** A name stands where it stood, below the rows that were inserted since; on a sheet that is gone it stands nowhere. */
function nameBack({ name, was, to }: Renamed, { named, sheets }: Look): SheetOp[] {
  const now = named.get(name) ?? null;
  if (was === null) return namingOps(name, null, now);
  if (!sheets.includes(was.sheet) || (now !== null && now.sheet === was.sheet && sameArea(now.at, was.at))) return [];
  const isMoved = now !== null && to !== null && now.at.rows === to.at.rows && now.at.columns === to.at.columns;
  const by = isMoved ? { row: now.at.row - to.at.row, column: now.at.column - to.at.column } : { row: 0, column: 0 };
  return namingOps(name, { sheet: was.sheet, at: moved(was.at, by) }, now);
}

/** Does anything but this run's cells stand on a sheet? Then it stays in sight. */
function hasMore(sheet: string, book: Book, spots: readonly Standing[], { cells }: Restored): boolean {
  const here = spots.flatMap((spot, i) => (spot.sheet === sheet ? [{ at: spot.at, cells: cells[i]! }] : []));
  if (here.some((one) => one.cells.some((line) => line.some((cell) => cell !== null && cell !== "")))) return true;
  const seen = book.find(({ name }) => name === sheet)?.cells ?? [];
  return seen.some((line, row) =>
    line.some((cell, column) => cell !== null && cell !== "" && !here.some(({ at }) => hasCell(at, row, column))),
  );
}
