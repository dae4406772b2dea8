import { type Book, step, type Work } from "../host.ts";
import { type Change, commit, type Edit, preview, recover, sheetsInUse, type Undoable } from "../journal/index.ts";
import { isErrorValue } from "../plan/cells.ts";
import { locate } from "../plan/locate.ts";
import type { Table } from "../plan/table.ts";
import { TABLES } from "../plan/tables.ts";
import { PlanError } from "../problems.ts";
import { record, text } from "../schema.ts";
import { areaOf } from "../sheets/a1.ts";
import { isFreeSheet, LISTS, template } from "../sheets/template.ts";
import { counted, thousands } from "../sheets/words.ts";
import { failureIn } from "./finance-broken.ts";
import { copiesOf } from "./finance-copy.ts";
import { cutLink, type LinkSize, sizeOfLink } from "./finance-cut.ts";
import { linkedSheet, linkTo } from "./finance-link.ts";
import { PLANNING, type Register, type Registered, registerEdit, registerIn, type Way } from "./finance-register.ts";
import { financeSettings, hasCurrency, settingsOf } from "./finance-settings.ts";
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
    const { change, left, asks } = yield* financeChange(address);
    const { sheets, yours, idle, refusals } = yield* preview(change);
    const lines = sheets.map(
      ({ sheet, cells, changed }) =>
        `${sheet}: ${counted(cells, "cell")}, ${thousands(changed)} of them new or changed`,
    );
    const kept = [
      ...(left.length === 0 ? [] : [`Left alone, because they hold something: ${left.join(", ")}`]),
      ...asks,
    ];
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
    const { change, left, asks } = yield* financeChange(address);
    const { written, sheets } = yield* commit(markedMoney(change));
    const made = written ? `Wrote ${sheets.map(({ sheet }) => sheet).join(", ")}.` : "Everything was up to date.";
    const kept = left.length === 0 ? [] : [`Left alone, because they hold something: ${left.join(", ")}.`];
    return { text: [made, ...kept, ...asks].join(" ") };
  },
});

interface FinanceChange {
  readonly change: Change;
  readonly left: readonly string[];
  /** What only finance can say, and has not. */
  readonly asks: readonly string[];
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
    way === "file"
      ? copied(file, before, canWrite, look.sheets)
      : linked(way, address, canWrite, before, look.sheets, sizesOf(before, book));
  if (found.register.sheets.length === 0) refuse("", NOWHERE, "Maybe set up finance in a new, empty workbook.");
  const lists = new Set(found.lists);
  const planned = file?.book.flatMap((sheet) => settingsOf(sheet)) ?? [];
  const settings = financeSettings(planned);
  const stated = book.flatMap((sheet) => settingsOf(sheet));
  const own = template(book, inUse, new Map([["Settings", settings]]), { tables: OWN_TABLES, lists });
  const title = before === null ? "Set up finance workbook" : "Refresh from the planning workbook";
  const edits = [...own.edits, registerEdit(found.register, before), ...found.edits];
  return {
    change: { title, edits },
    left: [...(before === null ? own.left : []), ...found.left],
    asks: before !== null || hasCurrency(stated.length > 0 ? stated : planned) ? [] : [ASKS_CURRENCY],
  };
}

const ASKS_CURRENCY =
  "In which currency are margins? Type it into Settings, Currency, such as EUR, before rates or costs come in several.";
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
  sheets: readonly string[],
): Brought {
  if (file === null)
    refuse("", "No planning file is open beside this workbook", "Maybe press Choose the planning file first.");
  const failing = file.book.filter(
    ({ name, cells }) =>
      failureIn(cells) !== null && (READ.has(name) || before?.sheets.some((one) => one.sheet === name)),
  );
  if (failing.length > 0)
    refuse(
      failing.map(({ name }) => name).join(", "),
      `shows ${failureIn(failing[0]!.cells)} in ${file.name}, where its table should begin`,
      "Maybe mend that sheet in the planning workbook, or delete it there, and choose the file again.",
    );
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
    edits: [
      ...taken.map(({ edit }) => edit),
      ...(before?.sheets ?? [])
        .filter(({ sheet }) => sheets.includes(sheet) && !all.some((one) => one.sheet === sheet))
        .flatMap(emptied),
    ],
    left: all.filter(({ sheet }) => !canWrite(sheet)).map(({ sheet }) => sheet),
    lists: taken.flatMap((one) => one.lists),
  };
}

/** A copy of a table that the planning file has no more. */
function emptied({ sheet, reads }: Registered): readonly Edit[] {
  const at = areaOf(reads);
  if (at === null) return [];
  const blank = Array.from({ length: at.columns }, () => null);
  return [{ sheet, at, cells: Array.from({ length: at.rows }, () => blank) }];
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
  before: Register | null,
  sheets: readonly string[],
  sizes: ReadonlyMap<string, LinkSize>,
): Brought {
  const link = linkTo(way, address, sizes);
  const isOurs: Asks = (sheet) => before?.sheets.some((one) => one.sheet === sheet) ?? false;
  // What finance deleted here, the planning workbook does not have.
  const taken = LINKED_TABLES.filter(({ name }) => canWrite(name));
  const shown = taken.filter(({ name }) => !isOurs(name) || sheets.includes(name));
  const listed = (table: Table) => LISTS.get(table.name)?.name;
  return {
    register: {
      address: link.address,
      way,
      sheets: taken.map((table) => ({ sheet: table.name, reads: link.reads(table) })),
    },
    edits: shown.map((table) => linkedSheet(link, table, !isOurs(table.name))),
    left: LINKED_TABLES.filter(({ name }) => !canWrite(name)).map(({ name }) => name),
    lists: shown.flatMap((table) => listed(table) ?? []),
  };
}

function refuse(value: string, why: string, hint: string): never {
  throw new PlanError([{ code: "HR-183", at: [], value, why, hint }]);
}
