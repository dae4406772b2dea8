import { type Look, step, type Work } from "../host.ts";
import { load } from "./entry.ts";
import { discarded, flagText, readFlag } from "./flag.ts";
import { type TakenBack, takeBack } from "./take-back.ts";

export interface Recovered {
  /** What an interrupted run had been about; null when there was nothing to repair. */
  readonly title: string | null;
  readonly kept: TakenBack["kept"];
}

/** Finish what a stopped run left: the first step of every command, and of opening the workbook. */
export function* recover(): Work<Recovered> {
  return yield* repair(yield* step({ do: "look" }));
}

export function* repair(look: Look): Work<Recovered> {
  const flag = readFlag(look);
  const ref = flag.state === "prepared" ? flag.next : flag.state === "undoing" ? flag.last : null;
  if (ref === null) return { title: null, kept: [] };
  const { kept } = yield* takeBack(yield* load(ref), look, flag);
  return { title: ref.title, kept };
}

/** A look at a workbook in which nothing is left to repair. */
export function* calmLook(): Work<Look> {
  const look = yield* step({ do: "look" });
  const { title } = yield* repair(look);
  return title === null ? look : yield* step({ do: "look" });
}

/** The same, and nothing of it is left in the hidden sheets either. */
export function* forget(): Work {
  for (const slot of [0, 1] as const)
    if ((yield* step({ do: "stored", slot })) !== null) yield* step({ do: "store", slot, cells: [[""]] });
  yield* step({ do: "flush" });
  yield* discard();
}

/** Forget everything the journal knows, when it does not fit the workbook: nothing is restored, and Undo starts anew. */
export function* discard(): Work {
  const look = yield* step({ do: "look" });
  yield* step({ do: "raise", flag: flagText(discarded(look)) });
}
