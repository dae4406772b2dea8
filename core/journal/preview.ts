import type { Work } from "../host.ts";
import type { Problem } from "../problems.ts";
import { counted, thousands } from "../sheets/words.ts";
import type { Change, Committed } from "./change.ts";
import { prepare } from "./commit.ts";

export interface Preview extends Omit<Committed, "written"> {
  /** Nothing would be written: it stands there already. */
  readonly idle: boolean;
  /** Why it cannot be written. */
  readonly refusals: readonly Problem[];
  /** "Will write Capacity vs demand (412 cells, 312 of them new or changed); no cell that you filled in is replaced." */
  readonly text: string;
}

/** What a change would do, before it does it. */
export function* preview(change: Change): Work<Preview> {
  const { drafted } = yield* prepare(change);
  const { sheets, yours, hand: kept, refusals } = drafted;
  const idle = drafted.idle && (change.lasting ?? []).length === 0;
  return { title: change.title, sheets, yours, kept, refusals, idle, text: sentence({ sheets, yours, kept, idle }) };
}

function sentence({ sheets, yours, kept, idle }: Pick<Preview, "sheets" | "yours" | "kept" | "idle">): string {
  if (idle) return "Everything is up to date: nothing to write.";
  const parts = sheets.map(
    ({ sheet, cells, changed }) =>
      `${sheet} (${counted(cells, "cell")}, ${changed === cells ? "" : `${thousands(changed)} of them `}new or changed)`,
  );
  const list = parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
  const hand = kept.length === 0 ? "" : ` ${kept.length} changed by hand will be listed in "Changed by hand".`;
  return `Will write ${list}; ${yoursText(yours)}.${hand}`;
}

const yoursText = (yours: number): string => {
  if (yours === 0) return "no cell that you filled in is replaced";
  return yours === 1 ? "1 cell that you filled in is replaced" : `${yours} cells that you filled in are replaced`;
};
