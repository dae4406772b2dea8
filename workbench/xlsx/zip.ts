import { Inflate, strFromU8, strToU8, zipSync } from "../../panels/files/deflate.ts";
import { Refusal } from "../refusal.ts";

const MOST_PACKED = 40_000_000;
const MOST_UNPACKED = 250_000_000;
const MOST_PARTS = 2_000;
const PIECE = 65_536;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * The text parts of a zip archive. Sizes are checked before inflating, as the archive claims them, and again while
 * inflating, as they are: a few kilobytes can claim little and hold gigabytes.
 */
export function textParts(bytes: Uint8Array): Map<string, string> {
  if (bytes.length > MOST_PACKED) throw new Refusal("This file is larger than 40 MB. Maybe save a smaller copy of it.");
  const entries = entriesOf(bytes).filter(({ name }) => /\.(xml|rels)$/i.test(name));
  const claimed = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (claimed > MOST_UNPACKED) throw tooLarge();
  const parts = new Map<string, string>();
  for (const entry of entries) {
    if (parts.has(entry.name)) throw damaged();
    parts.set(entry.name, strFromU8(contentOf(bytes, entry)));
  }
  return parts;
}

/** An archive of text parts. */
export const archive = (parts: ReadonlyMap<string, string>): Uint8Array =>
  zipSync(Object.fromEntries([...parts].map(([path, xml]) => [path, strToU8(xml)])));

const tooLarge = () => new Refusal("This file unpacks to more than 250 MB. Maybe it is not what it seems.");
const damaged = () => new Refusal("This file is damaged, or it is no .xlsx workbook.");

/** The archive's own list of what it holds, at its end. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new Refusal("This file has more than 2,000 parts. Maybe it is not what it seems.");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength));
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|\\|\0/.test(name)) throw damaged();
    if (view.getUint16(at + 8, true) & 1) throw new Refusal("This file has a password. Maybe save a copy without one.");
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function contentOf(bytes: Uint8Array, { method, packed, unpacked, offset }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw damaged();
  if (method === 0) return data;
  if (method !== 8) throw damaged();
  return inflated(data, unpacked);
}

/** Piece by piece, so that a part which is larger than it claims is given up early. */
function inflated(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > size) throw tooLarge();
    out.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < data.length; at += PIECE)
      inflate.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
  if (filled !== size) throw damaged();
  return out;
}
