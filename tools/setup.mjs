/**
 * What a fresh clone needs, installed when it is missing: `node tools/setup.mjs start` the packages that build and serve the
 * workbench, `node tools/setup.mjs test` everything, and a Chromium for the browser tests.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { findChromium } from "./chromium.mjs";

const NEEDED_NODE = 20;
if (Number(process.versions.node.split(".")[0]) < NEEDED_NODE) {
  stop(`Headroom needs Node ${NEEDED_NODE} or later; this is ${process.versions.node}.`);
}

const { dependencies, devDependencies } = readJson("package.json");
const wants = process.argv[2] === "test" ? { ...dependencies, ...devDependencies } : dependencies;
const missing = Object.entries(wants).filter(([name, version]) => installed(name) !== version);
if (missing.length > 0) {
  const omit = process.argv[2] === "test" ? [] : ["--omit=dev"];
  console.log(`Installing ${missing.length} packages (npm ci ${omit.join(" ")}) …`);
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...omit]);
}

if (process.argv[2] === "test" && !findChromium() && !installChromium()) {
  const how = "The browser tests need Chromium or Chrome: install it, or name it in the variable CHROMIUM.";
  if (process.env.CI) stop(how);
  console.log(`${how} They are left out of this run.`);
}

function installed(name) {
  const path = `node_modules/${name}/package.json`;
  return existsSync(path) ? readJson(path).version : undefined;
}

/** On Debian, as root, the package does; anywhere else the reader decides. */
function installChromium() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Installing Chromium from Debian for the browser tests …");
  const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", "chromium") && findChromium() !== undefined;
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) stop(`${command} ${args.join(" ")} failed.`);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
