import { type Area, step, type Work } from "../host.ts";
import { address } from "../sheets/a1.ts";
import type { Written } from "../sheets/ops.ts";

/** A cell of a generated block that somebody changed, kept before it is overwritten. */
export interface HandChange {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: Written;
}

/** The sheet that lists them; it only ever grows, and is the planner's to clear. */
export const CHANGED_BY_HAND = "Changed by hand";

const CHUNK = 500;
const HEADINGS = ["Run", "Cell", "What stood there"];

/** List cells before they are overwritten, each once, also when a run is interrupted and repeated. */
export function* keep(run: number, changes: readonly HandChange[]): Work {
  if (changes.length === 0) return;
  const listed = yield* readList();
  const known = new Set(listed.map((line) => JSON.stringify(line)));
  const lines = changes
    .map(({ sheet, row, column, cell }) => [run, address(sheet, { row, column }), content(cell)])
    .filter((line) => !known.has(JSON.stringify(line)));
  if (lines.length === 0) return;
  const cells = listed.length === 0 ? [HEADINGS, ...lines] : lines;
  const at: Area = { row: listed.length, column: 0, rows: cells.length, columns: HEADINGS.length };
  yield* step({
    do: "apply",
    ops: [
      { do: "open", sheet: CHANGED_BY_HAND },
      { do: "format", at: { ...at, column: 1, columns: 2 }, pattern: "@" },
      { do: "write", at, cells },
      ...(listed.length === 0
        ? ([
            { do: "paint", at: { ...at, rows: 1 }, look: "heading" },
            { do: "width", column: 0, characters: [6, 32, 40] },
          ] as const)
        : []),
    ],
  });
  yield* step({ do: "flush" });
}

/** The list down to its last line, read in pieces: nobody knows beforehand how long it is. */
function* readList(): Work<(readonly Written[])[]> {
  const lines: (readonly Written[])[] = [];
  for (let row = 0; ; row += CHUNK) {
    const at = { row, column: 0, rows: CHUNK, columns: HEADINGS.length };
    const [chunk = []] = yield* step({ do: "read", areas: [{ sheet: CHANGED_BY_HAND, at }] });
    lines.push(...chunk);
    if (chunk.length === 0 || isBlankRow(chunk[chunk.length - 1]!)) break;
  }
  while (lines.length > 0 && isBlankRow(lines[lines.length - 1]!)) lines.pop();
  return lines;
}

const isBlankRow = (line: readonly Written[]) => line.every((cell) => cell === null || cell === "");

/** As text, never as a formula. */
const content = (cell: Written): string =>
  cell !== null && typeof cell === "object" ? cell.formula : cell === null ? "" : String(cell);
