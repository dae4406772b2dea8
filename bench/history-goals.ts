import { deflateRawSync } from "node:zlib";
import { FORECASTACCURACY } from "../core/functions/forecast-accuracy.ts";
import { run } from "../core/host.ts";
import type { CellRange } from "../core/plan/cells.ts";
import { ask } from "../core/questions/index.ts";
import { memoryBook, memoryHost } from "../test/support/memory-host.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { best } from "./measure.ts";
import { firmWithHistory } from "./plan/history-firm.ts";

const SNAPSHOTS = 104;
const MOST_SECONDS = { function: 2, refresh: 10 };
const YEAR = [45_677, 46_026] as const;
const SHEETS = ["Utilization and overload", "Delivery metrics", "Snapshot history"];
const TABLES = ["People", "Engagements", "Snapshots", "Actuals"];

/** Two years of weekly snapshots and a year of logged hours of 400 people: the function, a refresh, and what a snapshot adds. */
export function historyGoals(): { readonly goals: readonly Goal[]; readonly notes: readonly string[] } {
  const firm = firmWithHistory(SNAPSHOTS);
  const ranges = TABLES.map((name) => firm.get(name)!);
  const asked = best(
    3,
    () => ranges,
    (tables) => FORECASTACCURACY.call([...YEAR, "engagement", "measure=wape", ...tables]),
  );
  const refreshed = refreshOf(firm);
  const taken = firm.get("Snapshots")!;
  const rows = (taken.length - 1) / SNAPSHOTS;
  const one = taken.slice(1, 1 + rows);
  const what = `${(firm.get("Actuals")!.length - 1).toLocaleString("en")} rows of Actuals, ${SNAPSHOTS} weekly snapshots of 400 people`;
  return {
    goals: [
      {
        what: `FORECASTACCURACY by engagement over a year; ${what}`,
        limit: MOST_SECONDS.function,
        kind: "at most",
        unit: "s",
        value: asked.ms / 1000,
        from: `${milliseconds(asked.ms)}, ${milliseconds(asked.cpu)} of them at work`,
      },
      {
        what: `${SHEETS.join(", ")} made from cells to cells; the same`,
        limit: MOST_SECONDS.refresh,
        kind: "at most",
        unit: "s",
        value: refreshed.ms / 1000,
        from: `${milliseconds(refreshed.ms)}, ${milliseconds(refreshed.cpu)} of them at work; progress is told ${refreshed.told} times`,
      },
    ],
    notes: [
      `A snapshot of the 400-person plan is ${rows} rows of ${one
        .flat()
        .filter((cell) => cell !== null)
        .length.toLocaleString(
          "en",
        )} cells; it adds about ${kilobytes(one)} to a saved workbook, ${SNAPSHOTS} of them ${kilobytes(taken)}.`,
    ],
  };
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

/** As a workbook file packs them: text of cells, deflated. */
const kilobytes = (rows: CellRange): string =>
  `${Math.round(deflateRawSync(rows.map((row) => row.join("\t")).join("\n")).length / 1000).toLocaleString("en")} kB`;
