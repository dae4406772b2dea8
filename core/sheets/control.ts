import type { Area } from "../host.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { isErrorValue } from "../plan/cells.ts";
import { a1, a1Range, quotedSheet } from "./a1.ts";
import { runsOf } from "./grid-places.ts";
import type { InputTable } from "./inputs.ts";

/** Every sheet of a refresh has the same formulas of the same tables, and some tables are long. */
const formulas = new WeakMap<InputTable, string>();

/**
 * A native formula that is 0 while a table's control figures are those of the refresh, and 1 when they are not or the table is
 * gone. It has no argument separator and no decimal point, so it reads the same in every locale.
 */
export function controlFormula(table: InputTable): string {
  const formula = formulas.get(table) ?? testOf(table);
  formulas.set(table, formula);
  return formula;
}

function testOf({ sheet, at, cells }: InputTable): string {
  const kinds = Array.from({ length: at.columns }, (_, column) => kindOf(cells.map((line) => line[column] ?? null)));
  const tests = [
    ...numberTest(sheet, at, cells, kinds),
    ...(cells.length > MOST_WEIGHED ? [filledTest(sheet, at, cells, kinds)] : textTests(sheet, at, cells, kinds)),
  ];
  return tests.length === 0 ? "0" : `ISERROR(1/(${tests.join("*")}))+0`;
}

/** Tables longer than this are not read cell by cell: each change of theirs would stop the planner for seconds. */
const MOST_WEIGHED = 20_000;

const textTests = (sheet: string, at: Area, cells: CellRange, kinds: readonly Kind[]): string[] =>
  runsOf(kinds.map((kind) => kind !== "unread")).flatMap(({ from, length, value }) =>
    value
      ? [textTest(sheet, part(at, from, length), inColumns(cells, from, length), kinds.slice(from, from + length))]
      : [],
  );

/** How many cells of each column hold anything, with a weight of its own; a formula that gives "" is blank in every host. */
function filledTest(sheet: string, at: Area, cells: CellRange, kinds: readonly Kind[]): string {
  const columns = kinds.flatMap((kind, i) => (kind === "unread" ? [] : [i]));
  const pieces = columns.map((i) => {
    const column = range(sheet, part(at, i, 1));
    return `(ROWS(${column})-COUNTBLANK(${column}))*${i + 1}`;
  });
  const filled = (i: number) => cells.reduce((sum, line) => sum + Number(!isEmpty(line[i])), 0);
  return `(${["0", ...pieces].join("+")}=${columns.reduce((sum, i) => sum + (i + 1) * filled(i), 0)})`;
}

const isEmpty = (cell: Cell | undefined): boolean => cell === undefined || cell === null || cell === "";

type Kind = "text" | "numbers" | "yes or no" | "unread";

/** Columns whose cells hosts do not count alike are left out: failing formulas, links, characters of two code units. */
function kindOf([, ...body]: readonly Cell[]): Kind {
  const has = (is: (cell: Cell) => boolean) => body.some(is);
  if (has((cell) => isErrorValue(cell) || (typeof cell === "string" && UNEVEN.test(cell)))) return "unread";
  if (has((cell) => typeof cell === "boolean")) return has((cell) => typeof cell === "number") ? "unread" : "yes or no";
  return has((cell) => typeof cell === "string") ? "text" : "numbers";
}

const UNEVEN = /[\uD800-\uDFFF\r]|\]\(/;

/** Numbers, each column with a weight of its own, to a thousandth: sums of parts of hours are not exact to the last bit. */
function numberTest(sheet: string, at: Area, cells: CellRange, kinds: readonly Kind[]): string[] {
  const columns = kinds.flatMap((kind, i) => (kind === "text" || kind === "numbers" ? [i] : []));
  if (columns.length === 0) return [];
  const sum = columns.map((i) => `SUM(${range(sheet, part(at, i, 1))})*${i + 1}`).join("+");
  const stored = columns.reduce(
    (all, i) => all + cells.reduce((below, line) => below + (typeof line[i] === "number" ? line[i] : 0), 0) * (i + 1),
    0,
  );
  return [`(ABS((${sum})*${SCALE}-(${Math.round(stored * SCALE)}))<1)`];
}

const SCALE = 1000;

/** Which cells hold anything, how long their texts are and how they end, each row with a weight of its own. */
function textTest(sheet: string, at: Area, cells: CellRange, kinds: readonly Kind[]): string {
  const all = range(sheet, at);
  const ends = endsIn(cells);
  const row = `(ROW(${all})-ROW(${prefix(sheet)}${a1(at)})+1)`;
  const pieces = [
    `(${all}<>"")`,
    ...runsOf(kinds).flatMap(({ from, length, value }) => {
      if (value !== "text" && value !== "yes or no") return [];
      const some = range(sheet, part(at, from, length));
      if (value === "yes or no") return [`(${some}=(1=1))`];
      const endings = ends.map((letter, i) => `+(RIGHT(${some})="${letter}")*${i + 2}`).join("");
      return [`ISTEXT(${some})*(LEN(${some})${endings})`];
    }),
  ];
  const sum = pieces.map((piece) => `SUMPRODUCT(${piece}*${row})`).join("+");
  const stored = cells.reduce(
    (below, line, i) => below + line.reduce((of: number, cell, j) => of + weightOf(cell, kinds[j]!, ends), 0) * (i + 1),
    0,
  );
  return `(${sum}=${stored})`;
}

/** Last letters that tell words of one length apart: confirmed from tentative, lost from done. */
const ENDS: readonly string[] = ["d", "n", "s", "t"];
/** Longer tables go without: a planner who types must not wait for the comparison. */
const MOST_ROWS = 1000;
const endsIn = (cells: CellRange): readonly string[] => (cells.length > MOST_ROWS ? [] : ENDS);

function weightOf(cell: Cell, kind: Kind, ends: readonly string[]): number {
  if (cell === null || cell === "") return 0;
  if (kind === "yes or no") return cell === true ? 2 : 1;
  if (kind === "numbers" || typeof cell !== "string") return 1;
  const end = ends.indexOf(cell.slice(-1).toLowerCase());
  return 1 + cell.length + (end < 0 ? 0 : end + 2);
}

const prefix = (sheet: string) => `${quotedSheet(sheet)}!`;
const range = (sheet: string, at: Area) => `${prefix(sheet)}${a1Range(at)}`;
const part = (at: Area, from: number, columns: number): Area => ({ ...at, column: at.column + from, columns });
const inColumns = (cells: CellRange, from: number, length: number): CellRange =>
  cells.map((line) => line.slice(from, from + length));
