import type { Area } from "../../core/host.ts";
import { LOOKS } from "../../core/sheets/looks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { xc, zoneOf } from "./places.ts";
import { makeRoom, type Stage, unused, without, zonesOf } from "./stage.ts";

type RuleOp = Extract<SheetOp, { do: "rule" }>;

/** Give cells a look by their own value. */
export function addRule(stage: Stage, { at, when, look }: RuleOp): void {
  const { send, getters, sheetId } = stage;
  for (const area of at) makeRoom(stage, area);
  const known = new Set(getters.getConditionalFormats(sheetId).map(({ id }) => id));
  const { background, text, bold } = LOOKS[look];
  send("ADD_CONDITIONAL_FORMAT", {
    sheetId,
    ranges: at.map((area) => getters.getRangeDataFromZone(sheetId, zoneOf(area))),
    cf: {
      id: unused(`${sheetId}-${at.map(xc).join("-")}-${look}`, (id) => known.has(id)),
      rule: { type: "CellIsRule", ...test(when), style: { fillColor: background, textColor: text, bold } },
    },
  });
}

function test({ is, value, to }: RuleOp["when"]) {
  if (is === "below") return { operator: "isLessThan" as const, values: [String(value)] };
  if (is === "above") return { operator: "isGreaterThan" as const, values: [String(value)] };
  return { operator: "isBetween" as const, values: [String(value), String(to ?? value)] };
}

/** Take the rules off a rectangle; cells beside it keep theirs. */
export function clearRules({ send, getters, sheetId }: Stage, at: Area): void {
  for (const { id, ranges, rule, stopIfTrue } of getters.getConditionalFormats(sheetId)) {
    const zones = zonesOf(ranges);
    const left = without(zones, at);
    if (left.length === zones.length && left.every((zone, i) => zone === zones[i])) continue;
    if (left.length === 0) send("REMOVE_CONDITIONAL_FORMAT", { sheetId, id });
    else {
      const cf = { id, rule, ...(stopIfTrue === undefined ? {} : { stopIfTrue }) };
      send("ADD_CONDITIONAL_FORMAT", {
        sheetId,
        cf,
        ranges: left.map((zone) => getters.getRangeDataFromZone(sheetId, zone)),
      });
    }
  }
}
