import { type Answers, type Book, type Planning, run, type Step, type Work } from "../core/host.ts";
import { fillOf } from "../core/sheets/fill.ts";
import type { SheetOp } from "../core/sheets/ops.ts";
import type { Getters, Model } from "./engine.ts";
import { flagIn, gridOf, isJournal, keep, raise, textsIn } from "./journal.ts";
import { perform, performAll, recalculate, type Send } from "./perform.ts";
import { apply } from "./sheet/apply.ts";
import { bandsOf } from "./sheet/bands.ts";
import { writtenAt } from "./sheet/cells.ts";
import { areaOf, sheetIdOf, zoneOf } from "./sheet/places.ts";
import { select } from "./sheet/select.ts";
import { usedCells } from "./sheet/used.ts";

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

/**
 * The rest of a piece of work from a step on, in pieces between which `between` is awaited: one undo step, and nothing at all when
 * it fails or `between` throws.
 */
export async function workInPieces<T>(
  model: Model,
  begun: IteratorYieldResult<Step>,
  todo: Work<T>,
  between: (step: Step | "calculate") => Promise<void>,
): Promise<T> {
  const later: (() => void)[] = [];
  const desk = { getters: model.getters, changed: { now: false }, later, model };
  const result = await performAll(model, async (calculate) => {
    let next: IteratorResult<Step, T> = begun;
    while (!next.done) {
      let outcome: { readonly answer: unknown } | { readonly error: unknown } = { answer: undefined };
      for (const piece of piecesOf(next.value)) {
        await between(piece);
        outcome = tried(() =>
          CHANGES.has(piece.do)
            ? perform(model, (send) => doStep({ ...desk, send }, piece))
            : doStep({ ...desk, send: onlyLooking(piece) }, piece),
        );
        if ("error" in outcome) break;
      }
      next = "error" in outcome ? todo.throw(outcome.error) : todo.next(outcome.answer);
    }
    await between("calculate");
    calculate();
    return next.value;
  });
  for (const act of later) act();
  return result;
}

const CHANGES: ReadonlySet<Step["do"]> = new Set<Step["do"]>(["apply", "store", "raise"]);

/** Operations on one sheet after the other, large tables in bands of rows; every other step is one piece. */
function piecesOf(step: Step): readonly Step[] {
  if (step.do !== "apply") return [step];
  const pieces: SheetOp[][] = [];
  let sheet: string | undefined;
  for (const op of step.ops) {
    if (pieces.length === 0 || (op.do === "open" && op.sheet !== sheet)) pieces.push([]);
    if (op.do === "open") sheet = op.sheet;
    pieces[pieces.length - 1]!.push(op);
  }
  const all = pieces.flatMap(bandsOf);
  const { done, of } = step.part ?? { done: 0, of: 1 };
  const isLong = all.length > pieces.length;
  return all.map((ops, i) => ({
    ...step,
    ops,
    ...(isLong && { part: { done: done * all.length + i, of: of * all.length } }),
  }));
}

function tried(act: () => unknown): { readonly answer: unknown } | { readonly error: unknown } {
  try {
    return { answer: act() };
  } catch (error) {
    return { error };
  }
}

/** Answer a step that only looks at a workbook, outside of a command. */
export function lookAt(model: Model, step: Step): unknown {
  return doStep({ send: onlyLooking(step), getters: model.getters, changed: { now: false }, later: [], model }, step);
}

/** Read the workbook sheet by sheet, so that what asks for all of it finds it read. */
export async function readAhead({ getters }: Model, between: () => Promise<void>): Promise<void> {
  for (const id of getters.getVisibleSheetIds()) {
    usedCells(getters, id);
    await between();
  }
}

const onlyLooking = (step: Step) => (): never => {
  throw new RangeError(`"${step.do}" changes the workbook.`);
};

const doStep = (desk: Desk, step: Step): unknown => (STEPS[step.do] as (desk: Desk, step: Step) => unknown)(desk, step);

function calculate({ model, changed }: Desk): void {
  if (changed.now) recalculate(model);
  changed.now = false;
}
