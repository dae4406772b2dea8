import type { Cell } from "../core/plan/cells.ts";
import type { Model } from "./engine.ts";
import { Refusal } from "./refusal.ts";
import { contentsOf } from "./start/plan-sheets.ts";
import { workbookOf } from "./workbook.ts";

const MOST_BYTES = 20_000_000;
const MOST_CELLS = 1_000_000;
const LONGEST_NAME = 31;

/** A workbook of one sheet from a table of values between commas, semicolons or tabs. */
export function openCsv(fileName: string, bytes: Uint8Array): Model {
  if (bytes.length > MOST_BYTES) throw new Refusal("This file is larger than 20 MB. Maybe open a part of it.");
  const rows = cellsOf(decoded(bytes));
  const columns = Math.max(1, ...rows.map((row) => row.length));
  if (rows.length * columns > MOST_CELLS) {
    throw new Refusal(
      `This file has ${rows.length} rows of ${columns} columns, more than a million cells. Maybe open a part of it.`,
    );
  }
  const name =
    fileName
      .replace(/\.[^.]*$/, "")
      .replace(/['*?/\\[\]:]/g, " ")
      .trim()
      .slice(0, LONGEST_NAME) || "Sheet1";
  const size = { rowNumber: rows.length + 100, colNumber: columns + 10 };
  return workbookOf({ sheets: [{ id: "table", name, ...size, cells: contentsOf(rows) }] });
}

/** Numbers only where they are plain; all else stays text, exactly as it stands: the import panel knows what it means. */
export function cellsOf(text: string): Cell[][] {
  return fieldsOf(text, delimiterOf(text)).map((row) => row.map(({ text, quoted }) => cellOf(text, quoted)));
}

const PLAIN_NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

const cellOf = (text: string, quoted: boolean): Cell => {
  if (text === "") return null;
  return !quoted && PLAIN_NUMBER.test(text) ? Number(text) : text;
};

/** UTF-8, or what Excel saved before it, UTF-16 and Windows Latin. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The delimiter that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([
    [",", 0],
    [";", 0],
    ["\t", 0],
  ]);
  let quoted = false;
  for (const character of text.slice(0, 10_000)) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[\r\n]/.test(character)) break;
    else if (!quoted && counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

interface Field {
  readonly text: string;
  readonly quoted: boolean;
}

/** RFC 4180: a field in quotes may hold delimiters, line ends and doubled quotes. */
function fieldsOf(text: string, delimiter: string): Field[][] {
  const rows: Field[][] = [];
  let row: Field[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const [value, end] = quoted ? inQuotes(text, at + 1) : upTo(text, at, delimiter);
    row.push({ text: value, quoted });
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push({ text: "", quoted: false });
      continue;
    }
    rows.push(row);
    row = [];
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;

  function inQuotes(all: string, from: number): readonly [string, number] {
    let value = "";
    let start = from;
    for (;;) {
      const close = all.indexOf('"', start);
      if (close < 0) return [value + all.slice(start), all.length];
      value += all.slice(start, close);
      if (all[close + 1] !== '"') return rest(all, value, close + 1);
      value += '"';
      start = close + 2;
    }
  }

  /** Letters after the closing quote belong to the field, too: nothing is lost. */
  function rest(all: string, value: string, from: number): readonly [string, number] {
    const [more, end] = upTo(all, from, delimiter);
    return [value + more, end];
  }
}

function upTo(text: string, from: number, delimiter: string): readonly [string, number] {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return [text.slice(from, end), end];
}
