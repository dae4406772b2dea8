import { headsVersions, mayBePlanned, planOf, type Version, versionOf } from "../layouts/versions.ts";
import { type Role, roleOf } from "../layouts/vocabulary.ts";
import { shown } from "./cells.ts";
import { cellAt, complainBeside, type Findings } from "./findings.ts";
import { isSaid, NO_ROW, type Rows } from "./rows.ts";
import type { Part } from "./sources.ts";

/** What a column calls a row: "Plan", "Actual", "Diff". */
interface Named {
  readonly index: number;
  readonly text: string;
  readonly version: Version | null;
}

/** Columns that say something else with such words: "Done" is how far work is. */
const OTHERS: readonly (Role | null)[] = ["status", "note", "billable", "from", "to", "date", "check"];

/**
 * Bookings that a column beside them calls Actual or Diff are no plan: they are left out, each with its cell. So are the rows
 * of several plans for the same people, work and days, which are never added up.
 */
export function checkVersions(rows: Rows, findings: Findings): void {
  rows.parts.forEach((part, at) => {
    for (const column of unreadColumns(part)) checkColumn(rows, part, rows.starts[at]!, column, findings);
  });
}

/** Columns that the table does not read itself. A team's own layout has read its own. */
function unreadColumns({ layout, cells, header, columns }: Part): readonly number[] {
  if (layout) return [];
  const read = new Set(columns.values());
  const headings = cells[header] ?? [];
  const width = cells.slice(header, header + 2).reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) => !read.has(column) && !OTHERS.includes(roleOf(shown(headings[column] ?? null))),
  );
}

function checkColumn(rows: Rows, part: Part, start: number, column: number, findings: Findings): void {
  const named: Named[] = [];
  for (let index = start; index < start + part.length; index++) {
    const cell = part.cells[part.header + 1 + index - start]?.[column] ?? null;
    const text = typeof cell === "string" ? cell.trim() : "";
    if (text !== "" && isSaid(rows, index)) named.push({ index, text, version: versionOf(text) });
  }
  const isHeaded = headsVersions(shown(part.cells[part.header]?.[column] ?? null));
  if (!isHeaded && !tellsVersions(named)) return;
  const leaveOut = (index: number, why: string, hint: string): void => {
    complainBeside(findings, rows, index, column, { code: "HR-288", why, hint });
    rows.state[index] = NO_ROW;
  };
  const plans = named.filter(({ version }) => version === "planned" || (isHeaded && version === null));
  const several = severalPlans(rows, plans);
  for (const { index, version } of named) {
    if (version !== "done" && version !== "difference") continue;
    const what = version === "done" ? "hours done" : "a difference";
    leaveOut(index, `says that its row is ${what} and no plan, and it is left out`, "Maybe nothing has to be done.");
  }
  for (const { index } of several.length === 0 ? [] : plans) {
    const why = `is one of several plans for the same time, ${several.join(" and ")}, which are not added up, and its row is left out`;
    leaveOut(index, why, "Maybe keep the rows of one plan only.");
  }
}

/** Do the words of a column tell plans from what was done? Beside names of work they do not. */
function tellsVersions(named: readonly Named[]): boolean {
  const isAll = named.every(({ text, version }) => version !== null || mayBePlanned(text));
  const isPlanned = named.some(({ version }) => version === "planned");
  return isAll || (isPlanned && named.some(({ version }) => version === "done" || version === "difference"));
}

/** The names of plans of which two have the same person and work at the same time. */
function severalPlans(rows: Rows, plans: readonly Named[]): readonly string[] {
  const names = new Map(plans.map(({ text }) => [planOf(text), `"${text}"`] as const));
  if (names.size < 2) return [];
  const seen = new Map<string, (readonly [plan: string, from: number, to: number])[]>();
  for (const { index, text } of plans) {
    const dayIn = (key: string, none: number) => {
      const cell = cellAt({ rows, index, key });
      return typeof cell === "number" ? cell : none;
    };
    const own = [planOf(text), dayIn("from", -Infinity), dayIn("to", Infinity)] as const;
    const key = JSON.stringify(["person", "engagement"].map((one) => shown(cellAt({ rows, index, key: one }))));
    const others = seen.get(key) ?? [];
    if (others.some(([plan, from, to]) => plan !== own[0] && from <= own[2] && own[1] <= to))
      return [...names.values()];
    seen.set(key, [...others, own]);
  }
  return [];
}
