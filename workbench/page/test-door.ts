import { step, type Work } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { ask } from "../../core/questions/index.ts";
import type { SheetOp, Written } from "../../core/sheets/ops.ts";
import { helpers, type Model } from "../engine.ts";
import { work } from "../host.ts";
import { valueAt } from "../sheet/cells.ts";
import { areaOf, sheetIdOf } from "../sheet/places.ts";
import type { Desk } from "./run.ts";

type Ready = Promise<{ readonly desk: Desk; readonly show: (model: Model, name: string) => void }>;

/** How tests look at a page whose cells are painted, not written: `window.workbench`. */
export function testDoor(ready: Ready): void {
  let model: () => Model = () => {
    throw new Error("The page is not ready.");
  };
  const door = {
    ready: ready.then(({ desk }) => {
      model = () => {
        if (!desk.model) throw new Error("No workbook is open.");
        return desk.model;
      };
    }),
    get model() {
      return model();
    },
    read: (address: string): Cell[][] => {
      const { getters } = model();
      const { sheetId, at } = placeOf(model(), address);
      return Array.from({ length: at.rows }, (_, row) =>
        Array.from({ length: at.columns }, (_, column) =>
          valueAt(getters, { sheetId, row: at.row + row, col: at.column + column }),
        ),
      );
    },
    /** As if typed: a text that starts with "=" is a formula. */
    write: (address: string, typed: readonly (readonly Written[])[]) => {
      const cells = typed.map((row) =>
        row.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? { formula: cell } : cell)),
      );
      const { sheet, at } = placeOf(model(), address);
      const size = { rows: cells.length, columns: cells[0]?.length ?? 0 };
      work(
        model(),
        applying([
          { do: "open", sheet },
          { do: "write", at: { ...at, ...size }, cells },
        ]),
      );
    },
    apply: (ops: readonly SheetOp[]) => work(model(), applying(ops)),
    call: (name: string, request: unknown) => work(model(), ask(name, request)),
  };
  Object.assign(globalThis, { workbench: door });
}

function* applying(ops: readonly SheetOp[]): Work {
  yield* step({ do: "apply", ops });
}

function placeOf(model: Model, address: string) {
  const cut = address.lastIndexOf("!");
  const sheet = address
    .slice(0, cut)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const sheetId = sheetIdOf(model.getters, sheet);
  if (sheetId === undefined) throw new RangeError(`There is no sheet "${sheet}".`);
  return { sheet, sheetId, at: areaOf(helpers.toZone(address.slice(cut + 1))) };
}
