/** Builds the hosts into dist/: `node build.mjs` all of them, `node build.mjs workbench` one. */
import { mkdir } from "node:fs/promises";

const HOSTS = { gsheets: "./build/gsheets.mjs", excel: "./build/excel.mjs", workbench: "./build/workbench.mjs" };

const asked = process.argv.slice(2);
await mkdir("dist", { recursive: true });
for (const [host, file] of Object.entries(HOSTS)) {
  if (asked.length > 0 && !asked.includes(host)) continue;
  const { build } = await import(file);
  await build();
}
