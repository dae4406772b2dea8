/** Records of a text with delimiters, and the delimiter that was found. */
export interface Records<Field = string> {
  readonly delimiter: Delimiter;
  readonly records: readonly (readonly Field[])[];
  /** The record, counted from 1, whose opening quote nothing closes; null when all are closed. */
  readonly unclosed: number | null;
}
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Split a text into records by RFC 4180, with LF, CR or CRLF ends: a quote counts only where a field begins. */
export const recordsIn = (text: string, delimiter: Delimiter = delimiterOf(text)): Records =>
  recordsOf(text, delimiter, (field) => field);

/** The same, each field as `made` makes it: whether it stood in quotes may say that it is text. */
export function recordsOf<Field>(
  text: string,
  delimiter: Delimiter,
  made: (field: string, quoted: boolean) => Field,
): Records<Field> {
  const records: Field[][] = [];
  let record: Field[] = [];
  let unclosed: number | null = null;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = inQuotes(text, at + 1, delimiter);
      if (!quoted.closed) unclosed ??= records.length + 1;
      record.push(made(quoted.field, true));
      at = quoted.end;
    } else {
      const end = endOfField(text, at, delimiter);
      record.push(made(text.slice(at, end), false));
      at = end;
    }
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) record.push(made("", false));
      continue;
    }
    records.push(record);
    record = [];
    at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE ? 2 : 1;
  }
  if (record.length > 0) records.push(record);
  return { delimiter, records, unclosed };
}

const QUOTE = 34;
const RETURN = 13;
const LINE = 10;
const FIRST_LINE = 20_000;

/** The delimiter that the first record has most of, outside quotes. */
export function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>(DELIMITERS.map((one) => [one, 0]));
  let quoted = false;
  for (let i = 0; i < Math.min(text.length, FIRST_LINE); i++) {
    const letter = text[i]!;
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === "\n" || letter === "\r") break;
    else if (counts.has(letter)) counts.set(letter, counts.get(letter)! + 1);
  }
  return DELIMITERS.reduce((best, one) => (counts.get(one)! > counts.get(best)! ? one : best));
}

interface Quoted {
  readonly field: string;
  readonly end: number;
  readonly closed: boolean;
}

/** Letters between the closing quote and the delimiter belong to the field, too: nothing is lost. */
function inQuotes(text: string, from: number, delimiter: Delimiter): Quoted {
  const parts: string[] = [];
  let start = from;
  for (;;) {
    const close = text.indexOf('"', start);
    if (close < 0) return { field: parts.join("") + text.slice(start), end: text.length, closed: false };
    parts.push(text.slice(start, close));
    if (text.charCodeAt(close + 1) !== QUOTE) {
      const end = endOfField(text, close + 1, delimiter);
      return { field: parts.join("") + text.slice(close + 1, end), end, closed: true };
    }
    parts.push('"');
    start = close + 2;
  }
}

function endOfField(text: string, from: number, delimiter: Delimiter): number {
  const mark = delimiter.charCodeAt(0);
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === mark || code === LINE || code === RETURN) break;
  }
  return end;
}
