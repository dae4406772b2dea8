import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The publishers run at build time from the same core that the hosts bundle. */
export async function publishers() {
  const outfile = "dist/publish.mjs";
  await build({
    entryPoints: ["core/publish/index.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
