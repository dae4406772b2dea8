import { counted } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import {
  bothOrders,
  type DateOrder,
  dateOrderOf,
  dayReader,
  evidenceOf,
  type ReadDay,
  type SlashOrder,
} from "./days.ts";
import { inDays, secondsOf, type TimeUnit, workingDay } from "./durations.ts";
import { columnsOf, type Field } from "./fields.ts";
import type { ExportFile, FileRow } from "./file.ts";
import { Findings } from "./found.ts";
import { rolesIn } from "./mapping-roles.ts";
import { memo } from "./memo.ts";
import { isReal, swappedColumns, turned } from "./mixed-dates.ts";
import { type Known, NameDesk } from "./names.ts";
import { type DecimalMark, decimalMarkOf, numberOf } from "./numbers.ts";
import type { Kind } from "./signatures.ts";

/** What the planner has answered, by the questions' keys. */
export type Answers = ReadonlyMap<string, string>;

const A_DATE = /date|datum|dato|fecha|created|updated|resolved|opened|closed|started|\bday\b/;
const A_NUMBER =
  /hours|hrs|hour|duration|rate|amount|amt|estimate|spent|minutes|stunden|satz|betrag|cost|fte|dauer|worked/;
const MOST_EVIDENCE = 20_000;

/** A file being read as rows of one kind: its columns, how it writes days and numbers, and what is found in it. */
export class Reading {
  readonly columns: ReadonlyMap<Field, number>;
  /** What bare durations count, where the planner has said so of their column. */
  readonly unit: TimeUnit | null;
  readonly order: DateOrder;
  readonly mark: DecimalMark;
  readonly findings = new Findings();
  readonly names: NameDesk;
  private readonly readDay: ReadDay;
  private readonly swapped: ReadonlySet<number>;
  private readonly durations = new Map<TimeUnit, (text: string) => number | null | undefined>();
  private saysDays = false;

  constructor(
    readonly file: ExportFile,
    readonly kind: Kind,
    readonly known: Known,
    readonly answers: Answers,
  ) {
    const mapped = rolesIn(answers, file.names.length);
    this.columns = corrected(mapped?.columns ?? columnsOf(kind, file.names), answers, file.names.length);
    this.unit = mapped?.unit ?? null;
    this.names = new NameDesk(known, answers);
    this.order = dateOrderOf(cellsUnder(this, A_DATE, DATES, MOST_EVIDENCE * 10));
    this.mark = decimalMarkOf(cellsUnder(this, A_NUMBER, NUMBERS, MOST_EVIDENCE));
    this.swapped = swappedColumns(file, this.columns, this.findings, (key) => this.answer(key));
    this.readDay = dayReader(this.slashOrder(), file.converted);
    if (this.mark === "open") this.mark = this.askMark();
  }

  has(field: Field): boolean {
    return this.columns.has(field);
  }

  text({ cells }: FileRow, field: Field): string {
    const column = this.columns.get(field);
    return column === undefined ? "" : (cells[column] ?? "").trim();
  }

  heading(field: Field): string {
    const column = this.columns.get(field);
    return column === undefined ? "" : this.file.headings[column]!;
  }

  day(row: FileRow, field: Field): DayNumber | null | undefined {
    const text = this.text(row, field);
    const day = this.readDay(text);
    const isTurned = typeof day === "number" && this.swapped.has(this.columns.get(field) ?? -1) && isReal(text);
    return isTurned ? turned(day) : day;
  }

  /** A text as a day, as the file writes them. */
  dayIn(text: string): DayNumber | null | undefined {
    return this.readDay(text);
  }

  number(row: FileRow, field: Field): number | null | undefined {
    return this.numberIn(this.text(row, field));
  }

  numberIn(text: string): number | null | undefined {
    return numberOf(text, this.mark);
  }

  seconds(row: FileRow, field: Field, unit: TimeUnit): number | null | undefined {
    const text = this.text(row, field);
    const seconds = this.secondsIn(unit)(text);
    if (typeof seconds === "number" && inDays(text)) this.sayDays();
    return seconds;
  }

  /** The answer to a question; what usually holds when there is none. */
  answer(key: string, usual = ""): string {
    const given = this.answers.get(key);
    return given === undefined || given === "" ? usual : given;
  }

