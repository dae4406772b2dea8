import { LOOKS, type Look } from "../../core/sheets/looks.ts";
import type { Range } from "./stage.ts";

const WHITE = "#ffffff";

/** Give cells a look. White is left out, so that the grid lines stay. */
export function paint(range: Range, look: Look): void {
  const { background, text, bold, size, align } = LOOKS[look];
  range.setBackground(background === WHITE ? null : background);
  range.setFontColor(text);
  range.setFontWeight(bold ? "bold" : "normal");
  if (size !== undefined) range.setFontSize(size);
  if (align !== undefined) range.setHorizontalAlignment(align);
}
