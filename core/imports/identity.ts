import { nameKey } from "../plan/names.ts";
import { fingerprint } from "../sheets/fingerprint.ts";
import type { Field } from "./fields.ts";
import type { ExportFile, FileRow } from "./file.ts";
import { memo } from "./memo.ts";
import type { Reading } from "./reading.ts";
import { nameIn } from "./who.ts";

/** What says at every import that a row is the same: the source and its own number of the row. */
export const keyOf = ({ file }: Reading, id: string): string => `${file.source?.id ?? "file"} ${id}${layoutEnd(file)}`;

/**
 * Rows of unknown tools say which headings their file had: one tool's rows are the same whichever columns were exported, but what
 * one layout no longer has is gone only of that layout.
 */
export const layoutEnd = ({ source, names }: Pick<ExportFile, "source" | "names">): string =>
  source === null ? ` of ${fingerprint([...names].sort()).slice(0, LAYOUT)}` : "";

const LAYOUT = 6;
const LAYOUT_END = /^(file .*) of ([0-9a-f]{6})( other)?$/;

/** A key without the layout of its file, and that layout; "" for the rows of known tools, which have one. */
export function withoutLayout(key: string): { readonly bare: string; readonly layout: string } {
  const [, bare, layout, other = ""] = (key.startsWith("file ") && LAYOUT_END.exec(key)) || [];
  return bare === undefined || layout === undefined ? { bare: key, layout: "" } : { bare: `${bare}${other}`, layout };
}

/** Rows that say the same get a running number, so that two stay two. */
export function numbering(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id} ${count}`;
  };
}

/**
 * The tool's own number of an entry; "" where it gives none. In a file of an unknown tool a column "ID" may number people:
 * it counts only where no two different rows share a number, and for its day.
 */
export function idReader(reading: Reading): (row: FileRow) => string {
  const { file } = reading;
  const column = reading.columns.get("entryId");
  if (column === undefined) return () => "";
  const id = (row: FileRow) => reading.text(row, "entryId");
  if (file.source !== null || file.names[column] !== "id") return id;
  const rows = new Map<string, string>();
  for (const row of file.rows) {
    const cells = row.cells.join("\n");
    const other = id(row) === "" ? undefined : rows.get(id(row));
    if (other !== undefined && other !== cells) return () => "";
    rows.set(id(row), cells);
  }
  return (row) => (id(row) === "" ? "" : `${id(row)} on ${reading.day(row, "date") ?? ""}`);
}

/**
 * Names entries of a time tool: by the tool's number, else by what the row says, whoever it is matched with and whichever
 * other rows are in the file. Rows that say the same get a running number, so that two stay two.
 */
export function entryKeys(
  reading: Reading,
): (row: FileRow, what: readonly (string | number | boolean | null)[]) => string {
  const numbered = numbering();
  const bare = memo(nameKey);
  const start = reading.file.source?.id ?? "file";
  const end = layoutEnd(reading.file);
  const textOf = (row: FileRow, field: Field) => {
    // Notes are seldom alike: remembering them costs more than reading them.
    const text = reading.text(row, field);
    return text === "" ? "" : field === "note" ? nameKey(text) : bare(text);
  };
  return (row, what) => {
    const who = bare(nameIn(reading, row)) || textOf(row, "email") || textOf(row, "personId");
    const said = [...what, who, ...SAID.map((field) => textOf(row, field))];
    return `${start} ${numbered(fingerprint(said))}${end}`;
  };
}

const SAID = ["client", "project", "projectKey", "projectId", "task", "issue", "note"] as const;

/** What the tool has said, where the plan's whole minutes say something else: what is rounded or corrected later must know it. */
export const withSeconds = (key: string, seconds: number, minutes: number): string =>
  seconds === 60 * minutes ? key : `${key} (${seconds} s)`;

/** A key without that, and the seconds; null when the minutes say it all. */
export function partsOf(key: string): { readonly key: string; readonly seconds: number | null } {
  const match = key.endsWith(" s)") ? SECONDS.exec(key) : null;
  return match === null ? { key, seconds: null } : { key: match[1]!, seconds: Number(match[2]) };
}

const SECONDS = /^(.*) \((-?\d+) s\)$/;
