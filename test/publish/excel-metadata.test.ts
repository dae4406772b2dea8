import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { type ExcelMetadata, excelMetadata } from "../../core/publish/excel-metadata.ts";

const metadata = excelMetadata(FUNCTIONS);

/** What Excel needs of functions.json and Microsoft's own generator does not check. */
function faults(json: ExcelMetadata): string[] {
  const found: string[] = [];
  if (JSON.stringify(json).length > 1_000_000) found.push("larger than 1 MB: desktop Excel refuses it");
  if (!json.allowErrorForDataTypeAny) found.push("one error cell in a table would fail every call");
  if (json.allowCustomDataForDataTypeAny) found.push("cells would arrive as records");
  const ids = json.functions.map(({ id }) => id.toUpperCase());
  if (new Set(ids).size < ids.length) found.push("an id is used twice");
  for (const { id, description, helpUrl, parameters } of json.functions) {
    const say = (fault: string) => found.push(`${id}: ${fault}`);
    const names = parameters.map(({ name }) => name);
    if (!/^[A-Z][A-Z0-9_.]{2,127}$/.test(id) || /^[A-Z]{1,3}[0-9]+$/.test(id)) say("no id for Excel");
    if (description === "") say("no description");
    if (!helpUrl.startsWith("https://")) say("no help address");
    if (new Set(names).size < names.length) say("a parameter's name stands twice");
    if (parameters.filter(({ repeating }) => repeating).length !== 1) say("not one repeating parameter");
    if (!parameters.at(-1)?.repeating) say("the repeating parameter is not last");
    if (parameters.some((parameter) => parameter.description === "")) say("a parameter has no description");
    const firstOptional = parameters.findIndex(({ optional }) => optional);
    const requiredLater = parameters.slice(firstOptional).some(({ optional, repeating }) => !optional && !repeating);
    if (firstOptional >= 0 && requiredLater) say("a required parameter follows an optional one");
    if (parameters.some(({ type }) => type !== "any")) say("Excel would convert an argument before we see it");
  }
  return found;
}

test("functions.json keeps every rule of Excel's", () => {
  expect(faults(metadata)).toEqual([]);
});

describe("the rules notice", () => {
  const [first] = metadata.functions;
  const parameter = first!.parameters[0]!;
  const tables = first!.parameters.at(-1)!;
  const changed = (change: Partial<ExcelMetadata["functions"][number]>): ExcelMetadata => ({
    ...metadata,
    functions: [{ ...first!, ...change }],
  });
  test.each<[string, ExcelMetadata, string]>([
    ["an id that is a cell", changed({ id: "GAP90" }), "GAP90: no id for Excel"],
    ["an id of two letters", changed({ id: "AB" }), "AB: no id for Excel"],
    ["an id used twice", { ...metadata, functions: [first!, first!] }, "an id is used twice"],
    [
      "two repeating parameters",
      changed({ parameters: [tables, { ...tables, name: "b" }] }),
      "CAPACITY: not one repeating parameter",
    ],
    [
      "a repeating parameter in front",
      changed({ parameters: [tables, parameter] }),
      "CAPACITY: the repeating parameter is not last",
    ],
    [
      "a name that stands twice",
      changed({ parameters: [parameter, parameter, tables] }),
      "CAPACITY: a parameter's name stands twice",
    ],
    [
      "a required one after an optional one",
      changed({ parameters: [{ ...parameter, name: "a", optional: true }, parameter, tables] }),
      "CAPACITY: a required parameter follows an optional one",
    ],
    [
      "error cells that fail the call",
      { ...metadata, allowErrorForDataTypeAny: false },
      "one error cell in a table would fail every call",
    ],
  ])("%s", (_, json, fault) => {
    expect(faults(json)).toContain(fault);
  });
});

test("only arguments that must be there and are no range are single cells: a table may stand in any other place", () => {
  FUNCTIONS.forEach(({ params }, i) => {
    const { parameters } = metadata.functions[i]!;
    params.forEach(({ name, optional, takes }, at) => {
      const { dimensionality } = parameters[at]!;
      expect([name, dimensionality]).toEqual([name, optional || takes === "range" ? "matrix" : "scalar"]);
    });
    expect(parameters.at(-1)?.dimensionality).toBe("matrix");
  });
});

test("help leads to the function's own section", () => {
  const { functions } = excelMetadata(FUNCTIONS, "https://example.com/help.html");
  expect(functions[0]!.helpUrl).toBe("https://example.com/help.html#capacity");
});
