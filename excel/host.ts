import type { Answers, Step, Work } from "../core/host.ts";
import { recover } from "../core/journal/index.ts";
import { Cancelled, type Watch } from "../panels/bridge.ts";
import { type Desk, forget, freshOf, knownOf, newDesk, queue, send } from "./desk.ts";
import { fillsIn } from "./fills.ts";
import { FLAG, isOwn, lookOf, sheetOf } from "./known.ts";
import { usedCells, type Wanted, writtenIn } from "./read.ts";
import { spoken } from "./refusal.ts";
import { apply } from "./sheet/apply.ts";
import { rangeOf } from "./sheet/range.ts";
import { setVisibility } from "./sheet/visibility.ts";
import { askEarly, store, stored } from "./slots.ts";

type Answer<K extends Step["do"]> = Promise<Answers[K] extends undefined ? void : Answers[K]>;
type Steps = { readonly [K in Step["do"]]: (desk: Desk, step: Extract<Step, { do: K }>) => Answer<K> };

/** Steps without an answer are only queued; office.js keeps their order and sends them with the next one that needs one. */
const STEPS: Steps = {
  book: async (desk) => {
    const { sheets } = await freshOf(desk);
    const seen = [...sheets.values()].filter(({ name, visible }) => visible && !isOwn(name));
    const cells = await usedCells(
      desk,
      seen.map(({ sheet }) => sheet),
    );
    return seen.map(({ name }, i) => ({ name, cells: cells[i]! }));
  },
  look: async (desk) => lookOf(await freshOf(desk)),
  read: async (desk, { areas }) => {
    const known = await knownOf(desk);
    const wanted = areas.flatMap(({ sheet, at }): Wanted[] => {
      const seen = sheetOf(known, sheet);
      return seen ? [{ sheet: seen.sheet, at }] : [];
    });
    if (wanted.length === 0) return areas.map(({ at }) => nulls(at));
    const early = askEarly(desk, known);
    const found = await writtenIn(desk, wanted);
    early();
    return areas.map(({ sheet, at }) => (sheetOf(known, sheet) ? found.shift()! : nulls(at)));
  },
  fills: async (desk, { areas }) => {
    const known = await knownOf(desk);
    return fillsIn(
      desk,
      areas.map(({ sheet, at }) => ({ sheet: sheetOf(known, sheet)?.sheet ?? null, at })),
    );
  },
  stored,
  store,
  apply: (desk, { ops }) => apply(desk, ops),
  raise: async (desk, { flag }) => {
    await queue(desk, flag.length + OVERHEAD);
    desk.context.workbook.settings.add(FLAG, flag);
  },
  flush: async () => {}, // the order inside a batch is enough
  tell: () => letPaint(), // the pane and this work share one thread
  selection: async (desk) => {
    const cell = desk.context.workbook.getActiveCell();
    cell.load("rowIndex,columnIndex,worksheet/name");
    try {
      await send(desk);
    } catch {
      return null; // a sheet that is a chart has no cell to stand on
    }
    const at = { row: cell.rowIndex, column: cell.columnIndex, rows: 1, columns: 1 };
    return { sheet: cell.worksheet.name, at };
  },
  planning: async () => ({ way: "workbook link", file: null }),
  select: async (desk, { sheet, at }) => {
    const seen = sheetOf(await knownOf(desk), sheet);
    if (!seen) return;
    seen.sheet.activate();
    rangeOf(seen.sheet, at).select();
  },
};

const OVERHEAD = 600;

let line: Promise<unknown> = Promise.resolve();

/** Do a piece of work against the open workbook, one after the other: one undo step where Excel can, all of it or nothing. */
export function work<T>(todo: Work<T>, watch?: Watch): Promise<T> {
  const mine = line.then(() => perform(todo, watch));
  line = mine.catch(() => undefined);
  return mine;
}

async function perform<T>(todo: Work<T>, watch?: Watch): Promise<T> {
  let wrote = false;
  const hide = new Set<string>();
  const inOneRun = <R>(piece: Work<R>, watch?: Watch): Promise<R> =>
    Excel.run(options(), async (context) => {
      const desk: Desk = { ...newDesk(context), hide };
      try {
        return await drive(piece, desk, watch);
      } finally {
        wrote ||= desk.wrote;
      }
    });
  try {
    const result = await inOneRun(todo, watch);
    if (hide.size > 0) await setVisibility([...hide], false);
    return result;
  } catch (error) {
    // What was done of a failed batch stays in the workbook; if this fails too, the next command does it.
    if (wrote) {
      hide.clear();
      await inOneRun(recover())
        .then(() => (hide.size > 0 ? setVisibility([...hide], false) : undefined))
        .catch(() => undefined);
    }
    throw spoken(error);
  }
}

/** `mergeUndoGroup` makes all one undo step; an Excel that does not know it would refuse it. */
const options = (): Excel.RunOptions => ({
  delayForCellEdit: true,
  ...(Office.context.requirements.isSetSupported("ExcelApi", "1.20") ? { mergeUndoGroup: true } : {}),
});

/** Taken back, the work is told so between two steps, once: what it has written by then it takes back itself. */
async function drive<T>(todo: Work<T>, desk: Desk, watch?: Watch): Promise<T> {
  let next = todo.next();
  let told = false;
  while (!next.done) {
    let answer: unknown;
    try {
      if (watch?.signal.aborted && !told) {
        told = true;
        throw new Cancelled();
      }
      report(next.value, watch);
      answer = await (STEPS[next.value.do] as (desk: Desk, step: Step) => Promise<unknown>)(desk, next.value);
    } catch (error) {
      forget(desk);
      next = todo.throw(error);
      continue;
    }
    next = todo.next(answer);
  }
  await send(desk);
  return next.value;
}

function report(step: Step, watch?: Watch): void {
  if (step.do === "tell") watch?.tell({ words: step.words, ...step.part });
  if (step.do === "apply" && step.part) watch?.tell({ words: "Writing", ...step.part });
}

const letPaint = (): Promise<undefined> => new Promise((done) => setTimeout(() => done(undefined), 0));

const nulls = ({ rows, columns }: { readonly rows: number; readonly columns: number }): null[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
