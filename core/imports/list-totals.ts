import { nameKey } from "../plan/names.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";
import type { Kind } from "./signatures.ts";
import { subtotalsIn } from "./subtotals.ts";
import { noteTotal, totalRows } from "./total-rows.ts";
import { nameIn } from "./who.ts";
import { looksLikeTotal } from "./words.ts";

/** How a record of each kind is known: by its names, and by what no row of totals has. */
interface ListKind {
  readonly names: readonly Field[];
  readonly own: readonly Field[];
  /** Where an amount may tell a total. */
  readonly amounts: readonly Field[];
  /** Its day, without which a row with amounts is none. */
  readonly day: Field | null;
}

const AMOUNTS: readonly Field[] = ["minutesPerDay", "hoursPerDay", "fte", "share", "weekHours", "plannedHours"];
const NONE = { amounts: [], day: null } as const;
const RECORDS: ReadonlyMap<Kind, ListKind> = new Map<Kind, ListKind>([
  ["people", { names: [], own: ["email", "personId", "id"], ...NONE }],
  ["projects", { names: ["projectName"], own: ["projectId", "id"], ...NONE }],
  ["milestones", { names: ["milestone", "project"], own: ["id"], ...NONE }],
  ["backlog", { names: ["project", "summary"], own: ["issue"], ...NONE }],
  ["tickets", { names: ["queue", "summary"], own: ["id"], ...NONE }],
  ["leave", { names: ["leaveType", "note"], own: ["id"], ...NONE }],
  ["allocations", { names: ["project", "client", "note"], own: ["id"], amounts: AMOUNTS, day: "start" }],
  ["plans", { names: ["task", "group", "role", "note"], own: ["id"], amounts: ["plannedHours"], day: "start" }],
]);

/** Records of a list without rows that call themselves a total and have nothing of their own that a record has. */
export function withoutTotals(reading: Reading, rows: readonly FileRow[]): readonly FileRow[] {
  const record = RECORDS.get(reading.kind);
  if (record === undefined) return rows;
  const known = new Set([...reading.known.people, ...reading.known.engagements].map(nameKey));
  const label = (row: FileRow): string | null => {
    const found = labelOf(reading, record, row);
    return found !== null && !known.has(nameKey(found)) ? found : null;
  };
  const isOwn = (row: FileRow): boolean =>
    record.own.some((field) => {
      const text = reading.text(row, field);
      return text !== "" && !isTotal(text);
    });
  if (record.amounts.length > 0) return withoutSums(reading, rows, record, (row) => !isOwn(row) && label(row) !== null);
  return rows.filter((row) => {
    const word = label(row);
    if (word === null || isOwn(row)) return true;
    const hint = "Maybe it is none; then give it another name in the file.";
    reading.findings.note("HR-245", row.row, "is a row of totals, and left out", hint, word, "", "skipped");
    return false;
  });
}

/** "Total", and "Total 7" or "Total: 12 people". */
const isTotal = (text: string): boolean => looksLikeTotal(text.replace(/[\s:=(]+\d[^\s]*(\s+\p{L}+)?\)?$/u, ""));

function labelOf(reading: Reading, { names, own }: ListKind, row: FileRow): string | null {
  const texts = [nameIn(reading, row), ...names.map((field) => reading.text(row, field))].filter((text) => text !== "");
  const named = [...texts, ...own.map((field) => reading.text(row, field))].find(isTotal);
  if (named !== undefined) return named;
  const first = row.cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
  return texts.length === 0 && isTotal(first) ? first : null;
}

/** Where rows have amounts, a total with days like any booking is compared with them, and asked about where it differs. */
function withoutSums(
  reading: Reading,
  rows: readonly FileRow[],
  { amounts, day }: ListKind,
  isLabelled: (row: FileRow) => boolean,
): readonly FileRow[] {
  const field = amounts.find((one) => reading.has(one));
  const amountOf = (row: FileRow): number | null | undefined =>
    field === undefined ? null : amountIn(reading, row, field);
  const byPeriod = reading.has("period") && !reading.has("start");
  const hasDay = (row: FileRow) =>
    byPeriod ? reading.text(row, "period") !== "" : day === null || typeof reading.day(row, day) === "number";
  const unit = field === "fte" ? " FTE" : field === "share" ? "" : " h";
  const subtotals = subtotalsIn(reading);
  const undated = new Set(rows.filter((row) => isLabelled(row) && !hasDay(row)));
  const rest = rows.filter((row) => !undated.has(row) && !subtotals.has(row));
  const isRecord = (row: FileRow) => reading.text(row, "id") !== "" && !isLabelled(row);
  const out = totalRows(reading, rest.filter(hasDay), amountOf, { isRecord, unit });
  const kept = rows.filter((row) => {
    if (subtotals.takes(row)) return false;
    if (undated.has(row)) return false;
    if (!out.has(row)) return true;
    reading.findings.count("skipped");
    return false;
  });
  const sum = kept.reduce((all, row) => all + (amountOf(row) ?? 0), 0);
  for (const row of kept) subtotals.add(row, amountOf(row) ?? 0);
  subtotals.check(amountOf);
  for (const row of undated) noteTotal(reading, row, amountOf(row), sum, unit);
  return kept;
}

/** Amounts that are compared with each other only: hours as seconds, shares as if they were hours. */
function amountIn(reading: Reading, row: FileRow, field: Field): number | null | undefined {
  if (field !== "share" && field !== "fte")
    return reading.seconds(row, field, field === "minutesPerDay" ? "minutes" : "hours");
  const number = reading.numberIn(reading.text(row, field).replace(/\s*%$/, ""));
  return typeof number === "number" ? Math.round(number * 3600) : number;
}