  private secondsIn(unit: TimeUnit): (text: string) => number | null | undefined {
    const known = this.durations.get(unit);
    if (known !== undefined) return known;
    const made = memo((text) => secondsOf(text, unit, this.mark, this.known.fullTimeWeek));
    this.durations.set(unit, made);
    return made;
  }

  private sayDays(): void {
    if (this.saysDays) return;
    this.saysDays = true;
    const day = workingDay(this.known.fullTimeWeek);
    const why = `The file has durations in days or weeks: a day counts ${day} h and a week ${5 * day} h (Full-time hours of Settings)`;
    this.findings.noteFile("HR-250", why);
  }

  private slashOrder(): SlashOrder | null {
    const said = this.answers.get("dates");
    if (this.order === "yymd") {
      this.findings.noteFile(
        "HR-250",
        "The file has dates with the year first, in two digits: 26/01/05 is 5 January 2026",
      );
      return "yymd";
    }
    if (this.order !== "undecided" && this.order !== "conflict") return this.order === "mdy" ? "mdy" : "dmy";
    const question = dateQuestion(this);
    this.findings.ask(question);
    return question.options.find(({ value }) => value === said)?.value ?? null;
  }

  private askMark(): DecimalMark {
    this.findings.ask({
      key: "decimals",
      asks: "What is 1,500 in this file?",
      why: "All its numbers can be read both ways.",
      options: [
        { value: "point", words: "A comma stands between thousands, a point before decimals" },
        { value: "comma", words: "A comma stands before decimals, a point between thousands" },
      ],
      usual: null,
    });
    return this.answers.get("decimals") === "comma" ? "comma" : "point";
  }
}

const MAIN_DATES: readonly Field[] = ["date", "start", "opened", "due", "created"];
const ORDER_WORDS = {
  mdy: ["month", "Month first, as in 12/31/2026"],
  dmy: ["day", "Day first, as in 31/12/2026"],
  yymd: ["year", "Year first, as in 26/12/31"],
} as const;

function dateQuestion(reading: Reading) {
  const { file, columns } = reading;
  const column = MAIN_DATES.map((field) => columns.get(field)).find((at) => at !== undefined);
  const cells = column === undefined ? [] : file.rows.map((row) => (row.cells[column] ?? "").trim());
  const evidence = evidenceOf(cells);
  const words = evidence.map(
    ({ order, span, weekend }) =>
      `${ORDER_WORDS[order][0]} first they span ${counted(span, "day")} with ${counted(weekend, "row")} on a weekend`,
  );
  return {
    key: "dates",
    asks: "In which order does this file write its dates?",
    why: `${bothOrders(cellsUnder(reading, A_DATE, DATES, MOST_EVIDENCE * 10)) ?? "It does not say"}: ${words.join("; ")}.`,
    options: evidence.map(({ order }) => ({ value: order, words: ORDER_WORDS[order][1] })),
    usual: null,
  };
}

/** Fields that hold days, and those that hold numbers, whatever their headings. */
const DATES: readonly Field[] = ["date", "start", "end", "period", "opened", "closed", "due", "created"];
const NUMBERS: readonly Field[] = [
  "hours",
  "hoursPerDay",
  "minutesPerDay",
  "ticketHours",
  "weekHours",
  "plannedHours",
  "fte",
  "contractFte",
  "share",
  "pause",
];

function cellsUnder(
  { file: { names, rows }, columns: found }: Pick<Reading, "file" | "columns">,
  wanted: RegExp,
  fields: readonly Field[],
  most: number,
): readonly string[] {
  const read = new Set(fields.map((field) => found.get(field)));
  const columns = names.flatMap((name, i) => (wanted.test(name) || read.has(i) ? [i] : []));
  const cells: string[] = [];
  for (const row of rows) {
    for (const column of columns) {
      const cell = row.cells[column];
      if (cell !== undefined && cell !== "") cells.push(cell);
    }
    if (cells.length > most) break;
  }
  return cells;
}

/** The planner's own choice of columns goes before ours; 0 is none, 1 the first. */
function corrected(found: ReadonlyMap<Field, number>, answers: Answers, width: number): ReadonlyMap<Field, number> {
  const columns = new Map(found);
  for (const [key, value] of answers) {
    if (!key.startsWith("column ") || !/^\d{1,3}$/.test(value)) continue;
    const field = key.slice("column ".length) as Field; // only ever looked up, never listed
    if (Number(value) === 0) columns.delete(field);
    else if (Number(value) <= width) columns.set(field, Number(value) - 1);
  }
  return columns;
}
