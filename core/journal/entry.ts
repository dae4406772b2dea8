import { type Area, type Owned, step, type Work } from "../host.ts";
import type { Cell } from "../plan/cells.ts";
import { fingerprint, HASH_LENGTH } from "../sheets/fingerprint.ts";
import type { SheetOp, Written } from "../sheets/ops.ts";
import { isArea, isGrid, isList, isRecord, isText, isTextList, isWhole } from "./check.ts";
import { type Flag, journalError, parsed, type Ref } from "./flag.ts";

/** What one run changes: enough to take it back, now or after a crash, and to know later what Headroom had written. */
export interface Entry {
  readonly run: number;
  /** Sheets that show something for the first time. */
  readonly made: readonly string[];
  readonly blocks: readonly Moved[];
  readonly images: readonly Image[];
  /** Every block of the workbook as this run leaves it. */
  readonly record: readonly Kept[];
  /** The blocks this run replaces, as they were. */
  readonly were: readonly Kept[];
  /** Names of the planner's ranges that this run gives, moves or takes away; entries of old have none. */
  readonly names?: readonly Renamed[];
}

/** A name of a planner's range: where it stood and where this run puts it. */
export interface Renamed {
  readonly name: string;
  readonly was: Owned | null;
  readonly to: Owned | null;
}

/** A block by its name: where it stood and where this run puts it. */
export interface Moved {
  readonly name: string;
  readonly sheet: string;
  readonly from: Area | null;
  readonly to: Area | null;
}

/** A rectangle as it was, formulas relative to their cells, and a trace of what this run makes of it. */
export interface Image {
  readonly sheet: string;
  readonly at: Area;
  /** The block it belongs to, -1 for cells of the planner's own tables. */
  readonly block: number;
  /** A note beside the block's rows that follows its row: the planner's, not ours. */
  readonly beside: boolean;
  readonly before: readonly (readonly Written[])[];
  readonly after: string;
  /** Formats and drop-downs were set here, on cells that were empty. */
  readonly dressed: boolean;
  /** Names that were given to ranges here. */
  readonly names: readonly string[];
}

/** A block's size, looks (as if it stood in A1) and contents, to redo and to compare with. */
export interface Kept {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly dress: readonly SheetOp[];
  readonly trace: string;
}

const PIECE = 8_000;

/** An entry as texts for the slot: plain ASCII between two letters, so that no host trims, respells or calculates it. */
export function entryTexts(entry: Entry): { readonly cells: Cell[][]; readonly sum: string } {
  const text = JSON.stringify(entry).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const cells: Cell[][] = [];
  for (let i = 0; i < text.length; i += PIECE) cells.push([`h${text.slice(i, i + PIECE)}.`]);
  return { cells, sum: fingerprint(text) };
}

/** Read an entry back; HR-203 when it is not the one the flag speaks of. */
export function* load(ref: Ref): Work<Entry> {
  const found = yield* find(ref);
  if ("why" in found) throw journalError(found.why);
  return found;
}

/**
 * What Headroom's blocks looked like when it last wrote them. Empty when the journal does not know: a copy of the file, say, has
 * none, and the blocks' own hashes must do.
 */
export function* loadRecord({ last, undone }: Flag): Work<ReadonlyMap<string, Kept>> {
  if (last === null) return new Map();
  const found = yield* find(last);
  return "why" in found ? new Map() : recordOf(found, undone);
}

function* find({ slot, run, sum }: Ref): Work<Entry | { readonly why: string }> {
  const cells = yield* step({ do: "stored", slot });
  if (cells === null) return { why: "its sheet is missing" };
  const text = cells
    .map(([cell]) => (typeof cell === "string" && cell.startsWith("h") ? cell.slice(1, -1) : ""))
    .join("");
  if (fingerprint(text) !== sum) return { why: "its entry was changed" };
  const entry = parsed(text);
  return isEntry(entry) && entry.run === run ? entry : { why: "its entry cannot be read" };
}

export function recordOf({ record, were, blocks }: Entry, undone: boolean): ReadonlyMap<string, Kept> {
  if (!undone) return new Map(record.map((kept) => [kept.name, kept]));
  const touched = new Set(blocks.map(({ name }) => name));
  return new Map([...record.filter(({ name }) => !touched.has(name)), ...were].map((kept) => [kept.name, kept]));
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { run, made, blocks, images, record, were, names = [] } = value;
  if (!isWhole(run) || !isTextList(made) || !isList(blocks, isMoved) || !isList(images, isImage)) return false;
  if (!isList(record, isKept) || !isList(were, isKept) || !isList(names, isRenamed)) return false;
  const sheets = new Set(images.map(({ sheet }) => sheet));
  return (
    made.every((sheet) => sheets.has(sheet)) &&
    images.every(({ block, beside, sheet, at }) => block === -1 || belongs(blocks[block], sheet, beside ? null : at))
  );
}

/** An image of a block lies where the block stood or stands. */
function belongs(block: Moved | undefined, sheet: string, at: Area | null): boolean {
  if (!block || block.sheet !== sheet) return false;
  if (at === null) return true;
  return [block.from, block.to].some((one) => one !== null && JSON.stringify(one) === JSON.stringify(at));
}

function isRenamed(value: unknown): value is Renamed {
  if (!isRecord(value)) return false;
  const { name, was, to } = value;
  return isText(name) && !name.startsWith("Headroom_") && isOwnedOrNull(was) && isOwnedOrNull(to);
}

const isOwnedOrNull = (value: unknown): boolean =>
  value === null || (isRecord(value) && isText(value.sheet) && isArea(value.at));

const isAreaOrNull = (value: unknown): boolean => value === null || isArea(value);

function isMoved(value: unknown): value is Moved {
  if (!isRecord(value)) return false;
  const { name, sheet, from, to } = value;
  return isText(name) && name.startsWith("Headroom_") && isText(sheet) && isAreaOrNull(from) && isAreaOrNull(to);
}

function isImage(value: unknown): value is Image {
  if (!isRecord(value)) return false;
  const { sheet, at, block, beside, before, after, dressed, names } = value;
  if (!isText(sheet) || !isArea(at) || !Number.isSafeInteger(block) || (block as number) < -1) return false;
  if (!isGrid(before, at) || !isText(after) || after.length !== at.rows * at.columns * HASH_LENGTH) return false;
  return typeof beside === "boolean" && typeof dressed === "boolean" && isTextList(names);
}

function isKept(value: unknown): value is Kept {
  if (!isRecord(value)) return false;
  const { name, rows, columns, dress, trace } = value;
  return isText(name) && isWhole(rows) && isWhole(columns) && isList(dress, isDress) && isText(trace);
}

/** Looks only: nothing that writes, clears, names or shows. */
const DRESS: ReadonlySet<unknown> = new Set<SheetOp["do"]>([
  "format",
  "paint",
  "rule",
  "link",
  "note",
  "choose",
  "chart",
  "freeze",
  "width",
  "page",
]);
const isDress = (value: unknown): value is SheetOp => isRecord(value) && DRESS.has(value.do);
