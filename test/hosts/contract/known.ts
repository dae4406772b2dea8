import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../support/snapshot.ts";
import type { HostName } from "./hosts.ts";

/** Something one host cannot say as the others do. Nothing else may differ. */
interface Known {
  readonly host: HostName;
  readonly why: string;
  /** What the others have, as this host shows it. */
  readonly shown: (sheet: SheetSnapshot) => SheetSnapshot;
}

const MOST_IN_A_COLUMN = 60;

export const KNOWN: readonly Known[] = [
  {
    host: "workbench",
    why: "Its engine cuts text off at the edge of frozen columns, so a sheet with long sentences in column A freezes none.",
    shown: (sheet) => {
      const isCut = ([at, { value }]: readonly [string, CellSnapshot]) =>
        /^A\d+$/.test(at) && typeof value === "string" && value.length > MOST_IN_A_COLUMN;
      return [...sheet.cells].some(isCut) ? { ...sheet, frozen: { ...sheet.frozen, columns: 0 } } : sheet;
    },
  },
  {
    host: "workbench",
    why: "Its engine keeps a link inside the cell's text, and a text format would show the address.",
    shown: withCells(({ format, ...cell }) =>
      cell.link && format === "@" ? cell : { ...cell, ...(format && { format }) },
    ),
  },
  {
    host: "workbench",
    why: "Its engine spells a range of one cell as that cell.",
    shown: withCells(({ formula, ...cell }) =>
      formula === undefined ? cell : { ...cell, formula: formula.replace(/\b([A-Z]+\d+):\1\b/g, "$1") },
    ),
  },
];

function withCells(change: (cell: CellSnapshot) => CellSnapshot): Known["shown"] {
  return (sheet) => ({ ...sheet, cells: new Map([...sheet.cells].map(([at, cell]) => [at, change(cell)])) });
}

/** A workbook of another host as this one would show it, some known differences left out of account. */
export const asIn = (host: HostName, { names, sheets }: Snapshot, but?: Known): Snapshot => ({
  names,
  sheets: sheets.map((sheet) =>
    KNOWN.filter((one) => one.host === host && one !== but).reduce((now, { shown }) => shown(now), sheet),
  ),
});
