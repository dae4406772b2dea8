import { isRefused, type Layouts } from "../layouts/found.ts";
import { plain, sheetOf } from "../layouts/sheet.ts";
import { cellAddress } from "../plan/address.ts";
import type { CellRange } from "../plan/cells.ts";
import type { Place, Problem } from "../problems.ts";
import { isKey, type ShapeColumn } from "./columns.ts";
import { AMOUNTS, meaningOf, NOT_USED } from "./means.ts";
import { amountsOf, type Fitting, type TeamMap } from "./memory.ts";
import type { Remembered } from "./said.ts";
import { type SaidTable, usualWord } from "./said-table.ts";
import { shapeOf } from "./shape.ts";

/** A range with a map, as far as its problems name it. */
interface Mapped {
  readonly cells: CellRange;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  readonly above?: readonly string[];
}

/** Where a team's table is no longer what was accepted, and whether it can be read all the same. */
export function mapProblems(
  source: Mapped,
  { map, fit }: Fitting,
  found: Layouts,
  remembered?: Pick<Remembered, "said" | "usual">,
): { readonly wrong: readonly Problem[]; readonly usable: boolean } {
  const tables = found === null || isRefused(found) ? [] : found;
  const wanted = map.feeds.split(";").map((one) => one.trim());
  const lost = wanted.filter(
    (feed) => feed !== "" && feed !== "Deliverables" && !tables.some(({ table }) => table === feed),
  );
  const gone = fit.gone.map(({ heading, means }) => `${heading} (${means})`);
  const where = whereOf(source, map);
  if (found === null || isRefused(found) || lost.length > 0) {
    const because = gone.length > 0 ? `its heading ${gone.join(", ")} is gone` : reasonIn(found, lost);
    const hint = "Maybe give the column its old heading, or open the panel Map and accept the table as it is now.";
    const at = [placeIn(source, tables[0]?.table ?? wanted[0] ?? "Tables", 0, 0)];
    return { wrong: [{ code: "HR-271", at, value: "", why: `${where} is left out: ${because}`, hint }], usable: false };
  }
  const shape = shapeOf(sheetOf(source.cells, source.sheet, remembered?.said, source.above), tables);
  const table = tables[0]?.table ?? "Tables";
  const [top, left] = [shape?.top ?? 0, shape?.left ?? 0];
  const wrong: Problem[] = unknownMeans(map).map((one) => {
    const why = `${where} is read as if nobody had said what its column ${one.heading} means: Tables says ${one.means || "nothing"}`;
    const hint = "Maybe choose another word in the column Means, or in the panel Map.";
    return { code: "HR-274", at: [placeIn(source, table, top, left)], value: "", why, hint };
  });
  wrong.push(...withoutHeadings(source, { map, fit }, placeIn(source, table, top, left)));
  const [accepted, now] = [amountsOf(map), remembered?.usual ?? ""];
  if (accepted !== "" && AMOUNTS.includes(now) && now !== accepted) {
    const why = `${where} is read in ${accepted}, as it was accepted, and its cells now say ${now}`;
    const hint = "Maybe open the panel Map and say what its numbers count.";
    wrong.push({ code: "HR-138", at: [placeIn(source, table, top, left)], value: "", why, hint });
  }
  for (const one of newColumns(map, shape?.columns ?? []))
    wrong.push(newColumn(map, placeIn(source, table, top, one.columns[0]!), one));
  return { wrong, usable: true };
}

/** The same for a table under the plan's own headings that was accepted in spite of a doubt. */
export function saidProblems(source: Mapped, fitting: Fitting, { header, cells }: SaidTable): readonly Problem[] {
  const { table, row } = header;
  const known = new Set(fitting.map.columns.map(({ heading }) => plain(heading)));
  const place = (column: number) => placeIn(source, table.name, row, column);
  const added = (cells[row] ?? []).flatMap((cell, column) => {
    const heading = typeof cell === "string" ? cell.trim() : "";
    const isKnown = heading === "" || source.cells[row]?.[column] !== cell || known.has(plain(heading));
    return isKnown ? [] : [newColumn(fitting.map, place(column), { heading, means: usualWord(heading, table) })];
  });
  return [...withoutHeadings(source, fitting, place(Math.min(...header.columns.values()))), ...added];
}

function withoutHeadings(source: Mapped, { map, fit }: Fitting, place: Place): readonly Problem[] {
  if (fit.gone.length === 0) return [];
  const gone = fit.gone.map(({ heading, means }) => `${heading} (${means})`);
  const why = `${whereOf(source, map)} has no heading ${gone.join(", ")} any more, and is read without`;
  const hint = "Maybe the column was renamed: open the panel Map and accept the table as it is now.";
  return [{ code: "HR-272", at: [place], value: "", why, hint }];
}

const whereOf = ({ sheet }: Mapped, { name }: TeamMap): string =>
  sheet === undefined ? `The range of ${name}` : `${name} on ${sheet}`;

function newColumn(map: TeamMap, at: Place, one: Pick<ShapeColumn, "heading" | "means">): Problem {
  const why = `is a column that ${map.name} did not have when it was accepted; ${useOf(one)}`;
  const hint = "Maybe open the panel Map and say what it is for.";
  return { code: "HR-273", at: [at], value: one.heading, why, hint };
}

const useOf = ({ means }: Pick<ShapeColumn, "means">): string =>
  means === NOT_USED ? "it is left alone" : `by its heading it is read as ${means}`;

const unknownMeans = ({ columns }: TeamMap): TeamMap["columns"] =>
  columns.filter(({ heading, means }) => !isKey(heading) && meaningOf(means) === undefined);

function reasonIn(found: Layouts, lost: readonly string[]): string {
  if (isRefused(found)) return found.refused.replace(/\.$/, "").replace(/^./, (letter) => letter.toLowerCase());
  return found === null ? "it holds no table that we know" : `it holds no ${lost.join(" or ")} any more`;
}

/** Columns that nobody has seen yet. Renamed ones among them stand for headings that are gone, which is said already. */
function newColumns({ columns }: TeamMap, shape: readonly ShapeColumn[]): readonly ShapeColumn[] {
  const known = new Set(columns.map(({ heading }) => plain(heading)));
  return shape.filter(({ key, heading }) => heading !== "" && !isKey(key) && !known.has(plain(key)));
}

function placeIn({ sheet, row, column }: Mapped, table: string, at: number, inColumn: number): Place {
  const place = { table, row: at + 1, column: "" };
  if (sheet === undefined) return place;
  return { ...place, sheet, a1: cellAddress((row ?? 0) + at, (column ?? 0) + inColumn) };
}
