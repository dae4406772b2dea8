import { labelOf } from "../layouts/labels.ts";
import { type Role, roleOf, saysDaysOff, speaksOfHolidays } from "../layouts/vocabulary.ts";
import { type Cell, type CellRange, isBlank } from "./cells.ts";
import { meaningsOf } from "./headings.ts";
import type { Header } from "./recognise.ts";
import { FEE_KINDS, wordIn } from "./words.ts";

/** Why a range with the headings of a table is perhaps not that table, as a sentence goes on after "its headings are those of …, but", and how to mend it. */
export interface Doubt {
  readonly why: string;
  readonly hint: string;
  /** The column that it is about, where somebody has to say what that holds. */
  readonly column?: number;
}

/** What is known around a range: the name of its sheet, when it is a sheet's, and its titles. */
export interface Around {
  readonly sheet?: string | undefined;
  readonly titles?: readonly string[] | undefined;
}

interface Seen {
  readonly header: Header;
  readonly headings: readonly Cell[];
  readonly rows: CellRange;
  /** The sheet's name and the titles. */
  readonly names: readonly string[];
  /** A sheet that was only found, and not given to a formula as a table. */
  readonly isFound: boolean;
}

/** Tables whose headings other lists have too, and what speaks against them. */
const DOUBTS: ReadonlyMap<string, (seen: Seen) => Doubt | null> = new Map([
  ["Leave", notDaysOff],
  ["Fees", notFees],
  ["Allocations", withDaysElsewhere],
  ["People", notContracts],
  ["Holidays", notHolidays],
]);

/** Why a header row that has all that its table needs is still not surely that table's; null when it is. */
export function doubtOf(header: Header | null, cells: CellRange, { sheet, titles = [] }: Around = {}): Doubt | null {
  const doubt = header === null || header.missing.length > 0 ? undefined : DOUBTS.get(header.table.name);
  if (header === null || doubt === undefined) return null;
  const headings = cells[header.row] ?? [];
  const above = cells.slice(0, header.row).flatMap((row) => row.filter(isText));
  const names = [...(sheet === undefined ? [] : [sheet]), ...titles, ...above].filter((text) => text.length <= 80);
  return doubt({ header, headings, rows: cells.slice(header.row + 1), names, isFound: sheet !== undefined });
}

/** "Its headings are those of Leave, but nothing says …" */
export const doubtText = ({ table }: Header, { why }: Doubt): string =>
  `Its headings are those of ${table.name}, but ${why}`;

/** Columns that lists of leave have as well as others. */
const NEUTRAL: ReadonlySet<Role | null> = new Set<Role>(["check", "part", "note", "status", "team", "person id"]);

const NOT_OFF: Doubt = {
  why: "neither its name, a heading nor all of its kinds say that the days are days off",
  hint: 'Maybe name the sheet Leave, or head a column "Leave type".',
};

/** A formula does not know the name of a range's sheet. */
const GIVEN_NOT_OFF: Doubt = {
  why: "neither a title, a heading nor one of its kinds says that the days are days off",
  hint: 'Maybe head a column "Leave type", or accept its sheet in the panel Map and give the sheet Tables to the formula too.',
};

/** Who and from when to when: of leave, but also of who is on call, has a birthday, starts, or attends a course. */
function notDaysOff({ header, headings, rows, names, isFound }: Seen): Doubt | null {
  const texts = headings.filter(isText);
  if ([...names, ...texts].some(saysDaysOff)) return null;
  const kinds = cellsUnder(rows, header.columns.get("kind")).map(String);
  if (kinds.length > 0 && (isFound ? kinds.every(saysDaysOff) : kinds.some(saysDaysOff))) return null;
  const own = new Set(header.columns.values());
  const isForeign = headings.some((one, column) => isText(one) && !own.has(column) && !NEUTRAL.has(roleOf(one)));
  if (!isFound) return isForeign || (kinds.length > 0 && !isTemplate(header, texts)) ? GIVEN_NOT_OFF : null;
  return isTemplate(header, texts) && texts.length === Object.keys(header.table.columns).length ? null : NOT_OFF;
}

/** Every heading is spelled as in the template. */
function isTemplate({ table }: Header, texts: readonly string[]): boolean {
  const own = Object.values(table.columns).map(({ heading }) => heading.toLowerCase());
  return texts.every((text) => own.includes(text.trim().toLowerCase()));
}

const FEE_WORDS =
  /(?<!\p{L})(fees?|retainers?|fixed price|expenses?|change orders?|write-?offs?|pauschale\p{L}*|honorar\p{L}*|festpreis\p{L}*|spesen|honoraires?|forfaits?|arvode\p{L}*|honorář\p{L}*|honorarios?)(?!\p{L})/iu;
const isPerson = (cell: Cell): boolean =>
  isText(cell) && (roleOf(cell) === "person" || meaningsOf(cell).some(({ key }) => key === "person"));

/** An amount of an engagement: of money, but also of hours or days. */
function notFees({ header, headings, rows, names, isFound }: Seen): Doubt | null {
  if (headings.some(isPerson))
    return {
      why: "it has a column of people, so its amounts may be work",
      hint: "Maybe head the amounts Hours, Days or FTE; fees have no column of people.",
    };
  if (!isFound || [...names, ...headings.filter(isText)].some((text) => FEE_WORDS.test(text))) return null;
  const kinds = cellsUnder(rows, header.columns.get("kind")).map(String);
  if (kinds.length > 0 && kinds.every((kind) => wordIn(FEE_KINDS, kind) !== null)) return null;
  return {
    why: "neither its name, a heading nor all of its kinds say that the amounts are fees",
    hint: 'Maybe name the sheet Fees, or head the amounts "Fee".',
  };
}

