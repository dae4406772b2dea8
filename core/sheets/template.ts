import type { Book } from "../host.ts";
import type { Edit } from "../journal/change.ts";
import { type Cell, type CellRange, isBlank } from "../plan/cells.ts";
import type { KindName } from "../plan/kinds.ts";
import { SETTING_LIST } from "../plan/setting-list.ts";
import { skillsIn as listedSkills } from "../plan/skill-list.ts";
import { SNAPSHOTS } from "../plan/snapshot-table.ts";
import type { Column, Table } from "../plan/table.ts";
import { SETTINGS, TABLES, TEMPLATE_TABLES } from "../plan/tables.ts";
import type { Pattern, SheetOp } from "./ops.ts";

/** Input sheets to make, and those that are left alone because something stands there. */
export interface Template {
  readonly edits: readonly Edit[];
  readonly left: readonly string[];
}

/** Rows that get formats and drop-downs, and that the names cover. */
const ROWS = 1000;

/**
 * One sheet for each table of a plan: headings with notes, drop-downs, formats, and the rows of a demo plan where one is given.
 * A sheet that holds anything is left as it is.
 */
export function template(
  book: Book,
  sheets: readonly string[],
  rows: ReadonlyMap<string, CellRange> = new Map(),
  { tables, lists }: Scope = { tables: TABLES.filter((one) => TEMPLATE_TABLES.includes(one) || rows.has(one.name)) },
): Template {
  const isFree = ({ name }: Table) => isFreeSheet(name, book, sheets);
  const skills = lists === undefined ? skillChoices(rows, isFree) : { name: "SkillNames" };
  const made = tables.filter(isFree);
  return {
    edits: made.map((table) => sheetOf(table, rows.get(table.name) ?? emptyRows(table), { skills, lists })),
    left: tables.filter((table) => !isFree(table)).map(({ name }) => name),
  };
}

/** A sheet for one table, dressed as the template dresses it, with its rows under their headings. */
export const tableSheet = (table: Table, rows: CellRange): Edit =>
  sheetOf(table, rows, { skills: null, lists: undefined });

/** How a column's cells are shown: as text, unless they are numbers or days. */
export const patternOf = (table: Table, key: string): Pattern => PATTERNS.get(table.columns[key]?.kind ?? "raw") ?? "@";
/** Whether nothing stands on a sheet of this name, or there is none. */
export function isFreeSheet(name: string, book: Book, sheets: readonly string[]): boolean {
  const seen = book.find((sheet) => sheet.name === name);
  return seen ? seen.cells.every((line) => line.every(isBlank)) : !sheets.includes(name);
}

/** Which tables to make, and which named lists there are to choose from when other sheets bring them. */
interface Scope {
  readonly tables: readonly Table[];
  readonly lists?: ReadonlySet<string>;
}
interface Drops {
  readonly skills: Choices | null;
  readonly lists: ReadonlySet<string> | undefined;
}

/** Without a demo plan the Settings still say what can be set; an empty value means what usually holds. */
const emptyRows = (table: Table): CellRange =>
  table.name === SETTINGS.name
    ? [["Setting", "Value", "Note"], ...ALL_SETTINGS.map(({ name, about }) => [name, null, about])]
    : [];

const ALL_SETTINGS = Object.values(SETTING_LIST);

function sheetOf(table: Table, [headings = [], ...body]: CellRange, drops: Drops): Edit {
  const columns = Object.values(table.columns);
  const from = columns.map(({ heading }) => headings.indexOf(heading));
  const cells: Cell[][] = [
    columns.map(({ heading }) => heading),
    ...body.map((line) => from.map((at) => (at < 0 ? null : (line[at] ?? null)))),
  ];
  const at = { row: 0, column: 0, rows: cells.length, columns: columns.length };
  return { sheet: table.name, at, cells, dress: dressOf(table, columns, cells, drops) };
}

function dressOf({ name }: Table, columns: readonly Column[], cells: CellRange, drops: Drops): SheetOp[] {
  const rows = Math.max(ROWS, cells.length + 200);
  const body = (column: number) => ({ row: 1, column, rows: rows - 1, columns: 1 });
  const head = { row: 0, column: 0, rows: 1, columns: columns.length };
  const list = LISTS.get(name);
  return [
    { do: "format", at: head, pattern: "@" },
    ...columns.map(({ kind }, i): SheetOp => ({ do: "format", at: body(i), pattern: patternOfKind(kind) })),
    ...settingCells(name, cells),
    { do: "paint", at: head, look: "heading" },
    ...columns.flatMap(({ required }, i): SheetOp[] =>
      required ? [{ do: "paint", at: { row: 0, column: i, rows: 1, columns: 1 }, look: "input" }] : [],
    ),
    ...columns.map(
      ({ about }, i): SheetOp => ({ do: "note", at: { row: 0, column: i, rows: 1, columns: 1 }, text: about }),
    ),
    ...columns.flatMap((column, i): SheetOp[] => {
      const from = choicesOf(name, column, drops.skills);
      const isThere = from !== null && (!("name" in from) || drops.lists === undefined || drops.lists.has(from.name));
      return isThere ? [{ do: "choose", at: body(i), from, strict: false }] : [];
    }),
    { do: "own", name, at: { row: 0, column: 0, rows, columns: columns.length } },
    ...columns.flatMap(({ kind }, i): SheetOp[] =>
      list?.kind === kind ? [{ do: "own", name: list.name, at: body(i) }] : [],
    ),
    { do: "freeze", rows: 1, columns: 1 },
    { do: "width", column: 0, characters: columns.map(({ width }) => width) },
  ];
}

