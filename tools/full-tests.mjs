/**
 * `npm run test:full`: every property and oracle with all the firms it is judged by, 20,000 where `npm test` tries some dozen. It
 * takes hours; folders or files to run instead come after `--`.
 */
import { spawnSync } from "node:child_process";

const files = process.argv.slice(2);
const { status } = spawnSync("npx", ["vitest", "run", "--project", "unit", "--project", "hosts", ...files], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, HEADROOM_ORACLE: "full", HEADROOM_SWEEP: "full" },
});
process.exit(status ?? 1);
