import { parse } from "acorn";
import { parseTree } from "custom-functions-metadata";
import { expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { appsScriptFunctions } from "../../core/publish/apps-script.ts";
import { excelMetadata } from "../../core/publish/excel-metadata.ts";

const source = appsScriptFunctions(FUNCTIONS);

test("the text is a script of exactly the functions, as Apps Script's engine reads it", () => {
  const { body } = parse(source, { ecmaVersion: 2019, sourceType: "script" });
  expect(body.map((node) => (node.type === "FunctionDeclaration" ? node.id.name : node.type))).toEqual(
    FUNCTIONS.map(({ name }) => name),
  );
});

test("each declaration names its parameters and eighteen tables, since Sheets takes no others", () => {
  expect(source).toContain(
    "function CAPACITY(from, to, rows, periods, where, table1, table2, table3, table4, table5, table6, table7, table8, table9, table10, table11, table12, table13, table14, table15, table16, table17, table18) {\n" +
      '  return Headroom_().callFunction("CAPACITY", [].slice.call(arguments));\n}',
  );
  expect(source).toContain("function PLANCHECK(table1, table2,");
});

test("the description ends with an example that every locale can read", () => {
  expect(source).toContain("leave. Example: =CAPACITY(DATE(2026;1;5); DATE(2026;1;9); People)");
});

test("a call hands over what the planner typed", () => {
  const calls: unknown[] = [];
  const run = new Function("Headroom_", `${source}\nreturn CAPACITY;`) as (
    load: () => { callFunction: (name: string, args: unknown[]) => unknown },
  ) => (...args: unknown[]) => unknown;
  const capacity = run(() => ({ callFunction: (name, args) => calls.push([name, args]) }));
  capacity(46027, 46031, [["Person"], ["Ana"]]);
  expect(calls).toEqual([["CAPACITY", [46027, 46031, [["Person"], ["Ana"]]]]]);
});

test("Microsoft's own parser finds the same functions and the same help in it as Excel is told", () => {
  const typed = source.replace(/(?<=function \w+\([^)]*?)(\w+)(?=[,)])/g, "$1: any").replace(/\) \{/g, "): any {");
  const { functions, extras } = parseTree(typed, "functions.ts");
  expect(extras.flatMap(({ errors }) => errors)).toEqual([]);
  const seen = functions.map(({ id, parameters }) => ({
    id,
    parameters: parameters
      .filter(({ name }) => !/^table([2-9]|1\d)$/.test(name))
      .map(({ name, description }) => ({ name, description })),
  }));
  const told = excelMetadata(FUNCTIONS).functions.map(({ id, parameters }) => ({
    id,
    parameters: parameters.map(({ name, description }) => ({ name, description })),
  }));
  expect(seen).toEqual(told);
  const descriptions = functions.map(({ description }) => description?.replace(/ Example: .*/, ""));
  expect(descriptions).toEqual(FUNCTIONS.map(({ summary }) => summary));
});

test("text from a definition cannot end the comment or start a tag", () => {
  const [capacity] = FUNCTIONS;
  const hostile = appsScriptFunctions([{ ...capacity!, summary: "a */ b @customfunction c\nd" }]);
  expect(parse(hostile, { ecmaVersion: 2019 }).body).toHaveLength(1);
  expect(hostile.match(/@customfunction/g)).toHaveLength(1);
});
