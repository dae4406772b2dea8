import { type Command, CorePlugin, coreTypes, registries, type UID } from "../engine.ts";
import type { Typed } from "./text.ts";

/** Many cells of a rectangle as one command: the engine asks all its parts about each command, and keeps each for good. */
interface CellsCommand {
  readonly type: "HEADROOM_CELLS";
  readonly sheetId: UID;
  readonly row: number;
  readonly col: number;
  /** What each cell is given, row by row; null leaves a cell as it is. */
  readonly cells: readonly (readonly (Partial<Typed> | null)[])[];
}

/** Lets large tables be written at once. Call before a Model is made. */
export function installBulk(): void {
  (coreTypes as Set<string>).add("HEADROOM_CELLS");
  registries.inverseCommandRegistry.replace("HEADROOM_CELLS", (command) => [command]);
  registries.corePluginRegistry.replace("headroom cells", Bulk as never);
}

class Bulk extends CorePlugin {
  override handle(command: Command | CellsCommand): void {
    if (command.type !== "HEADROOM_CELLS") return;
    const { sheetId, row, col, cells } = command;
    cells.forEach((line, i) => {
      line.forEach((typed, j) => {
        if (typed !== null) this.dispatch("UPDATE_CELL", { sheetId, row: row + i, col: col + j, ...typed });
      });
    });
  }
}
