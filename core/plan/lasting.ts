import type { CellRange } from "./cells.ts";
import type { Plan } from "./plan.ts";
import type { Known, Source } from "./sources.ts";

/** Cells that nobody will ever change: somebody has promised so by `lasting`. */
const LASTING = new WeakSet<CellRange>();

/**
 * A promise that these cells never change: another value comes in other arrays. The plan in such cells is read once, however
 * many formulas ask about it.
 */
export function lasting(cells: CellRange): CellRange {
  LASTING.add(cells);
  return cells;
}

interface Kept {
  readonly sources: readonly Source[];
  readonly known: Known;
  readonly plan: Plan;
}

/** Formulas of a workbook ask about few different sets of tables. */
const MOST_KEPT = 4;
let kept: readonly Kept[] = [];

/** The plan read before from the very same cells, all of them lasting; otherwise it is read now. */
export function keptPlan(sources: readonly Source[], known: Known, read: () => Plan): Plan {
  if (!sources.every(({ cells }) => LASTING.has(cells))) return read();
  const found = kept.find((one) => isSame(one, sources, known)) ?? { sources, known, plan: read() };
  kept = [found, ...kept.filter((one) => one !== found)].slice(0, MOST_KEPT);
  return found.plan;
}

const isSame = (one: Kept, sources: readonly Source[], { period }: Known): boolean =>
  one.known.period?.from === period?.from &&
  one.known.period?.to === period?.to &&
  one.sources.length === sources.length &&
  one.sources.every((source, i) => isSameSource(source, sources[i]!));

const isSameSource = (a: Source, b: Source): boolean =>
  a.cells === b.cells && a.sheet === b.sheet && a.row === b.row && a.column === b.column && a.likely === b.likely;
