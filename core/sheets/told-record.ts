import { NOTHING_TOLD, type ToldBefore } from "../engine/money/view-told.ts";
import type { Owned } from "../host.ts";
import { isBlank } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import type { Problem } from "../problems.ts";
import { a1 } from "./a1.ts";
import { blockName } from "./block-name.ts";
import type { Written } from "./ops.ts";

/** The sheet that keeps what refreshes told about costs, beside the costs themselves. It is found by its name of a range. */
export const TOLD_SHEET = "Told figures";
export const TOLD_NAME = blockName(TOLD_SHEET, "record");
export const TOLD_HEADINGS = ["Told", "Now called", "Made of"] as const;

/** What earlier refreshes told, as its sheet says it, wherever that stands. */
export interface ToldRecord extends ToldBefore {
  /** Null as long as nothing was told. */
  readonly stands: Owned | null;
  /** So many lines of it are in use, that of the headings among them. */
  readonly lines: number;
  /** Number of the last refresh that told anything. */
  readonly refresh: number;
  /** For the inputs of a refresh, what its sheets show instead of them: they can be tried against guesses, a number cannot. */
  readonly tokens: ReadonlyMap<string, string>;
  /** In which row of the sheet each rate is named. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Why nobody knows what was told; nothing of costs may be shown then. */
  readonly problems: readonly Problem[];
}

export const NO_RECORD: ToldRecord = {
  ...NOTHING_TOLD,
  stands: null,
  lines: 0,
  refresh: 0,
  tokens: new Map(),
  rowOf: new Map(),
  problems: [],
};

/** What stands in a block's corner for the inputs of a refresh. */
export const tokenOf = (refresh: number): string => refresh.toString(16).padStart(16, "0");

/** The token of some inputs; for others than any refresh had, that of the next one, which no sheet shows so far. */
export const tokenFor = ({ tokens, refresh }: ToldRecord, inputs: string): string =>
  tokens.get(inputs) ?? tokenOf(refresh + 1);

/** Read the record; a line that cannot be read is a problem, never a line less. */
export function toldRecord(stands: Owned, cells: readonly (readonly Written[])[]): ToldRecord {
  const lines = cells.map((line) =>
    line.map((cell) => (isBlank(cell) ? "" : typeof cell === "object" ? "=" : String(cell))),
  );
  while (lines.length > 0 && lines[lines.length - 1]!.every((cell) => cell === "")) lines.pop();
  const found: Found = { figures: [], nowCalled: new Map(), tokens: new Map(), rowOf: new Map(), refresh: 0 };
  const wrong = lines.flatMap((line, i) =>
    (i === 0 ? isHeading(line) : isRead(line, stands.at.row + i, found)) ? [] : [i],
  );
  return {
    ...found,
    stands,
    lines: lines.length,
    problems: wrong.map((line) => unreadable(stands, line)),
  };
}

interface Found {
  readonly figures: Map<string, number>[];
  readonly nowCalled: Map<string, string>;
  readonly tokens: Map<string, string>;
  readonly rowOf: Map<string, number>;
  refresh: number;
}

const isHeading = (line: readonly string[]): boolean =>
  TOLD_HEADINGS.every((heading, i) => line[i]?.trim() === heading);

/** "Refresh 2", "Refresh 2, figure 1", or somebody's name. */
function isRead([label = "", called = "", ...rest]: readonly string[], row: number, found: Found): boolean {
  const text = rest.filter((cell) => cell !== "").join(SEPARATOR);
  if (label === "" && called === "" && text === "") return true;
  if (text === "person" || text === "role") {
    const rate = `${text} ${nameKey(label)}`;
    found.rowOf.set(rate, row);
    if (called.trim() !== "") found.nowCalled.set(rate, LEFT.has(nameKey(called)) ? "" : nameKey(called));
    return label !== "";
  }
  const refresh = Number(/^Refresh (\d+)(?:,|$)/.exec(label)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(refresh)) return false;
  found.refresh = Math.max(found.refresh, refresh);
  const [, inputs] = /^inputs ([0-9a-f]{16})$/.exec(text) ?? [];
  if (inputs !== undefined) {
    found.tokens.set(inputs, tokenOf(refresh));
    return true;
  }
  const parts = text.split(/\r?\n/).map((part) => /^(-?\d+(?:\.\d+)?) ((?:person|role) .+)$/.exec(part));
  if (parts.some((part) => part === null)) return false;
  found.figures.push(new Map(parts.map((part): [string, number] => [part![2]!, Number(part![1])])));
  return true;
}

/** What finance writes beside somebody who has left. */
const LEFT: ReadonlySet<string> = new Set(["left", "has left", "gone"]);

/** Nobody's name holds it. */
export const SEPARATOR = "\n";

function unreadable({ sheet, at }: Owned, line: number): Problem {
  const place = { row: at.row + line, column: at.column + 2 };
  return {
    code: "HR-261",
    at: [{ table: sheet, row: place.row + 1, column: "Made of", sheet, a1: a1(place) }],
    value: "(hidden)",
    why: "was changed, so that nobody knows what earlier refreshes told about salaries",
    hint: "Maybe undo that change. Delete the row if nobody outside finance has seen its refresh.",
  };
}
