/** A file that cannot be read, said in one sentence. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
}

const MOST_PACKED = 40_000_000;
const MOST_UNPACKED = 120_000_000;
const MOST_PARTS = 2000;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** The text parts of a zip archive, unpacked one at a time by the browser itself, and never more than fits. */
export interface Archive {
  readonly names: readonly string[];
  readonly text: (name: string) => Promise<string | null>;
}

export function archiveIn(bytes: Uint8Array, most = MOST_UNPACKED): Archive {
  if (bytes.length > MOST_PACKED)
    throw new FileRefusal("This file is larger than 40 MB. Maybe export a shorter period.");
  const entries = entriesOf(bytes);
  let left = most;
  return {
    names: [...entries.keys()],
    text: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const content = await contentOf(bytes, entry, left);
      left -= content.length;
      const text = new TextDecoder().decode(content);
      // Entities could grow without end, and workbooks need none.
      if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw damaged();
      return text;
    },
  };
}

const damaged = () =>
  new FileRefusal("This file is damaged, or it is no .xlsx workbook. Maybe save it again, or as CSV.");
const tooLarge = () => new FileRefusal("This file unpacks to more than 120 MB. Maybe it is not what it seems.");

/** The archive's own list of what it holds, at its end. Sizes that it claims are not believed. */
function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new FileRefusal("This file has more than 2,000 parts. Maybe it is not what it seems.");
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    if (view.getUint16(at + 8, true) & 1) {
      throw new FileRefusal("This file has a password. Maybe save a copy without one.");
    }
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged();
}

async function contentOf(bytes: Uint8Array, { method, packed, offset }: Entry, most: number): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) throw damaged();
  if (method === 8) return inflated(data, most);
  if (data.length > most) throw tooLarge();
  return data;
}

/** Piece by piece, so that a part which is larger than it claims is given up early. */
async function inflated(data: Uint8Array, most: number): Promise<Uint8Array> {
  const stream = new Blob([data.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw damaged();
    });
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    pieces.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
