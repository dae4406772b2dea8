/** `npm run check`: everything that guards quality but the browser tests. `--browser` runs those too, as `npm test` does. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findChromium } from "./chromium.mjs";

const FOLDERS = ["core", "panels", "gsheets", "gsheets/page", "excel", "workbench", "test", "bench"];
const browser = process.argv.includes("--browser");
const browserTests = browser && (findChromium() || process.env.CI);

const STEPS = [
  ...FOLDERS.map((folder) => [`types: ${folder}`, "npx", ["tsc", "-p", folder]]),
  ["lint and format", "npx", ["biome", "ci", "--error-on-warnings"]],
  ["build", "node", ["build.mjs"]],
  ["ES2019 syntax and bundle budgets", "node", ["tools/gates.mjs"]],
  ["docs are current", "node", ["tools/docs.mjs", "--check"]],
  ["unit tests", "npx", ["vitest", "run", "--project", "unit"], "dist/unit.json"],
  ["host tests", "npx", ["vitest", "run", "--project", "hosts"], "dist/hosts.json"],
  ...(browserTests ? [["browser tests", "npx", ["vitest", "run", "--project", "browser"], "dist/browser.json"]] : []),
];

let passed = 0;
let failed = 0;
for (const [name, command, args, report] of STEPS) {
  const start = Date.now();
  const extra = report ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
  const { status } = spawnSync(command, [...args, ...extra], { stdio: "inherit", shell: process.platform === "win32" });
  if (report) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    passed += numPassedTests;
    failed += numFailedTests;
  }
  console.log(`${status === 0 ? "✓" : "✗"} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (status !== 0) {
    if (report) console.log(`${passed} passed, ${failed} failed`);
    process.exit(1);
  }
}
if (browser && !browserTests) console.log("The browser tests were left out: no Chromium was found.");
console.log(`${passed} passed, ${failed} failed`);
