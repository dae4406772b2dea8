import { CHOICES } from "../functions/choices.ts";
import type { FunctionDefinition } from "../functions/define.ts";
import { keysOf } from "../functions/words.ts";
import { markdownTable, shownResult } from "./markdown.ts";
import { tableHelp } from "./table-help.ts";

/** The functions in one table, each with what it gives and a link to its section in the page `details`. */
export function functionList(functions: readonly FunctionDefinition[], details = ""): string {
  const rows = functions.map(({ name, summary }) => [`[${name}](${details}#${name.toLowerCase()})`, summary]);
  return markdownTable(["Function", "What it gives"], rows);
}

/** What each function takes and gives, with its examples, after the list of all and what conditions can say. */
export function reference(functions: readonly FunctionDefinition[]): string {
  return [functionList(functions), CONDITIONS, ...functions.map(section)].join("\n\n");
}

const CONDITIONS = [
  "## Conditions",
  "`where` is text such as `team=Cloud, Data; status=confirmed`: names of the plan after the keys a function lists, commas between names that will do, semicolons between conditions. A name with a comma or a semicolon stands in quotes. These keys say how to count:",
  markdownTable(
    ["Key", "Says"],
    keysOf(CHOICES).map((key) => [`\`${key}\``, CHOICES[key].about]),
  ),
].join("\n\n");

function section(definition: FunctionDefinition): string {
  const { name, summary, gives, params, examples } = definition;
  const rows = [...params.map((param) => [`\`${param.name}\``, param.about]), ["`tables…`", tableHelp(definition)]];
  return [
    `## ${name}`,
    `\`${signature(definition)}\` gives ${gives}. ${summary}`,
    markdownTable(["Argument", "Meaning"], rows),
    ...examples.map((example) => `${example.says}\n\n\`${example.formula}\`\n\n${shownResult(example.gives)}`),
  ].join("\n\n");
}

const signature = ({ name, params }: FunctionDefinition) =>
  `${name}(${[...params.map((param) => (param.optional ? `[${param.name}]` : param.name)), "tables…"].join(", ")})`;
