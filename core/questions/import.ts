import { step, type Work } from "../host.ts";
import { type ExportFile, fileOfCells, fileOfText, looksLikeRows, sourceOfCells } from "../imports/file.ts";
import { type Import, readExport } from "../imports/read.ts";
import { type Change, commit, recover, sheetsInUse } from "../journal/index.ts";
import { record } from "../schema.ts";
import { counted } from "../sheets/words.ts";
import { formError } from "./allocations-table.ts";
import { knownIn } from "./import-known.ts";
import { mappingView } from "./import-mapping.ts";
import { memoryEdits, type Remembered, rememberedOf } from "./import-memory.ts";
import { destinationOf } from "./import-place.ts";
import { answersOf, IMPORT_REQUEST, type ImportRequest, type Mode } from "./import-request.ts";
import { changesOf, countsOf, type RowChanges } from "./import-rows.ts";
import { columnsOf, howRead, remarksOf, sumsOf, talliesOf } from "./import-view.ts";
import { doneWords, nothingWords } from "./import-words.ts";
import { editsFor } from "./import-write.ts";
import { markedMoney } from "./money-marks.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** Sheets that hold an export as it is, and what Undo would take back. */
export const importForm = question({
  asks: record({}),
  *answer() {
    yield* recover();
    const { book, located } = yield* workbook();
    const taken = new Set(located.map(({ sheet }) => sheet));
    const sheets = book.flatMap(({ name, cells }) => {
      const source = sourceOfCells(cells);
      if (source !== null) return [{ name, label: source.label }];
      return taken.has(name) || !looksLikeRows(cells) ? [] : [{ name, label: "" }];
    });
    return { sheets, undo: yield* undoableNow() };
  },
});

/** What an import would do, and what it must be told before it can. */
export const previewImport = question({
  asks: IMPORT_REQUEST,
  *answer(request: ImportRequest) {
    const read = yield* readIn(request);
    const { found, changes } = read;
    const edits = found.open.length > 0 ? null : changeOf(read, request.mode).edits;
    // What an open question decides would be shown wrongly before it is answered.
    const told = found.open.length > 0 ? NOTHING_TOLD : found;
    const { remarks, more } = remarksOf(told);
    return {
      label: found.label,
      mapping: found.mapping === null ? null : { ...mappingView(found.mapping), again: read.remembered.words !== "" },
      how: [...howRead(found), ...againWords(read.remembered)],
      tables: (found.open.length > 0 ? [] : changes).map((one) => ({
        table: one.place.table.name,
        sheet: one.place.sheet,
        isNew: one.place.at === null,
        columns: one.place.at === null ? [] : one.place.added,
        ...countsOf(one, request.mode),
      })),
      tallies: talliesOf(told),
      sums: sumsOf(told),
      questions: found.questions.map((one) => ({
        ...one,
        answer: read.remembered.answers.get(one.key) ?? one.usual,
        names: one.options.length > 0 ? [] : namesFor(one.key, read.known),
      })),
      strangers: found.strangers.slice(0, MOST_STRANGERS),
      moreStrangers: Math.max(0, found.strangers.length - MOST_STRANGERS),
      known: { person: read.known.people, engagement: read.known.engagements },
      headings: found.file.headings,
      columns: found.mapping === null && found.columns.size > 0 ? columnsOf(found) : [],
      remarks,
      moreRemarks: more,
      nothing: edits !== null && edits.length === 0 ? nothingIn(read, request.mode) : "",
      ready: edits !== null && edits.length > 0,
    };
  },
});

/** Write it: all of it or nothing, and Undo takes it back. */
export const importRows = question({
  asks: IMPORT_REQUEST,
  *answer(request: ImportRequest): Work<{ readonly text: string }> {
    const read = yield* readIn(request);
    if (read.found.open.length > 0) {
      throw formError("The file does not say all that is needed", "Maybe answer the questions about it first.");
    }
    const { written } = yield* commit(markedMoney(changeOf(read, request.mode), read.book.inputs));
    if (!written) return { text: nothingIn(read, request.mode) };
    const said = read.changes.map((one) => `${one.place.sheet}: ${doneWords(countsOf(one, request.mode))}`);
    return { text: `Imported ${inside(read.found.label)}. ${said.join("; ")}.` };
  },
});

