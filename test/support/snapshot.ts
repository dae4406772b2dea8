/** A workbook's state in words that every host shares: what the three-host contract test compares, cell by cell. */
export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** Defined names: name → "Sheet!A1:B2". */
  readonly names: ReadonlyMap<string, string>;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visible: boolean;
  /** By address (A1). A cell that holds nothing and has no format is absent. */
  readonly cells: ReadonlyMap<string, CellSnapshot>;
  /** Conditional rules, as `SheetOp` says them, in their order. */
  readonly rules: readonly {
    readonly areas: readonly string[];
    readonly when: { readonly is: string; readonly value: number; readonly to?: number };
    readonly background: string;
    readonly text: string;
  }[];
  readonly charts: readonly {
    readonly kind: string;
    readonly title: string;
    readonly categories: string;
    readonly series: readonly string[];
  }[];
  readonly frozen: { readonly rows: number; readonly columns: number };
}

export interface CellSnapshot {
  /** A value; for a formula, its text with "=" and nothing else, since not every stand-in for a host computes. */
  readonly value?: string | number | boolean;
  readonly formula?: string;
  /** A pattern of `SheetOp`'s "format"; absent for the general format. */
  readonly format?: string;
  readonly background?: string;
  readonly text?: string;
  readonly bold?: boolean;
  /** "Sheet!A1". */
  readonly link?: string;
  readonly note?: string;
  /** Drop-down: its words joined by ", ", or the name of the range they come from. */
  readonly choices?: string;
}
