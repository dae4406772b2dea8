import { type Answers, type Book, type Planning, run, type Step, type Work } from "../core/host.ts";
import type { Cell } from "../core/plan/cells.ts";
import { fillOf } from "../core/sheets/fill.ts";
import type { Getters, Model } from "./engine.ts";
import { flagIn, gridOf, isJournal, keep, raise, textsIn } from "./journal.ts";
import { perform, recalculate, type Send } from "./perform.ts";
import { apply } from "./sheet/apply.ts";
import { valueAt, writtenAt } from "./sheet/cells.ts";
import { areaOf, sheetIdOf, zoneOf } from "./sheet/places.ts";
import { select } from "./sheet/select.ts";

interface Desk {
  readonly send: Send;
  readonly getters: Getters;
  /** The engine calculates when a command is over; a look at values after a change must not wait so long. */
  readonly changed: { now: boolean };
  /** What to select when all is done. */
  readonly later: (() => void)[];
  readonly model: Model;
}

type Steps = { readonly [K in Step["do"]]: (desk: Desk, step: Extract<Step, { do: K }>) => Answers[K] };

const STEPS: Steps = {
  book: (desk) => {
    calculate(desk);
    const { getters } = desk;
    return getters
      .getVisibleSheetIds()
      .filter((id) => !isJournal(getters.getSheetName(id)))
      .map((id) => ({ name: getters.getSheetName(id), cells: usedCells(getters, id) }));
  },
  look: ({ getters }) => {
    const named = new Map(
      getters
        .getNamedRanges()
        .filter(({ range }) => getters.tryGetSheet(range.sheetId))
        .map(({ name, range }) => [name, { sheet: getters.getSheetName(range.sheetId), at: areaOf(range.zone) }]),
    );
    return {
      owned: new Map([...named].filter(([name]) => name.startsWith("Headroom_"))),
      flag: flagIn(getters),
      names: getters.getNamedRanges().map(({ name }) => name),
      named,
      sheets: getters
        .getSheetIds()
        .map((id) => getters.getSheetName(id))
        .filter((name) => !isJournal(name)),
    };
  },
  read: ({ getters }, { areas }) =>
    areas.map(({ sheet, at }) => {
      const sheetId = sheetIdOf(getters, sheet);
      return gridOf(at.rows, at.columns, (row, column) =>
        sheetId === undefined ? null : writtenAt(getters, { sheetId, row: at.row + row, col: at.column + column }),
      );
    }),
  fills: ({ getters }, { areas }) =>
    areas.map(({ sheet, at }) => {
      const sheetId = sheetIdOf(getters, sheet);
      return gridOf(at.rows, at.columns, (row, column) =>
        sheetId === undefined
          ? null
          : fillOf(getters.getCellStyle({ sheetId, row: at.row + row, col: at.column + column }).fillColor),
      );
    }),
  stored: ({ getters }, { slot }) => textsIn(getters, slot),
  store: ({ send, getters }, { slot, cells }) => {
    keep(send, getters, slot, cells);
  },
  apply: ({ send, getters, changed }, { ops }) => {
    changed.now = true;
    apply(send, getters, ops);
  },
  raise: ({ send, getters }, { flag }) => {
    raise(send, getters, flag);
  },
  flush: () => undefined,
  tell: () => undefined,
  selection: ({ getters }) => {
    const sheet = getters.getSheetName(getters.getActiveSheetId());
    return isJournal(sheet) ? null : { sheet, at: areaOf(getters.getSelectedZone()) };
  },
  planning: ({ model }) => ({ way: "file", file: besideOf(model) }),
  select: ({ getters, later, model }, { sheet, at }) => {
    const sheetId = sheetIdOf(getters, sheet);
    if (sheetId !== undefined) later.push(() => select(model, sheetId, zoneOf(at)));
  },
};

/** Planning files that were opened beside a workbook, to be read and nothing else. */
const beside = new WeakMap<Model, Planning["file"]>();
const besideOf = (model: Model): Planning["file"] => beside.get(model) ?? null;

/** Let a workbook read another one; what it holds now is what is read. */
export function putBeside(model: Model, name: string, planning: Model): void {
  beside.set(model, { name, book: lookAt(planning, { do: "book" }) as Book });
}

/** Do a piece of work against a workbook: one undo step, and nothing at all when it fails. */
export function work<T>(model: Model, todo: Work<T>): T {
  const later: (() => void)[] = [];
  const result = perform(model, (send) => {
    const desk: Desk = { send, getters: model.getters, changed: { now: false }, later, model };
    return run(todo, (step) => doStep(desk, step));
  });
  for (const act of later) act();
  return result;
}

/** Answer a step that only looks at a workbook, outside of a command. */
export function lookAt(model: Model, step: Step): unknown {
  const send = () => {
    throw new RangeError(`"${step.do}" changes the workbook.`);
  };
  return doStep({ send, getters: model.getters, changed: { now: false }, later: [], model }, step);
}

const doStep = (desk: Desk, step: Step): unknown => (STEPS[step.do] as (desk: Desk, step: Step) => unknown)(desk, step);

function calculate({ model, changed }: Desk): void {
  if (changed.now) recalculate(model);
  changed.now = false;
}

/** Every cell from A1 to the last one that holds something. */
function usedCells(getters: Getters, sheetId: string): Cell[][] {
  const zone = getters.getSheetZone(sheetId);
  let columns = 0;
  const cells: Cell[][] = [];
  for (let row = zone.top; row <= zone.bottom; row++) {
    for (let col = zone.left; col <= zone.right; col++) {
      const value = valueAt(getters, { sheetId, row, col });
      if (value === null) continue;
      while (cells.length <= row) cells.push([]);
      const line = cells[row]!;
      while (line.length < col) line.push(null);
      line.push(value);
      columns = Math.max(columns, col + 1);
    }
  }
  for (const line of cells) while (line.length < columns) line.push(null);
  return cells;
}
