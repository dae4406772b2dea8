import { hostCell, type Written } from "../../core/sheets/ops.ts";

/**
 * A cell as Excel takes it. Excel reads text as if it were typed, so "00123", "1/2" or "12%" would become numbers and "TRUE" a
 * truth value; an apostrophe in front, which nobody sees, keeps them text.
 */
export function typed(cell: Written): string | number | boolean {
  const guarded = hostCell(cell);
  if (typeof cell !== "string" || guarded !== cell) return guarded;
  return cell === "" || isPlain(cell) ? cell : `'${cell}`;
}

const isPlain = (text: string): boolean => /^\p{L}[^\p{Nd}]*$/u.test(text) && !/^(true|false)$/i.test(text);
