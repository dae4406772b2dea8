import type { Area } from "../../../../core/host.ts";
import { Charts } from "./charts.ts";
import { HostError, invalid, Node } from "./node.ts";
import { Range } from "./range.ts";
import { type Rule, Rules } from "./rules.ts";
import { MAX_COLUMNS, MAX_ROWS, parseAddress } from "./zones.ts";

/** What a cell holds and how it looks. */
export interface CellState {
  readonly value: unknown;
  readonly formula: string;
  readonly format: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly align?: "left" | "right";
  readonly link?: string;
  readonly validation?: Readonly<Record<string, unknown>>;
}
const EMPTY: CellState = { value: "", formula: "", format: "General" };

export class Sheet extends Node {
  /** By row, then by column. */
  readonly rows = new Map<number, Map<number, CellState>>();
  rules: Rule[] = [];
  frozen = { rows: 0, columns: 0 };
  readonly widths = new Map<number, number>();

  cell(row: number, column: number): CellState {
    return this.rows.get(row)?.get(column) ?? EMPTY;
  }
  put(row: number, column: number, state: CellState | null): void {
    const line = this.rows.get(row) ?? new Map<number, CellState>();
    if (state === null) line.delete(column);
    else line.set(column, state);
    this.rows.set(row, line);
  }
  change(area: Area, change: (state: CellState, i: number, j: number) => CellState): void {
    if (area.rows * area.columns > 5_000_000) throw invalid();
    for (let i = 0; i < area.rows; i++) {
      for (let j = 0; j < area.columns; j++) {
        const [row, column] = [area.row + i, area.column + j];
        this.put(row, column, change(this.cell(row, column), i, j));
      }
    }
  }
  *filled(): Generator<readonly [row: number, column: number, state: CellState]> {
    for (const [row, line] of this.rows) for (const [column, state] of line) yield [row, column, state];
  }
  range(area: Area): Range {
    const { row, column, rows, columns } = area;
    if (row < 0 || column < 0 || rows < 1 || columns < 1) throw invalid();
    if (row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) throw invalid();
    return new Range(this.host, this, area);
  }
  used(): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, column, { value, formula }] of this.filled()) {
      if (value === "" && formula === "") continue;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
  get charts(): Charts {
    return this.nav("Charts", "ChartCollection") as Charts;
  }
  override get(property: string): unknown {
    if (property === "Id") return this.id;
    return property === "Position" ? this.host.sheets.items.indexOf(this) : super.get(property);
  }
  override set(property: string, value: unknown): void {
    if (property === "Name") this.host.sheets.checkName(value, this);
    super.set(property, value);
  }
  override nav(name: string, type: string | null): Node | null {
    if (name === "Charts") this.navs.Charts ??= new Charts(this.host, "ChartCollection", this);
    if (name === "FreezePanes") this.navs.FreezePanes ??= new FreezePanes(this.host, "WorksheetFreezePanes", this);
    if (name === "HorizontalPageBreaks") this.navs.HorizontalPageBreaks ??= new PageBreaks(this.host, type!, this);
    if (name === "PageLayout") this.navs.PageLayout ??= new PageLayout(this.host, "PageLayout", this);
    return super.nav(name, type);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    const [a, b, c, d] = args as [number, number, number, number];
    switch (method) {
      case "GetRange": {
        if (args[0] === undefined || args[0] === null || args[0] === "") {
          return this.range({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
        }
        const found = parseAddress(String(args[0]));
        if (!found) throw invalid();
        return this.range(found.area);
      }
      case "GetRanges":
        return new RangeAreas(
          this.host,
          this,
          String(args[0])
            .split(",")
            .map((one) => parseAddress(one)!.area),
        );
      case "GetRangeByIndexes":
        return this.range({ row: a, column: b, rows: c, columns: d });
      case "GetCell":
        return this.range({ row: a, column: b, rows: 1, columns: 1 });
      case "GetUsedRangeOrNullObject": {
        const used = this.used();
        return used ? this.range(used) : null;
      }
      case "Activate":
        if (this.props.Visibility !== "Visible") throw invalid();
        this.host.active = this;
        return null;
      case "Delete":
        if (this.host.sheets.items.length === 1) throw new HostError("GeneralException", "One sheet must stay");
        this.noteUndo(method);
        this.host.sheets.remove(this);
        return null;
    }
    return super.call(method, args);
  }
}

/** Several rectangles of one sheet. */
class RangeAreas extends Node {
  constructor(
    host: Sheet["host"],
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {
    super(host, "RangeAreas", sheet);
  }
  override nav(name: string, type: string | null): Node | null {
    return name === "ConditionalFormats" ? new Rules(this.host, this.sheet, this.areas) : super.nav(name, type);
  }
}

class FreezePanes extends Node {
  override call(method: string, args: readonly unknown[]): unknown {
    const sheet = this.parent as Sheet;
    const [what] = args;
    if (method === "FreezeAt" && what instanceof Range) {
      sheet.frozen = { rows: what.area.row + what.area.rows, columns: what.area.column + what.area.columns };
    } else if (method === "FreezeRows") sheet.frozen = { rows: Number(what), columns: 0 };
    else if (method === "FreezeColumns") sheet.frozen = { rows: 0, columns: Number(what) };
    else if (method === "Unfreeze") sheet.frozen = { rows: 0, columns: 0 };
    else return super.call(method, args);
    return null;
  }
}

/** What is printed of a sheet, and the rows that come again on every page. */
class PageLayout extends Node {
  override call(method: string, args: readonly unknown[]): unknown {
    const [what] = args;
    if (!["SetPrintArea", "SetPrintTitleRows"].includes(method)) return super.call(method, args);
    if (!(what instanceof Range) || what.sheet !== this.parent) throw invalid();
    this.props[method.slice("Set".length)] = what.area;
    return null;
  }
}

/** Rows that begin a page. */
class PageBreaks extends Node {
  override call(method: string, args: readonly unknown[]): unknown {
    const found = parseAddress(String(args[0]));
    if (method === "RemovePageBreaks") this.props.Rows = [];
    else if (method === "Add" && found) {
      this.props.Rows = [...((this.props.Rows as readonly number[] | undefined) ?? []), found.area.row];
      return new Node(this.host, "PageBreak", this);
    } else return super.call(method, args);
    return null;
  }
}
