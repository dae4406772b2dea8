import { isBlank } from "../plan/cells.ts";
import type { LayoutProblem, Refused } from "./found.ts";
import { type Columns, type Line, linesIn } from "./lines.ts";
import { at, leftOut, plain, type Sheet, span, textAt, warning } from "./sheet.ts";
import { headsVersions, mayBePlanned, planOf, type Version, versionOf } from "./versions.ts";
import { type Role, roleOf } from "./vocabulary.ts";

/** The columns of a table: what stands beside its amounts, and where the amounts stand. */
export interface Sides {
  readonly headings: ReadonlyMap<number, string>;
  readonly roles: Columns;
  /** The first row below its header. */
  readonly first: number;
  /** All columns of amounts, read or not. */
  readonly amounts: readonly number[];
}
interface Row {
  readonly line: Line;
  readonly row: number;
  readonly column: number;
  /** What the row is called; "" where nothing says so. */
  readonly text: string;
  readonly version: Version | null;
}

const NAMES: readonly Role[] = ["person", "last name", "first name", "engagement", "task", "key", "role", "team"];
/** Columns that say something else with such words: "Done" is how far work is. */
const OTHERS: readonly (Role | null)[] = ["status", "note", "billable", "from", "to", "date", "check"];

/**
 * A table without the amounts of rows that are called Actual or Diff, as its own columns say, which is told; or a refusal where
 * its rows are of several plans for the same work, or none is planned.
 */
export function plannedRows(
  sheet: Sheet,
  sides: Sides,
): { readonly sheet: Sheet; readonly problems: readonly LayoutProblem[] } | Refused {
  const timed = new Set(sides.amounts);
  const beside = span(0, sheet.width - 1).filter((column) => !timed.has(column) && mayTell(sides, column));
  const tells = beside.filter((column) => below(sheet, sides, column).some((text) => versionOf(text) !== null));
  const headed = beside.filter((column) => headsVersions(sides.headings.get(column) ?? ""));
  const columns = [...new Set([...tells, ...headed])];
  if (columns.length === 0) return { sheet, problems: [] };
  const lines = linesIn(sheet, sides.roles, sides.first, sides.amounts).filter(
    ({ kind }) => kind !== "total" && kind !== "alone" && kind !== "blank",
  );
  const problems: LayoutProblem[] = [];
  const dropped = new Map<number, Row>();
  for (const column of columns) {
    const rows = rowsOf(sheet, sides, lines, column);
    if (rows === null) continue;
    const several = severalPlans(sheet, sides, rows, column);
    if (several !== null && "refused" in several) return several;
    if (several !== null) problems.push(several);
    const done = rows.filter(({ row, version }) => isOther(version) && !dropped.has(row));
    for (const one of done) dropped.set(one.row, one);
    problems.push(...told(sheet, done));
  }
  const entries = lines.filter(({ kind, row }) => kind === "entry" && hasAmounts(sheet, sides, row));
  const [first] = dropped.values();
  if (first !== undefined && entries.every(({ row }) => dropped.has(row)))
    return {
      refused: `The rows are called "${first.text}", and none is called Plan: these are hours done or differences, with no plan beside them.`,
      worked: true,
    };
  return { sheet: without(sheet, timed, dropped), problems };
}

const isOther = (version: Version | null): boolean => version === "done" || version === "difference";

const roleAt = ({ headings }: Sides, column: number): Role | null => roleOf(headings.get(column) ?? "");

const mayTell = (sides: Sides, column: number): boolean => !OTHERS.includes(roleAt(sides, column));

const below = (sheet: Sheet, { first }: Sides, column: number): readonly string[] =>
  span(first, sheet.height - 1).flatMap((row) => textAt(sheet, row, column) || []);

const hasAmounts = (sheet: Sheet, { amounts }: Sides, row: number): boolean =>
  amounts.some((column) => !isBlank(at(sheet, row, column)) && at(sheet, row, column) !== 0);

