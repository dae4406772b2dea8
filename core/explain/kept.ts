import type { Given } from "../sheets/given.ts";

/** What several figures of a sheet are explained from: made once for the figures of one plan. */
export function kept<T>(make: (given: Given) => T): (given: Given) => T {
  let last: { readonly of: Given; readonly made: T } | null = null;
  return (given) => {
    if (last === null || last.of !== given) last = { of: given, made: make(given) };
    return last.made;
  };
}
