/** `npm run bench`: bundles the benchmark and runs it, so that what is timed is what esbuild makes of the core. `npm run bench panel` runs one part of it alone. */
import { spawnSync } from "node:child_process";
import { build } from "esbuild";

const outfile = "dist/bench/main.mjs";
await build({
  entryPoints: ["bench/main.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 1);
