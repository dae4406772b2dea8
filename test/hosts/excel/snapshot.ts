import { a1 } from "../../../core/sheets/a1.ts";
import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../support/snapshot.ts";
import { type Chart, ChartFill, type Series } from "./office/charts.ts";
import type { Host } from "./office/host.ts";
import type { Node } from "./office/node.ts";
import type { Rule } from "./office/rules.ts";
import type { CellState, Sheet } from "./office/sheet.ts";
import { a1Of, parseAddress } from "./office/zones.ts";

/** The workbook in memory in the words that all hosts share; the journal's own sheets are left out. */
export function snapshot({ sheets, names }: Host): Snapshot {
  return {
    sheets: sheets.items.filter(({ props }) => props.Visibility !== "VeryHidden").map(sheetIn),
    names: new Map(names.items.map((item) => [String(item.props.Name), place(String(item.get("Formula")))])),
  };
}

function sheetIn(sheet: Sheet): SheetSnapshot {
  return {
    name: String(sheet.props.Name),
    visible: sheet.props.Visibility === "Visible",
    cells: new Map(
      [...sheet.filled()]
        .map(([row, column, state]) => [a1({ row, column }), cellIn(state)] as const)
        .filter(([, cell]) => Object.keys(cell).length > 0),
    ),
    rules: sheet.rules.filter(isLook).map(ruleIn).reverse(), // a new rule comes first in Excel, last in an operation
    charts: sheet.charts.items.map(chartIn),
    frozen: sheet.frozen,
  };
}

function cellIn({ value, formula, format, fill, color, bold, link, validation = {} }: CellState): CellSnapshot {
  const { list } = (validation.Rule ?? {}) as { list?: { source: string } };
  const { message } = (validation.Prompt ?? {}) as { message?: string };
  return {
    ...(formula ? { formula } : isValue(value) ? { value } : {}),
    ...(format === "General" ? {} : { format }),
    ...(fill === undefined ? {} : { background: fill }),
    ...(color === undefined ? {} : { text: color }),
    ...(bold === undefined ? {} : { bold }),
    ...(link === undefined ? {} : { link: place(link) }),
    ...(message === undefined ? {} : { note: message }),
    ...(list === undefined ? {} : { choices: list.source.replace(/^=/, "").split(",").join(", ") }),
  };
}

const isValue = (value: unknown): value is string | number | boolean =>
  (typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "boolean";

const WORDS = new Map([
  ["LessThan", "below"],
  ["GreaterThan", "above"],
  ["Between", "between"],
]);

/** A rule without a look only keeps others off blank cells. */
const isLook = ({ node }: Rule): boolean => node.props.Type !== "PresetCriteria";

function ruleIn({ areas, node }: Rule): SheetSnapshot["rules"][number] {
  const { props, navs } = node.navs.CellValue!;
  const { formula1, formula2, operator } = props.Rule as Readonly<Record<string, string | undefined>>;
  const number = (text: string) => Number(text.replace(/^=/, ""));
  const look = (part: string) => String(navs.Format!.navs[part]!.props.Color);
  return {
    areas: areas.map(a1Of),
    when: {
      is: WORDS.get(operator ?? "") ?? String(operator),
      value: number(formula1 ?? ""),
      ...(formula2 === undefined ? {} : { to: number(formula2) }),
    },
    background: look("Fill"),
    text: look("Font"),
  };
}

function chartIn(chart: Chart): SheetSnapshot["charts"][number] {
  const { items } = chart.series;
  const types = items.map(({ props }) => String(props.ChartType));
  const bars = types[0] === "ColumnStacked" ? "stacked columns" : types[0] === "LineMarkers" ? "lines" : "columns";
  return {
    kind:
      bars !== "stacked columns" ? bars : types[types.length - 1] === "Line" ? `${bars} with line` : stepsIn(items[0]),
    title: titleOf(chart),
    categories: areaOf(items[0]?.categories ?? "", 0),
    series: items.map(({ values }) => areaOf(values, 1)),
  };
}

/** The lowest part of a waterfall's columns is there and not seen. */
const stepsIn = (lowest: Series | undefined): string => {
  const fill = lowest?.navs.Format?.navs.Fill;
  return fill instanceof ChartFill && fill.color === null ? "waterfall" : "stacked columns";
};

const titleOf = ({ navs }: Node): string => String(navs.Title?.props.Text ?? "");

/** As an operation says it: heading cell included. */
function areaOf(address: string, above: number): string {
  const area = parseAddress(address)?.area;
  return area ? a1Of({ ...area, row: area.row - above, rows: area.rows + above }) : "";
}

/** Sheet!A1:B2, whatever the spelling of the reference. */
function place(reference: string): string {
  const { sheet, area } = parseAddress(reference) ?? {};
  return area ? `${sheet}!${a1Of(area)}` : reference;
}
