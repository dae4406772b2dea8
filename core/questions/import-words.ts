import type { Import } from "../imports/read.ts";
import { counted, listed, thousands } from "../sheets/words.ts";
import type { countsOf } from "./import-rows.ts";

type Counts = ReturnType<typeof countsOf>;

/** What was written to a sheet, and what of the file is not in it as the tool now has it. */
export function doneWords({ added, changed, left, gone, stale, adjusted }: Counts): string {
  const parts = [
    ...(added > 0 ? [`${thousands(added)} new`] : []),
    ...(changed > 0 ? [`${thousands(changed)} changed`] : []),
    ...(adjusted > 0 ? [`${thousands(adjusted)} adjusted`] : []),
    ...(gone > 0 ? [`${thousands(gone)} taken away`] : []),
    ...(left > 0 ? [`${thousands(left)} changed since and left as they were`] : []),
    ...(stale > 0 ? [`${thousands(stale)} no longer in the file and left`] : []),
  ];
  return parts.length > 0 ? listed(parts) : "nothing new";
}

/** Why nothing is written, true whatever the file holds. */
export function nothingWords({ used, held, skipped }: Import["counts"], tables: readonly Counts[]): string {
  const sum = (of: (one: Counts) => number) => tables.reduce((all, one) => all + of(one), 0);
  const left = sum((one) => one.left);
  const stale = sum((one) => one.stale);
  const same = sum((one) => one.same);
  if (used === 0 || same + left === 0) {
    const fates = [
      ...(held > 0 ? [`${thousands(held)} held back`] : []),
      ...(skipped > 0 ? [`${thousands(skipped)} left out`] : []),
    ];
    return `No row of the file can be imported${fates.length > 0 ? `: ${listed(fates)}` : ""}. Nothing is written.`;
  }
  if (left + stale === 0) return "Everything is there already: nothing is written.";
  const parts = [
    ...(same > 0 ? [`${counted(same, "row")} ${same === 1 ? "is" : "are"} there already`] : []),
    ...(left > 0
      ? [
          `${counted(left, "row")} ${left === 1 ? "has" : "have"} changed since and ${left === 1 ? "stays" : "stay"} as ${left === 1 ? "it is" : "they are"}`,
        ]
      : []),
    ...(stale > 0
      ? [
          `${counted(stale, "row")} ${stale === 1 ? "is" : "are"} no longer in the file and ${stale === 1 ? "stays" : "stay"}`,
        ]
      : []),
  ];
  return `No row is new: ${listed(parts)}. Nothing is written.`;
}
