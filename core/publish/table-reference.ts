import { SETTING_LIST } from "../plan/setting-list.ts";
import type { Column, Table } from "../plan/table.ts";
import { SETTINGS, TABLES } from "../plan/tables.ts";
import { markdownTable } from "./markdown.ts";

/** The table reference: what each table is for, its columns, and the headings that mean the same. */
export function tableReference(tables: readonly Table[] = TABLES): string {
  return tables.map(section).join("\n\n");
}

const section = ({ name, about, columns, effort, oneOf }: Table): string =>
  [
    `## Table ${name}`,
    [about, ...effortRule(columns, effort), ...oneOfRule(columns, oneOf)].join(" "),
    markdownTable(["Column", "Meaning", "Also read as"], Object.values(columns).map(row)),
    ...(name === SETTINGS.name ? [SETTING_ROWS] : []),
  ].join("\n\n");

/** What a planner can type into the first column of Settings. */
const SETTING_ROWS = markdownTable(
  ["Setting", "What it does", "Also read as"],
  Object.values(SETTING_LIST).map(({ name, about, choices, also }) => [
    name,
    [about, ...(choices.length > 0 ? [`Words: ${choices.join(", ")}.`] : [])].join(" "),
    also.join(", "),
  ]),
);

const row = ({ heading, about, required, choices, also }: Column): readonly string[] => [
  required ? `**${heading}**` : heading,
  [about, ...(choices.length > 0 ? [`Words: ${choices.join(", ")}.`] : [])].join(" "),
  also.join(", "),
];

const effortRule = (columns: Table["columns"], effort: Table["effort"]): readonly string[] => {
  if (effort.length === 0) return [];
  const ways = effort.map((keys) => keys.map((key) => headingOf(columns, key)).join(" with "));
  return [`Each row gives its effort in one way: ${ways.join(", or ")}.`];
};

const oneOfRule = (columns: Table["columns"], keys: readonly string[]): readonly string[] =>
  keys.length === 0 ? [] : [`Each row fills ${keys.map((key) => headingOf(columns, key)).join(" or ")}.`];

const headingOf = (columns: Table["columns"], key: string) => columns[key]?.heading ?? key;
