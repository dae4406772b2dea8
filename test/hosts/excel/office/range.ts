import type { Area } from "../../../../core/host.ts";
import { invalid, Node } from "./node.ts";
import { Rules } from "./rules.ts";
import type { CellState, Sheet } from "./sheet.ts";
import { typed } from "./typed.ts";
import { addressOf, MAX_ROWS, overlap } from "./zones.ts";

const DIMENSIONS =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

export class Range extends Node {
  constructor(
    host: Sheet["host"],
    readonly sheet: Sheet,
    readonly area: Area,
  ) {
    super(host, "Range", sheet);
  }

  private map(of: (state: CellState) => unknown): unknown[][] | null {
    const { row, column, rows, columns } = this.area;
    if (rows * columns > 5_000_000) return null; // ranges without an end read as null
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => of(this.sheet.cell(row + i, column + j))),
    );
  }
  override get(property: string): unknown {
    const { row, column, rows, columns } = this.area;
    switch (property) {
      case "Address":
        return addressOf(String(this.sheet.props.Name), this.area);
      case "RowCount":
        return rows;
      case "ColumnCount":
        return columns;
      case "RowIndex":
        return row;
      case "ColumnIndex":
        return column;
      case "Values":
        return this.map(({ value, formula }) => (formula ? this.host.calculate(formula) : value));
      case "Formulas":
        return this.map(({ value, formula }) => formula || value);
      case "NumberFormat":
        return this.map(({ format }) => format);
    }
    return super.get(property);
  }
  override set(property: string, value: unknown): void {
    const { rows, columns } = this.area;
    if (Array.isArray(value) && (value.length !== rows || value.some((line) => line.length !== columns))) {
      throw invalid(DIMENSIONS);
    }
    const at = (i: number, j: number): unknown => (Array.isArray(value) ? value[i][j] : value);
    if (property === "NumberFormat") {
      this.sheet.change(this.area, (state, i, j) => ({ ...state, format: String(at(i, j)) }));
    } else if (property === "Values" || property === "Formulas") {
      this.sheet.change(this.area, (state, i, j) => {
        const one = at(i, j);
        if (one === null) return state; // null leaves the cell alone, "" clears it
        if (typeof one === "object") throw invalid();
        if (typeof one === "string" && one.length > 32_767) throw invalid();
        return { ...state, ...typed(one, state.format) };
      });
    } else if (property === "Hyperlink") {
      const { documentReference, address } = value as { documentReference?: string; address?: string };
      this.sheet.change(this.area, (state) => ({ ...state, link: documentReference ?? address ?? "" }));
    } else super.set(property, value);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    const [a, b] = args as [number, number];
    const { area, sheet } = this;
    switch (method) {
      case "GetCell":
        return sheet.range({ row: area.row + a, column: area.column + b, rows: 1, columns: 1 });
      case "GetRow":
        return sheet.range({ ...area, row: area.row + a, rows: 1 });
      case "GetColumn":
        return sheet.range({ ...area, column: area.column + a, columns: 1 });
      case "GetEntireColumn":
        return sheet.range({ ...area, row: 0, rows: MAX_ROWS });
      case "GetOffsetRange":
        return sheet.range({ ...area, row: area.row + a, column: area.column + b });
      case "GetAbsoluteResizedRange":
        return sheet.range({ ...area, rows: a, columns: b });
      case "GetResizedRange":
        return sheet.range({ ...area, rows: area.rows + a, columns: area.columns + b });
      case "GetBoundingRect": {
        const { area: other } = args[0] as Range;
        const [row, column] = [Math.min(area.row, other.row), Math.min(area.column, other.column)];
        const bottom = Math.max(area.row + area.rows, other.row + other.rows);
        const right = Math.max(area.column + area.columns, other.column + other.columns);
        return sheet.range({ row, column, rows: bottom - row, columns: right - column });
      }
      case "Clear":
        this.clear(String(args[0] ?? "All"));
        return null;
      case "Select":
        this.host.selection = this;
        return null;
      case "GetCellProperties":
        return this.map(({ fill }) => ({ format: { fill: { color: fill ?? "#FFFFFF" } } }));
      case "_ValidateArraySize":
        if (a !== area.rows || b !== area.columns) throw invalid(DIMENSIONS);
        return null;
    }
    return super.call(method, args);
  }
  private clear(what: string): void {
    for (const [row, column, { link: _, ...state }] of [...this.sheet.filled()]) {
      if (!overlap(this.area, { row, column, rows: 1, columns: 1 })) continue;
      const { validation } = state;
      if (what === "Contents") this.sheet.put(row, column, { ...state, value: "", formula: "" });
      else if (what === "RemoveHyperlinks") this.sheet.put(row, column, state);
      else if (what !== "All") throw this.notModelled(`.Clear(${what})`);
      // Whether clearing all takes rules and drop-downs too is not certain, so here it does not.
      else this.sheet.put(row, column, validation ? { value: "", formula: "", format: "General", validation } : null);
    }
  }
  override nav(name: string, type: string | null): Node | null {
    if (name === "Worksheet") return this.sheet;
    if (name === "ConditionalFormats") return new Rules(this.host, this.sheet, [this.area]);
    if (name === "Format") return new Format(this.host, "RangeFormat", this);
    return name === "DataValidation" ? new Validation(this.host, "DataValidation", this) : super.nav(name, type);
  }
}

