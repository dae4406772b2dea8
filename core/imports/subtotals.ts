import { nameKey } from "../plan/names.ts";
import { minutesOf } from "./durations.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

const NAMED: readonly Field[] = ["project", "person", "client", "task"];
const WORD = "(?:sub|grand |zwischen)?-?(?:totals?|summe|gesamt|summa|somme|sum)";
const BEFORE = new RegExp(`^${WORD}(?:\\s+(?:of|for|von|für|för|de|pour))?\\s*[:–-]?\\s+(.+)$`, "i");
const BEHIND = new RegExp(`^(.+?)\\s*[:–-]?\\s+${WORD}$`, "i");

/** Rows that are totals of one name, although they have a day: "Total Alpha" where Alpha has rows of its own. */
export interface Subtotals {
  /** Whether a row is one, and so is left out. */
  readonly takes: (row: FileRow) => boolean;
  /** Whether a row is one, asked beforehand. */
  readonly has: (row: FileRow) => boolean;
  readonly add: (row: FileRow, seconds: number) => void;
  /** Compare each with the rows of its name. */
  readonly check: (secondsOf: (row: FileRow) => number | null | undefined) => void;
}

/** A client may be called Total Energies: only what is left of a name that has rows of its own shows a total. */
export function subtotalsIn(reading: Reading): Subtotals {
  const owners = ownersIn(reading);
  const taken: { readonly row: FileRow; readonly owner: Owner }[] = [];
  const sums = new Map<string, number>();
  const ownerOf = (row: FileRow) =>
    NAMED.flatMap((field) => owners.get(`${field}\n${reading.text(row, field)}`) ?? [])[0];
  return {
    has: (row) => owners.size > 0 && ownerOf(row) !== undefined,
    takes: (row) => {
      const owner = owners.size === 0 ? undefined : ownerOf(row);
      if (owner === undefined) return false;
      taken.push({ row, owner });
      reading.findings.count("skipped");
      return true;
    },
    add: (row, seconds) => {
      if (owners.size === 0) return;
      for (const field of NAMED) {
        const key = `${field}\n${nameKey(reading.text(row, field))}`;
        sums.set(key, (sums.get(key) ?? 0) + seconds);
      }
    },
    check: (secondsOf) => {
      for (const { row, owner } of taken) {
        const all = taken.filter((one) => one.owner.key === owner.key).map((one) => secondsOf(one.row) ?? 0);
        const said = secondsOf(row) ?? 0;
        const rows = sums.get(owner.key) ?? 0;
        const agrees = [said, all.reduce((a, b) => a + b, 0)].some((one) => minutesOf(one) === minutesOf(rows));
        const why = `is a total of ${owner.name}, which has rows of its own, and left out`;
        if (agrees) reading.findings.note("HR-251", row.row, `${why}: it agrees with them`);
        else {
          const differs = `${why}; it has ${hours(said)} h, and they have ${hours(rows)} h`;
          reading.findings.note("HR-252", row.row, differs, "Maybe look at the rows that were left out.");
        }
      }
    },
  };
}

interface Owner {
  readonly name: string;
  readonly key: string;
}

const hours = (seconds: number): string => String(Math.round(seconds / 36) / 100);

/** Cells that call themselves a total of a name in the same column, by column and text. */
function ownersIn(reading: Reading): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const field of NAMED) {
    if (!reading.has(field)) continue;
    const texts = new Set(reading.file.rows.map((row) => reading.text(row, field)));
    const totals = [...texts].filter((text) => text.length < LONGEST && (BEFORE.test(text) || BEHIND.test(text)));
    if (totals.length === 0) continue;
    const names = new Set([...texts].map(nameKey));
    for (const text of totals) {
      const name = (BEFORE.exec(text) ?? BEHIND.exec(text))?.[1] ?? "";
      if (names.has(nameKey(name))) owners.set(`${field}\n${text}`, { name, key: `${field}\n${nameKey(name)}` });
    }
  }
  return owners;
}

const LONGEST = 120;
