import { type Look, step, type Work } from "../host.ts";
import { moved } from "./areas.ts";
import { blockName } from "./block-name.ts";
import { SHARED } from "./shared-copy.ts";

/** A generated sheet of the workbook, and what its figures were computed from. */
export interface MadeSheet {
  readonly name: string;
  /** What the planner calls the sheet now. */
  readonly sheet: string;
  readonly inputs: readonly string[];
}

const STAMP = /^inputs ([0-9a-f]{16}) /;

/** Which of some generated sheets stand in the workbook. One read, of title rows only. */
export function* madeSheets(names: Iterable<string>, look: Look): Work<readonly MadeSheet[]> {
  const known = [...names].map((name) => ({ name, prefix: blockName(name, "") }));
  /** The longest that fits: a block of Margin bridge is none of Margin. */
  const prefixOf = (block: string): string =>
    known.reduce((most, { prefix }) => (block.startsWith(prefix) && prefix.length > most.length ? prefix : most), "");
  const all = known.flatMap(({ name, prefix }) => {
    const blocks = [...look.owned].filter(([block]) => prefixOf(block) === prefix).map(([, owned]) => owned);
    return blocks.length > 0 ? [{ name, blocks }] : [];
  });
  const stamps = all.flatMap(({ blocks }) => blocks.map(({ sheet, at }) => ({ sheet, at: lastOfTitle(at) })));
  const cells = stamps.length === 0 ? [] : yield* step({ do: "read", areas: stamps });
  let next = 0;
  return all.map(({ name, blocks }): MadeSheet => {
    const inputs = blocks.flatMap(() => {
      const cell = cells[next++]?.[0]?.[0];
      const [, found] = typeof cell === "string" ? (STAMP.exec(cell) ?? []) : [];
      return found === undefined ? [] : [found];
    });
    return { name, sheet: blocks[0]!.sheet, inputs: [...new Set(inputs)] };
  });
}

const lastOfTitle = (at: { row: number; column: number; columns: number }) => ({
  ...moved({ row: at.row, column: at.column }, { row: 0, column: at.columns - 1 }),
  rows: 1,
  columns: 1,
});

/** Sheets that were made from other inputs than they would be now: HR-202. */
export const stale = (made: readonly MadeSheet[], inputsOf: (sheet: string) => string): readonly string[] =>
  made
    .filter((one) => one.inputs.some((found) => found !== SHARED && found !== inputsOf(one.name)))
    .map(({ name }) => name);
