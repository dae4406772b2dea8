/**
 * Builds the Google Sheets add-on into dist/gsheets. Apps Script finds functions, and their help, by reading the top level of Code.js, and
 * bundlers keep either those or their comments: so the top level is generated, and the bundle sleeps inside a private function.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";
import { publishers } from "./publishers.mjs";
import { threadScript } from "./thread.mjs";

const OUT = "dist/gsheets";
const ES2019 = {
  target: "es2019",
  bundle: true,
  write: false,
  format: "iife",
  legalComments: "none",
  logLevel: "warning",
};

export async function build() {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  for (const [name, text] of await addonFiles(await publishers())) await writeFile(`${OUT}/${name}`, text);
}

/** What is pushed to Google, by file name. */
export async function addonFiles({ FUNCTIONS, appsScriptFunctions }) {
  return new Map([
    ["Code.js", await code(appsScriptFunctions(FUNCTIONS))],
    ["panel.html", await panel()],
    ["appsscript.json", await readFile("appsscript.json", "utf8")],
  ]);
}

async function code(functions) {
  const { outputFiles } = await bundle({
    ...ES2019,
    entryPoints: ["gsheets/main.ts"],
    globalName: "headroomMain",
    platform: "neutral",
    mainFields: ["module", "main"],
    charset: "ascii",
  });
  return [
    "/** @OnlyCurrentDoc */",
    "",
    "var headroom_;",
    "function Headroom_() {",
    "  return headroom_ || (headroom_ = loadHeadroom_());",
    "}",
    "",
    functions,
    await menu(),
    "function answerPanel(name, request) {",
    "  return Headroom_().answerPanel(name, request);",
    "}",
    "",
    "function loadHeadroom_() {",
    outputFiles[0].text.trimEnd(),
    "return headroomMain;",
    "}",
    "",
  ].join("\n");
}

/** Plain code: while the add-on is not enabled in a file, the menu may call nothing else, and loads nothing. */
async function menu() {
  const { outputFiles } = await bundle({ ...ES2019, format: "esm", entryPoints: ["gsheets/menu.ts"] });
  const { MENU } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const text = JSON.stringify;
  return [
    "function onOpen() {",
    "  var ui = SpreadsheetApp.getUi();",
    "  ui.createAddonMenu()",
    ...[...groupsOf(MENU)].flatMap(([group, entries]) => {
      const items = entries.map(({ label, opener }) => `.addItem(${text(label)}, ${text(opener)})`);
      return group === undefined
        ? items.map((item) => `    ${item}`)
        : [`    .addSubMenu(ui.createMenu(${text(group)})`, ...items.map((item) => `      ${item}`), "    )"];
    }),
    "    .addToUi();",
    "}",
    "",
    "function onInstall() {",
    "  onOpen();",
    "}",
    "",
    ...MENU.map(({ opener, panel }) => `function ${opener}() {\n  Headroom_().openPanel(${text(panel)});\n}\n`),
  ].join("\n");
}

/** Entries by the menu in which they stand, in their order. */
function groupsOf(menu) {
  const groups = new Map();
  for (const entry of menu) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return groups;
}

/** One file: Google serves a sidebar no others. It strips what looks like a comment inside template literals, so there are none. */
async function panel() {
  const { outputFiles } = await bundle({
    ...ES2019,
    entryPoints: ["gsheets/page/main.ts"],
    minify: true,
    charset: "ascii",
    supported: { "template-literal": false },
  });
  const script = outputFiles[0].text;
  const thread = await threadScript();
  if (/`|<\/script|<!--/i.test(script + thread)) throw new Error("The panel's script cannot be put into a page.");
  const page = await readFile("gsheets/page/panel.html", "utf8");
  const styles = await Promise.all(
    ["gsheets/page/page.css", "panels/panels.css"].map((file) => readFile(file, "utf8")),
  );
  return page
    .replace("/*style*/", () => styles.join("\n"))
    .replace("/*thread*/", () => thread)
    .replace("/*script*/", () => script);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
