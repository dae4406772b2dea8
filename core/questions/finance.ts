import { type Book, step, type Work } from "../host.ts";
import { type Change, commit, type Edit, preview, recover, sheetsInUse, type Undoable } from "../journal/index.ts";
import { type CellRange, isBlank, isErrorValue } from "../plan/cells.ts";
import { locate } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import { SETTING_LIST } from "../plan/setting-list.ts";
import type { Table } from "../plan/table.ts";
import { TABLES } from "../plan/tables.ts";
import { PlanError } from "../problems.ts";
import { record, text } from "../schema.ts";
import { isFreeSheet, LISTS, template } from "../sheets/template.ts";
import { counted, thousands } from "../sheets/words.ts";
import { copiesOf } from "./finance-copy.ts";
import { cutLink, type LinkSize, sizeOfLink } from "./finance-cut.ts";
import { linkedSheet, linkTo } from "./finance-link.ts";
import { PLANNING, type Register, type Registered, registerEdit, registerIn, type Way } from "./finance-register.ts";
import { type LinkedSheet, stateOf } from "./finance-state.ts";
import { markedMoney } from "./money-marks.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";

/** Finance's own tables. */
const OWN: ReadonlySet<string> = new Set(["Settings", "Rates", "Costs", "Fees", "Exchange"]);
/** What money is computed from. */
const READ: ReadonlySet<string> = new Set([
  ...["People", "Skills", "Engagements", "Demand", "Allocations", "Support", "Tickets", "Leave", "Holidays"],
  ...["Scenarios", "Actuals"],
]);
const OWN_TABLES = TABLES.filter(({ name }) => OWN.has(name));
const LINKED_TABLES = TABLES.filter(({ name }) => READ.has(name));

export interface FinanceReply {
  /** How this host reads a planning workbook. */
  readonly way: Way;
  /** The planning workbook that this one reads; null in a workbook that is none of finance's. */
  readonly address: string | null;
  /** The planning file that is open beside; null where none was chosen. */
  readonly file: string | null;
  readonly sheets: readonly LinkedSheet[];
  readonly undo: Undoable | null;
}

/** Whether this is a finance workbook, and how its planning tables are. */
export const finance = question({
  asks: record({}),
  *answer(): Work<FinanceReply> {
    yield* recover();
    const { way, file } = yield* step({ do: "planning" });
    const book = yield* step({ do: "book" });
    const register = registerIn(book);
    return {
      way: register?.way ?? way,
      address: register?.address ?? null,
      file: file?.name ?? null,
      sheets: (register?.sheets ?? []).map((one) => stateOf(one, register!.way, book)),
      undo: yield* undoableNow(),
    };
  },
});

/** The same, once the planner has chosen a planning file: a host that reads files asks for it first. */
export const choosePlanningFile = question({ asks: record({}), answer: () => finance.answer({}) });

/** What setting up the finance workbook, or reading its planning file anew, would write. */
export const previewFinance = question({
  asks: record({ address: text }),
  *answer({ address }): Work<{ readonly lines: readonly string[]; readonly idle: boolean }> {
    const { change, left } = yield* financeChange(address);
    const { sheets, yours, idle, refusals } = yield* preview(change);
    const lines = sheets.map(
      ({ sheet, cells, changed }) =>
        `${sheet}: ${counted(cells, "cell")}, ${thousands(changed)} of them new or changed`,
    );
    const kept = left.length === 0 ? [] : [`Left alone, because they hold something: ${left.join(", ")}`];
    if (refusals.length > 0) throw new PlanError(refusals as never);
    return {
      lines: idle
        ? ["Everything is up to date: nothing to write.", ...kept]
        : [...lines, `Cells of yours: ${yours}`, ...kept],
      idle,
    };
  },
});

/** Make finance's own tables, and those that show the planning workbook's. It only reads that workbook. */
export const setUpFinance = question({
  asks: record({ address: text }),
  *answer({ address }): Work<{ readonly text: string }> {
    const { change, left } = yield* financeChange(address);
    const { written, sheets } = yield* commit(markedMoney(change));
    const made = written ? `Wrote ${sheets.map(({ sheet }) => sheet).join(", ")}.` : "Everything was up to date.";
    return { text: left.length === 0 ? made : `${made} Left alone, because they hold something: ${left.join(", ")}.` };
  },
});

interface FinanceChange {
  readonly change: Change;
  readonly left: readonly string[];
}

