import type { Mapping } from "../imports/mapping.ts";
import { NOT_USED, ROLES } from "../imports/mapping-roles.ts";
import { lowered } from "../sheets/words.ts";

/** What a file with unknown headings may hold, and what each of its columns may be, to be confirmed or corrected. */
export function mappingView({ kind, columns, missing, done }: Mapping) {
  const roles = ROLES.get(kind)?.roles ?? [];
  return {
    kind,
    kinds: [...ROLES].map(([value, { words }]) => ({ value: String(value), words })),
    roles: [{ value: NOT_USED, words: "not used" }, ...roles.map(({ value, words }) => ({ value, words }))],
    columns: columns.map(({ column, heading, samples, role, sure, why }) => ({
      column,
      heading,
      samples,
      role: role === NOT_USED || roles.some(({ value }) => value === role) ? role : NOT_USED,
      says: SURE[sure] === "" ? why : `${SURE[sure]}${why === "" ? "" : `: ${lowered(why)}`}`,
    })),
    missing,
    done,
  };
}

const SURE = { said: "", sure: "Sure", likely: "Likely", guess: "A guess, please look", none: "" } as const;
