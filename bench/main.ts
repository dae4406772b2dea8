import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { exposureGoals } from "./exposure-goals.ts";
import { type Goal, goalTable, verdict } from "./goal.ts";
import { gridGoals } from "./grid-goals.ts";
import { growthGoals } from "./growth-goals.ts";
import { shortfallGoals } from "./shortfall-goals.ts";
import { staffingGoals } from "./staffing-goals.ts";

const { goals: grid, notes } = await gridGoals();
const shortfall = await shortfallGoals();
const exposed = exposureGoals();
const staffed = await staffingGoals();
const grown = await growthGoals();
const goals: readonly Goal[] = [...grid, ...shortfall.goals, ...grown.goals, ...exposed.goals, ...staffed.goals];
const table = goalTable(goals);
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "an unknown processor"}, Node ${process.versions.node}`;
const report = `# What the benchmark measured

Ratios of one run on one machine: ${machine}. Of wall clock and processor time the others are given the smaller, Headroom
the wall clock. \`npm run bench\` writes this file.

${table}

${[...notes, ...shortfall.notes, ...grown.notes, ...exposed.notes, ...staffed.notes].map((note) => `- ${note}`).join("\n")}
`;
console.log(`\n${report.split("\n").slice(2).join("\n")}`);
writeFileSync("bench/results.md", report);
process.exitCode = goals.some((goal) => verdict(goal) === "MISSED") ? 1 : 0;
