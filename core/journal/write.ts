import type { Owned } from "../host.ts";
import type { SheetOp } from "../sheets/ops.ts";
import type { Draft } from "./draft.ts";
import type { Kept } from "./entry.ts";

/**
 * The operations of a run in the order that keeps it repairable: names first, so that recovery knows which cells may have changed;
 * then every old rectangle is emptied; then one write a block.
 */
export function writeOps({ placed, edits, made, entry, spots, names: renamed }: Draft): SheetOp[][] {
  const open = (sheet: string): SheetOp => ({ do: "open", sheet, ...(made.includes(sheet) ? { hidden: true } : {}) });
  const names = placed.flatMap(({ name, sheet, to }): SheetOp[] =>
    to ? [open(sheet), { do: "own", name, at: to.at }] : [],
  );
  const clears = placed.flatMap(({ sheet, from, to }): SheetOp[] => [
    open(sheet),
    ...[from, to?.at ?? null].flatMap((at): SheetOp[] => (at ? [{ do: "clear", at }] : [])),
  ]);
  const blocks = placed.map(({ name, sheet, to }): SheetOp[] => {
    const old = lostCharts(entry.were, entry.record, name);
    if (!to) return [open(sheet), ...old, { do: "own", name, at: null }];
    return [open(sheet), ...old, ...dressed(to.dress, { do: "write", at: to.at, cells: to.cells })];
  });
  const rows = edits.map(({ sheet, at, cells, dress = [] }): SheetOp[] => [
    open(sheet),
    ...dressed(dress, { do: "write", at, cells }),
  ]);
  const notes = spots.flatMap(({ sheet, at, note }): SheetOp[] =>
    note === undefined ? [] : [open(sheet), { do: "write", at, cells: [[note]] }],
  );
  const shows = made.flatMap((sheet): SheetOp[] => [open(sheet), { do: "show", visible: true }]);
  const ranges = renamed.flatMap(({ name, was, to }) => namingOps(name, to, was));
  return [[...names, ...clears], ...blocks, ...rows, notes, ranges, shows].filter((ops) => ops.length > 0);
}

/** Formats go before the cells, so that text is text when it arrives; everything else after them. */
export const dressed = (dress: readonly SheetOp[], write: SheetOp): SheetOp[] => [
  ...dress.filter((op) => op.do === "format"),
  write,
  ...dress.filter((op) => op.do !== "format"),
];

/** Charts a block had and has no more. */
export function lostCharts(were: readonly Kept[], are: readonly Kept[], name: string): SheetOp[] {
  const now = new Set(chartsOf(are, name));
  return chartsOf(were, name)
    .filter((chart) => !now.has(chart))
    .map((chart) => ({ do: "unchart", name: chart }));
}

const chartsOf = (all: readonly Kept[], name: string): string[] =>
  all
    .filter((kept) => kept.name === name)
    .flatMap(({ dress }) => dress.flatMap((op) => (op.do === "chart" ? [op.name] : [])));

/** A name goes to a range, or away from the one it has. */
export function namingOps(name: string, to: Owned | null, was: Owned | null): SheetOp[] {
  const sheet = (to ?? was)?.sheet;
  if (sheet === undefined) return [];
  return [
    { do: "open", sheet },
    { do: "own", name, at: to?.at ?? null, within: true },
  ];
}
