import type { Area } from "../../core/host.ts";
import { type Getters, helpers, type UID, type Zone } from "../engine.ts";
import type { Send } from "../perform.ts";
import { areaOf, inside, LEAST_COLUMNS, LEAST_ROWS, sheetIdOf, zoneOf } from "./places.ts";

/** Where operations act: a sheet of a workbook inside one command. */
export interface Stage {
  readonly send: Send;
  readonly getters: Getters;
  readonly sheetId: UID;
}

/** The sheet of this name, made when missing. */
export function openSheet(send: Send, getters: Getters, name: string, hidden = false): UID {
  const found = sheetIdOf(getters, name);
  if (found !== undefined) return found;
  const sheetId = unused(`headroom-${name}`, (id) => getters.tryGetSheet(id) !== undefined);
  const position = getters.getSheetIds().length;
  send("CREATE_SHEET", { sheetId, name, position, rows: LEAST_ROWS, cols: LEAST_COLUMNS });
  if (hidden) send("HIDE_SHEET", { sheetId });
  return sheetId;
}

/** Make room for a rectangle: the engine refuses to write or format outside its sheet. */
export function makeRoom({ send, getters, sheetId }: Stage, at: Area): void {
  const sheetName = getters.getSheetName(sheetId);
  const grow = (dimension: "ROW" | "COL", have: number, need: number) => {
    if (need <= have) return;
    send("ADD_COLUMNS_ROWS", {
      sheetId,
      sheetName,
      dimension,
      base: have - 1,
      quantity: need - have,
      position: "after",
    });
  };
  grow("ROW", getters.getNumberRows(sheetId), at.row + at.rows);
  grow("COL", getters.getNumberCols(sheetId), at.column + at.columns);
}

/** The part of a rectangle that lies on the sheet. */
export function onSheet({ getters, sheetId }: Stage, at: Area): Area {
  const rows = Math.min(at.rows, getters.getNumberRows(sheetId) - at.row);
  const columns = Math.min(at.columns, getters.getNumberCols(sheetId) - at.column);
  return { ...at, rows: Math.max(0, rows), columns: Math.max(0, columns) };
}

/** What is left of some ranges (as the engine spells them) when a rectangle is cut out. */
export function without(ranges: readonly Zone[], at: Area): readonly Zone[] {
  const hole = zoneOf(at);
  return ranges.flatMap((zone) => cut(zone, hole));
}

function cut(zone: Zone, hole: Zone): Zone[] {
  const apart = hole.top > zone.bottom || hole.bottom < zone.top || hole.left > zone.right || hole.right < zone.left;
  if (apart) return [zone];
  if (inside(zone, hole)) return [];
  const top = Math.max(zone.top, hole.top);
  const bottom = Math.min(zone.bottom, hole.bottom);
  const pieces: Zone[] = [
    { ...zone, bottom: top - 1 },
    { ...zone, top: bottom + 1 },
    { ...zone, top, bottom, right: hole.left - 1 },
    { ...zone, top, bottom, left: hole.right + 1 },
  ];
  return pieces.filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}

/** A name with a number behind it when it is taken. */
export function unused(name: string, taken: (name: string) => boolean): string {
  let candidate = name;
  for (let i = 2; taken(candidate); i++) candidate = `${name}-${i}`;
  return candidate;
}

export const zonesOf = (ranges: readonly string[]): readonly Zone[] => ranges.map((range) => helpers.toZone(range));
export { areaOf };
