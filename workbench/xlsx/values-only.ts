import { type Getters, helpers, type Model, type UID } from "../engine.ts";
import { isJournal } from "../journal.ts";
import { typed } from "../sheet/text.ts";
import { type WorkbookData, workbookOf } from "../workbook.ts";

interface Place {
  readonly sheetId: UID;
  readonly row: number;
  readonly col: number;
}

/** The same workbook with every formula's value in its place, and without the journal: whatever is in sight, and nothing that moves. */
export function valuesOnly(model: Model): Model {
  const { getters } = model;
  const data = model.exportData() as unknown as WorkbookData; // what the engine saves is what it loads
  const sheets = data.sheets.filter(({ name }) => !isJournal(name));
  const settled = workbookOf({
    ...data,
    sheets: sheets.map((sheet) => ({ ...sheet, cells: cellsOf(getters, sheet.id) })),
  });
  for (const { id } of sheets) keepFormats(model, settled, id);
  return settled;
}

/** Where a formula stands, and where its result is written. */
function* results(getters: Getters, sheetId: UID): Generator<Place> {
  for (const cell of getters.getCells(sheetId)) {
    if (!cell.isFormula) continue;
    const at = getters.getCellPosition(cell.id);
    const { top, bottom, left, right } = getters.getSpreadZone(at) ?? helpers.positionToZone(at);
    for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) yield { sheetId, row, col };
  }
}

function cellsOf(getters: Getters, sheetId: UID): Record<string, string> {
  const cells: Record<string, string> = {};
  const put = ({ row, col }: Omit<Place, "sheetId">, content: string) => {
    if (content !== "") cells[helpers.toXC(col, row)] = content;
  };
  for (const cell of getters.getCells(sheetId))
    if (!cell.isFormula) put(getters.getCellPosition(cell.id), cell.content);
  for (const at of results(getters, sheetId)) put(at, typed(getters.getEvaluatedCell(at).value, false).content);
  return cells;
}

/** A formula's result is shown as its formula has it (a day, a percentage) also where nobody has given its cell a format. */
function keepFormats({ getters }: Model, settled: Model, sheetId: UID): void {
  for (const at of results(getters, sheetId)) {
    const { format } = getters.getEvaluatedCell(at);
    if (format !== undefined && getters.getCell(at)?.format === undefined)
      settled.dispatch("UPDATE_CELL", { ...at, format });
  }
}
