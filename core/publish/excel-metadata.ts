import type { FunctionDefinition } from "../functions/define.ts";
import type { Param } from "../functions/params.ts";
import { tableHelp } from "./table-help.ts";

/** What Excel reads about a parameter. */
interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
  readonly repeating?: true;
}

export interface ExcelMetadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly allowCustomDataForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly Parameter[];
    readonly result: { readonly type: "any"; readonly dimensionality: "matrix" };
  }[];
}

/** Where a developer's own Excel finds the function reference; a published add-in names its own address. */
const LOCAL_HELP = "https://localhost:3000/help.html";

/** `functions.json`, which Excel reads to register the functions and to show their help. */
export function excelMetadata(functions: readonly FunctionDefinition[], help = LOCAL_HELP): ExcelMetadata {
  return {
    allowErrorForDataTypeAny: true, // a #N/A in one cell must reach us, not fail the whole call
    allowCustomDataForDataTypeAny: false, // cells are plain values, not records
    functions: functions.map((definition) => ({
      id: definition.name,
      name: definition.name,
      description: definition.summary,
      helpUrl: `${help}#${definition.name.toLowerCase()}`,
      parameters: [...definition.params.map(parameter), tables(definition)],
      result: { type: "any", dimensionality: "matrix" },
    })),
  };
}

/**
 * Everything is "any": a typed parameter is converted by Excel first, and then Excel's error has no message of ours. An
 * optional one is a matrix, because the first table may stand in its place.
 */
const parameter = ({ name, about, takes, optional }: Param): Parameter => ({
  name,
  description: about,
  type: "any",
  dimensionality: optional || takes === "range" ? "matrix" : "scalar",
  ...(optional && { optional }),
});

/** Excel counts a repeating parameter's number up by itself: table1, [table2], … */
const tables = (definition: FunctionDefinition): Parameter => ({
  name: "table1",
  description: tableHelp(definition),
  type: "any",
  dimensionality: "matrix",
  repeating: true,
});
