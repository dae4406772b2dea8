import type { FoundTable } from "../layouts/found.ts";
import type { Columns } from "../layouts/lines.ts";
import { plain, type Sheet, span, textAt } from "../layouts/sheet.ts";
import { type Role, roleOf } from "../layouts/vocabulary.ts";
import type { Confidence, ShapeColumn } from "./columns.ts";
import { NOT_USED, wordOfRole } from "./means.ts";

const LEAD = /^(owners?|leads?)$/;
const POINTS = /^(points|story points|contract)$/;
const NUMBER = /(^| )(no|nr|id|code|number|nummer|key)$/;
const REPEATS = /^name of /;

/** Columns with one heading each: what they mean, and how sure that is. */
export function sideColumns(
  sheet: Sheet,
  headings: ReadonlyMap<number, string>,
  roles: Columns,
  found: readonly FoundTable[],
): readonly ShapeColumn[] {
  const rows = [...new Set(found.flatMap(({ places }) => places.map(({ row }) => row)))].slice(0, 200);
  return [...headings].map(([column, heading]): ShapeColumn => {
    const said = sheet.said.headings.size > 0 && [...sheet.said.headings.values()].includes(heading);
    const role = roleOf(heading);
    const means = wordFor(column, heading, role, roles);
    const confidence: Confidence = said ? "yours" : doubt(sheet, column, role, rows);
    const raw = rawHeading(sheet, column, heading);
    return { columns: [column], heading: raw, key: raw, means, confidence };
  });
}

/** The heading as the sheet has it, where a planner gave it another meaning. */
function rawHeading(sheet: Sheet, column: number, heading: string): string {
  if (sheet.said.headings.size === 0) return heading;
  for (const row of span(0, Math.min(sheet.height, 60) - 1)) {
    if (textAt(sheet, row, column) !== heading) continue;
    const raw = sheet.raw[row]?.[column];
    return typeof raw === "string" ? raw.replace(/\s+/g, " ").trim() : heading;
  }
  return heading;
}

function wordFor(column: number, heading: string, role: Role | null, roles: Columns): string {
  const words = plain(heading);
  if (LEAD.test(words)) return "Lead";
  if (POINTS.test(words)) return NOT_USED;
  if (REPEATS.test(words)) return "Check";
  if (role === null) return NUMBER.test(words) && roles.has("engagement") ? "Engagement number" : NOT_USED;
  const isFirst = roles.get(role) === column;
  return isFirst || role === "check" || role === "note" || role === "interval" ? wordOfRole(role) : NOT_USED;
}

/** A heading that we know is sure, unless its cells are of another kind. */
function doubt(sheet: Sheet, column: number, role: Role | null, rows: readonly number[]): Confidence {
  if (role === null) return "likely";
  if (role !== "person" && role !== "engagement" && role !== "role" && role !== "team") return "sure";
  const cells = rows.map((row) => sheet.cells[row]?.[column] ?? null).filter((cell) => cell !== null);
  const texts = cells.filter((cell) => typeof cell === "string").length;
  return texts * 10 >= cells.length * 7 ? "sure" : "likely";
}
