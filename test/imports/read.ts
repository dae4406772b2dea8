import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOfCells, fileOfText } from "../../core/imports/file.ts";
import type { Known } from "../../core/imports/names.ts";
import { type Import, readExport } from "../../core/imports/read.ts";
import { describe } from "../../core/problems.ts";
import { decoded } from "../../panels/files/decode.ts";

const SAMPLES = join(import.meta.dirname, "samples");

export const sampleNames = (): readonly string[] =>
  readdirSync(SAMPLES)
    .filter((name) => name.endsWith(".csv"))
    .sort();

export const sampleBytes = (name: string): Uint8Array => readFileSync(join(SAMPLES, name));
export const sampleText = (name: string): string => decoded(sampleBytes(name)).text;
export const expectedFacts = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
  JSON.parse(readFileSync(join(SAMPLES, "expected.json"), "utf8"));

/** 0 is Monday: day 46027 is Monday 5 January 2026. */
export const weekdayOf = (day: number): number => (((day - 46_027) % 7) + 7) % 7;

/** A workbook without a plan. */
export const NOBODY: Known = {
  people: [],
  engagements: [],
  skills: [],
  byId: new Map(),
  fullTimeWeek: 2400,
  works: (_, day) => weekdayOf(day) < 5,
};

export const imported = (
  text: string,
  answers: Readonly<Record<string, string>> = {},
  known: Partial<Known> = {},
): Import => readExport(fileOfText(text), { ...NOBODY, ...known }, new Map(Object.entries(answers)));

/** Cells of a sheet, of which a spreadsheet may have made numbers. */
export const importedCells = (
  cells: readonly (readonly (string | number)[])[],
  answers: Readonly<Record<string, string>> = {},
): Import => readExport(fileOfCells(cells), NOBODY, new Map(Object.entries(answers)));

export const sample = (name: string, answers: Readonly<Record<string, string>> = {}, known: Partial<Known> = {}) =>
  imported(sampleText(name), answers, known);

/** Rows about which something is said. */
export const rowsSaid = ({ problems }: Import, code: string, words: string): readonly number[] =>
  problems
    .filter((problem) => problem.code === code && problem.why.includes(words))
    .flatMap(({ at }) => at.map(({ row }) => row));

export const said = ({ problems }: Import): readonly string[] =>
  problems.map((problem) => `${problem.code} ${describe(problem)}`);

export const minutesIn = ({ lines }: Import, table?: string): number =>
  lines
    .filter((line) => table === undefined || line.table === table)
    .reduce((sum, line) => sum + (line.minutes ?? 0), 0);

/** Cells of the rows for one table, in the order of these columns. */
export const cellsIn = ({ lines }: Import, table: string, columns: readonly string[]): readonly unknown[][] =>
  lines.filter((line) => line.table === table).map(({ cells }) => columns.map((key) => cells.get(key) ?? null));