function* financeChange(address: string): Work<FinanceChange> {
  const { way, file } = yield* step({ do: "planning" });
  const look = yield* step({ do: "look" });
  const book = yield* step({ do: "book" });
  const inUse = sheetsInUse(look);
  const before = registerIn(book);
  if (before === null && !isFreeSheet(PLANNING, book, inUse))
    refuse(PLANNING, "holds something else", "Maybe rename that sheet.");
  const isOurs = (sheet: string) => before?.sheets.some((one) => one.sheet === sheet) ?? false;
  const canWrite = (sheet: string) => isOurs(sheet) || isFreeSheet(sheet, book, inUse);
  const found =
    way === "file" ? copied(file, before, canWrite) : linked(way, address, canWrite, isOurs, sizesOf(before, book));
  if (found.register.sheets.length === 0) refuse("", NOWHERE, "Maybe set up finance in a new, empty workbook.");
  const lists = new Set(found.lists);
  const settings = financeSettings(file?.book.flatMap((sheet) => settingsOf(sheet)) ?? []);
  const own = template(book, inUse, new Map([["Settings", settings]]), { tables: OWN_TABLES, lists });
  const title = before === null ? "Set up finance workbook" : "Refresh from the planning workbook";
  const edits = [...own.edits, registerEdit(found.register, before), ...found.edits];
  return { change: { title, edits }, left: [...(before === null ? own.left : []), ...found.left] };
}

const NOWHERE = "Every sheet that would show a planning table holds something else";

interface Brought {
  readonly register: Register;
  readonly edits: readonly Edit[];
  readonly left: readonly string[];
  readonly lists: readonly string[];
}
type Asks = (sheet: string) => boolean;

function copied(
  file: { readonly name: string; readonly book: CellsBook } | null,
  before: Register | null,
  canWrite: Asks,
): Brought {
  if (file === null)
    refuse("", "No planning file is open beside this workbook", "Maybe press Choose the planning file first.");
  const all = copiesOf(file.book, OWN, before?.sheets ?? []);
  if (!all.some(({ edit }) => edit.cells.length > 0) || !hasPeople(file.book))
    refuse(file.name, "has no table of people", "Maybe choose the .xlsx file in which the plan stands.");
  const taken = all.filter(({ sheet }) => canWrite(sheet));
  return {
    register: {
      address: file.name,
      way: "file",
      sheets: taken.map(({ sheet, reads }): Registered => ({ sheet, reads })),
    },
    edits: taken.map(({ edit }) => edit),
    left: all.filter(({ sheet }) => !canWrite(sheet)).map(({ sheet }) => sheet),
    lists: taken.flatMap((one) => one.lists),
  };
}
type CellsBook = Parameters<typeof copiesOf>[0];

const hasPeople = (book: CellsBook): boolean => locate(book).some(({ table }) => table.name === "People");

/** Links stay as long as they are; one that may be cut becomes longer, an IMPORTRANGE that shows an error is as at first. */
function sizesOf(before: Register | null, book: Book): ReadonlyMap<string, LinkSize> {
  return new Map(
    (before?.sheets ?? []).flatMap((one) => {
      const cells = book.find(({ name }) => name === one.sheet)?.cells ?? [];
      if (before?.way === "import range" && isErrorValue(cells[0]?.[0] ?? null)) return [];
      const size = cutLink(one, cells)?.wider ?? sizeOfLink(one);
      return size === null ? [] : [[one.sheet, size] as const];
    }),
  );
}

function linked(
  way: Exclude<Way, "file">,
  address: string,
  canWrite: Asks,
  isOurs: Asks,
  sizes: ReadonlyMap<string, LinkSize>,
): Brought {
  const link = linkTo(way, address, sizes);
  const taken = LINKED_TABLES.filter(({ name }) => canWrite(name));
  const listed = (table: Table) => LISTS.get(table.name)?.name;
  return {
    register: {
      address: link.address,
      way,
      sheets: taken.map((table) => ({ sheet: table.name, reads: link.reads(table) })),
    },
    edits: taken.map((table) => linkedSheet(link, table, !isOurs(table.name))),
    left: LINKED_TABLES.filter(({ name }) => !canWrite(name)).map(({ name }) => name),
    lists: taken.flatMap((table) => listed(table) ?? []),
  };
}

/** Finance's settings: those of the plan as they are now, and all money shown, since nobody else opens this workbook. */
function financeSettings(known: readonly (readonly [setting: string, value: CellRange[number][number]])[]): CellRange {
  const values = new Map(known.map(([setting, value]) => [nameKey(setting), value]));
  const rows = Object.values(SETTING_LIST).map(({ name, also, about }) => {
    const same = [name, ...also].map(nameKey).find((one) => values.has(one));
    const value = name === SETTING_LIST.moneyShown.name ? "all" : same === undefined ? null : values.get(same)!;
    return [name, value, about];
  });
  return [["Setting", "Value", "Note"], ...rows];
}

function settingsOf(sheet: CellsBook[number]): readonly (readonly [string, CellRange[number][number]])[] {
  return locate([sheet])
    .filter(({ table }) => table.name === "Settings")
    .flatMap(({ cells, columns, column }) => {
      const [setting, value] = [columns.get("setting"), columns.get("value")];
      if (setting === undefined || value === undefined) return [];
      return cells.slice(1).flatMap((line) => {
        const [name, worth] = [line[setting - column] ?? null, line[value - column] ?? null];
        return typeof name === "string" && !isBlank(worth) ? [[name, worth] as const] : [];
      });
    });
}

function refuse(value: string, why: string, hint: string): never {
  throw new PlanError([{ code: "HR-183", at: [], value, why, hint }]);
}
