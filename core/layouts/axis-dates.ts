import { dayOf, type Period, weekday } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";
import type { Marked } from "./axis-labels.ts";
import { isRefused, type Refused } from "./found.ts";
import { plain } from "./sheet.ts";
import type { Stated } from "./stated.ts";
import { exists, iso, monthPeriod, partsOf } from "./weeks.ts";
import { yearsFor } from "./years.ts";

/** Periods by column; `assumed` says what was taken from elsewhere, when something was. */
export interface Periods {
  readonly periods: ReadonlyMap<number, Period>;
  readonly assumed: string | null;
  /** What to do where that is wrong, when it is not to write a year. */
  readonly hint?: string;
}

/** Periods of columns headed by dates: the distance from one to the next says whether they are days, weeks or months. */
export function datePeriods(marked: Marked, stated: Stated, header: string): Periods | Refused {
  const days = settleDays(marked, stated);
  if (isRefused(days)) return days;
  const length = lengthOf(days.days);
  if (length === "alone") return { refused: ALONE };
  if (length === null)
    return { refused: `The dates across, ${iso(days.days[0]!)} and on, are not one day, one week or one month apart.` };
  const says = edgeSaid([header]) ?? edgeSaid(stated.texts.map(plain));
  const ending = says === "end";
  if (length !== "month" && length > 1 && says === null && weekday(days.days[0]!) > 3) {
    return {
      refused: `The weeks across are headed by ${iso(days.days[0]!)}, near the end of a week, and nothing says whether weeks start or end there: write "week ending" or "week commencing" above.`,
    };
  }
  const periods = marked.map(({ column }, i) => [column, periodFrom(days.days[i]!, length, ending)] as const);
  return { periods: new Map(periods), assumed: days.assumed };
}

const ENDING =
  /\b(w e|weeks? ending|week end|ending|weekending|(woche|wochen|kw)( \w+)? (bis|endend|endet)|wochenende am|semaines? (se terminant|finissant|terminee|jusqu au)|semanas? (que terminan?|hasta|terminadas?|al)|vecka (som slutar|t o m|till)|veckan slutar|uger? (der slutter|til)|ugen slutter|tyden (konci\w*|do)|tydny koncici|konec tydne)\b/;
const STARTING =
  /\b(w c|w b|weeks? (commencing|starting|beginning|of|from)|commencing|woche (vom|ab|beginnt|beginnend)|wochen ab|semaines? (du|commencant|debutant)|semanas? (que empiezan?|del|desde)|vecka (som borjar|fran|fr o m)|veckan borjar|uger? (der starter|fra)|ugen starter|tyden (od|zacina\w*)|tydny od)\b/;

/** Whether texts say that weeks are headed by their last or by their first day; null when they say neither, or both. */
function edgeSaid(texts: readonly string[]): "end" | "start" | null {
  const [end, start] = [ENDING, STARTING].map((words) => texts.some((text) => words.test(text)));
  return end === start ? null : end ? "end" : "start";
}

function periodFrom(day: DayNumber, length: number | "month", ending: boolean): Period {
  if (length === "month") return monthPeriod(partsOf(day).year, partsOf(day).month);
  return ending ? { from: plusDays(day, 1 - length), to: day } : { from: day, to: plusDays(day, length - 1) };
}

const ALONE =
  "Only one column is headed by a date, and nothing says whether it is a day, a week or a month: head it 5-11 Jan 2026, W2 2026 or Jan 2026, or add columns From and To.";

function lengthOf(days: readonly DayNumber[]): number | "month" | "alone" | null {
  if (days.length < 2) return "alone";
  const steps = days.slice(1).map((day, i) => day - days[i]!);
  const months = days.map((day) => partsOf(day));
  const atEdge = months.every(({ date }) => date === 1) || days.every((day) => partsOf(plusDays(day, 1)).date === 1);
  if (atEdge && steps.every((step) => step >= 28 && step <= 31)) return "month";
  const shortest = Math.min(...steps);
  if (shortest === 1) return steps.every((step) => step <= 4) ? 1 : null;
  return (shortest === 7 || shortest === 14) && steps.every((step) => step % shortest === 0) ? shortest : null;
}

interface Settled {
  readonly days: readonly DayNumber[];
  readonly assumed: string | null;
}

/** Why whole dates, as they stand, are no weeks or months: one comes twice, or a later one before an earlier. */
function outOfOrder(marked: Marked): Refused | null {
  const days = marked.flatMap(({ label }) => (label.kind === "day" ? [label.day] : []));
  const at = days.findIndex((day, i) => i > 0 && day <= days[i - 1]!);
  if (at < 0 || days.length !== marked.length) return null;
  const [day, before] = [iso(days[at]!), iso(days[at - 1]!)];
  return {
    refused:
      day === before
        ? `The dates across repeat: ${day} stands above two columns, and it cannot be told which of them counts.`
        : `The dates across are not in order: ${day} stands right of ${before}.`,
  };
}

function settleDays(marked: Marked, stated: Stated): Settled | Refused {
  const wrong = outOfOrder(marked);
  if (wrong !== null) return wrong;
  const labels = marked.flatMap(({ label }) => (label.kind === "day" || label.kind === "date" ? [label] : []));
  const orders = labels.some((label) => label.kind === "date" && label.open) ? [false, true] : [false];
  const readings = orders.flatMap((turned): readonly (Settled | Refused)[] => {
    const dates = labels.map((label) => {
      if (label.kind === "day") return partsOf(label.day);
      return turned && label.open ? { year: label.year, month: label.date, date: label.month } : label;
    });
    const years = yearsFor(
      dates.map(({ year, month, date }) => ({ year, order: month * 31 + date })),
      stated,
    );
    if (isRefused(years)) return [years];
    const days = dates.flatMap(({ month, date }, i) =>
      exists(years.years[i]!, month, date) ? [dayOf(years.years[i]!, month, date)] : [],
    );
    return days.length === dates.length && lengthOf(days) !== null ? [{ days, assumed: years.assumed }] : [];
  });
  const usable = readings.flatMap((reading) => (isRefused(reading) ? [] : [reading]));
  if (usable.length === 1) return usable[0]!;
  const refused = readings.find(isRefused);
  if (usable.length === 0 && refused) return refused;
  return {
    refused: `The dates across can be read ${usable.length === 0 ? "in no order that is one day, week or month apart" : "day first and month first"}: write one of them as 2026-01-31.`,
  };
}
