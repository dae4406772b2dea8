/**
 * A short name (64 bits) for some data: equal data, equal name. It finds accidents, not attackers. Two multiplicative
 * mixers of 32 bits each, one of them rotating, over the data's JSON text.
 */
export function fingerprint(data: unknown): string {
  const [a, b] = mix(JSON.stringify(data));
  return hex(a) + hex(b);
}

/** The same for a long column of whole numbers, without spelling them out. */
export function digest(column: ArrayLike<number>): string {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let i = 0; i < column.length; i++) {
    const number = column[i]!;
    // Numbers beyond 32 bits, such as a share of many hours, have a second half.
    const high = Math.floor(number / 4_294_967_296) | 0;
    a = Math.imul(a ^ (number | 0), 0x01000193);
    b = Math.imul(b ^ ((number | 0) + 0x9e37 + high), 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  }
  return `${column.length} ${hex(a >>> 0)}${hex(b >>> 0)}`;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** How many letters `shortHash` gives. */
export const HASH_LENGTH = 5;

/** Thirty bits as five letters: enough to see that one cell was changed. */
export function shortHash(text: string): string {
  const [a, b] = mix(text);
  let bits = (a ^ (b >>> 2)) >>> 2;
  let letters = "";
  for (let i = 0; i < HASH_LENGTH; i++) {
    letters += DIGITS[bits & 63]!;
    bits >>>= 6;
  }
  return letters;
}

function mix(text: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b);
    b = (b << 13) | (b >>> 19);
  }
  a = Math.imul(a ^ (b >>> 15), 0xc2b2ae35);
  b = Math.imul(b ^ (a >>> 13), 0x27d4eb2f);
  return [(a ^ (a >>> 16)) >>> 0, (b ^ (b >>> 15)) >>> 0];
}

const hex = (n: number) => n.toString(16).padStart(8, "0");
