import type { Answers } from "../imports/reading.ts";
import { choice, listOf, record, type Schema, step } from "../schema.ts";

/** What becomes of rows that are there already: left alone, brought up to date, or also taken away when they are gone. */
export const MODES = { append: [], update: [], replace: [] } as const;
export type Mode = keyof typeof MODES;

const LONGEST_ANSWER = 300;

/** A file's text, of any length; how long it may be is the importer's to say. */
export const fileText: Schema<string> = step((value: unknown) =>
  typeof value === "string" ? { value } : { code: "HR-183", why: "holds no text", hint: "" },
);

const answer: Schema<readonly [string, string]> = step((value: unknown) => {
  const [key, said] = Array.isArray(value) ? value : [];
  const fits = typeof key === "string" && typeof said === "string" && key.length + said.length <= LONGEST_ANSWER;
  return fits ? { value: [key, said] as const } : { code: "HR-183", why: "holds no answer", hint: "" };
});

/** Whether the text is that of a workbook's sheet; a text is none where nothing is said. */
const isSaid: Schema<boolean> = step((value: unknown) => ({ value: value === true }));

/** A file's text, or the name of a sheet that holds an export, with what the planner has answered so far. */
export const IMPORT_REQUEST = record({
  text: fileText,
  sheet: fileText,
  converted: isSaid,
  answers: listOf(answer),
  mode: choice(MODES),
});
export interface ImportRequest {
  readonly text: string;
  readonly sheet: string;
  readonly converted: boolean;
  readonly answers: readonly (readonly [string, string])[];
  readonly mode: Mode;
}

export const answersOf = ({ answers }: Pick<ImportRequest, "answers">): Answers => new Map(answers);
