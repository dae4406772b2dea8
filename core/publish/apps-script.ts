import type { FunctionDefinition } from "../functions/define.ts";
import { tableHelp } from "./table-help.ts";

/** How many tables Google Sheets lets a planner pass: it needs each declared by name. Excel repeats one parameter. */
export const MOST_TABLES = 18;

/** Top-level declarations for Apps Script, which finds functions, and their help, by reading the source text. */
export function appsScriptFunctions(functions: readonly FunctionDefinition[]): string {
  return functions.map(declaration).join("\n");
}

function declaration(definition: FunctionDefinition): string {
  const { name, params, gives } = definition;
  const tables = Array.from({ length: MOST_TABLES }, (_, i) => `table${i + 1}`);
  const [first, ...others] = tables;
  return [
    "/**",
    ` * ${plain(describe(definition))}`,
    " *",
    ...params.map((param) => ` * @param {any} ${param.name} ${plain(param.about)}`),
    ` * @param {any} ${first} ${plain(tableHelp(definition))}`,
    ...others.map((table) => ` * @param {any} ${table} Optional: another table.`),
    ` * @return {any} ${plain(gives)}`,
    " * @customfunction",
    " */",
    `function ${name}(${[...params.map((param) => param.name), ...tables].join(", ")}) {`,
    `  return Headroom_().callFunction("${name}", [].slice.call(arguments));`,
    "}",
    "",
  ].join("\n");
}

/** The example stands in the description, the only place where Google's help box shows one. */
function describe({ summary, examples }: FunctionDefinition): string {
  const [example] = examples;
  return example ? `${summary} Example: ${withSemicolons(example.formula)}` : summary;
}

/** Google Sheets reads semicolons between arguments in every locale, commas only in some. */
const withSemicolons = (formula: string) => formula.replace(/"[^"]*"|,/g, (part) => (part === "," ? ";" : part));

/** The help box shows one block of text without line breaks; a comment's end would end the declaration. */
const plain = (text: string) => text.replace(/\s+/g, " ").replace(/\*\//g, "* /").replace(/@/g, "(at)");
