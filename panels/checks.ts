import type { Field } from "./fields.ts";

/** The number that was typed, with a point or a comma, perhaps with "h" or "%" after it; null when it is none. */
export function decimal(typed: string): number | null {
  const found = /^([-−–]?)\s*(\d{1,7}(?:[.,]\d{1,4})?|[.,]\d{1,4})\s*(?:h|%)?$/i.exec(typed.trim());
  if (!found) return null;
  const size = Number(found[2]!.replace(",", "."));
  return found[1] === "" ? size : -size;
}

/** Names are the same whatever their case. */
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Show what is wrong beside a field; whether nothing is. */
export function complain(show: Field["complain"], says: string | null): boolean {
  show(says === null ? [] : [{ says, severity: "error" }]);
  return says === null;
}
