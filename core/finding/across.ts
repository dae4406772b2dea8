import { headsAgain, without } from "../layouts/again.ts";
import type { Axis, AxisColumn } from "../layouts/axis.ts";
import { headingsOf, rolesOf } from "../layouts/columns.ts";
import { contractIn } from "../layouts/contracts.ts";
import { type FoundTable, isRefused } from "../layouts/found.ts";
import { linesIn } from "../layouts/lines.ts";
import { at, type Sheet, span } from "../layouts/sheet.ts";
import { plannedColumns, settleMeasure } from "../layouts/units-across.ts";
import { roleOf } from "../layouts/vocabulary.ts";
import { iso } from "../layouts/weeks.ts";
import type { Period } from "../plan/calendar.ts";
import { AMOUNTS_KEY, type ShapeColumn } from "./columns.ts";
import { NOT_USED, wordOfMeasure } from "./means.ts";
import type { Described } from "./shape.ts";
import { sideColumns } from "./side.ts";

/** The columns of a table with its time across: those beside the amounts, and the amounts as one or a few groups. */
export function acrossColumns(sheet: Sheet, axis: Axis, found: readonly FoundTable[]): Described {
  const { top, bottom } = axis;
  const timed = new Set(axis.columns.map(({ column }) => column));
  const headings = new Map([...headingsOf(sheet, top, bottom)].filter(([column]) => !timed.has(column)));
  const assumed = found.flatMap(({ problems }) => problems).find(({ kind }) => kind === "column-assumed");
  const known = rolesOf(headings);
  const roles = assumed === undefined ? known : new Map([...known, ["engagement", assumed.column] as const]);
  const contract = contractIn(headings, true);
  const side = sideColumns(sheet, headings, roles, found).map((one): ShapeColumn => {
    const [column] = one.columns;
    if (column === assumed?.column) return { ...one, means: "Engagement", confidence: "unsure" };
    return contract !== null && column === contract.column
      ? { ...one, means: wordOfMeasure(contract.measure), confidence: "likely" }
      : one;
  });
  const columns = [...side, ...groups(sheet, axis, found)].sort((a, b) => a.columns[0]! - b.columns[0]!);
  const planned = plannedColumns(axis.columns);
  const amounts = (isRefused(planned) ? [] : planned).map(({ column }) => column);
  return { top, bottom, roles, columns, amounts: isLeave(found) ? [] : amounts, heads: headsAgain(sheet, axis) };
}

function groups(sheet: Sheet, axis: Axis, found: readonly FoundTable[]): readonly ShapeColumn[] {
  const blocks = blockGroups(sheet, axis);
  if (blocks !== null && found.some(({ table }) => table === "Leave")) return blocks;
  const planned = plannedColumns(axis.columns);
  const amounts = isRefused(planned) ? axis.columns : planned;
  const others = axis.columns.filter((one) => !amounts.includes(one));
  const rest = others.length === 0 ? [] : [group(sheet, axis, others, headingOf(sheet, axis, others[0]!), NOT_USED)];
  return [amountGroup(sheet, axis, amounts, found), ...rest];
}

const isLeave = (found: readonly FoundTable[]): boolean =>
  found.length > 0 && found.every(({ table }) => table === "Leave");

function amountGroup(
  sheet: Sheet,
  axis: Axis,
  columns: readonly AxisColumn[],
  found: readonly FoundTable[],
): ShapeColumn {
  if (isLeave(found)) return { ...group(sheet, axis, columns, AMOUNTS_KEY, "Day off"), confidence: "likely" };
  const roles = rolesOf(headingsOf(sheet, axis.top, axis.bottom));
  const amounts = columns.map(({ column }) => column);
  const heads = headsAgain(sheet, axis);
  const plain = without(sheet, (row) => heads.includes(row));
  const entries = linesIn(plain, roles, axis.bottom + 1, amounts).filter(({ kind }) => kind === "entry");
  const cells = entries.flatMap(({ row }) => columns.map(({ column }) => at(sheet, row, column)));
  const settled = settleMeasure(axis, columns, cells);
  const one = group(sheet, axis, columns, AMOUNTS_KEY, isRefused(settled) ? "" : wordOfMeasure(settled.measure));
  if (sheet.said.amounts !== undefined) return { ...one, confidence: "yours" };
  return { ...one, confidence: isRefused(settled) || settled.assumed ? "unsure" : "sure" };
}

const group = (sheet: Sheet, axis: Axis, columns: readonly AxisColumn[], key: string, means: string): ShapeColumn => ({
  columns: columns.map(({ column }) => column),
  heading: headingOf(sheet, axis, columns[0]!),
  key,
  means,
  confidence: "sure",
  periods: columns.map(({ period }) => period),
});

/** The lowest text above a column, else the first day of its period. */
function headingOf(sheet: Sheet, { top, bottom }: Axis, { column, period }: AxisColumn): string {
  const texts = span(top, bottom).flatMap((row) => {
    const cell = at(sheet, row, column);
    return typeof cell === "string" ? [cell] : [];
  });
  return texts.at(-1) ?? iso(period.from);
}

const IN_BLOCK = [
  ["kind", "Kind"],
  ["from", "First day"],
  ["to", "Last day"],
] as const;

/** Leave in blocks: a kind, a first and a last day in each month. */
function blockGroups(sheet: Sheet, axis: Axis): readonly ShapeColumn[] | null {
  const found = IN_BLOCK.flatMap(([role, means]): ShapeColumn[] => {
    const own = axis.columns.filter(({ parts }) => parts.some((part) => roleOf(part) === role));
    if (own.length === 0) return [];
    const heading = headingOf(sheet, axis, own[0]!);
    const periods: readonly Period[] = own.map(({ period }) => period);
    const base = {
      columns: own.map(({ column }) => column),
      heading,
      key: heading,
      means,
      confidence: "sure",
    } as const;
    return [role === "from" ? { ...base, periods } : base];
  });
  return found.some(({ means }) => means === "First day") ? found : null;
}
