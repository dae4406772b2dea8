import { fingerprint } from "../sheets/fingerprint.ts";
import type { Reading } from "./reading.ts";

/** What says at every import that a row is the same: the source and its own number of the row. */
export const keyOf = ({ file }: Reading, id: string): string => `${file.source?.id ?? "file"} ${id}`;

/** The same for rows without a number: what makes the row what it is. */
export const fingerprintOf = (reading: Reading, what: readonly (string | number | boolean | null)[]): string =>
  keyOf(reading, fingerprint(what));