/** Settings hold days, shares and words in one column, so each has its own format and drop-down. */
const settingCells = (name: string, cells: CellRange): SheetOp[] =>
  name !== SETTINGS.name
    ? []
    : cells.flatMap(([heading], row): SheetOp[] => {
        const at = { row, column: 1, rows: 1, columns: 1 };
        const choices = ALL_SETTINGS.find((one) => one.name === heading)?.choices ?? [];
        return [
          ...(DAYS.has(String(heading)) ? [{ do: "format", at, pattern: "yyyy-mm-dd" } as const] : []),
          ...(choices.length > 0 ? [{ do: "choose", at, from: choices, strict: false } as const] : []),
        ];
      });

const DAYS: ReadonlySet<string> = new Set([SETTING_LIST.horizonFrom.name, SETTING_LIST.asOf.name]);

/** Lists that other sheets choose from; a word that is not in them may still be typed, a placeholder for one. */
export const LISTS: ReadonlyMap<string, { readonly name: string; readonly kind: KindName }> = new Map([
  ["People", { name: "PersonNames", kind: "person" }],
  ["Engagements", { name: "EngagementNames", kind: "engagement" }],
  ["Skills", { name: "SkillNames", kind: "skill" }],
]);

type Choices = Extract<SheetOp, { do: "choose" }>["from"];

function choicesOf(table: string, { kind, choices }: Column, skills: Choices | null): Choices | null {
  // History names whom the plan has no more.
  if (table === SNAPSHOTS.name) return null;
  if (choices.length > 0) return choices;
  if (kind === "flag") return ["Yes", "No"];
  if (kind === "person" && table !== "People") return { name: "PersonNames" };
  if (kind === "engagement" && table !== "Engagements") return { name: "EngagementNames" };
  if (kind === "skill" && skills !== null) return "name" in skills && table === "Skills" ? null : skills;
  return null;
}

/** The skills that the rows name; without rows, those that will stand in Skills, as long as that sheet is made here. */
function skillChoices(rows: ReadonlyMap<string, CellRange>, isFree: (table: Table) => boolean): Choices | null {
  const named = skillsIn(rows);
  if (named.length > 0) return named;
  return TABLES.some((table) => table.name === "Skills" && isFree(table)) ? { name: "SkillNames" } : null;
}

/** Every skill that the rows name: People may list them where the table Skills does not, and a list of half of them would warn of the others. */
function skillsIn(rows: ReadonlyMap<string, CellRange>): readonly string[] {
  const found = new Set<string>();
  for (const table of TABLES) {
    const [headings = [], ...body] = rows.get(table.name) ?? [];
    for (const { heading, kind } of Object.values(table.columns)) {
      const at = headings.indexOf(heading);
      if (at < 0 || (kind !== "skill" && kind !== "skills")) continue;
      for (const line of body) {
        const cell = line[at];
        if (typeof cell !== "string" || cell === "") continue;
        if (kind === "skill") found.add(cell);
        else for (const { skill } of listedSkills(cell)) found.add(skill);
      }
    }
  }
  return [...found].sort();
}

/** Text unless it is a number of some kind: a name such as "1-2" must not turn into a date. */
export const patternOfKind = (kind: KindName): Pattern => PATTERNS.get(kind) ?? "@";

const PATTERNS: ReadonlyMap<KindName, Pattern> = new Map<KindName, Pattern>([
  ["day", "yyyy-mm-dd"],
  ["moment", "yyyy-mm-dd"],
  ["ticketHours", "General"],
  ["share", "0.0%"],
  ["odds", "0.0%"],
  ["target", "0.0%"],
  ["growth", "0.0%"],
  ["hoursADay", "General"],
  ["hoursAWeek", "General"],
  ["hoursAWeekInAll", "General"],
  ["totalHours", "General"],
  ["hoursATicket", "General"],
  ["ticketsAWeek", "General"],
  ["fte", "General"],
  ["fteInAll", "General"],
  ["level", "General"],
  ["weeks", "General"],
  ["priority", "General"],
  ["flag", "General"],
  ["raw", "General"],
]);
