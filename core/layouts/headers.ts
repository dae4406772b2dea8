import type { Cell } from "../plan/cells.ts";
import { type Role, roleOf } from "./vocabulary.ts";

/** What texts mean as headings: names come again in row after row, and are looked up once. */
export type Known = Map<string, Role | null>;

/** What each cell of a row would be as a heading. */
export const rolesIn = (row: readonly Cell[], known: Known): readonly (Role | null)[] =>
  row.map((cell) => (typeof cell === "string" && cell !== "" ? knownRole(cell, known) : null));

/** What a text means as a heading, looked up once. */
export function knownRole(text: string, known: Known): Role | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const role = roleOf(text);
  known.set(text, role);
  return role;
}
