/** Rewrites the generated parts of the documentation from the definitions; `--check` only says whether they are current. */
import { readFileSync, writeFileSync } from "node:fs";
import { publishers } from "../build/publishers.mjs";

const { FUNCTIONS, functionList, problemReference, reference, tableReference } = await publishers();
const PARTS = {
  "README.md": { functions: functionList(FUNCTIONS, "docs/functions.md") },
  "docs/functions.md": { functions: reference(FUNCTIONS) },
  "docs/tables.md": { tables: tableReference() },
  "docs/problems.md": { problems: problemReference() },
};

const stale = Object.entries(PARTS).flatMap(([path, parts]) => {
  const before = readFileSync(path, "utf8");
  const after = Object.entries(parts).reduce(withPart, before);
  return before === after ? [] : [{ path, after }];
});
if (!process.argv.includes("--check")) for (const { path, after } of stale) writeFileSync(path, after);
else if (stale.length > 0) {
  console.error(`Not current: ${stale.map(({ path }) => path).join(", ")}. Run: npm run docs`);
  process.exit(1);
}

function withPart(text, [name, part]) {
  const marked = new RegExp(`(<!-- ${name}:start -->)[\\s\\S]*?(<!-- ${name}:end -->)`);
  return text.replace(marked, (_, start, end) => `${start}\n\n${part.trim()}\n\n${end}`);
}
