import { knownOn } from "../finding/propose.ts";
import { type Fills, type Owned, step, type Work } from "../host.ts";
import { type EmptyWeeks, emptyWeeks } from "../layouts/coloured.ts";
import type { Place } from "../layouts/found.ts";
import type { Known } from "../layouts/index.ts";
import { NO_AMOUNTS, ONLY_MARKS } from "../layouts/units-across.ts";
import { type CellRange, isBlank, shown } from "../plan/cells.ts";
import type { Candidate } from "./map-found.ts";
import { answersFor, type MapAnswer } from "./map-request.ts";
import type { Workbook } from "./workbook.ts";

/** A plan of a team's own whose weeks are coloured and hold no amounts. */
export interface Coloured {
  readonly id: string;
  readonly sheet: string;
  /** Rows of the sheet above its cells. */
  readonly above: number;
  readonly cells: CellRange;
  readonly known: Known;
  /** Its colours, those of most cells first, each with its cells. */
  readonly colours: readonly (readonly [colour: string, places: readonly Place[]])[];
  /** Cells in its columns of time that hold a text and have no colour. */
  readonly marked: readonly Place[];
}

/** Colours beyond these are rare ones, and mean nothing. */
export const MOST_COLOURS = 8;

/** So many cells are asked for at once: in Excel each answers with a text of its own. */
const MOST_CELLS = 20_000;

/** Look at the colours of those tables in whose columns of time nothing is written. */
export function* colouredIn(
  { book }: Pick<Workbook, "book">,
  all: readonly Candidate[],
  answers: readonly MapAnswer[],
): Work<readonly Coloured[]> {
  const found: Coloured[] = [];
  for (const [i, { id, sheet, block, fitting, found: read }] of all.entries()) {
    const isEmpty =
      "shape" in read
        ? read.tables.every(({ cells }) => cells.length === 1)
        : [NO_AMOUNTS, ONLY_MARKS].includes(read.why);
    if (!isEmpty || fitting !== null) continue;
    const known = knownOn(book, sheet, null, answersFor(answers, id), block);
    const weeks = emptyWeeks(block.cells, known);
    if (weeks === null) continue;
    yield* step({ do: "tell", words: `Looking at the colours of ${id}`, part: { done: i, of: all.length } });
    const fills = yield* fillsOf(sheet, block.row, weeks);
    const colours = coloursOf(weeks, fills);
    const marked = placesOf(weeks).filter(
      ({ row, column }) => !isBlank(block.cells[row]?.[column] ?? null) && (fills.get(row)?.[column] ?? null) === null,
    );
    if (colours.length > 0) found.push({ id, sheet, above: block.row, cells: block.cells, known, colours, marked });
  }
  return found;
}

/** Names beside cells, as a planner finds them again: "Ann Lee, Alpha". */
export function namesBeside({ cells }: Coloured, { row, column }: Place): string {
  const beside = (cells[row] ?? []).slice(0, column).filter((cell) => !isBlank(cell));
  return beside.slice(0, 2).map(shown).join(", ");
}

function* fillsOf(
  sheet: string,
  above: number,
  { rows, columns }: EmptyWeeks,
): Work<ReadonlyMap<number, Fills[number]>> {
  const left = Math.min(...columns);
  const width = Math.max(...columns) - left + 1;
  const last = rows[rows.length - 1]!;
  const most = Math.max(1, Math.floor(MOST_CELLS / width));
  const fills = new Map<number, Fills[number]>();
  for (let row = rows[0]!; row <= last; row += most) {
    const area: Owned = {
      sheet,
      at: { row: above + row, column: left, rows: Math.min(most, last - row + 1), columns: width },
    };
    const [lines = []] = yield* step({ do: "fills", areas: [area] });
    lines.forEach((line, i) => {
      fills.set(row + i, [...Array.from({ length: left }, () => null), ...line]);
    });
  }
  return fills;
}

const placesOf = ({ rows, columns }: EmptyWeeks): readonly Place[] =>
  rows.flatMap((row) => columns.map((column) => ({ row, column })));

function coloursOf(weeks: EmptyWeeks, fills: ReadonlyMap<number, Fills[number]>): Coloured["colours"] {
  const places = new Map<string, Place[]>();
  for (const place of placesOf(weeks)) {
    const colour = fills.get(place.row)?.[place.column] ?? null;
    if (colour === null) continue;
    const own = places.get(colour) ?? [];
    own.push(place);
    places.set(colour, own);
  }
  return [...places].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}
