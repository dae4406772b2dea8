import type { DemoPlan } from "../../core/demo/headings.ts";
import { step, type Work } from "../../core/host.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { template } from "../../core/sheets/template.ts";
import { type Model, registries } from "../engine.ts";
import { work } from "../host.ts";
import { workbookOf } from "../workbook.ts";
import { guideOf } from "./guide.ts";
import { dataOf, FORMATS, namesOf, opsOf } from "./plan-sheets.ts";

/** A workbook with a plan in it: a guide in front, then an input sheet for each table. */
export function planWorkbook(called: string, plan: DemoPlan): Model {
  const has = (name: string) => registries.functionRegistry.contains(name);
  const tables = [...template([], [], plan).edits].sort((a, b) => Number(isLast(a.sheet)) - Number(isLast(b.sheet)));
  const edits = [guideOf(called, ...horizonOf(plan), has), ...tables];
  const model = workbookOf({ sheets: edits.map(dataOf), formats: FORMATS, namedRanges: namesOf(edits) });
  work(model, applying(opsOf(edits)));
  return model;
}

/** A planner changes the settings last. */
const isLast = (sheet: string): boolean => sheet === "Settings";

function* applying(ops: readonly SheetOp[]): Work {
  yield* step({ do: "apply", ops });
}

const FIRST_DAY = 46027;
const A_QUARTER = 12;

/** From the plan's own Settings; a quarter from the first Monday of 2026 when they say nothing. */
function horizonOf(plan: DemoPlan): readonly [from: number, to: number] {
  const said = (key: string) => plan.get("Settings")?.find(([setting]) => setting === key)?.[1];
  const from = said("Horizon from");
  const weeks = said("Horizon weeks");
  const first = typeof from === "number" ? from : FIRST_DAY;
  return [first, first + 7 * (typeof weeks === "number" ? weeks : A_QUARTER) - 1];
}
