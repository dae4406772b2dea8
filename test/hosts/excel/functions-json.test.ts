import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vm from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { buildExcel } from "./built.ts";
import { functionProblems, type Metadata } from "./check-functions.ts";

let text: string;
let scripts: ReadonlyMap<string, string>;
let metadata: Metadata;
beforeAll(async () => {
  const out = mkdtempSync(join(tmpdir(), "headroom-excel-"));
  await buildExcel(out);
  const read = (name: string) => readFileSync(join(out, name), "utf8");
  text = read("functions.json");
  scripts = new Map(["functions.js", "taskpane.js"].map((name) => [name, read(name)]));
  rmSync(out, { recursive: true, force: true });
  metadata = JSON.parse(text) as Metadata;
});

test("functions.json keeps the rules that Microsoft's own generator does not check", () => {
  expect(functionProblems(metadata, text)).toEqual([]);
});

test("functions.js and the pane give Excel exactly the functions of functions.json", () => {
  const declared = metadata.functions.map(({ id }) => id);
  expect(declared).toEqual(FUNCTIONS.map(({ name }) => name));
  for (const [name, script] of scripts) expect(associatedBy(script), name).toEqual(declared);
});

function associatedBy(script: string): string[] {
  const ids: string[] = [];
  const element = () => ({ append() {}, replaceChildren() {}, setAttribute() {}, classList: { add() {} } });
  vm.runInNewContext(script, {
    CustomFunctions: { associate: (id: string) => ids.push(id) },
    Office: { onReady() {} },
    document: { getElementById: element, createElement: element },
    setTimeout() {},
    clearTimeout() {},
  });
  return ids;
}

const [first] = [
  { id: "AAA", description: "d", helpUrl: "https://h", parameters: [] as Metadata["functions"][number]["parameters"] },
];
const param = { name: "a", description: "d" };
const MISTAKES: Readonly<Record<string, readonly [Partial<typeof first> | object, string]>> = {
  "an id like a cell": [{ id: "AB12" }, "cell reference"],
  "an id of two letters": [{ id: "AB" }, "at least 3"],
  "a repeating parameter that is not the last": [
    {
      parameters: [
        { ...param, repeating: true },
        { ...param, name: "b" },
      ],
    },
    "not the last",
  ],
  "two repeating parameters": [
    {
      parameters: [
        { ...param, repeating: true },
        { ...param, repeating: true },
      ],
    },
    "more than one repeating",
  ],
  "a required parameter after an optional one": [
    {
      parameters: [
        { ...param, optional: true },
        { ...param, name: "b" },
      ],
    },
    "after an optional one",
  ],
  "no description": [{ description: "" }, "no description"],
  "no help": [{ helpUrl: "" }, "no help"],
  "a volatile function": [{ options: { volatile: true } }, "volatile"],
};
test.each(Object.entries(MISTAKES))("the rules catch %s", (_, [change, said]) => {
  const bad = { allowErrorForDataTypeAny: true, functions: [{ ...first!, ...change }] };
  expect(functionProblems(bad).join("\n")).toContain(said);
});

test("the rules catch an error cell that would fail the whole call, and two functions of one name", () => {
  expect(functionProblems({ functions: [first!, first!] }).join("\n")).toMatch(/allowErrorForDataTypeAny[\s\S]*twice/);
});
