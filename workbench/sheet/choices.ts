import type { Area } from "../../core/host.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { xc, zoneOf } from "./places.ts";
import { makeRoom, type Stage, unused, without } from "./stage.ts";

type ChooseOp = Extract<SheetOp, { do: "choose" }>;

/** A drop-down on each cell of a rectangle. */
export function choose(stage: Stage, { at, from, strict }: ChooseOp): void {
  const { send, getters, sheetId } = stage;
  makeRoom(stage, at);
  const known = new Set(getters.getDataValidationRules(sheetId).map(({ id }) => id));
  const id = unused(`${sheetId}-${xc(at)}`, (one) => known.has(one));
  const ranges = [getters.getRangeDataFromZone(sheetId, zoneOf(at))];
  const criterion = "name" in from ? cellsOf(stage, from.name) : wordsOf(from);
  if (criterion === null) return;
  send("ADD_DATA_VALIDATION_RULE", { sheetId, ranges, rule: { id, criterion, isBlocking: strict } });
}

const wordsOf = (words: readonly string[]) => ({
  type: "isValueInList" as const,
  values: [...words],
  displayStyle: "arrow" as const,
});

/** The engine wants an address; it follows inserted rows like any other. */
function cellsOf({ getters, sheetId }: Stage, name: string) {
  const range = getters.getNamedRange(name)?.range;
  if (range === undefined) return null;
  const values = [getters.getRangeString(range, sheetId === range.sheetId ? sheetId : "")];
  return { type: "isValueInRange" as const, values, displayStyle: "arrow" as const };
}

/** Take the drop-downs off a rectangle; cells beside it keep theirs. */
export function clearChoices({ send, getters, sheetId }: Stage, at: Area): void {
  for (const { id, ranges, criterion, isBlocking } of [...getters.getDataValidationRules(sheetId)]) {
    const zones = ranges.map(({ zone }) => zone);
    const left = without(zones, at);
    if (left.length === zones.length && left.every((zone, i) => zone === zones[i])) continue;
    if (left.length === 0) send("REMOVE_DATA_VALIDATION_RULE", { sheetId, id });
    else {
      send("ADD_DATA_VALIDATION_RULE", {
        sheetId,
        ranges: left.map((zone) => getters.getRangeDataFromZone(sheetId, zone)),
        rule: { id, criterion, isBlocking: isBlocking ?? false },
      });
    }
  }
}