/** The look of each cell of a range. */
class Format extends Node {
  override set(property: string, value: unknown): void {
    const { sheet, area } = this.parent as Range;
    if (property === "HorizontalAlignment")
      sheet.change(area, (state) => ({ ...state, align: value === "Left" ? "left" : "right" }));
    else if (property !== "ColumnWidth") super.set(property, value);
    else for (let j = 0; j < area.columns; j++) sheet.widths.set(area.column + j, Number(value));
  }
  override nav(name: string, type: string | null): Node | null {
    if (name === "Fill") return new Look(this.host, "RangeFill", this.parent, { Color: "fill" });
    if (name === "Font")
      return new Look(this.host, "RangeFont", this.parent, { Color: "color", Bold: "bold", Size: "size" });
    return super.nav(name, type);
  }
}

class Look extends Node {
  constructor(
    host: Sheet["host"],
    type: string,
    parent: Node | null,
    private readonly parts: Readonly<Record<string, "fill" | "color" | "bold" | "size">>,
  ) {
    super(host, type, parent);
  }
  override set(property: string, value: unknown): void {
    const { sheet, area } = this.parent as Range;
    const part = this.parts[property];
    if (!part) throw this.notModelled(`.${property}`);
    sheet.change(area, (state) => ({ ...state, [part]: value }));
  }
  override call(method: string, args: readonly unknown[]): unknown {
    const { sheet, area } = this.parent as Range;
    if (method !== "Clear" || this.type !== "RangeFill") return super.call(method, args);
    sheet.change(area, ({ fill: _, ...state }) => state);
    return null;
  }
}

/** The drop-down or hint of each cell of a range. */
class Validation extends Node {
  override set(property: string, value: unknown): void {
    const { sheet, area } = this.parent as Range;
    const { list } = (property === "Rule" ? value : {}) as { list?: { source: unknown } };
    // Excel refuses words that together are longer than this.
    if (typeof list?.source === "string" && list.source.length > 255) throw invalid();
    if (property === "Prompt" && String((value as { message: unknown }).message).length > 255) throw invalid();
    sheet.change(area, (state) => ({ ...state, validation: { ...state.validation, [property]: value } }));
  }
  override call(method: string, args: readonly unknown[]): unknown {
    const { sheet, area } = this.parent as Range;
    if (method !== "Clear") return super.call(method, args);
    for (const [row, column, { validation, ...state }] of [...sheet.filled()]) {
      if (validation && overlap(area, { row, column, rows: 1, columns: 1 })) sheet.put(row, column, state);
    }
    return null;
  }
}
