import type { Block, SheetModel } from "./model.ts";

/** What refers to tables that a copy has no more, and what may quote a cell of them. */
const LEFT_OUT: ReadonlySet<string> = new Set(["inputs", "problems", "refreshed"]);

/** A sheet as a copy may hold it: it depends on no table of money, and its stamp, which could be tried against guesses, on no rate. */
export function sharedCopy(model: SheetModel): SheetModel {
  const blocks = model.blocks
    .filter(({ key }) => !LEFT_OUT.has(key))
    .map((block): Block => {
      if (block.kind === "grid") return { ...block, fingerprint: SHARED };
      return { ...block, lines: block.lines.filter(({ formula }) => formula === undefined) };
    });
  return { ...model, blocks };
}
/** In place of a fingerprint. */
export const SHARED = "0000000000000000";

/** A sheet of money in a workbook that may show none. */
export const hiddenSheet = (name: string): SheetModel => ({
  name,
  blocks: [
    {
      kind: "note",
      key: "about",
      lines: [{ text: `${name}: nothing is shown, because Money shown in Settings is none.` }],
    },
  ],
});

/** A sheet of money of which nothing is left. */
export const emptiedSheet = (name: string): SheetModel => ({
  name,
  blocks: [{ kind: "note", key: "about", lines: [{ text: `${name}: money was taken out of this copy.` }] }],
});
