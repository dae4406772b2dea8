import loadHighs from "highs";
import type { StaffingProblem } from "../../core/engine/staffing/index.ts";

/** The worth of the best staffing, in millionths of a minute, and the proven limit of it. */
export interface Judged {
  readonly worth: number;
  readonly bound: number;
  readonly optimal: boolean;
  readonly version: string;
}

/**
 * The staffing problem as an integer programme for HiGHS, written from its definition: `has` = the person holds the role in the week (one person
 * does), `does` = the minutes promised, `takes over` = holds it now and not the week before.
 */
export async function staffingHighs(): Promise<(problem: StaffingProblem) => Judged> {
  const highs = await loadHighs();
  return (problem) => {
    const { gain, upper, whole, rows } = programmeOf(problem);
    const starts = new Int32Array(rows.length + 1);
    rows.forEach(({ terms }, row) => {
      starts[row + 1] = starts[row]! + terms.length;
    });
    const entries = rows.flatMap(({ terms }) => [...terms].sort((a, b) => a[0] - b[0]));
    const model = {
      numCols: gain.length,
      numRows: rows.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(gain),
      colLower: new Float64Array(gain.length),
      colUpper: Float64Array.from(upper),
      rowLower: Float64Array.from(rows, ({ low }) => low ?? -highs.infinity),
      rowUpper: Float64Array.from(rows, ({ high }) => high ?? highs.infinity),
      integrality: Int32Array.from(whole, Number),
      matrix: {
        format: "csr" as const,
        numRows: rows.length,
        numCols: gain.length,
        starts,
        indices: Int32Array.from(entries, ([column]) => column),
        values: Float64Array.from(entries, ([, coefficient]) => coefficient),
      },
    };
    return highs.withModel(model, (solver) => {
      solver.options.set("output_flag", false);
      solver.options.set("mip_rel_gap", 1e-7);
      solver.options.set("time_limit", 120);
      solver.run();
      const infoOf = (name: string) => Number(solver.info.get(name));
      return {
        worth: solver.getObjectiveValue() * UNIT,
        bound: infoOf("mip_dual_bound") * UNIT,
        optimal: infoOf("mip_gap") <= 1e-6,
        version: highs.version.string,
      };
    });
  };
}

/** Hours instead of millionths of minutes: a solver in floating point likes numbers near one. */
const UNIT = 60 * 1_000_000;

type Term = readonly [column: number, coefficient: number];
interface Row {
  readonly low?: number;
  readonly high?: number;
  readonly terms: readonly Term[];
}

function programmeOf({ weeks, free, roles, worths, handOver }: StaffingProblem) {
  const gain: number[] = [];
  const upper: number[] = [];
  const whole: boolean[] = [];
  const rows: Row[] = [];
  const loads = new Map<number, Term[]>();
  const column = (worth: number, most: number, isWhole: boolean) => {
    gain.push(worth);
    upper.push(most);
    whole.push(isWhole);
    return gain.length - 1;
  };
  for (const { from, asked, people, worth } of roles) {
    let before: readonly number[] | null = null;
    for (const [week, minutes] of asked.entries()) {
      const has = people.map(() => column(0, 1, true));
      rows.push({ low: 1, high: 1, terms: has.map((one): Term => [one, 1]) });
      people.forEach((person, i) => {
        const at = person * weeks + from + week;
        const each = worths[worth[i]!]![week]!;
        const most = Math.min(minutes, free[at]!) / 60;
        if (most > 0 && each > 0) {
          const does = column((each * 60) / UNIT, most, false);
          rows.push({
            high: 0,
            terms: [
              [does, 1],
              [has[i]!, -most],
            ],
          });
          loads.set(at, [...(loads.get(at) ?? []), [does, 1]]);
        }
        if (before === null) return;
        const takesOver = column(-handOver / UNIT, 1, false);
        rows.push({
          low: 0,
          terms: [
            [takesOver, 1],
            [has[i]!, -1],
            [before[i]!, 1],
          ],
        });
      });
      before = has;
    }
  }
  for (const [at, terms] of loads) rows.push({ high: free[at]! / 60, terms });
  return { gain, upper, whole, rows };
}
