/** What must not compile. `npm run check` fails when one of these lines does. */
import { CAPACITY } from "../core/functions/capacity.ts";
import { defineFunction } from "../core/functions/define.ts";
import type { SheetOp } from "../core/sheets/ops.ts";
import { fromHours, type Minutes, minorUnits, minutes, plus } from "../core/units.ts";
import type { Bridge } from "../panels/bridge.ts";

// @ts-expect-error hours and cents do not add
plus(fromHours(1), minorUnits(100));
// @ts-expect-error a bare number is not effort
export const bare: Minutes = 60;
// @ts-expect-error `+` gives back a bare number
export const sum: Minutes = minutes(1) + minutes(2);

declare const described: Omit<Parameters<typeof defineFunction>[0], "params" | "choices">;
defineFunction({ ...described, params: ["from", "to"], choices: ["problems"] });
// @ts-expect-error there is no such parameter
defineFunction({ ...described, params: ["until"], choices: [] });
// @ts-expect-error there is no such choice in `where`
defineFunction({ ...described, params: ["from", "to"], choices: ["colour"] });

declare const bridge: Bridge;
void bridge.ask("goTo", { sheet: "People", a1: "B4" });
// @ts-expect-error a cell has an address
void bridge.ask("goTo", { sheet: "People" });
// @ts-expect-error there is no such question
void bridge.ask("joiner", { person: "Ana" });
// @ts-expect-error a definition is data, not a function
CAPACITY();
// @ts-expect-error no host knows this verb
export const verb: SheetOp = { do: "merge", at: { row: 0, column: 0, rows: 1, columns: 2 } };
