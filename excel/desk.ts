import type { Area, Slot } from "../core/host.ts";
import type { Cell } from "../core/plan/cells.ts";
import type { Written } from "../core/sheets/ops.ts";
import { isOwn, type Known, learn } from "./known.ts";

/** One piece of work inside one `Excel.run`: what is known, what waits to be sent. */
export interface Desk {
  readonly context: Excel.RequestContext;
  /** Null: nothing was asked yet, or a failure made it doubtful. */
  known: Known | null;
  /** What is known may have been changed by us since. */
  changed: boolean;
  /** Something that changes the workbook was sent, or waits to be. */
  wrote: boolean;
  /** About so many characters wait to be sent. */
  waiting: number;
  /** The journal's texts, as far as they were read along with something else. */
  readonly slots: Map<Slot, readonly (readonly Cell[])[] | null>;
  /** What this work has written so far; charts take the names of their series from it. */
  written: { readonly sheet: string; readonly at: Area; readonly cells: readonly (readonly Written[])[] }[];
  /** Sheets to hide when all is done. */
  readonly hide: Set<string>;
}

export const newDesk = (context: Excel.RequestContext): Desk => ({
  context,
  known: null,
  changed: false,
  wrote: false,
  waiting: 0,
  slots: new Map(),
  written: [],
  hide: new Set(),
});

/** Excel on the web takes 5 MB at a time, texts in other alphabets need more bytes than characters. */
export const MOST_CHARACTERS = 2_500_000;

/** Note that so much is about to be queued; what waits is sent first when both together are too much. */
export async function queue(desk: Desk, characters: number): Promise<void> {
  if (desk.waiting > 0 && desk.waiting + characters > MOST_CHARACTERS) await send(desk);
  desk.waiting += characters;
  desk.wrote = true;
  desk.changed = true;
}

/** Send what waits, and fetch what was asked for. */
export async function send(desk: Desk): Promise<void> {
  desk.waiting = 0;
  await desk.context.sync();
}

/** The workbook's sheets, names and charts; asked for when they are not known. */
export async function knownOf(desk: Desk): Promise<Known> {
  if (desk.known === null) {
    desk.waiting = 0;
    desk.known = await learn(desk.context);
    desk.changed = false;
    // A failure while they were made can leave the journal's sheets in sight.
    for (const { name, visible } of desk.known.sheets.values()) if (visible && isOwn(name)) desk.hide.add(name);
  }
  return desk.known;
}

/** The same, as it is after everything that was asked so far. */
export function freshOf(desk: Desk): Promise<Known> {
  if (desk.changed) desk.known = null;
  return knownOf(desk);
}

/** After a failure nobody knows how much of a batch was done. */
export function forget(desk: Desk): void {
  desk.known = null;
  desk.waiting = 0;
  desk.slots.clear();
  desk.written = [];
}
