import { type Cell, isBlank, isBlankRow } from "./cells.ts";
import { complain, complainOfLayout, complainOfPart, type Findings, note, orderOf } from "./findings.ts";
import { KINDS } from "./kinds.ts";
import { hintForMissing } from "./missing-hint.ts";
import { repeatsHeadings, totalsAt } from "./odd-rows.ts";
import { type Numbering, readBySchema, readRun } from "./reader.ts";
import { BLANK, BLANK_ROW, NO_ROW, type Rows } from "./rows.ts";
import type { Part } from "./sources.ts";
import type { Columns, Table } from "./table.ts";

/** Every row of a table, from all ranges that hold it: columns of numbers, and what is wrong with the other cells. */
export function readTable<C extends Columns>(
  table: Table<C>,
  all: readonly Part[],
  numbering: Numbering,
  findings: Findings,
): Rows<C> {
  const parts = all.filter((part) => part.table.name === table.name);
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.length;
  }
  const keys = Object.keys(table.columns);
  const has = new Set(keys.filter((key) => parts.some((part) => part.columns.has(key))));
  const absent = new Int32Array(length).fill(BLANK);
  const columns = Object.fromEntries(keys.map((key) => [key, has.has(key) ? new Int32Array(length) : absent]));
  // The keys are the table's own, so that each column has its array.
  const rows = { table, parts, starts, length, state: new Uint8Array(length), columns, has } as unknown as Rows<C>;
  parts.forEach((part, i) => {
    readPart(rows, part, starts[i]!, numbering, findings);
  });
  return rows;
}

function readPart(rows: Rows, part: Part, start: number, numbering: Numbering, findings: Findings): void {
  complainOfLayout(findings, part, start);
  if (!isReadable(part, findings) || standsTwice(part, rows.parts, findings)) {
    leaveOut(rows, part, start);
    return;
  }
  const { cells, header, length: count } = part;
  const keys = Object.keys(rows.table.columns);
  const flagged: number[] = [];
  keys.forEach((key, ordinal) => {
    const { kind, required } = rows.table.columns[key]!;
    const out = rows.columns[key]!;
    const column = part.columns.get(key);
    if (column === undefined) {
      if (rows.has.has(key)) out.fill(BLANK, start, start + count);
    } else if (KINDS[kind].is !== "unread" && KINDS[kind].is !== "raw") {
      const rest: number[] = [];
      readRun(numbering, kind, { cells, first: header + 1, count, column, required, out, start, rest });
      for (const index of rest) flagged.push(index * MOST_COLUMNS + ordinal);
    }
  });
  flagged.sort((a, b) => a - b);
  for (let i = 0; i < flagged.length; ) {
    const index = Math.floor(flagged[i]! / MOST_COLUMNS);
    const odd: string[] = [];
    for (; i < flagged.length && Math.floor(flagged[i]! / MOST_COLUMNS) === index; i++)
      odd.push(keys[flagged[i]! % MOST_COLUMNS]!);
    readOddRow(rows, part, index, part.cells[part.header + 1 + index - start]!, odd, numbering, findings);
  }
}

const MOST_COLUMNS = 64;

/** A row with cells that the fast path could not read. */
function readOddRow(
  rows: Rows,
  part: Part,
  index: number,
  cells: readonly Cell[],
  odd: readonly string[],
  numbering: Numbering,
  findings: Findings,
): void {
  if (isBlankRow(cells)) {
    rows.state[index] = BLANK_ROW;
    return;
  }
  const required = (key: string) => rows.table.columns[key]!.required;
  const cellOf = (key: string): Cell => cells[part.columns.get(key)!] ?? null;
  const totals = totalsAt(
    cells,
    odd.some((key) => required(key) && isBlank(cellOf(key))),
  );
  if (totals >= 0) {
    const key = [...part.columns].find(([, column]) => column === totals)?.[0] ?? odd[0]!;
    complain(findings, { rows, index, key }, TOTALS);
    rows.state[index] = NO_ROW;
    return;
  }
  if (repeatsHeadings(rows.table, part.columns, cells)) {
    complain(findings, { rows, index, key: odd[0]! }, HEADINGS);
    rows.state[index] = NO_ROW;
    return;
  }
  for (const key of odd) {
    const cell = cellOf(key);
    if (isBlank(cell) && !required(key)) continue;
    const found = readBySchema(numbering, rows.table.columns[key]!.kind, cell);
    if ("value" in found) rows.columns[key]![index] = found.value;
    const complaint = "value" in found ? found.warning : found;
    if (complaint) complain(findings, { rows, index, key }, complaint);
  }
}

const TOTALS = {
  code: "HR-131",
  why: "looks like a row of totals and is left out",
  hint: "Maybe move totals out of the table, or rename the row when it is none.",
} as const;
const HEADINGS = {
  code: "HR-132",
  why: "repeats the headings and is left out",
  hint: "Maybe delete this row.",
} as const;

/** Twice what the largest plan that Headroom is tried with has. */
const MOST_ROWS = 200_000;

/** Whether the range has every column it must have, once. */
function isReadable(part: Part, findings: Findings): boolean {
  if (part.refused) {
    note(findings, part.refused, orderOf(part.table.name, 0, 0));
    return false;
  }
  const { table, doubled, missing } = part;
  const most = table.mostRows ?? MOST_ROWS;
  const heading = (key: string) => `"${table.columns[key]!.heading}"`;
  for (const [key, at] of doubled) {
    const why = `${table.name} has two columns that mean ${heading(key)}`;
    complainOfPart(findings, part, { code: "HR-136", why, hint: "Maybe one of them needs another heading." }, at);
  }
  const headings = part.cells[part.header] ?? [];
  const used = new Set(part.columns.values());
  for (const keys of missing) {
    const why = `${table.name} has no column ${keys.map(heading).join(" or ")}`;
    complainOfPart(findings, part, { code: "HR-135", why, hint: hintForMissing(table, headings, used, keys) }, []);
  }
  if (part.length > most) {
    const why = `${table.name} has ${part.length} rows, more than the limit of ${most}; nothing was read`;
    complainOfPart(findings, part, { code: "HR-151", why, hint: "Maybe split the plan into two workbooks." }, []);
  }
  return doubled.size === 0 && missing.length === 0 && part.length <= most;
}

/** The same range given twice, or a copied sheet, would count all of its rows twice. */
function standsTwice(part: Part, parts: readonly Part[], findings: Findings): boolean {
  const earlier = parts.slice(0, parts.indexOf(part));
  if (part.length === 0 || part.layout || !earlier.some((other) => hasSameCells(other, part))) return false;
  const why = `${part.table.name} stands twice with the same rows; they count once`;
  complainOfPart(
    findings,
    part,
    { code: "HR-121", why, hint: "Maybe a range was given twice, or a sheet copied." },
    [],
  );
  return true;
}

function hasSameCells(a: Part, b: Part): boolean {
  if (a.length !== b.length) return false;
  for (let row = 0; row <= a.length; row++) {
    const [one, other] = [a.cells[a.header + row]!, b.cells[b.header + row]!];
    if (one !== other && (one.length !== other.length || one.some((cell, at) => cell !== other[at]))) return false;
  }
  return true;
}

function leaveOut(rows: Rows, part: Part, start: number): void {
  for (let i = 0; i < part.length; i++) {
    rows.state[start + i] = isBlankRow(part.cells[part.header + 1 + i]) ? BLANK_ROW : NO_ROW;
  }
}
