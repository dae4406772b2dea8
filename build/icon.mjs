import { crc32, deflateSync } from "node:zlib";

const INK = [31, 58, 95];
const LINE = [253, 174, 107];
const BARS = [198, 219, 239];

/** Headroom's picture: two columns of work under the line of what the team can do. */
export function icon(size) {
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) rows.set(colour((x + 0.5) / size, (y + 0.5) / size), y * (1 + size * 3) + 1 + x * 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function colour(x, y) {
  if (y > 0.18 && y < 0.28 && x > 0.12 && x < 0.88) return LINE;
  const bar = (from, top) => x > from && x < from + 0.24 && y > top && y < 0.86;
  return bar(0.2, 0.4) || bar(0.56, 0.54) ? BARS : INK;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
