import { type Cell, isBlank } from "../plan/cells.ts";
import type { Place } from "./found.ts";
import { labelOf } from "./labels.ts";
import { measureInHeader, measureInProse } from "./measures.ts";
import { at, filled, plain, type Sheet, span, textAt } from "./sheet.ts";
import { monthNamed } from "./time-words.ts";
import { titleKind } from "./versions.ts";
import {
  isSummaryWord,
  isTotalWord,
  namesADocument,
  roleOf,
  saysDaysOff,
  speaksOfAll,
  speaksOfCapacity,
} from "./vocabulary.ts";

/** What a title calls work. "said": a word for projects stands before it; else it is a name, and perhaps of something else. */
export interface Title {
  readonly name: string;
  readonly said: boolean;
}
/** A title and its cell; without a cell it stands above the first of several tables, or is the sheet's name. */
export interface Placed extends Title {
  readonly place: Place | null;
}

const LONGEST = 60;
const MOST_WORDS = 8;
const LABELLED = /^([^:=]{2,20}?)\s*[:=]\s*(.+)$/;
const PARTS = /\s[-–—:|]\s|[()[\]]/;
/** What says when or by whom a sheet was made, and is no name. */
const REMARK =
  /^(updated?|last (updated?|changed?|modified)|as of|as at|stand|aktualisiert|mise a jour|uppdaterad|opdateret|aktualizovano|actualizado|version|draft|entwurf|status|created|printed|prepared|valid|page|confidential|note|notes|legend|source|see|please|week|weeks|month|from|until|sheet ?\d*|tabelle ?\d*|feuil ?\d*|hoja ?\d*|list ?\d+|blad ?\d*|ark ?\d*)\b/;

/** The work that a text names, when it does: "Project: Alpha", "Alpha - hours per week"; units, dates and names of documents are dropped. */
export function titleIn(text: string): Title | null {
  const [, label, rest] = LABELLED.exec(text) ?? [];
  const isWork = label !== undefined && roleOf(label) === "engagement";
  if (label !== undefined && !isWork && (roleOf(label) !== null || REMARK.test(plain(label)))) return null;
  const name = (isWork ? rest! : text)
    .split(PARTS)
    .flatMap((part) => (part.split(",").some(isAside) ? part.split(",") : [part]))
    .map((part) => part.trim())
    .find((part) => part !== "" && !(isWork ? isUnit(part) : isAside(part)));
  return name === undefined || name.length > LONGEST ? null : { name, said: isWork };
}

const isUnit = (part: string): boolean => measureInProse(part) !== null || measureInHeader(part) !== null;

/** Does a part of a title say something else than a name: a unit, a date, what kind of document it is? */
function isAside(part: string): boolean {
  const words = plain(part);
  const all = words.split(" ");
  return (
    !/\p{L}/u.test(part) ||
    all.length > MOST_WORDS ||
    isUnit(part) ||
    labelOf(part.trim()) !== null ||
    all.some((word, i) => monthNamed(word) !== null && /^\d{2,4}$/.test(all[i + 1] ?? "")) ||
    REMARK.test(words) ||
    namesADocument(part) ||
    titleKind(part) !== null ||
    speaksOfCapacity(part) ||
    isTotalWord(part) ||
    isSummaryWord(part) ||
    speaksOfAll(part) ||
    saysDaysOff(part) ||
    roleOf(part) !== null
  );
}

const isAmount = (cell: Cell): boolean => typeof cell === "number" && cell < 20_000 && (cell < 2_000 || cell > 2_100);

/** The title in a row of the sheet: alone in it, or beside a word for projects ("Project" and "Alpha" in two cells). */
export function titleAt(sheet: Sheet, row: number): Placed | null {
  const columns = filled(sheet, row);
  if (columns.some((column) => isAmount(at(sheet, row, column)))) return null;
  for (const column of columns) {
    const text = textAt(sheet, row, column);
    const role = roleOf(text.replace(/\s*[:=]$/, ""));
    const beside = textAt(sheet, row, column + 1);
    if (role === "engagement" && beside !== "") return { name: beside, said: true, place: { row, column: column + 1 } };
    const isValue = column > 0 && roleOf(textAt(sheet, row, column - 1).replace(/\s*[:=]$/, "")) !== null;
    const title = text === "" || role !== null || isValue ? null : titleIn(text);
    if (title !== null) return { ...title, place: { row, column } };
  }
  return null;
}

/** The title nearest above a table that names work; rows of another table above it end the search. */
export function titleAbove(sheet: Sheet, top: number): Placed | null {
  for (const row of [...span(0, top - 1)].reverse()) {
    if (filled(sheet, row).some((column) => isAmount(at(sheet, row, column)))) return null;
    const title = titleAt(sheet, row);
    if (title !== null) return title;
  }
  for (const text of [...sheet.above].reverse()) {
    const title = titleIn(text);
    if (title !== null) return { name: title.name, said: false, place: null };
  }
  return null;
}

/** Rows right above one that hold no more than a title, or nothing. */
export function titlesRightAbove(sheet: Sheet, row: number): readonly number[] {
  const rows: number[] = [];
  for (let one = row - 1; one >= 0; one--) {
    const columns = filled(sheet, one);
    if (columns.length > 2 || columns.some((column) => textAt(sheet, one, column) === "")) break;
    rows.push(one);
  }
  return rows;
}

/** The work that a sheet's name may be; null where it names a document, a time or nothing. */
export const workOfSheet = (sheet: Sheet): string | null =>
  isBlank(sheet.name) ? null : (titleIn(sheet.name)?.name ?? null);
