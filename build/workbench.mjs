/** Builds the workbench into dist/workbench: our two small scripts, the page, and the libraries as separate files. */
import { copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";
import { threadScript } from "./thread.mjs";

const FILES = ["index.html", "panel.html", "page.css", "panel.css", "icon.svg"];

/** The libraries of the page: what is copied, under which licence, and where its source is. */
const LIBRARIES = [
  {
    name: "@odoo/o-spreadsheet",
    licence: "LGPL-3.0-or-later",
    source: "https://github.com/odoo/o-spreadsheet",
    files: {
      "dist/o_spreadsheet.min.iife.js": "o_spreadsheet.min.iife.js",
      "dist/o_spreadsheet.css": "o_spreadsheet.css",
      "dist/o_spreadsheet.xml": "o_spreadsheet.xml",
      LICENSE: "licences/o-spreadsheet.txt",
    },
  },
  {
    name: "@odoo/owl",
    licence: "LGPL-3.0-only",
    source: "https://github.com/odoo/owl",
    files: { "dist/owl.iife.min.js": "owl.iife.min.js", LICENSE: "licences/owl.txt" },
  },
  {
    name: "chart.js",
    licence: "MIT",
    source: "https://github.com/chartjs/Chart.js",
    files: { "dist/chart.umd.min.js": "chart.umd.min.js", "LICENSE.md": "licences/chart.js.txt" },
  },
  {
    name: "bootstrap",
    licence: "MIT",
    source: "https://github.com/twbs/bootstrap",
    files: { "dist/css/bootstrap.min.css": "bootstrap.min.css", LICENSE: "licences/bootstrap.txt" },
  },
  {
    name: "font-awesome",
    licence: "OFL-1.1 (fonts) and MIT (styles)",
    source: "https://github.com/FortAwesome/Font-Awesome",
    files: { css: "font-awesome/css", fonts: "font-awesome/fonts" },
  },
];

/** Into another folder when a test wants one of its own. */
export async function build(out = "dist/workbench") {
  await rm(out, { recursive: true, force: true });
  await mkdir(`${out}/vendor/licences`, { recursive: true });
  await Promise.all([
    script("workbench/main.ts", `${out}/workbench.js`),
    script("workbench/panel.ts", `${out}/panel.js`),
  ]);
  await writeFile(`${out}/thread.js`, await threadScript());
  for (const file of FILES) await copyFile(`workbench/${file}`, `${out}/${file}`);
  await copyFile("panels/panels.css", `${out}/panels.css`);
  for (const { name, files } of LIBRARIES) {
    for (const [from, to] of Object.entries(files)) {
      await cp(`node_modules/${name}/${from}`, `${out}/vendor/${to}`, { recursive: true });
    }
  }
  await writeFile(`${out}/vendor/NOTICE.txt`, await notice());
}

const script = (entry, outfile) =>
  bundle({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    plugins: [engineOfThePage],
  });

/** The engine is not part of our script: its licence wants it to stay a file that anybody may replace. */
const engineOfThePage = {
  name: "engine of the page",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@odoo\/o-spreadsheet$/ }, () => ({ path: "o-spreadsheet", namespace: "page" }));
    onLoad({ filter: /.*/, namespace: "page" }, () => ({ contents: "module.exports = globalThis.o_spreadsheet;" }));
  },
};

async function notice() {
  const lines = await Promise.all(
    LIBRARIES.map(async ({ name, licence, source, files }) => {
      const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
      return `${name} ${version}\n  licence: ${licence}\n  source: ${source}\n  files: ${Object.values(files).join(", ")}\n`;
    }),
  );
  return (
    "Libraries of the Headroom workbench\n\n" +
    "The files in this folder are unmodified copies from the npm packages below. Each may be replaced by another\n" +
    "version of the same library: put its file in the place of ours and load the page again.\n\n" +
    `${lines.join("\n")}`
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
