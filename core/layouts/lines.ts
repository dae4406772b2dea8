import { type Cell, isBlank } from "../plan/cells.ts";
import type { LayoutProblem, Place } from "./found.ts";
import { namelessIn } from "./nameless.ts";
import { at, filled, type Sheet, span, textAt, warning } from "./sheet.ts";
import { isFigureName, isSummaryWord, isTotalWord, type Role } from "./vocabulary.ts";

/** Which column of a table holds what. */
export type Columns = ReadonlyMap<Role, number>;
/** A cell and where it stands; for a name that stands once, the row where it stands. */
export type Held = Place & { readonly cell: Cell };
/** A row below the header. */
export interface Line {
  readonly row: number;
  /** "summary": about the rows around it, such as a person's capacity. "computed": it repeats others. "held": it names nothing. */
  readonly kind: "entry" | "total" | "summary" | "computed" | "held" | "alone" | "blank";
  readonly held: ReadonlyMap<Role, Held>;
  /** The text alone on a line above: a team, as a rule. */
  readonly group: string;
  /** Nobody stands in the person's cell, and it is not clear whether the name above is meant. */
  readonly unclear: boolean;
  /** What has to be said of amounts beside which nobody stands. */
  readonly told: LayoutProblem | null;
}

const KEYS: readonly Role[] = ["person", "last name", "engagement", "task", "key", "role", "team"];

/** The rows below a header, with names that stand once carried down, and totals told apart; by the amounts too, where their columns are given. */
export function linesIn(
  sheet: Sheet,
  columns: Columns,
  first: number,
  amounts: readonly number[] = [],
): readonly Line[] {
  const keys = KEYS.flatMap((role) => (columns.has(role) ? [[role, columns.get(role)!] as const] : [])).sort(
    (a, b) => a[1] - b[1],
  );
  const rough = span(first, sheet.height - 1).map((row) => ({ row, kind: kindOf(sheet, row, keys, columns) }));
  const nameless = namelessIn(sheet, columns, rough, amounts);
  const kinds = rough.map(({ row, kind }) => ({ row, kind: nameless.get(row)?.kind ?? kind }));
  const repeated = repeats(
    sheet,
    columns.get("person"),
    kinds.filter(({ kind }) => kind === "entry").map(({ row }) => row),
  );
  const isFilled = (role: Role) =>
    kinds.some(({ row, kind }) => kind === "entry" && !isBlank(at(sheet, row, columns.get(role) ?? 0)));
  const named = isFilled("person");
  const worked = isFilled("engagement");
  const isAbove = !worked && columns.has("engagement") && kinds.some(({ kind }) => kind === "alone");
  const carried = new Map<Role, Held>();
  let above: Held | null = null;
  let group = "";
  return kinds.map(({ row, kind }) => {
    if (kind === "alone") {
      const column = filled(sheet, row)[0] ?? 0;
      carried.clear();
      group = String(at(sheet, row, column) ?? "");
      if (!named && column === columns.get("person")) carried.set("person", { row, column, cell: group });
      if (isAbove) above = { row, column, cell: group };
    }
    if (kind === "total" || kind === "computed") carried.clear();
    const held = new Map<Role, Held>();
    for (const [role, column] of columns) held.set(role, { row, column, cell: at(sheet, row, column) });
    const told = nameless.get(row);
    if (told?.heads)
      for (const [role, column] of keys) if (!isBlank(at(sheet, row, column))) carried.set(role, held.get(role)!);
    let unclear = false;
    let onlyBlank = true;
    for (const [role, column] of keys) {
      const blank = isBlank(at(sheet, row, column));
      if (kind !== "entry" && kind !== "summary") break;
      if (!blank) carried.set(role, held.get(role)!);
      else if (onlyBlank && role === "person" && (repeated || !carried.has(role))) unclear = true;
      else if (onlyBlank && carried.has(role)) held.set(role, carried.get(role)!);
      onlyBlank &&= blank;
      if (!blank)
        for (const [other, right] of keys) if (right > column && isBlank(at(sheet, row, right))) carried.delete(other);
    }
    if (kind === "entry" && above !== null && !columnsHold(held, "engagement")) held.set("engagement", above);
    const asked = kind === "alone" && above !== null ? aboveRows(sheet, above, columns) : null;
    return { row, kind, held, group, unclear, told: told?.told ?? asked };
  });
}

const columnsHold = (held: ReadonlyMap<Role, Held>, role: Role): boolean => !isBlank(held.get(role)?.cell ?? null);

/** A name alone in its row, where no row names work, is the work of the rows below: outside the column of work, that is said. */
function aboveRows(sheet: Sheet, place: Held, columns: Columns): LayoutProblem | null {
  if (place.column === columns.get("engagement")) return null;
  const says = [
    "stands alone above rows that name no work and is read as their engagement",
    "Maybe it should stand in the column of work.",
  ] as const;
  return warning(sheet, place, "engagement-missing", says);
}

/** What the lines say of amounts beside which nobody stands. */
export const namelessProblems = (lines: readonly Line[]): readonly LayoutProblem[] =>
  lines.flatMap(({ told }) => (told === null ? [] : [told]));

function kindOf(sheet: Sheet, row: number, keys: readonly (readonly [Role, number])[], roles: Columns): Line["kind"] {
  const columns = filled(sheet, row);
  if (columns.length === 0) return "blank";
  const texts = [...keys.map(([, column]) => column), columns[0]!].map((column) => textAt(sheet, row, column));
  if (texts.some(isTotalWord)) return "total";
  if (texts.some(isSummaryWord) || isFigureName(textAt(sheet, row, roles.get("person") ?? -1))) return "summary";
  return columns.length === 1 && textAt(sheet, row, columns[0]!) !== "" ? "alone" : "entry";
}

/** Does a name stand in two rows that follow each other? Then a blank does not mean "as above". */
const repeats = (sheet: Sheet, column: number | undefined, rows: readonly number[]): boolean =>
  column !== undefined &&
  rows.some(
    (row, i) => i > 0 && !isBlank(at(sheet, row, column)) && at(sheet, row, column) === at(sheet, rows[i - 1]!, column),
  );