const MOST_STRANGERS = 200;
const NOTHING_TOLD: Pick<Import, "lines" | "problems" | "sums"> = { lines: [], problems: [], sums: new Map() };

const againWords = ({ words }: Remembered): readonly string[] =>
  words === "" ? [] : [`Read as last time, as the sheet Tables keeps it: ${words}.`];

interface Read {
  readonly book: Workbook;
  readonly remembered: Remembered;
  readonly found: Import;
  readonly known: ReturnType<typeof knownIn>;
  readonly changes: readonly RowChanges[];
}

function* readIn(request: ImportRequest): Work<Read> {
  yield* recover();
  yield* step({ do: "tell", words: "Reading the workbook", part: { done: 0, of: PARTS } });
  const book = yield* workbook();
  yield* step({ do: "tell", words: "Reading the file", part: { done: 1, of: PARTS } });
  const known = knownIn(book);
  const kept = last;
  const isSame = kept !== null && sameText(kept.request, request);
  const file = isSame ? kept.found.file : fileIn(request, book);
  const remembered = rememberedOf(book, file, answersOf(request));
  const answers = JSON.stringify([...remembered.answers]);
  const isKept = isSame && kept.plan === book.plan && kept.answers === answers;
  yield* step({ do: "tell", words: `Reading ${counted(file.rows.length, "row")}`, part: { done: 2, of: PARTS } });
  const found = isKept ? kept.found : readExport(file, known, remembered.answers);
  last = { request, answers, plan: book.plan, found };
  yield* step({ do: "tell", words: "Comparing with what is there", part: { done: 3, of: PARTS } });
  const sheets = sheetsInUse(book.look);
  const tables = [...new Set(found.lines.map(({ table }) => table))];
  const changes = tables.map((table) => {
    const lines = found.lines.filter((line) => line.table === table);
    return changesOf(found, destinationOf(book, sheets, table, lines), lines, request.mode);
  });
  return { book, remembered, found, known, changes };
}

/** The file that was read last: what is written is what was previewed, and is not read twice. */
let last: {
  readonly request: ImportRequest;
  readonly answers: string;
  readonly plan: Workbook["plan"];
  readonly found: Import;
} | null = null;

/** A sheet may have changed; a text is what it was. */
const sameText = (a: ImportRequest, b: ImportRequest): boolean =>
  a.sheet === "" && b.sheet === "" && a.converted === b.converted && a.text === b.text;

const PARTS = 5;

/** A label within a sentence. */
const inside = (label: string): string => label.replace(/^A /, "a ");

function fileIn({ text, sheet, converted }: ImportRequest, { book }: Workbook): ExportFile {
  if (sheet === "") return fileOfText(text, converted);
  const cells = book.find(({ name }) => name === sheet)?.cells;
  if (cells === undefined) throw formError(`There is no sheet ${sheet} any more`, "Maybe choose another.");
  return fileOfCells(cells);
}

function changeOf(read: Read, mode: Mode): Required<Pick<Change, "title" | "edits">> {
  const { book, found, changes, remembered } = read;
  const rows = changes.flatMap((one) => editsFor(one, mode));
  const edits = rows.length === 0 ? [] : [...rows, ...memoryEdits(book, found.file, found.mapping, remembered)];
  return { title: `Import ${inside(found.label)}`, edits };
}

/** Why there is nothing to write: what holds of the file, and of what stands in the workbook. */
const nothingIn = ({ found, changes }: Read, mode: Mode): string =>
  nothingWords(
    found.counts,
    changes.map((one) => countsOf(one, mode)),
  );

/** Names that an open question may be answered with. */
const namesFor = (key: string, known: Read["known"]): readonly string[] =>
  key === "whose" ? known.people : key === "skill" ? known.skills : [];
