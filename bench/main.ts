import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { exposureGoals } from "./exposure-goals.ts";
import { type Goal, goalTable, verdict } from "./goal.ts";
import { gridGoals } from "./grid-goals.ts";
import { growthGoals } from "./growth-goals.ts";
import { historyGoals } from "./history-goals.ts";
import { importGoals } from "./import-goals.ts";
import { panelGoals } from "./panel-goals.ts";
import { riskGoals } from "./risk-goals.ts";
import { shortfallGoals } from "./shortfall-goals.ts";
import { staffingGoals } from "./staffing-goals.ts";

interface Measured {
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
}

/** Every part by the name under which it can be run alone. */
const PARTS = new Map<string, () => Measured | Promise<Measured>>([
  ["grid", gridGoals],
  ["shortfall", shortfallGoals],
  ["growth", growthGoals],
  ["exposure", exposureGoals],
  ["staffing", staffingGoals],
  ["risk", riskGoals],
  ["import", importGoals],
  ["history", historyGoals],
  ["panel", panelGoals],
]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.has(name));
if (unknown.length > 0) {
  throw new RangeError(`The benchmark has no part ${unknown.join(", ")}, only ${[...PARTS.keys()].join(", ")}.`);
}
const measured: Measured[] = [];
for (const [name, measure] of PARTS) if (asked.length === 0 || asked.includes(name)) measured.push(await measure());
const goals = measured.flatMap((part) => part.goals);
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "an unknown processor"}, Node ${process.versions.node}`;
const report = `# What the benchmark measured

Ratios of one run on one machine: ${machine}. Of wall clock and processor time the others are given the smaller, Headroom
the wall clock. \`npm run bench\` writes this file.

${goalTable(goals)}

${measured.flatMap(({ notes }) => notes.map((note) => `- ${note}`)).join("\n")}
`;
console.log(`\n${report.split("\n").slice(2).join("\n")}`);
if (asked.length === 0) writeFileSync("bench/results.md", report);
process.exitCode = goals.some((goal) => verdict(goal) === "MISSED") ? 1 : 0;
