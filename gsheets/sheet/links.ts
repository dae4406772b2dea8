import type { SheetOp } from "../../core/sheets/ops.ts";
import { rangeOf, type Stage, sheetNamed } from "./stage.ts";

/** Make text cells lead to other cells. A link by the sheet's number goes on working when the planner renames the sheet. */
export function addLinks(stage: Stage, ops: readonly Extract<SheetOp, { do: "link" }>[]): void {
  const ranges = ops.map(({ at }) => rangeOf(stage.sheet, { ...at, rows: 1, columns: 1 }));
  const texts = ranges.map((range): unknown => range.getValue());
  ops.forEach(({ sheet: name, a1 }, i) => {
    const target = sheetNamed(stage, name);
    const text = texts[i];
    if (!target || typeof text !== "string" || text === "") return;
    const url = `#gid=${target.getSheetId()}&range=${a1.replace(/\$/g, "")}`;
    ranges[i]!.setRichTextValue(SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl(url).build());
  });
}
