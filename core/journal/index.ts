export type { Change, Committed, Edit, Naming, SheetCount } from "./change.ts";
export { commit } from "./commit.ts";
export { figuresTold, moneyKept, sheetsInUse } from "./flag.ts";
export { CHANGED_BY_HAND, type HandChange } from "./hand.ts";
export { type Preview, preview } from "./preview.ts";
export { discard, forget, type Recovered, recover } from "./recover.ts";
export { type Undoable, type Undone, undo, undoable } from "./undo.ts";
