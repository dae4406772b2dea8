import type { Counted } from "../engine/counted.ts";
import type { NewNeed } from "../engine/decide/new-work.ts";
import { type Candidate, whoCan, workdaysIn } from "../engine/decide/who-can.ts";
import { everything } from "../engine/scope.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import { requirementText } from "../functions/requirement-text.ts";
import type { Period } from "../plan/calendar.ts";
import { dayAndMonth, dayMonthYear, hoursText } from "../sheets/words.ts";
import type { AnswerRow, AnswerTable, Picture, PictureCell } from "./answer.ts";
import { tenths } from "./answer-weeks.ts";
import { namePlaces } from "./name-place.ts";
import type { Workbook } from "./workbook.ts";

/** Who has time for new work on the days on which it fits. */
export interface Evidence {
  readonly picture: Picture;
  readonly table: AnswerTable;
}

const MOST_PEOPLE = 6;

/** Free hours of those who can do each part of the work, week by week against what it asks for, and who they are. */
export function evidenceOf(found: Workbook, fits: Period, how: Counted, work: readonly NewNeed[]): Evidence {
  const { plan } = found;
  const weeks = timeline(fits.from, fits.to, "week");
  const parts = work.map((need) => ({
    need,
    label: requirementText(plan, need),
    able: whoCan(plan, need, need.movable === null ? need.effort : null, fits, how, everything(plan)),
  }));
  return {
    picture: {
      kind: "strip",
      about: "Free hours in each week of those who can do it, by skill; darker where it asks for most of them.",
      series: parts.map(({ need, label, able }) => ({ label, cells: cellsOf(weeks, need, able) })),
    },
    table: {
      title: `Who has time from ${dayMonthYear(fits.from)} to ${dayMonthYear(fits.to)}`,
      headings: ["Person", "For", "Free in those weeks, h", "Least a week, h"],
      rows: parts.flatMap(({ label, able }) => rowsOf(found, label, able)),
    },
  };
}

function cellsOf(weeks: Timeline, { effort, movable }: NewNeed, able: readonly Candidate[]): readonly PictureCell[] {
  return weeks.periods.map((week, at) => {
    const free = able.reduce((sum, one) => sum + one.free[at]!, 0);
    const most = (effort * workdaysIn(week)) / 5;
    const asked = movable === null ? most : 0;
    const wants = movable === null ? `, ${hoursText(most)} asked` : `, at most ${hoursText(most)} asked`;
    const label = dayAndMonth(week.from);
    return {
      label,
      value: tenths(free),
      heat: tightness(asked, free),
      says: `${label}: ${hoursText(free)} free${wants}`,
    };
  });
}

/** From so much of the free hours on, the week is tight. */
const TIGHT = [0.5, 0.75, 0.95] as const;

const tightness = (asked: number, free: number): PictureCell["heat"] =>
  ([0, 1, 2, 3] as const)[TIGHT.filter((from) => asked > from * free).length]!;

/** Those who can give most of it; a row says how many more there are. */
function rowsOf(found: Workbook, label: string, able: readonly Candidate[]): readonly AnswerRow[] {
  const { people } = found.plan;
  const placeOf = namePlaces(found, "person");
  const minutesOf = ({ free }: Candidate) => free.reduce((sum, minutes) => sum + minutes, 0);
  const rows = able.slice(0, MOST_PEOPLE).map((one): AnswerRow => {
    const { name } = people[one.person]!;
    return { cells: [name, label, tenths(minutesOf(one)), tenths(one.least)], at: placeOf(name) };
  });
  const others = able.slice(MOST_PEOPLE);
  if (others.length === 0) return rows;
  const rest = others.reduce((sum, one) => sum + minutesOf(one), 0);
  return [...rows, { cells: [`${others.length} more`, label, tenths(rest), null], at: null }];
}
