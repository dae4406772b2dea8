/** Builds the Excel add-in into dist/excel: what a web server of your own hands to Excel, and the manifest that points there. */
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build as bundle } from "esbuild";
import { helpPage } from "./help.mjs";
import { icon } from "./icon.mjs";
import { publishers } from "./publishers.mjs";
import { threadScript } from "./thread.mjs";

const OUT = "dist/excel";
/** Where manifest.xml says that the files are; development serves them there. */
const LOCAL = "https://localhost:3000";
const SCRIPTS = { "before-office": "before-office", functions: "functions-only", taskpane: "taskpane" };
const FILES = ["excel/taskpane.html", "excel/taskpane.css", "panels/panels.css"];
const ICONS = [16, 32, 64, 80];

export async function build(out = OUT) {
  const base = baseAddress(process.env.HEADROOM_BASE ?? LOCAL);
  await rm(out, { recursive: true, force: true });
  await mkdir(`${out}/assets`, { recursive: true });
  await bundle({
    entryPoints: Object.entries(SCRIPTS).map(([out, name]) => ({ in: `excel/${name}.ts`, out })),
    outdir: out,
    bundle: true,
    format: "iife",
    target: "es2019",
    minify: true,
    legalComments: "none",
    logLevel: "error",
  });
  await writeFile(`${out}/thread.js`, await threadScript());
  for (const file of FILES) await copyFile(file, `${out}/${basename(file)}`);
  for (const size of ICONS) await writeFile(`${out}/assets/icon-${size}.png`, icon(size));
  const { FUNCTIONS, excelMetadata } = await publishers();
  await writeFile(`${out}/functions.json`, JSON.stringify(excelMetadata(FUNCTIONS, `${base}/help.html`), null, 1));
  await writeFile(`${out}/help.html`, helpPage(FUNCTIONS));
  const manifest = await readFile("manifest.xml", "utf8");
  await writeFile(`${out}/manifest.xml`, manifest.replaceAll(LOCAL, base));
}

/** Excel takes https alone. */
function baseAddress(text) {
  const { protocol, origin, pathname } = new URL(text);
  if (protocol !== "https:") throw new Error(`HEADROOM_BASE is ${text}. Maybe https://${text.split("://").pop()}.`);
  return origin + pathname.replace(/\/+$/, "");
}
