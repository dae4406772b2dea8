/** Gates over the built files: syntax that Apps Script and older Excels read, no banned words, and sizes within budget. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parse } from "acorn";

/** Largest sizes in kB. Excel and Sheets load all of it for one formula, so growth must be meant. */
const BUDGETS = [
  { file: "dist/excel/functions.js", raw: 665, gzip: 249 },
  { file: "dist/excel/taskpane.js", raw: 1550, gzip: 566 },
  { file: "dist/gsheets/Code.js", raw: 2760, gzip: 706 },
  { file: "dist/gsheets/panel.html", raw: 204, gzip: 76 },
  { file: "dist/excel/functions.json", raw: 1000, gzip: 60 },
];
const ES2019 = ["dist/gsheets/Code.js", "dist/gsheets/panel.html", "dist/excel/functions.js"];
/** Nothing leaves the workbook, and no text becomes code or markup. */
const BANNED =
  /\b(fetch\(|XMLHttpRequest|UrlFetchApp|WebSocket|EventSource|sendBeacon|RTCPeerConnection|innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function|\beval\()/;
const NO_BANNED = [
  "dist/gsheets/Code.js",
  "dist/gsheets/panel.html",
  "dist/excel/functions.js",
  "dist/excel/taskpane.js",
];

const faults = [];
for (const { file, raw, gzip } of BUDGETS) {
  const bytes = readFileSync(file);
  const size = bytes.length / 1000;
  const packed = gzipSync(bytes).length / 1000;
  console.log(`${file}: ${size.toFixed(1)} kB, ${packed.toFixed(1)} kB gzipped (budget ${raw}, ${gzip})`);
  if (size > raw || packed > gzip) faults.push(`${file} is larger than its budget`);
}
for (const file of ES2019) {
  for (const script of scriptsOf(file)) {
    try {
      parse(script, { ecmaVersion: 2019, sourceType: "script" });
    } catch (error) {
      faults.push(`${file} is not ES2019: ${error.message}`);
    }
  }
}
for (const file of NO_BANNED) {
  const found = readFileSync(file, "utf8").match(BANNED);
  if (found) faults.push(`${file} contains ${found[0]}`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

function scriptsOf(file) {
  const text = readFileSync(file, "utf8");
  return file.endsWith(".html")
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code)
    : [text];
}
