import type { MoneyView } from "../engine/money/view-sheets.ts";
import { type Owned, step, type Work } from "../host.ts";
import { figuresTold } from "../journal/index.ts";
import { isBlankRow, widthOf } from "../plan/cells.ts";
import type { Place, Problem } from "../problems.ts";
import { a1 } from "../sheets/a1.ts";
import type { Written } from "../sheets/ops.ts";
import { NO_RECORD, TOLD_HEADINGS, TOLD_NAME, TOLD_SHEET, type ToldRecord, toldRecord } from "../sheets/told-record.ts";
import type { Workbook } from "./workbook.ts";

/**
 * The record of what was told, wherever it stands, whatever its sheet is called, and hidden or not. Where figures were told and it
 * is nowhere, nobody knows what a further figure would tell.
 */
export function* toldFigures({ look, book }: Pick<Workbook, "look" | "book">): Work<ToldRecord> {
  const stands = look.owned.get(TOLD_NAME);
  if (stands !== undefined) return toldRecord(stands, yield* linesOf(stands));
  const inSight = book.find(({ name }) => name === TOLD_SHEET);
  if (inSight !== undefined) {
    const columns = Math.max(TOLD_HEADINGS.length, widthOf(inSight.cells));
    const at = { row: 0, column: 0, rows: Math.max(1, inSight.cells.length), columns };
    return toldRecord({ sheet: TOLD_SHEET, at }, inSight.cells);
  }
  if (look.sheets.includes(TOLD_SHEET)) return { ...NO_RECORD, problems: [OUT_OF_SIGHT] };
  return figuresTold(look) ? { ...NO_RECORD, problems: [MISSING] } : NO_RECORD;
}

const CHUNK = 200;

/** Beyond its name, too: rows that somebody put back below it are part of it. */
function* linesOf({ sheet, at }: Owned): Work<readonly (readonly Written[])[]> {
  const lines: (readonly Written[])[] = [];
  for (let rows = at.rows + CHUNK; ; rows = CHUNK) {
    const area = { ...at, row: at.row + lines.length, rows };
    const [found = []] = yield* step({ do: "read", areas: [{ sheet, at: area }] });
    lines.push(...found);
    const last = found[found.length - 1];
    if (last === undefined || isBlankRow(last.map((cell) => (typeof cell === "object" ? null : cell)))) return lines;
  }
}

const MISSING: Problem = {
  code: "HR-290",
  at: [],
  value: TOLD_SHEET,
  why: "is missing, though figures were told in this workbook: nobody knows what another figure beside them would tell about salaries, so nothing was computed",
  hint: "Maybe bring the sheet back from an earlier version of this workbook. If nobody outside finance has seen any figure, add an empty sheet of that name: the record begins anew.",
};
const OUT_OF_SIGHT: Problem = {
  code: "HR-290",
  at: [],
  value: TOLD_SHEET,
  why: "is hidden and has lost its name, so that it cannot be read: nobody knows what a figure would tell about salaries beside those told before",
  hint: "Maybe show the sheet again.",
};

/** Somebody whom the record knows costs nothing any more, and somebody new does: nothing is shown before finance says who is who. */
export function unmatchedProblems(view: MoneyView | null, { stands, rowOf }: ToldRecord): readonly Problem[] {
  const found = view?.unmatched ?? null;
  if (found === null || stands === null) return [];
  const at = found.gone.flatMap((rate): readonly Place[] => {
    const row = rowOf.get(rate);
    if (row === undefined) return [];
    const { sheet } = stands;
    return [{ table: sheet, row: row + 1, column: "Now called", sheet, a1: a1({ row, column: stands.at.column + 1 }) }];
  });
  const some = (rates: readonly string[]) => {
    const names = rates.slice(0, MOST_NAMED).map((rate) => rate.replace(/^(?:person|role) /, ""));
    return `${names.join(", ")}${rates.length > MOST_NAMED ? ` and ${rates.length - MOST_NAMED} more` : ""}`;
  };
  return [
    {
      code: "HR-289",
      at: at.slice(0, MOST_NAMED),
      value: "",
      why: `Figures were told about ${some(found.gone)}, who cost nothing under this name any more, while ${some(found.fresh)} cost something for the first time. Were they the same, old and new figures together would tell a salary; so nothing is shown before you say who is who`,
      hint: `In the sheet ${stands.sheet}, column Now called, write today's name beside each of the former, or: left.`,
    },
  ];
}

const MOST_NAMED = 5;
