import { type Schema, step } from "../schema.ts";
import type { ScenarioRow } from "./answer.ts";

/** A row of cells by their headings, as a program sends it. */
export const cellsByHeading: Schema<ScenarioRow> = step((row: unknown) => {
  const cells = typeof row === "object" && row !== null ? Object.entries(row) : [];
  return {
    value: Object.fromEntries(cells.filter(([, cell]) => typeof cell === "string" || typeof cell === "number")),
  };
});
