// Puts one known mistake at a time into a copy of the journal and runs its tests: each mistake must make one fail.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const J = (file) => `core/journal/${file}.ts`;
/** Name, file, then pairs of text and replacement. */
const DEFECTS = [
  ["nothing is written", J("commit"), ['for (const ops of writeOps(drafted)) yield* step({ do: "apply", ops });', ""]],
  ["no flush before PREPARED", J("commit"), ['yield* step({ do: "flush" }); // the entry', "// the entry"]],
  ["no flush before DONE", J("commit"), ['yield* step({ do: "flush" }); // and the blocks', "// and the blocks"]],
  ["DONE is never stored", J("commit"), ['yield* step({ do: "raise", flag: flagText(done) });', ""]],
  [
    "PREPARED is raised before the entry is stored",
    J("commit"),
    ['  yield* step({ do: "store", slot: next.slot, cells });\n', ""],
    ["  try {\n", '  yield* step({ do: "store", slot: next.slot, cells });\n  try {\n'],
  ],
  ["one slot for all entries", J("commit"), ["flag.last?.slot === 0 ? 1 : 0", "0"]],
  ["a rolled-back run forgets the one before it", J("take-back"), ["{ ...flag, state", "{ ...flag, last: null, state"]],
  [
    "the restored cells are not flushed",
    J("take-back"),
    ['    yield* step({ do: "flush" });\n', ""],
    ['  yield* step({ do: "flush" });\n', ""],
  ],
  [
    "typed cells are listed after they are overwritten",
    J("take-back"),
    ["  yield* keep(entry.run, back.hand);\n", ""],
    ["  const shown = made", "  yield* keep(entry.run, back.hand);\n  const shown = made"],
  ],
  ["typed cells are not listed at all", J("take-back"), ["  yield* keep(entry.run, back.hand);\n", ""]],
  [
    "names are given after the cells",
    J("write"),
    ["[[...names, ...clears], ...blocks, ...rows, notes, shows]", "[clears, ...blocks, ...rows, notes, names, shows]"],
  ],
  [
    "a block's old rectangle is not emptied",
    J("write"),
    ["[from, to?.at ?? null].flatMap", "[to?.at ?? null].flatMap"],
  ],
  ["looks are not restored", J("take-back"), ["...movedOps(dress, at), ", ""]],
  ["charts are not taken away", J("take-back"), ["...charts, { do", "{ do"], ["...charts, ...moved", "...moved"]],
  ["names are not restored", J("take-back"), [', { do: "own", name, at }];', "];"]],
  ["a new sheet is shown at once", J("write"), ["{ hidden: true }", "{}"]],
  ["a new sheet is never hidden again", J("take-back"), ["...hide.flatMap(", "...[].flatMap("]],
  [
    "a sheet with notes is hidden",
    J("take-back"),
    ["filter((sheet) => !hasMore(sheet, book, spots, back))", "filter(() => true)"],
  ],
  ["growing over the planner's cells is allowed", J("draft"), ["refusals: covered(targets, now),", "refusals: [],"]],
  ["cells outside our blocks are restored too", J("restore"), ["        return cell;", "        return before;"]],
  ["the entry's sum is not checked", J("entry"), ["if (fingerprint(text) !== sum)", "if (false)"]],
  ["undo does not check what is in the way", J("undo"), ["  refuse(refusals);\n", ""]],
  ["a moved block is restored where it was", J("restore"), ["at: moved(image.at, place.by)", "at: image.at"]],
  [
    "formulas are kept as they are spelled",
    "core/sheets/relative.ts",
    ["if (letters === undefined) return word;", "return word;"],
  ],
  [
    "hand changes are forgotten when another sheet is refreshed",
    J("draft"),
    ["[...[...record.values()].filter(({ name }) => !names.has(name)), ...kept]", "kept"],
  ],
  ["a second refresh writes again", J("commit"), ["if (idle) return", "if (false) return"]],
];

const here = join(import.meta.dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "defects-"));
for (const part of [
  "core",
  "test/journal",
  "test/sheets",
  "test/support",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
])
  cpSync(join(here, part), join(root, part), { recursive: true });
symlinkSync(join(here, "node_modules"), join(root, "node_modules"));

const test = () => {
  const args = ["vitest", "run", "test/journal", "--maxWorkers=1", "--reporter=verbose"];
  return spawnSync("npx", args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1" },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
};
const sound = test();
assert.equal(sound.status, 0, `The tests fail without any defect:\n${sound.stdout}`);

const only = process.argv[2];
const missed = [];
for (const [name, path, ...edits] of DEFECTS.filter(([name]) => !only || name.includes(only))) {
  const file = join(root, path);
  const source = readFileSync(file, "utf8");
  let text = source;
  for (const [from, to] of edits) {
    assert.ok(text.includes(from), `"${name}" does not fit the source any more: ${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(file, text);
  const { stdout, status } = test();
  writeFileSync(file, source);
  const failed = [...new Set([...stdout.matchAll(/^\s*× .* > (.*?)(?: \d+ms)?$/gm)].map((match) => match[1]))];
  assert.notEqual(status, null, "The tests were killed.");
  console.log(`${status === 0 ? "MISSED" : "caught"}  ${name}  (${failed.length}: ${failed[0] ?? ""})`);
  if (status === 0) missed.push(name);
}
rmSync(root, { recursive: true });
assert.deepEqual(missed, []);
