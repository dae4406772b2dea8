import { run } from "../core/host.ts";
import type { Cell, CellRange } from "../core/plan/cells.ts";
import { ask } from "../core/questions/index.ts";
import { memoryBook, memoryHost } from "../test/support/memory-host.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { fileOf, pageGoal } from "./history-page.ts";
import { best } from "./measure.ts";
import { functionNamed } from "./ours.ts";
import { firmWithHistory } from "./plan/history-firm.ts";

const SNAPSHOTS = 104;
const MOST_SECONDS = { function: 2, refresh: 10 };
const SHEETS = ["Utilization and overload", "Delivery metrics", "Snapshot history"];
const BEFORE = [45_663, 46_026] as const;
const AROUND = [45_663, 46_208] as const;

/** What formulas ask of the history; each is given the tables that it takes. */
const ASKED: readonly (readonly [name: string, options: readonly Cell[], tables: readonly string[]])[] = [
  ["FORECASTACCURACY", [...BEFORE, "engagement", "measure=wape"], ["People", "Engagements", "Snapshots", "Actuals"]],
  ["UTILIZATION", [...AROUND, "person", "week", ""], ["People", "Engagements", "Allocations", "Leave", "Actuals"]],
  ["VARIANCE", [...AROUND, "team", "month", ""], ["People", "Engagements", "Allocations", "Demand", "Actuals"]],
  ["ONTIME", [...AROUND, "engagement"], ["Milestones", "Engagements", "Actuals", "People"]],
];

/** Two years of weekly snapshots and a year of logged hours of 400 people: formulas, a refresh, and what a snapshot adds. */
export async function historyGoals(): Promise<{ readonly goals: readonly Goal[]; readonly notes: readonly string[] }> {
  const firm = firmWithHistory(SNAPSHOTS);
  const what = `${(firm.get("Actuals")!.length - 1).toLocaleString("en")} rows of Actuals, ${SNAPSHOTS} weekly snapshots of 400 people`;
  const inPage = await pageGoal(firm, SHEETS, `the same sheets in the workbench by the panel; ${what}`);
  return {
    goals: [...ASKED.map((asked) => functionGoal(firm, asked, what)), refreshGoal(firm, what), ...inPage.goals],
    notes: [growth(firm), ...(inPage.note === "" ? [] : [inPage.note])],
  };
}

function functionGoal(
  firm: ReadonlyMap<string, CellRange>,
  [name, options, tables]: (typeof ASKED)[number],
  what: string,
): Goal {
  // Other arrays every time, so that nothing of the last run is kept.
  const ranges = () => tables.map((table) => firm.get(table)!.map((row) => row.slice()));
  const { call } = functionNamed(name);
  const { ms, cpu, result } = best(3, ranges, (given) => call([...options, ...given]));
  if (!Array.isArray(result)) throw new TypeError(`${name} gave ${result} in place of a table.`);
  return {
    what: `${name} by ${options[2]}; ${what}`,
    limit: MOST_SECONDS.function,
    kind: "at most",
    unit: "s",
    value: ms / 1000,
    from: `${milliseconds(ms)}, ${milliseconds(cpu)} of them at work; ${result.length - 1} rows`,
  };
}

function refreshGoal(firm: ReadonlyMap<string, CellRange>, what: string): Goal {
  const { ms, cpu, told } = refreshOf(firm);
  return {
    what: `${SHEETS.join(", ")} made from cells to cells; ${what}`,
    limit: MOST_SECONDS.refresh,
    kind: "at most",
    unit: "s",
    value: ms / 1000,
    from: `${milliseconds(ms)}, ${milliseconds(cpu)} of them at work; progress is told ${told} times`,
  };
}

/** What all snapshots but one add to the file, by the one. */
function growth(firm: ReadonlyMap<string, CellRange>): string {
  const [head, ...taken] = firm.get("Snapshots")!;
  const rows = taken.length / SNAPSHOTS;
  const one = taken.slice(0, rows);
  const sizes = [one, taken].map((some) => fileOf(new Map([...firm, ["Snapshots", [head!, ...some]]])).length);
  const added = (sizes[1]! - sizes[0]!) / (SNAPSHOTS - 1);
  const cells = one.flat().filter((cell) => cell !== null).length;
  return `A snapshot of the 400-person plan is ${rows} rows of ${cells.toLocaleString("en")} cells; each adds ${kilobytes(added)} to the saved workbook, which is ${kilobytes(sizes[1]!)} with ${SNAPSHOTS} of them.`;
}

/** The sheets made in a workbook that holds the tables, as the panel's button makes them. */
function refreshOf(firm: ReadonlyMap<string, CellRange>) {
  const { host } = memoryHost(memoryBook(Object.fromEntries(firm)));
  let told = 0;
  const [cpu, ms] = [process.cpuUsage(), performance.now()];
  run(ask("makeSheets", { sheets: SHEETS.join("; ") }), (step) => {
    if (step.do === "tell") told += 1;
    return host(step);
  });
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - ms, cpu: (user + system) / 1000, told };
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
