/** Rewrites the generated parts of README.md from the definitions; `--check` only says whether they are current. */
import { readFileSync, writeFileSync } from "node:fs";
import { publishers } from "../build/publishers.mjs";

const { FUNCTIONS, reference, tableReference } = await publishers();
const PARTS = { functions: reference(FUNCTIONS), tables: tableReference() };

const before = readFileSync("README.md", "utf8");
const after = Object.entries(PARTS).reduce(
  (text, [name, part]) =>
    text.replace(
      new RegExp(`(<!-- ${name}:start -->)[\\s\\S]*?(<!-- ${name}:end -->)`),
      (_, start, end) => `${start}\n\n${part.trim()}\n\n${end}`,
    ),
  before,
);
if (process.argv.includes("--check")) {
  if (after !== before) {
    console.error("README.md is not current. Run: npm run docs");
    process.exit(1);
  }
} else writeFileSync("README.md", after);
