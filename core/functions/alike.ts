import { type CellRange, isBlank, shown } from "../plan/cells.ts";
import { headerOf } from "../plan/recognise.ts";
import type { Source } from "../plan/sources.ts";
import { type Problem, refuse } from "../problems.ts";

/**
 * A function's ranges. Headings such as Engagement, Skill and Hours a week fit Demand and Support alike: a function about one
 * of the two takes such a range for that one. Where several are such, or another of that table stands beside it, it may as
 * well be the other table, which the function does not count: then it is refused, because either guess would be silent.
 */
export function sourcesFor(tables: readonly CellRange[], likely: string | undefined): readonly Source[] {
  if (likely === undefined) return tables.map((cells) => ({ cells }));
  const sources = tables.map((cells): Source => ({ cells, likely }));
  const found = tables.map((cells) => {
    const [plainly, then] = [headerOf(cells)?.table.name, headerOf(cells, undefined, likely)?.table.name];
    return { cells, plainly, then, isTorn: plainly !== then };
  });
  const torn = found.filter(({ isTorn }) => isTorn);
  const isBeside = found.some(({ isTorn, then }) => !isTorn && then === likely);
  const others = new Set(torn.map(({ plainly }) => plainly));
  const isSettled = found.some(({ isTorn, plainly }) => !isTorn && others.has(plainly));
  if (torn.length > 1 || (isBeside && !isSettled))
    refuse(torn.map(({ cells, plainly = "" }) => couldBe(cells, plainly, likely)));
  return sources;
}

const SHOWN = 4;

function couldBe(cells: CellRange, plainly: string, likely: string): Problem {
  const [first = []] = cells;
  const starts = first.filter((cell) => !isBlank(cell)).slice(0, SHOWN);
  return {
    code: "HR-137",
    at: [],
    value: "",
    why: `A range that starts with ${starts.map(shown).join(", ")} could be ${plainly} or ${likely}`,
    hint: `Maybe leave ${plainly} out; if it is ${likely}, add a column that only ${likely} has, which may stay empty.`,
  };
}