/** What a column calls each row; blanks below a merged cell are as above. Null where its words are names of work. */
function rowsOf(sheet: Sheet, sides: Sides, lines: readonly Line[], column: number): readonly Row[] | null {
  const keys = NAMES.flatMap((role) => sides.roles.get(role) ?? []).filter((one) => one < column);
  let text = "";
  const rows = lines.map((line): Row => {
    const own = textAt(sheet, line.row, column);
    if (own !== "" || keys.length === 0 || keys.some((one) => !isBlank(at(sheet, line.row, one)))) text = own;
    return { line, row: line.row, column, text, version: versionOf(text) };
  });
  const named = rows.filter((one) => one.text !== "");
  const all = named.every(({ version, text: word }) => version !== null || mayBePlanned(word));
  const planned = named.some(({ version }) => version === "planned");
  const isVersions = headsVersions(sides.headings.get(column) ?? "");
  if (isVersions || all) return rows;
  return planned && named.some(({ version }) => isOther(version)) ? rows : null;
}

/** Rows of two plans in one table: of the same work they are never added up, else it is told that all of them count. */
function severalPlans(
  sheet: Sheet,
  sides: Sides,
  rows: readonly Row[],
  column: number,
): LayoutProblem | Refused | null {
  const isVersions = headsVersions(sides.headings.get(column) ?? "");
  const plans = rows.filter(
    ({ row, text, version }) =>
      hasAmounts(sheet, sides, row) && (version === "planned" || (isVersions && text !== "" && version === null)),
  );
  const names = new Map(plans.map(({ text }) => [planOf(text), text] as const));
  if (names.size < 2) return null;
  const called = [...names.values()].map((name) => `"${name}"`).join(" and ");
  if (isVersions || overlap(sheet, sides, plans, column))
    return {
      refused: `The rows are of several plans for the same time, ${called}, and are not to be added up: keep the rows of one of them, or give each a sheet of its own.`,
      worked: true,
    };
  const second = plans.find(({ text }) => planOf(text) !== planOf(plans[0]!.text))!;
  const why = `stands beside rows that are called otherwise (${called}), of other people or work, and all of them are read as one plan`;
  return warning(sheet, second, "row-version", [why, "Maybe only the rows of one plan should stand here."]);
}

function overlap(sheet: Sheet, { roles, amounts }: Sides, plans: readonly Row[], column: number): boolean {
  const seen = new Map<string, string>();
  for (const { line, row, text } of plans) {
    const key = NAMES.flatMap((role) =>
      roles.get(role) === undefined || roles.get(role) === column ? [] : plain(String(line.held.get(role)?.cell ?? "")),
    ).join("|");
    for (const one of amounts.filter((amount) => !isBlank(at(sheet, row, amount)) && at(sheet, row, amount) !== 0)) {
      const own = `${key}|${one}`;
      if ((seen.get(own) ?? planOf(text)) !== planOf(text)) return true;
      seen.set(own, planOf(text));
    }
  }
  return false;
}

const WHAT = { done: "is hours done", difference: "is a difference" } as const;

/** One problem for all rows of one name. */
function told(sheet: Sheet, rows: readonly Row[]): readonly LayoutProblem[] {
  return [...new Set(rows.map(({ text }) => plain(text)))].map((name) => {
    const own = rows.filter(({ text }) => plain(text) === name);
    const first = own[0]!;
    const more = own.length === 1 ? "" : `, as are ${own.length - 1} more below it`;
    const what = first.version === "difference" ? WHAT.difference : WHAT.done;
    const why = `says that its row ${what} and no plan, and the row is left out${more}`;
    return leftOut(sheet, first, "row-version", [why, "Maybe nothing has to be done."]);
  });
}

/** The amounts of some rows made blank, and their own word where nothing else stands in the row. */
function without(sheet: Sheet, timed: ReadonlySet<number>, dropped: ReadonlyMap<number, Row>): Sheet {
  const cells = sheet.cells.map((line, row) => {
    const own = dropped.get(row);
    if (own === undefined) return line;
    const isAlone = line.every((cell, column) => isBlank(cell) || timed.has(column) || column === own.column);
    return line.map((cell, column) => (isAlone || timed.has(column) ? null : cell));
  });
  return { ...sheet, cells };
}
