import type { Axis } from "./axis.ts";
import { isHeader } from "./blocks.ts";
import { type Choice, NAMES_ALONE, SHEET_NAME, TASKS, TITLE_ABOVE, WORK_ASK, WORK_KEY } from "./choices.ts";
import type { LayoutProblem, Place, Refused } from "./found.ts";
import type { Columns, Line } from "./lines.ts";
import { filled, isEmptyRow, type Sheet, span, warning } from "./sheet.ts";
import { type Placed, titleAbove, titleAt, workOfSheet } from "./titles.ts";

/** The engagement of every row of a table that has no column for it; "" where its task is its name. */
export interface WorkAbove {
  readonly of: (row: number) => string;
  readonly told: readonly LayoutProblem[];
}

/** A title among the rows of a table, or above all of them. */
interface Heading extends Placed {
  /** From which row on it holds. */
  readonly from: number;
  /** It stands above headings that come once more: of a block of its own. */
  readonly ofBlock: boolean;
}

/**
 * Where a table with its time across names no engagements in a column: titles that say Project, and those of blocks with headings
 * of their own, are read and told. What only may be an engagement is asked.
 */
export function workAbove(sheet: Sheet, axis: Axis, roles: Columns, entries: readonly Line[]): WorkAbove | Refused {
  const inside = titlesAmong(sheet, axis, entries);
  const above = titleAbove(sheet, axis.top);
  const isTask = roles.has("task");
  const names: Names = { above, inside, sheet: workOfSheet(sheet), isTask };
  const said = sheet.said.choices?.get(WORK_KEY);
  if (said === TASKS && isTask) return byTask(sheet, axis, roles, "engagement-missing");
  if (said !== undefined) return chosen(sheet, axis, entries, names, said) ?? asked(names);
  if (isTask && above === null && inside.length === 0 && names.sheet === null)
    return byTask(sheet, axis, roles, "column-assumed");
  const own = inside.filter((one) => one.said || (isTask && one.ofBlock));
  const first = above !== null && (above.said || (isTask && above.place !== null)) ? above : null;
  const all = [...(first === null ? [] : [heading(first)]), ...own];
  const isOpen = inside.length > own.length && (!isTask || first === null || own.length > 0);
  const covers = entries.every(({ row }) => all.some(({ from }) => from <= row));
  return covers && !isOpen ? readAs(sheet, axis, entries, all, inside) : asked(names);
}

/** Tasks are read as engagements where nothing else names one: open as long as nobody has said so. */
function byTask(sheet: Sheet, axis: Axis, roles: Columns, kind: "column-assumed" | "engagement-missing"): WorkAbove {
  const says = [
    "is read as the heading of engagements, which nothing else names",
    "Maybe a title above should say Project: and its name.",
  ] as const;
  return { of: () => "", told: [warning(sheet, { row: axis.bottom, column: roles.get("task")! }, kind, says)] };
}
const heading = (title: Placed): Heading => ({ ...title, from: -1, ofBlock: false });

interface Names {
  readonly above: Placed | null;
  readonly inside: readonly Heading[];
  readonly sheet: string | null;
  readonly isTask: boolean;
}

/** Titles alone in rows between the entries, with entries below them. */
function titlesAmong(sheet: Sheet, axis: Axis, entries: readonly Line[]): readonly Heading[] {
  const taken = new Set(entries.map(({ row }) => row));
  const found = span(axis.bottom + 1, sheet.height - 1).flatMap((row): Heading[] => {
    if (taken.has(row) || filled(sheet, row).length > 2) return [];
    const title = titleAt(sheet, row);
    if (title === null || (filled(sheet, row).length > 1 && !title.said)) return [];
    return [{ ...title, from: row, ofBlock: isAboveHeadings(sheet, row) }];
  });
  return found.filter(({ from }, i) => {
    const next = found[i + 1]?.from ?? sheet.height;
    return entries.some(({ row }) => row > from && row < next);
  });
}

/** Do the headings come once more below a title, before the next row? They are blank in the cells that are read. */
function isAboveHeadings(sheet: Sheet, row: number): boolean {
  for (const one of span(row + 1, sheet.height - 1)) {
    if (isHeader(sheet.raw[one] ?? [], new Map())) return true;
    if (!isEmptyRow(sheet, one) && filled(sheet, one).length > 2) return false;
  }
  return false;
}

function chosen(
  sheet: Sheet,
  axis: Axis,
  entries: readonly Line[],
  { above, inside, sheet: name }: Names,
  said: string,
): WorkAbove | Refused | null {
  const first = above === null ? [] : [heading(above)];
  if (said === NAMES_ALONE && inside.length > 0) return readAs(sheet, axis, entries, [...first, ...inside], inside);
  if (said === TITLE_ABOVE && above !== null) return readAs(sheet, axis, entries, first, inside);
  if (said !== SHEET_NAME) return null;
  if (name === null) return { refused: NO_SHEET_NAME };
  return readAs(sheet, axis, entries, [{ name, said: true, place: null, from: -1, ofBlock: false }], inside);
}

const NO_SHEET_NAME =
  "The engagement is the sheet's name, as was said in Map, which a formula does not know: write it above the table as Project: and its name.";

function readAs(
  sheet: Sheet,
  axis: Axis,
  entries: readonly Line[],
  all: readonly Heading[],
  inside: readonly Heading[],
): WorkAbove {
  const holds = (row: number) => all.filter(({ from }) => from < row).at(-1);
  const used = all.filter((one) => entries.some(({ row }) => holds(row) === one));
  const groups = inside.filter((one) => !all.includes(one)).map(({ name }) => `"${name}"`);
  const beyond = groups.length === 0 ? "" : `, and ${groups.slice(0, 3).join(", ")} in rows of their own as groups`;
  const head: Place = { row: axis.bottom, column: filled(sheet, axis.bottom)[0] ?? 0 };
  const told = used.map(({ name, place, from }) => {
    const rows = from < 0 ? "of the table" : "of the rows below";
    const why =
      place === null
        ? `heads a table without a column for work: ${name} is read as its engagement${beyond}`
        : `names ${name}, which is read as the engagement ${rows}${beyond}`;
    return warning(sheet, place ?? head, "engagement-missing", [why, "Maybe a column Project should name it."]);
  });
  return { of: (row) => holds(row)?.name ?? "", told };
}

const NONE =
  "No column says which engagement the amounts are for, and no title says that they are capacity: add a heading such as Project, or Capacity to the title.";
const MOST_NAMES = 3;

function asked({ above, inside, sheet, isTask }: Names): Refused {
  const names = inside.map(({ name }) => `"${name}"`);
  const options = [
    ...(inside.length > 0 ? [NAMES_ALONE] : []),
    ...(above === null ? [] : [TITLE_ABOVE]),
    ...(sheet === null ? [] : [SHEET_NAME]),
    ...(isTask ? [TASKS] : []),
  ];
  if (options.length === 0) return { refused: NONE };
  const found = [
    ...(names.length === 0 ? [] : [`${names.slice(0, MOST_NAMES).join(", ")} alone in rows`]),
    ...(above === null ? [] : [`the title "${above.name}"`]),
    ...(sheet === null ? [] : [`the sheet's name "${sheet}"`]),
    ...(isTask ? ["the tasks"] : []),
  ].join(", or ");
  const choice: Choice = { key: WORK_KEY, asks: WORK_ASK, options };
  return {
    refused: `No column says which engagement the amounts are for; it may be ${found}: say which in Map, or add a column Project.`,
    choice,
  };
}
