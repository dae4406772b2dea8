import { importMapsIn, type TeamMap } from "../finding/memory.ts";
import type { ExportFile } from "../imports/file.ts";
import { KINDS } from "../imports/generic.ts";
import type { Mapping } from "../imports/mapping.ts";
import { NOT_USED, ROLE, ROLES } from "../imports/mapping-roles.ts";
import type { Answers } from "../imports/reading.ts";
import type { Edit } from "../journal/index.ts";
import type { Cell } from "../plan/cells.ts";
import { MAPS } from "../plan/tables.ts";
import { listed } from "../sheets/words.ts";
import { mapEdits } from "./map-write.ts";
import type { Workbook } from "./workbook.ts";

const ROWS = "(rows)";
const WIDEST_NAME = 60;

/** What was said the last time of a file with the same headings. */
export interface Remembered {
  readonly map: TeamMap | null;
  /** What the file is read with: what is said now goes before what was said then. */
  readonly answers: Answers;
  /** In words, where it is what the file is read with: "Wer is Person and Klus is Engagement"; "" where it is not. */
  readonly words: string;
}

/** What the table Tables says of the columns of a file with these headings, in any order. */
export function rememberedOf(
  { located }: Pick<Workbook, "located">,
  file: ExportFile | null,
  given: Answers,
): Remembered {
  if (file === null || file.source !== null) return { map: null, answers: given, words: "" };
  const headings = headingsOf(file);
  const maps = located.flatMap((one) => {
    if (one.table !== MAPS) return [];
    return importMapsIn(
      one.cells,
      0,
      new Map([...one.columns].map(([key, column]) => [key, column - one.column] as const)),
    );
  });
  const map = maps.find(({ columns }) => isOf(headings, columns)) ?? null;
  const isSaid = given.has("kind") || [...given.keys()].some((key) => key.startsWith(ROLE));
  if (map === null || !map.use || isSaid) return { map, answers: given, words: "" };
  const means = new Map(map.columns.map((one) => [one.heading, one.means] as const));
  const kind = [...ROLES].find(([, { words }]) => words === means.get(ROWS))?.[0];
  if (kind === undefined || !KINDS.has(kind)) return { map, answers: given, words: "" };
  const roles = ROLES.get(kind)!.roles;
  const said = headings.map((heading, i) => {
    const role = roles.find(({ words }) => words === means.get(heading));
    return [`${ROLE}${i + 1}`, role?.value ?? NOT_USED] as const;
  });
  const used = headings.filter((_, i) => said[i]![1] !== NOT_USED);
  const words = listed(used.map((heading) => `${heading} is ${means.get(heading)}`));
  return { map, answers: new Map([...given, ["kind", String(kind)], ...said]), words };
}

/** Rows of Tables that keep what the columns of a file are, unless they say so already. */
export function memoryEdits(
  found: Workbook,
  file: ExportFile,
  mapping: Mapping | null,
  { map }: Remembered,
): readonly Edit[] {
  if (mapping === null || !mapping.done) return [];
  const headings = headingsOf(file);
  const of = ROLES.get(mapping.kind)!;
  const means = (role: string) => of.roles.find(({ value }) => value === role)?.words ?? "Not used";
  const rows: readonly (readonly [string, string])[] = [
    [ROWS, of.words],
    ...mapping.columns.map(({ role }, i) => [headings[i]!, means(role)] as const),
  ];
  const isKnown = rows.every(([heading, word]) =>
    map?.columns.some((one) => one.heading === heading && one.means === word),
  );
  if (isKnown && map?.use) return [];
  const name = map?.name ?? `Import: ${headings.join(", ")}`.slice(0, WIDEST_NAME);
  const base: readonly (readonly [string, Cell])[] = [
    ["name", freeName(found, name, map)],
    ["sheet", "Files that are imported"],
    ["feeds", TABLES_OF.get(mapping.kind) ?? ""],
    ["use", "Yes"],
  ];
  const lines = rows.map(([heading, word]) => new Map<string, Cell>([...base, ["heading", heading], ["means", word]]));
  return mapEdits(
    found,
    (map?.columns ?? []).map(({ row }) => row),
    lines,
  );
}

const TABLES_OF: ReadonlyMap<string, string> = new Map([
  ["actuals", "Actuals"],
  ["allocations", "Allocations"],
  ["leave", "Leave"],
  ["people", "People"],
  ["projects", "Engagements"],
  ["milestones", "Milestones"],
  ["backlog", "Demand"],
  ["tickets", "Tickets"],
]);

/** Headings as Tables keeps them: those that repeat have a number, those that are blank their place. */
function headingsOf({ headings }: ExportFile): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, i) => {
    const text = heading.replace(/\s+/g, " ").trim() || `Column ${i + 1}`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} ${count}`;
  });
}

function isOf(headings: readonly string[], columns: TeamMap["columns"]): boolean {
  const own = new Set(columns.flatMap(({ heading }) => (heading === ROWS ? [] : [heading])));
  return own.size === headings.length && headings.every((heading) => own.has(heading));
}

/** Long headings may begin alike. */
function freeName({ located }: Workbook, name: string, map: TeamMap | null): string {
  if (map !== null) return name;
  const used = new Set(
    located.flatMap((one) => {
      const column = one.table === MAPS ? one.columns.get("name") : undefined;
      return column === undefined ? [] : one.cells.map((row) => String(row[column - one.column] ?? ""));
    }),
  );
  let free = name;
  for (let i = 2; used.has(free); i++) free = `${name} ${i}`;
  return free;
}
