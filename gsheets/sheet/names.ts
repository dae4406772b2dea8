import type { SheetOp } from "../../core/sheets/ops.ts";
import { type Book, onSheet, rangeOf, type Stage, type Warnings } from "./stage.ts";

/** Name a rectangle or take the name away. Whoever types into a block of ours is warned first. */
export function own({ book, sheet, warned }: Stage, { name, at, within }: Extract<SheetOp, { do: "own" }>): void {
  const isOurs = name.startsWith("Headroom_");
  if (isOurs) {
    const all = warned();
    all.get(described(name))?.remove();
    all.delete(described(name));
  }
  if (at === null) {
    if (book.getRangeByName(name) !== null) book.removeNamedRange(name);
    return;
  }
  const range = rangeOf(sheet, (within ? onSheet(sheet, at) : null) ?? at);
  book.setNamedRange(name, range);
  if (isOurs) warned().set(described(name), range.protect().setDescription(described(name)).setWarningOnly(true));
}

/** The warnings in a spreadsheet by their descriptions, read once and only when they are asked for. */
export function warnings(book: Book): () => Warnings {
  let known: Warnings | undefined;
  return () => {
    known ??= new Map(
      book.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((one) => [one.getDescription(), one] as const),
    );
    return known;
  };
}

const described = (name: string): string => `Written by Headroom: ${name}`;
