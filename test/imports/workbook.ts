import { run, type Work } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryHost } from "../support/memory-host.ts";
import { sampleText } from "./read.ts";

export interface Wish {
  readonly text?: string;
  readonly sheet?: string;
  readonly converted?: boolean;
  readonly answers?: Readonly<Record<string, string>>;
  readonly mode?: "append" | "update" | "replace";
}

export const requestOf = ({ text = "", sheet = "", converted = false, answers = {}, mode = "append" }: Wish) => ({
  text,
  sheet,
  converted,
  answers: Object.entries(answers),
  mode,
});

export const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;

export const seen = (book: MemoryBook, wish: Wish) => asked(book, "previewImport", requestOf(wish));
export const written = (book: MemoryBook, wish: Wish) => asked(book, "importRows", requestOf(wish)).text;
export const writeSample = (book: MemoryBook, name: string, answers: Readonly<Record<string, string>> = {}) =>
  written(book, { text: sampleText(name), answers });
export const importing =
  (wish: Wish): (() => Work<unknown>) =>
  () =>
    ask("importRows", requestOf(wish));

/** A sheet's rows as far as anything stands in them. */
export function rowsOf(book: MemoryBook, sheet: string, columns: number): readonly (readonly unknown[])[] {
  const rows: unknown[][] = [];
  for (let row = 0; row < 2000; row++) {
    const line = Array.from({ length: columns }, (_, column) => at(book, sheet, row, column));
    rows.push(line);
  }
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell === null)) rows.pop();
  return rows;
}