const PEOPLE_WORDS =
  /(?<!\p{L})(people|persons?|staff|employees?|team|team members|roster|headcount|workforce|resources|consultants|contractors|contracts?|hr|mitarbeiter\p{L}*|personal|personen|beschäftigte|verträge|stammdaten|personnel|collaborateurs|salariés|équipe|effectifs|contrats|anställda|medarbetare|avtal|medarbejdere|ansatte|zaměstnanci|lidé|smlouvy|personas|empleados|plantilla|contratos)(?!\p{L})/iu;
const WORK_WORDS = /(?<!\p{L})(project|projekt\p{L}*|projet|proyecto|engagement|team (of|for|on))(?!\p{L})/iu;
const CONTRACT_WORDS = /weekly|contract|vertrag|wochen|hebdo|semanal/iu;

/** Who is there from when to when with how many hours: contracts, but also the people booked on a project. */
function notContracts({ header, headings, names, isFound }: Seen): Doubt | null {
  const { columns } = header;
  const effort = headings[columns.get("weeklyHours") ?? columns.get("fte") ?? -1] ?? null;
  if (!isFound || !isText(effort) || !columns.has("from") || !columns.has("to")) return null;
  if (CONTRACT_WORDS.test(effort)) return null;
  if (names.some((name) => PEOPLE_WORDS.test(name)) && !names.some((name) => WORK_WORDS.test(name))) return null;
  return {
    why: `"${effort}" from a first to a last day may be work on something instead of contracts`,
    hint: 'Maybe name the sheet People, or head the hours "Weekly hours"; for bookings, add a column Engagement.',
  };
}

/** Days of a location: public holidays, but also events and visits. */
function notHolidays({ header, headings, rows, names, isFound }: Seen): Doubt | null {
  if (!isFound || [...names, ...headings.filter(isText)].some(speaksOfHolidays)) return null;
  const kinds = cellsUnder(rows, header.columns.get("name")).map(String);
  if (kinds.length > 0 && kinds.every(speaksOfHolidays)) return null;
  return {
    why: "neither its name nor a heading says that the days are public holidays",
    hint: 'Maybe name the sheet Holidays, or head the names "Holiday".',
  };
}

const TIME_WORDS =
  /(?<!\p{L})(dates?|days?|weeks?|wk|w\/c|months?|periods?|sprints?|quarters?|years?|iterations?|start\p{L}*|begin\p{L}*|ends?|finish|until|kick-?off|go-?live|datum|tage?|wochen?|kw|monate?|monats?|zeitraum|quartal|jahr|ende|semaines?|mois|période|trimestre|année|début|fin|vecka|veckor|månad|år|uge|måned|týden|měsíc|období|rok|semana|mes|período|fecha)(?!\p{L})/iu;
const EFFORT_WORDS =
  /(?<!\p{L})(hours?|h|fte|%|per|a|each|total|stunden|std|heures|horas|timmar|timer|hodin)(?!\p{L})/iu;
/** Days that are about the row, not about the work; and what a planner says is not used. */
const OTHER_DAYS = /^(not used$|updated|changed|modified|created|entered|added|requested|approved|last|birth)/i;
/** Whole days that a plan can be about, as spreadsheets count them. */
const [FIRST_DAY, LAST_DAY] = [36_526, 73_050];

/** Work whose days stand under headings that are not From and To would last for ever. */
function withDaysElsewhere({ header, headings, rows }: Seen): Doubt | null {
  const { columns } = header;
  if (columns.has("from") && columns.has("to")) return null;
  const known = new Set(columns.values());
  const saysWhen = (heading: string): boolean =>
    !columns.has("from") && !columns.has("to") && TIME_WORDS.test(heading) && !EFFORT_WORDS.test(heading);
  const at = headings.findIndex(
    (heading, column) =>
      isText(heading) &&
      !known.has(column) &&
      !OTHER_DAYS.test(heading.trim()) &&
      (saysWhen(heading) || holdsDays(rows, column)),
  );
  if (at < 0) return null;
  return {
    why: `the days of the work may stand under "${String(headings[at])}", and without From and To it would last for ever`,
    hint: "Maybe head the first day From and the last day To.",
    column: at,
  };
}

function holdsDays(rows: CellRange, column: number): boolean {
  const cells = cellsUnder(rows, column);
  return cells.length > 0 && cells.filter(saysTime).length * 2 > cells.length;
}

const saysTime = (cell: Cell): boolean =>
  typeof cell === "number"
    ? Number.isInteger(cell) && cell >= FIRST_DAY && cell <= LAST_DAY
    : isText(cell) && labelOf(cell) !== null;

const MOST_ROWS = 500;

const cellsUnder = (rows: CellRange, column: number | undefined): readonly Cell[] =>
  column === undefined
    ? []
    : rows.slice(0, MOST_ROWS).flatMap((row) => (isBlank(row[column] ?? null) ? [] : [row[column]!]));

const isText = (cell: Cell): cell is string => typeof cell === "string" && cell.trim() !== "";
