import { step, type Work } from "../host.ts";
import { refuse } from "../problems.ts";
import { besideAreas, besides, movedNotes } from "../sheets/beside.ts";
import type { Change, Committed } from "./change.ts";
import { type Draft, draft, targetsOf } from "./draft.ts";
import { entryTexts, loadRecord } from "./entry.ts";
import { type Flag, flagText, type Ref, readFlag } from "./flag.ts";
import { keep } from "./hand.ts";
import { calmLook, recover } from "./recover.ts";
import { writeOps } from "./write.ts";

/**
 * Write all of a change or nothing of it: what stands there is kept first, then a flag says "prepared", then the blocks are
 * written, then the flag says "done". Whatever fails in between, `recover` brings back what was there.
 */
export function* commit(change: Change): Work<Committed> {
  const { flag, drafted } = yield* prepare(change);
  const { title } = change;
  const { sheets, yours, hand: kept, refusals, idle } = drafted;
  refuse(refusals);
  const known = yield* keptOnRecord(change, flag);
  if (idle) return { title, written: known !== flag, sheets, yours, kept: [] };
  yield* keep(drafted.entry.run, kept);
  yield* write(drafted, withShown(known, change));
  return { title, written: true, sheets, yours, kept };
}

/** Entries hold money from their first step on. */
function withShown(flag: Flag, { shows = "none" }: Change): Flag {
  if (shows === "none" || flag.shown === "all") return flag;
  return { ...flag, shown: shows };
}

/** The record stands before anything of it is shown, and before the flag says that there is one. */
function* keptOnRecord({ lasting = [] }: Change, flag: Flag): Work<Flag> {
  if (lasting.length === 0) return flag;
  yield* step({ do: "apply", ops: lasting });
  yield* step({ do: "flush" });
  const told: Flag = { ...flag, told: true };
  yield* step({ do: "raise", flag: flagText(told) });
  return told;
}

/** Everything up to the first write. */
export function* prepare(change: Change): Work<{ readonly flag: Flag; readonly drafted: Draft }> {
  const look = yield* calmLook();
  const flag = readFlag(look);
  const targets = targetsOf(change, look, flag);
  const { spots, placed } = targets;
  const near = besides(placed);
  const areas = [...spots.map(({ sheet, at }) => ({ sheet, at })), ...near.flatMap(besideAreas)];
  const read = areas.length === 0 ? [] : yield* step({ do: "read", areas });
  const beside = near.map((_, i) => read.slice(spots.length + 3 * i, spots.length + 3 * i + 3));
  const notes = movedNotes(near, placed, beside);
  const drafted = draft(targets, read.slice(0, spots.length), notes, yield* loadRecord(flag), flag.runs + 1);
  return { flag, drafted };
}

function* write(drafted: Draft, flag: Flag): Work {
  const { entry, change } = drafted;
  const { cells, sum } = entryTexts(entry);
  const next: Ref = { slot: flag.last?.slot === 0 ? 1 : 0, run: entry.run, sum, title: change.title };
  const hidden = [...new Set([...flag.hidden, ...entry.made])];
  yield* step({ do: "store", slot: next.slot, cells });
  yield* step({ do: "flush" }); // the entry stands before the flag says so
  yield* step({ do: "raise", flag: flagText({ ...flag, state: "prepared", next, runs: next.run, hidden }) });
  try {
    const pieces = writeOps(drafted);
    for (const [done, ops] of pieces.entries()) {
      yield* step({ do: "apply", ops, part: { done, of: pieces.length } });
    }
    yield* step({ do: "flush" }); // and the blocks before it says they are done
    const shown = flag.hidden.filter((sheet) => !entry.made.includes(sheet));
    const over = { state: "done", last: next, undone: false, next: null, runs: next.run, hidden: shown } as const;
    const done: Flag = { ...flag, ...over };
    yield* step({ do: "raise", flag: flagText(done) });
  } catch (error) {
    yield* recover();
    throw error;
  }
}
