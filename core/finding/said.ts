import { CHOICES } from "../layouts/choices.ts";
import { isRefused, type Known, layoutsIn } from "../layouts/index.ts";
import { plain, type Said, sheetOf } from "../layouts/sheet.ts";
import { roleOf } from "../layouts/vocabulary.ts";
import { dayOf, type Period } from "../plan/calendar.ts";
import type { CellRange } from "../plan/cells.ts";
import {
  AMOUNTS_KEY,
  DAYS_KEY,
  DAYS_OF_WORK,
  FIRST_KEY,
  isKey,
  LAST_KEY,
  PEOPLE_KEY,
  TOGETHER,
  YEAR_KEY,
} from "./columns.ts";
import { AMOUNTS, meaningOf, wordOfRole } from "./means.ts";
import type { TeamMap } from "./memory.ts";
import { shapeOf } from "./shape.ts";

/** What is known of a range with a planner's answers, and what its amounts would count without them. */
export interface Remembered extends Known {
  readonly said: Said;
  readonly usual: string;
}

/** What a layout is told of a planner's answers: only what it would read otherwise. */
export function knownFrom({ columns }: Pick<TeamMap, "columns">, cells: CellRange, known: Known): Remembered {
  const means = new Map(columns.map(({ heading, means: word }) => [heading, word]));
  const year = Number(means.get(YEAR_KEY));
  const amounts = means.get(AMOUNTS_KEY) ?? "";
  const period = periodOf(means.get(FIRST_KEY), means.get(LAST_KEY));
  const base: Known = { ...known, ...(period === null ? {} : { period }) };
  const choices = new Map([...means].filter(([heading]) => CHOICES.some(({ key }) => key === heading)));
  const usual = usualMeans(cells, choices.size === 0 ? base : { ...base, said: { headings: new Map(), choices } });
  const headings = new Map<string, string>();
  for (const [heading, word] of means) {
    const said = meaningOf(word);
    if (isKey(heading) || said === undefined) continue;
    const now = usual.get(plain(heading)) ?? wordOfHeading(heading);
    if (now !== said.word) headings.set(plain(heading), said.heading);
  }
  const isOwn = AMOUNTS.includes(amounts) && usual.get(AMOUNTS_KEY) !== amounts;
  const said: Said = {
    headings,
    ...(isOwn ? { amounts } : {}),
    ...(period === null ? {} : { period }),
    ...(means.get(PEOPLE_KEY) === TOGETHER ? { together: true } : {}),
    ...(choices.size > 0 ? { choices } : {}),
    ...(means.get(DAYS_KEY) === DAYS_OF_WORK ? { ofWork: true } : {}),
    ...(Number.isInteger(year) && year > 1900 && year < 2200 ? { year } : {}),
  };
  return { ...base, said, usual: usual.get(AMOUNTS_KEY) ?? "" };
}

/** What the columns of a range mean when nobody has said anything; of amounts told by their size alone nothing is sure. */
function usualMeans(cells: CellRange, known: Known): ReadonlyMap<string, string> {
  const found = layoutsIn(cells, known);
  const tables = found === null || isRefused(found) ? [] : found;
  const shape = shapeOf(sheetOf(cells, known.sheet, known.said, known.above), tables);
  const sure = (shape?.columns ?? []).filter(({ confidence }) => confidence !== "unsure");
  return new Map(sure.map(({ key, means }) => [key === AMOUNTS_KEY ? key : plain(key), means]));
}

const wordOfHeading = (heading: string): string => {
  const role = roleOf(heading);
  return role === null ? "" : wordOfRole(role);
};

function periodOf(first: string | undefined, last: string | undefined): Period | null {
  const [from, to] = [dayIn(first), dayIn(last)];
  return from === null || to === null || to < from ? null : { from, to };
}

function dayIn(text: string | undefined): Period["from"] | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? "") ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(date));
}
