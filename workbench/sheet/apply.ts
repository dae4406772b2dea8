import { LOOKS } from "../../core/sheets/looks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import type { Getters, Zone } from "../engine.ts";
import type { Send } from "../perform.ts";
import { together } from "./bands.ts";
import { cellFormat, write, writtenAt } from "./cells.ts";
import { removeChart, setChart } from "./charts.ts";
import { choose, clearChoices } from "./choices.ts";
import { freeze } from "./freeze.ts";
import { linkContent } from "./links.ts";
import { sheetIdOf, zoneOf } from "./places.ts";
import { addRule, clearRules } from "./rules.ts";
import { makeRoom, onSheet, openSheet, type Stage } from "./stage.ts";

type Verbs = { readonly [K in SheetOp["do"]]: (stage: Stage, op: Extract<SheetOp, { do: K }>) => void };

/** What each operation is in this engine. */
const APPLY: Verbs = {
  open: () => {}, // done where operations are told apart: it decides the stage
  show: ({ send, getters, sheetId }, { visible }) => {
    if (visible !== getters.isSheetVisible(sheetId)) send(visible ? "SHOW_SHEET" : "HIDE_SHEET", { sheetId });
  },
  clear: (stage, { at }) => {
    const { send, sheetId } = stage;
    const target = [zoneOf(onSheet(stage, at))];
    if (target[0]!.bottom < target[0]!.top || target[0]!.right < target[0]!.left) return;
    if (hasCell(stage, target[0]!)) send("CLEAR_CELLS", { sheetId, target });
    send("HEADROOM_NOTE" as never, { sheetId, zone: target[0], text: null } as never);
    clearRules(stage, at);
    clearChoices(stage, at);
  },
  format: (stage, { at, pattern }) => {
    makeRoom(stage, at);
    const format = pattern === "General" ? "" : pattern;
    stage.send("SET_FORMATTING", { sheetId: stage.sheetId, target: [zoneOf(at)], format });
  },
  write: (stage, { at, cells }) => {
    makeRoom(stage, at);
    write(stage, at, cells);
  },
  own: (stage, { name, at: wanted, within }) => {
    const { send, getters, sheetId } = stage;
    const at = within && wanted !== null ? onSheet(stage, wanted) : wanted;
    const known = getters.getNamedRange(name);
    if (at === null) {
      if (known !== undefined) send("DELETE_NAMED_RANGE", { name });
      return;
    }
    makeRoom(stage, at);
    // A name that is set anew makes the engine calculate everything, where it stands or not.
    if (known?.range.sheetId === sheetId && isSameZone(known.range.zone, zoneOf(at))) return;
    // Without the sheet the engine measures the range against the sheet that happens to be in sight.
    const where = { sheetId, ranges: [getters.getRangeDataFromZone(sheetId, zoneOf(at))] };
    if (known !== undefined) send("UPDATE_NAMED_RANGE", { oldRangeName: name, newRangeName: name, ...where } as never);
    else send("CREATE_NAMED_RANGE", { name, ...where } as never);
  },
  paint: (stage, { at, look }) => {
    makeRoom(stage, at);
    const { background, text, bold, size, align } = LOOKS[look];
    const fill = background === "#ffffff" ? {} : { fillColor: background };
    const letters = { ...(size !== undefined && { fontSize: size }), ...(align !== undefined && { align }) };
    const style = { ...fill, textColor: text, bold, ...letters };
    stage.send("SET_FORMATTING", { sheetId: stage.sheetId, target: [zoneOf(at)], style });
  },
  rule: addRule,
  link: (stage, { at, sheet, a1 }) => {
    const { send, getters, sheetId } = stage;
    const position = { sheetId, row: at.row, col: at.column };
    const label = writtenAt(getters, position);
    const to = sheetIdOf(getters, sheet);
    if (typeof label !== "string" || to === undefined) return;
    const format = cellFormat(getters, position) === "@" ? { format: "" } : {};
    send("UPDATE_CELL", { ...position, content: linkContent({ label, sheetId: to, a1 }), ...format });
  },
  note: ({ send, sheetId }, { at, text }) =>
    send("HEADROOM_NOTE" as never, { sheetId, zone: zoneOf(at), text } as never),
  choose,
  chart: setChart,
  unchart: removeChart,
  freeze,
  page: ({ send, sheetId }, { at, headingRow, breaks }) =>
    send(
      "HEADROOM_PAGE" as never,
      { sheetId, rows: at.row + at.rows, columns: at.column + at.columns, headingRow, breaks } as never,
    ),
  width: (stage, { column, characters }) => {
    makeRoom(stage, { row: 0, column, rows: 1, columns: characters.length });
    characters.forEach((count, i) => {
      const size = Math.round(count * PIXELS_A_CHARACTER) + PADDING;
      stage.send("RESIZE_COLUMNS_ROWS", { sheetId: stage.sheetId, dimension: "COL", elements: [column + i], size });
    });
  },
};

/** The engine writes to each cell that it clears, to those that hold nothing too. */
function hasCell({ getters, sheetId }: Stage, { top, left, bottom, right }: Zone): boolean {
  for (let row = top; row <= bottom; row++)
    for (let col = left; col <= right; col++) if (getters.getCell({ sheetId, row, col })) return true;
  return false;
}

const isSameZone = (a: Zone, b: Zone): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

const PIXELS_A_CHARACTER = 7;
const PADDING = 10;

/** Do these operations inside a command, in order; what is frozen depends on what is written, so that comes last. */
export function apply(send: Send, getters: Getters, ops: readonly SheetOp[]): void {
  let sheetId: string | undefined;
  const last: (() => void)[] = [];
  for (const op of together(ops)) {
    if (!("do" in op)) {
      if (sheetId === undefined) throw new RangeError('"write" needs an open sheet before it.');
      const stage: Stage = { send, getters, sheetId };
      makeRoom(stage, op.write.at);
      write(stage, op.write.at, op.write.cells, op.formats);
      continue;
    }
    if (op.do === "open") sheetId = openSheet(send, getters, op.sheet, op.hidden);
    if (sheetId === undefined) throw new RangeError(`"${op.do}" needs an open sheet before it.`);
    const stage: Stage = { send, getters, sheetId };
    const act = () => (APPLY[op.do] as (stage: Stage, op: SheetOp) => void)(stage, op);
    if (op.do === "freeze") last.push(act);
    else act();
  }
  for (const act of last) act();
}
