import { AMOUNTS_KEY, FIRST_KEY, LAST_KEY } from "../finding/columns.ts";
import type { MappedColumn } from "../finding/memory.ts";
import type { Proposal } from "../finding/propose.ts";
import type { Edit } from "../journal/index.ts";
import { sheetsInUse } from "../journal/index.ts";
import { iso } from "../layouts/weeks.ts";
import type { Cell } from "../plan/cells.ts";
import { isBlankRow } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import { MAPS, TABLES } from "../plan/tables.ts";
import { tableSheet } from "../sheets/template.ts";
import { dayNumber } from "../units.ts";
import { formError } from "./allocations-table.ts";
import type { Workbook } from "./workbook.ts";

type Line = ReadonlyMap<string, Cell>;

/** What Tables keeps of a table in a team's own layout: what each column means, and each answer about the whole. */
export function columnsOfProposal(
  { shape, tables }: Proposal,
  said: readonly Pick<MappedColumn, "heading" | "means">[],
): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const { key, means } of shape.columns) if (key !== "" && !columns.has(key)) columns.set(key, means);
  for (const { heading, means } of said)
    if (/^\(.*\)$/.test(heading) && heading !== AMOUNTS_KEY && means !== "") columns.set(heading, means);
  for (const [heading, day] of daysOfName(tables)) columns.set(heading, day);
  return columns;
}

interface Decided {
  readonly id: string;
  readonly name: string;
  readonly use: boolean;
}

/** The rows of Tables for one table, one for each of its columns. */
export function mapLines(
  columns: ReadonlyMap<string, string>,
  feeds: readonly string[],
  { id, name, use }: Decided,
): readonly Line[] {
  const base: readonly (readonly [string, Cell])[] = [
    ["name", name],
    ["sheet", id],
    ["feeds", feeds.join("; ")],
    ["use", use ? "Yes" : "No"],
  ];
  return [...columns].map(
    ([heading, means]) => new Map<string, Cell>([...base, ["heading", heading], ["means", means]]),
  );
}

/** The days that only the name of the sheet says: formulas, which do not know it, take them from Tables. */
function daysOfName(tables: Proposal["tables"]): readonly (readonly [string, string])[] {
  const one = tables.find(({ problems }) => problems.some(({ kind }) => kind === "period-from-sheet-name"));
  const [headings = [], first] = one?.cells ?? [];
  const [from, to] = ["From", "To"].map((heading) => first?.[headings.indexOf(heading)] ?? null);
  if (typeof from !== "number" || typeof to !== "number") return [];
  return [
    [FIRST_KEY, iso(dayNumber(from))],
    [LAST_KEY, iso(dayNumber(to))],
  ];
}

/** The rows go where earlier ones of the same table stood, then below; nothing else of the sheet moves. */
export function mapEdits(found: Workbook, slots: readonly number[], lines: readonly Line[]): readonly Edit[] {
  const table = found.located.find((one) => one.table === MAPS);
  if (table === undefined) return lines.length === 0 ? [] : [newSheet(found, lines)];
  const inPlace = slots.flatMap((row, i) => rowEdits(table, table.row + row, lines[i] ?? new Map()));
  const below = lines.slice(slots.length);
  return below.length === 0 ? inPlace : [...inPlace, belowEdit(found, table, below)];
}

/** Our columns of one row, neighbours together, so that a planner's own columns stay as they are. */
function rowEdits(table: Located, row: number, line: Line): readonly Edit[] {
  const columns = [...table.columns].sort((a, b) => a[1] - b[1]);
  const runs: { from: number; cells: Cell[] }[] = [];
  for (const [key, column] of columns) {
    const run = runs.at(-1);
    if (run && run.from + run.cells.length === column) run.cells.push(line.get(key) ?? null);
    else runs.push({ from: column, cells: [line.get(key) ?? null] });
  }
  return runs.map(({ from, cells }) => ({
    sheet: table.sheet,
    at: { row, column: from, rows: 1, columns: cells.length },
    cells: [cells],
  }));
}

function belowEdit({ book }: Workbook, table: Located, lines: readonly Line[]): Edit {
  const { sheet, column, lastRow } = table;
  const width = table.cells[0]?.length ?? 0;
  const cells = book.find(({ name }) => name === sheet)?.cells ?? [];
  for (let row = lastRow + 1; row <= lastRow + lines.length && row < cells.length; row++) {
    if (isBlankRow(cells[row]!.slice(column, column + width))) continue;
    throw formError(
      `Something stands in row ${row + 1} of ${sheet}, where the table's columns would go`,
      "Maybe move it.",
    );
  }
  const at = { row: lastRow + 1, column, rows: lines.length, columns: width };
  const byColumn = new Map([...table.columns].map(([key, place]) => [place - column, key]));
  const rows = lines.map((line) => Array.from({ length: width }, (_, i) => line.get(byColumn.get(i) ?? "") ?? null));
  return { sheet, at, cells: rows, dress: [{ do: "format", at, pattern: "@" }] };
}

function newSheet(found: Workbook, lines: readonly Line[]): Edit {
  const columns = Object.entries(MAPS.columns);
  const rows = [
    columns.map(([, { heading }]) => heading),
    ...lines.map((line) => columns.map(([key]) => line.get(key) ?? null)),
  ];
  const made = tableSheet(MAPS, rows);
  const sheet = freeName(MAPS.name, sheetsInUse(found.look));
  return { ...made, sheet };
}

function freeName(name: string, sheets: readonly string[]): string {
  const used = new Set(sheets.map(nameKey));
  const names = [name, ...Array.from({ length: 99 }, (_, i) => `${name} (Headroom${i === 0 ? "" : ` ${i + 1}`})`)];
  const free = names.find((one) => !used.has(nameKey(one)));
  if (free === undefined) throw formError(`There is no free name for a sheet ${name}`, "Maybe delete one of them.");
  return free;
}

const TABLE_NAMES: readonly string[] = TABLES.map(({ name }) => name);
const LONGEST_NAME = 60;

/** A name for formulas, made from the sheet's: "Team plan" becomes Team_plan. */
export function rangeName(
  sheet: string,
  used: Iterable<string>,
  isHere: (name: string) => boolean = () => false,
): string {
  const words = sheet
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, LONGEST_NAME);
  const odd = words === "" || /^\d/.test(words) || /^[A-Za-z]{1,3}\d+$/.test(words) || /^[rc]\d*(c\d*)?$/i.test(words);
  const isTable = TABLE_NAMES.some((name) => nameKey(name) === nameKey(words));
  const base = odd || isTable ? `Team_${words === "" ? "table" : words}` : words;
  const taken = new Set([...used].map(nameKey));
  const names = [base, ...Array.from({ length: 999 }, (_, i) => `${base}_${i + 2}`)];
  return names.find((one) => isHere(one) || !taken.has(nameKey(one))) ?? base;
}
