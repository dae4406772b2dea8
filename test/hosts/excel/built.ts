import { spawnSync } from "node:child_process";

/** Build the add-in into a folder, as `npm run build` does. Rejects with what the build says. */
export async function buildExcel(out: string, base?: string): Promise<void> {
  const script = `import("./build/excel.mjs").then(({ build }) => build(${JSON.stringify(out)}))`;
  const env = { ...process.env, ...(base === undefined ? {} : { HEADROOM_BASE: base }) };
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}
