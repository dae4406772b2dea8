import { a1Range } from "./a1.ts";
import { blockName } from "./block-name.ts";
import { controlFormula } from "./control.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { Content, Grid, Line } from "./model.ts";

const KEY = "inputs";

/** Whether a sheet's inputs are still those it was made from: 0 reads "Up to date", anything else "Out of date". */
export const stateLine = (sheet: string): Line => ({
  text: "",
  formula: stateOf(sheet),
  about: `Whether an input was changed since this refresh; "${TITLE}" below says in which table. Some edits go unseen here, none in Headroom's panel.`,
});

const TITLE = "Inputs of this refresh";

const stateOf = (sheet: string): string => `ISERROR(1/(SUM(${blockName(sheet, KEY)})=0))+0`;

/** The same, and below 0 while there is no such sheet. */
const madeStateOf = (sheet: string): string => `${stateOf(sheet)}-2*ISERROR(SUM(${blockName(sheet, KEY)}))`;

/** Each table the sheet was made from, and whether it still holds what it held. */
export function inputsGrid({ inputs, fingerprint }: Given): Grid {
  const rows = inputs.map((one): Content[] => [
    { parts: [controlFormula(one)], holes: [] },
    `${a1Range({ ...one.at, rows: one.cells.length })} of ${one.sheet}`,
    null,
  ]);
  return {
    kind: "grid",
    key: KEY,
    title: TITLE,
    fingerprint,
    columns: [
      { key: "state", heading: "Since then", shows: "state", width: 16, note: ABOUT },
      { key: "name", heading: "Table", shows: "text" },
      ROOM,
    ],
    rows: rows.length > 0 ? rows : [[0, "No table of the workbook.", null]],
    rules: [alarm(["state"])],
    charts: [],
  };
}

/** Room for the title, which would end where the block's stamp begins. */
const ROOM = { key: "end", heading: "", shows: "text" } as const;

const ABOUT =
  "Compares sums, lengths and last letters of the table's cells with those of the refresh; of more than 20,000 rows, sums and how many cells are filled. Two numbers that changed places in a column go unseen here, but not in Headroom's panel.";

/** For each generated sheet, whether it is still what its inputs say. */
export const refreshedGrid = ({ fingerprint }: Given, sheets: readonly string[]): Grid => ({
  kind: "grid",
  key: "refreshed",
  title: "Refresh is current",
  fingerprint,
  columns: [
    {
      key: "state",
      heading: "Result",
      shows: "state",
      width: 16,
      note: "Out of date: an input was changed since its refresh. Not made: the panel Sheets makes it.",
    },
    { key: "name", heading: "Sheet", shows: "text" },
    ROOM,
  ],
  rows: sheets.map((sheet) => [{ parts: [madeStateOf(sheet)], holes: [] }, sheet, null]),
  rules: [alarm(["state"])],
  charts: [],
});
