import type { Cell } from "../plan/cells.ts";
import type { Problem, ProblemCode } from "../problems.ts";
import type { DayNumber } from "../units.ts";
import { FILE } from "./problems.ts";

/** A row of one of the plan's tables, as an import would write it. */
export interface Line {
  readonly table: string;
  /** Says which row of the source it is: the same at every import of it. */
  readonly key: string;
  /** By the keys of the table's columns. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** For the preview's counts: effort in minutes, and the first day it falls on. */
  readonly minutes: number | null;
  readonly day: DayNumber | null;
  /** Of hours worked: what the tool says exactly, also below 0; the plan's minutes follow from all rows together. */
  readonly seconds?: number;
}

/** Something that a file does not say, and that only the planner knows. */
export interface Question {
  readonly key: string;
  readonly asks: string;
  /** Why it is asked. */
  readonly why: string;
  /** Words to choose from, each with the value that is sent; empty: any text. */
  readonly options: readonly { readonly value: string; readonly words: string }[];
  /** What holds when nothing is answered; null: nothing is imported before there is an answer. */
  readonly usual: string | null;
}

/** A name of the file that the plan does not have, and the names it may stand for. */
export interface Stranger {
  readonly what: "person" | "engagement";
  readonly name: string;
  readonly rows: number;
  readonly like: readonly string[];
  /** The name that the planner has chosen instead; null: it is imported as it stands. */
  readonly meant: string | null;
}

/** What became of a row of the file: every row is one of them. */
export type Fate = "used" | "held" | "skipped";

/** A figure of the file that can be compared with what the tool itself shows, in minutes. */
export type Sums = ReadonlyMap<string, number>;

/** Collects what reading finds. The same remark about many rows is one problem that names some of them. */
export class Findings {
  readonly lines: Line[] = [];
  readonly questions: Question[] = [];
  readonly counts = { used: 0, held: 0, skipped: 0 };
  private readonly remarks = new Map<string, { readonly first: Problem; readonly rows: number[]; column: string }>();

  count(fate: Fate): void {
    this.counts[fate] += 1;
  }

  /** Note something about a row; `fate` when it decides what becomes of the row. */
  note(
    code: ProblemCode,
    row: number,
    why: string,
    hint = "",
    value = "",
    column = "",
    fate: Fate | null = null,
  ): void {
    if (fate !== null) this.count(fate);
    const id = `${code}\n${why}`;
    const known = this.remarks.get(id);
    if (known) known.rows.push(row);
    else {
      const first: Problem = { code, at: [{ table: FILE, row, column }], value: value.slice(0, 60), why, hint };
      this.remarks.set(id, { first, rows: [row], column });
    }
  }

  /** Note something about the file as a whole. */
  noteFile(code: ProblemCode, why: string, hint = ""): void {
    this.note(code, WHOLE_FILE, why, hint);
  }

  ask(question: Question): void {
    if (!this.questions.some(({ key }) => key === question.key)) this.questions.push(question);
  }

  /** Rows that a remark was made about. */
  rowsWith(code: ProblemCode, words = ""): readonly number[] {
    return [...this.remarks.values()]
      .filter(({ first }) => first.code === code && first.why.includes(words))
      .flatMap(({ rows }) => rows);
  }

  problems(): readonly Problem[] {
    return [...this.remarks.values()].map(({ first, rows, column }) => {
      const why = rows.length > 1 ? `${first.why} (${rows.length} rows)` : first.why;
      const value = rows.length > 1 ? "" : first.value;
      return {
        ...first,
        value,
        why,
        at: rows
          .filter((row) => row !== WHOLE_FILE)
          .slice(0, MOST_PLACES)
          .map((row) => ({ table: FILE, row, column })),
      };
    });
  }
}

const MOST_PLACES = 20;
const WHOLE_FILE = 0;
