import type { Area } from "../../core/host.ts";
import { a1, a1Range, address } from "../../core/sheets/a1.ts";
import { layout } from "../../core/sheets/layout.ts";
import type { SheetModel } from "../../core/sheets/model.ts";
import { type Pattern, type SheetOp, STATE, type Written } from "../../core/sheets/ops.ts";
import { dayAndMonth } from "../../core/sheets/words.ts";
import { dayNumber } from "../../core/units.ts";

/** A generated sheet as a planner would see it on a fresh sheet. */
export const sheetPicture = (model: SheetModel): string =>
  picture([
    { do: "open", sheet: model.name },
    ...layout(model, new Map()).flatMap(({ name, to }): SheetOp[] =>
      to
        ? [
            ...to.dress.filter((op) => op.do === "format"),
            { do: "write", at: to.at, cells: to.cells },
            { do: "own", name, at: to.at },
            ...to.dress.filter((op) => op.do !== "format"),
          ]
        : [],
    ),
  ]);

/** Sheet operations as a planner would see them: one line a written row, then one line each for the rest. */
export function picture(ops: readonly SheetOp[]): string {
  const formats: { readonly at: Area; readonly pattern: Pattern }[] = [];
  for (const op of ops) if (op.do === "format") formats.unshift(op);
  const show = (cell: Written, row: number, column: number): string => {
    if (cell === null) return "";
    if (typeof cell === "object") return cell.formula;
    if (typeof cell !== "number") return String(cell);
    const { pattern } = formats.find(({ at }) => inside(at, row, column)) ?? { pattern: "General" };
    return number(cell, pattern);
  };
  return ops.flatMap((op) => line(op, show)).join("\n");
}

const inside = (at: Area, row: number, column: number) =>
  row >= at.row && row < at.row + at.rows && column >= at.column && column < at.column + at.columns;

function number(n: number, pattern: Pattern): string {
  if (pattern === "yyyy-mm-dd") return new Date((n - 25569) * 86_400_000).toISOString().slice(0, 10);
  if (pattern === "d mmm") return dayAndMonth(dayNumber(n));
  if (pattern === "0.0%") return `${(n * 100).toFixed(1)}%`;
  if (pattern === "#,##0.0" || pattern === "0.0") return n.toFixed(1);
  if (pattern === "#,##0.00") return n.toFixed(2);
  if (pattern === '#,##0"+"') return `${n}+`;
  const [, sign = "", decimals = "", percent = ""] = /^(?:"([≈▼ ]+)")?[#,]*0(?:\.(0+))?(%?);/.exec(pattern) ?? [];
  if (pattern.includes(";") && pattern !== STATE) {
    const text = (percent === "%" ? Math.abs(n) * 100 : Math.abs(n)).toFixed(decimals.length) + percent;
    return n >= 0 ? sign + text : pattern.includes("(") ? `${sign}(${text})` : `${sign}-${text}`;
  }
  return String(n);
}

function line(op: SheetOp, show: (cell: Written, row: number, column: number) => string): string | string[] {
  switch (op.do) {
    case "open":
      return `[${op.sheet}]${op.hidden ? " hidden" : ""}`;
    case "show":
      return op.visible ? "shown" : "hidden";
    case "clear":
      return `${a1Range(op.at)} cleared`;
    case "format":
      return [];
    case "write":
      return op.cells.map((row, i) => {
        const at = { row: op.at.row + i, column: op.at.column };
        return `${a1(at)} | ${row.map((cell, j) => show(cell, at.row, at.column + j)).join(" | ")}`.trimEnd();
      });
    case "own":
      return op.at ? `${a1Range(op.at)} is ${op.name}` : `${op.name} is nothing`;
    case "paint":
      return op.look === "note" ? [] : `${a1Range(op.at)} looks ${op.look}`;
    case "rule":
      return `${op.at.map(a1Range).join(", ")} looks ${op.look} when ${op.when.is} ${op.when.value}${op.when.to === undefined ? "" : ` and ${op.when.to}`}`;
    case "link":
      return `${a1(op.at)} leads to ${address(op.sheet, { row: 0, column: 0 }).replace(/A1$/, op.a1)}`;
    case "note":
      return `${a1(op.at)} says: ${op.text}`;
    case "choose":
      return `${a1Range(op.at)} chooses from ${"name" in op.from ? op.from.name : op.from.join(", ")}${op.strict ? " only" : ""}`;
    case "chart":
      return `${op.kind} chart at ${a1(op.at)} "${op.title}": ${op.series.map(a1Range).join(", ")} by ${a1Range(op.categories)}`;
    case "unchart":
      return `no chart ${op.name}`;
    case "freeze":
      return `freeze ${op.rows} rows, ${op.columns} columns`;
    case "page":
      return `prints ${a1Range(op.at)} with row ${op.headingRow + 1} on every page after it${op.breaks.length === 0 ? "" : `, pages begin at ${op.breaks.map((row) => row + 1).join(", ")}`}`;
    case "width":
      return `widths from column ${op.column + 1}: ${op.characters.join(" ")}`;
  }
}
