import type { SheetOp } from "../../core/sheets/ops.ts";

type ChooseOp = Extract<SheetOp, { do: "choose" }>;

/** Excel keeps at most so many characters of words in a drop-down, and takes a comma for the end of a word. */
const MOST_WORDS = 255;
const MOST_HINT = 255;

/** A drop-down on each cell of a rectangle. Words that Excel cannot keep are left out rather than failing the whole write. */
export function choose(range: Excel.Range, { from, strict }: ChooseOp): void {
  const source = "name" in from ? `=${from.name}` : from.join(",");
  if (!("name" in from) && (source.length > MOST_WORDS || from.some((word) => word.includes(",")))) return;
  const { dataValidation } = range;
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = {
    showAlert: strict,
    style: "Stop",
    title: "Headroom",
    message: "Maybe choose one from the list.",
  };
}

/** A text that shows when the cell is selected: real notes need a newer Excel than the one we promise. */
export function hint(cell: Excel.Range, text: string): void {
  const message = text.length > MOST_HINT ? `${text.slice(0, MOST_HINT - 1)}…` : text;
  cell.dataValidation.prompt = { showPrompt: true, title: "", message };
}
