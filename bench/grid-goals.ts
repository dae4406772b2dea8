import { type Goal, milliseconds } from "./goal.ts";
import { best, bestOf, otherMs } from "./measure.ts";
import { gapGrid, planOf, totalsOf, weeklySupply } from "./ours.ts";
import { duckdb, INSTALL_DUCKDB, type Totals } from "./peers/duckdb.ts";
import { hasLibreOffice, INSTALL_LIBREOFFICE, recalculate } from "./peers/libreoffice.ts";
import type { Firm } from "./plan/firm.ts";
import { seededFirm } from "./plan/seeded-firm.ts";
import { tablesOf } from "./plan/tables.ts";
import { usualGrid } from "./plan/usual-formula.ts";

interface Measured {
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
}

/** Everything about the capacity grid of a firm of 400 people and 5,000 allocations over 26 weeks. */
export async function gridGoals(): Promise<Measured> {
  const firm = seededFirm(400);
  const large = seededFirm(5000);
  const grid = timeGrid(firm, 600);
  const plan = planOf(tablesOf(firm));
  const compute = best(
    600,
    () => plan,
    (one) => weeklySupply(firm, one),
  );
  const totals = totalsOf(compute.result);
  const gridLarge = timeGrid(large, 25);
  return {
    goals: [
      ...spreadsheetGoals(firm, grid.ms),
      await databaseGoal(firm, compute.ms, totals),
      {
        what: "5,000 people over 400 people, cells to cells",
        limit: 20,
        kind: "at most",
        value: otherMs(gridLarge) / otherMs(grid),
        from: `${milliseconds(otherMs(gridLarge))} over ${milliseconds(otherMs(grid))}`,
      },
    ],
    notes: [
      `${totals[0]} hours of capacity, ${totals[1]} of demand, ${totals[2]} overbooked person-weeks of 400 people.`,
      usualFormula(firm, compute.result),
    ],
  };
}

/** New cell arrays at every call: nothing that remembers an array may help. */
const timeGrid = (firm: Firm, runs: number) =>
  best(
    runs,
    () => tablesOf(firm),
    (tables) => gapGrid(firm, tables),
  );

const SPREADSHEET_LIMITS = [
  ["S", "tables sorted by person, INDEX:INDEX", 300],
  ["X", "week columns and SUMIF", 700],
] as const;

function spreadsheetGoals(firm: Firm, ours: number): readonly Goal[] {
  const runs = hasLibreOffice() ? recalculate(firm, ["S", "X"]) : null;
  return SPREADSHEET_LIMITS.map(([layout, about, limit], i) => {
    const run = runs?.[i];
    const what = `one edit in LibreOffice, ${about} (layout ${layout}), over our whole grid`;
    if (run === undefined) return { what, limit, kind: "at least", value: null, from: INSTALL_LIBREOFFICE };
    const theirs = otherMs({ ms: run.editMs, cpu: run.editCpuMs });
    return {
      what,
      limit,
      kind: "at least",
      value: theirs / ours,
      from: `${milliseconds(theirs)} over ${milliseconds(ours)}`,
    };
  });
}

async function databaseGoal(firm: Firm, ours: number, totals: Totals): Promise<Goal> {
  const query = await duckdb(firm);
  const goal = {
    what: "DuckDB query, tables loaded, one thread, over our supply by person and week",
    limit: 40,
    kind: "at least",
  } as const;
  if (query === null) return { ...goal, value: null, from: INSTALL_DUCKDB };
  const { result, ...timing } = await bestOf(12, query);
  if (result.some((value, i) => value !== totals[i])) {
    throw new Error(`DuckDB computes ${result.join(", ")}, Headroom ${totals.join(", ")}.`);
  }
  const theirs = otherMs(timing);
  return { ...goal, value: theirs / ours, from: `${milliseconds(theirs)} over ${milliseconds(ours)}` };
}

/** How often the formula that most planner files use is wrong. */
function usualFormula(firm: Firm, { capacity, pinned }: ReturnType<typeof weeklySupply>): string {
  const usual = usualGrid(firm);
  let wrong = 0;
  let flags = 0;
  capacity.forEach((minutes, cell) => {
    const [can, asked] = [usual.capacity[cell]!, usual.demand[cell]!];
    if (60 * can !== minutes || 60 * asked !== pinned[cell]) wrong++;
    if (asked > can !== pinned[cell]! > minutes) flags++;
  });
  const share = ((100 * wrong) / capacity.length).toFixed(1);
  return `The usual weekly formula (layouts S and X) is wrong in ${wrong} of ${capacity.length} person-weeks, ${share} %; in ${flags} of them it is wrong about who is overbooked.`;
}
