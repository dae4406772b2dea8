/**
 * Every problem a plan can have, with its number, which never changes. `error` leaves the row out, `warning` says
 * which assumption was made, `info` is good to know.
 */
export const PROBLEM_CODES = {
  "HR-101": { severity: "error", about: "is not a number of hours, days, FTE or a percentage" },
  "HR-102": { severity: "error", about: "can be read as two different numbers" },
  "HR-103": { severity: "error", about: "is outside what is possible" },
  "HR-104": { severity: "warning", about: "looks like a percentage without its sign" },
  "HR-105": { severity: "error", about: "effort is missing, or given twice in one row" },
  "HR-106": { severity: "error", about: "is not one of the allowed words" },
  "HR-107": { severity: "warning", about: "tentative work has no odds and counts in full" },
  "HR-108": { severity: "error", about: "is not a name" },
  "HR-111": { severity: "error", about: "is not a date" },
  "HR-112": { severity: "error", about: "can be two different dates" },
  "HR-113": { severity: "warning", about: "has a time of day, which is not used" },
  "HR-114": { severity: "error", about: "ends before it starts" },
  "HR-115": { severity: "warning", about: "lies outside the person's contract" },
  "HR-116": { severity: "error", about: "needs a first and a last day" },
  "HR-121": { severity: "error", about: "stands twice" },
  "HR-122": { severity: "warning", about: "differs from another name only by spaces, case or look-alike letters" },
  "HR-123": { severity: "error", about: "is not in the table it refers to" },
  "HR-124": { severity: "error", about: "refers to a row that is left out" },
  "HR-125": { severity: "warning", about: "allocated person does not fit what the engagement asks for" },
  "HR-126": { severity: "warning", about: "falls only on days off, so it counts for nothing" },
  "HR-127": { severity: "warning", about: "nobody has it" },
  "HR-131": { severity: "error", about: "looks like a row of totals" },
  "HR-132": { severity: "error", about: "repeats the headings" },
  "HR-135": { severity: "error", about: "a column that must be there is missing" },
  "HR-136": { severity: "error", about: "two columns have the same meaning" },
  "HR-137": { severity: "error", about: "a range is no table of a plan, or could be several" },
  "HR-138": { severity: "warning", about: "a cell of a team's own layout was read under an assumption" },
  "HR-141": { severity: "error", about: "shows an error value" },
  "HR-151": { severity: "error", about: "is larger than the stated limit" },
  "HR-152": { severity: "error", about: "text is too long" },
  "HR-161": { severity: "error", about: "a change of a scenario lacks what it needs" },
  "HR-162": { severity: "error", about: "a change of a scenario does not fit the plan" },
  "HR-163": { severity: "warning", about: "a change of a scenario does not use it" },
  "HR-164": { severity: "warning", about: "a change names what is not there, but is switched off or lacks a table" },
  "HR-171": { severity: "warning", about: "tickets without hours count as tickets, and take what the others took" },
  "HR-172": { severity: "error", about: "tickets opened before or after the days that the table covers" },
  "HR-173": { severity: "error", about: "tickets that belong to no queue" },
  "HR-174": { severity: "warning", about: "too few tickets to forecast support from" },
  "HR-181": { severity: "error", about: "a function's argument cannot be used" },
  "HR-182": { severity: "error", about: "a table a function needs is missing" },
  "HR-183": { severity: "error", about: "a panel's form cannot be used" },
  "HR-191": { severity: "error", about: "is not a currency, or it is open which one the plan is in" },
  "HR-192": { severity: "warning", about: "has no exchange rate, so that what it is part of is not known" },
  "HR-193": { severity: "warning", about: "a retainer has no last day" },
  "HR-194": { severity: "warning", about: "a rate or fee is missing, so that what it is part of is not known" },
  "HR-195": { severity: "warning", about: "hours worked after the as-of day do not count" },
  "HR-201": { severity: "warning", about: "cells of a generated block were changed by hand" },
  "HR-202": { severity: "warning", about: "inputs changed since the sheet was made" },
  "HR-203": { severity: "error", about: "the journal does not fit this workbook" },
  "HR-204": { severity: "warning", about: "somebody else is refreshing" },
  "HR-205": { severity: "error", about: "a generated block would cover cells that are not Headroom's" },
  "HR-215": { severity: "warning", about: "a planning workbook shows what people cost" },
  "HR-261": { severity: "error", about: "the record of what was told about costs cannot be read" },
  "HR-262": { severity: "error", about: "a copy would tell more of what people cost than its original knows of" },
  "HR-289": {
    severity: "error",
    about: "nobody knows whether somebody new is somebody whose costs figures told of before",
  },
  "HR-290": { severity: "error", about: "the record of what was told about costs is missing" },
  "HR-220": { severity: "warning", about: "a milestone has no baseline date" },
  "HR-221": {
    severity: "warning",
    about: "a milestone was delivered after the as-of day, or long after all that is known",
  },
  "HR-222": {
    severity: "info",
    about:
      "somebody logged nothing on past days that were planned, or has rows without hours; the plan counts on days without any",
  },
  "HR-230": { severity: "error", about: "hours of a snapshot cannot be read" },
  "HR-231": { severity: "error", about: "a snapshot stands in two places and counts once" },
  "HR-232": { severity: "info", about: "a snapshot names what the plan has no more" },
  "HR-240": { severity: "error", about: "a file cannot be imported" },
  "HR-241": { severity: "error", about: "a file is larger than the stated limit" },
  "HR-242": { severity: "error", about: "a quotation mark of a file is never closed" },
  "HR-243": { severity: "warning", about: "a row of a file is wider than its headings" },
  "HR-244": { severity: "error", about: "a row of a file cannot be read" },
  "HR-245": { severity: "warning", about: "a row of a file is no work of the plan, and left out" },
  "HR-246": { severity: "error", about: "an entry of a file has more than 24 hours" },
  "HR-247": { severity: "warning", about: "a record stands twice in a file, and counts once" },
  "HR-248": { severity: "error", about: "it is not clear whom or what a row of a file is about" },
  "HR-249": { severity: "warning", about: "a row of a file leaves out an amount, which is then unknown" },
  "HR-250": { severity: "warning", about: "a file is read under an assumption" },
  "HR-251": { severity: "info", about: "a file's own total agrees with its rows" },
  "HR-252": { severity: "error", about: "a file's own total differs from its rows" },
  "HR-253": { severity: "warning", about: "a file does not say what the plan needs" },
  "HR-254": { severity: "error", about: "a correction in a file takes off more than there is" },
  "HR-255": { severity: "warning", about: "odds of somebody who is no planned hire are not used" },
  "HR-258": { severity: "warning", about: "weeks without a ticket in any queue count as empty in every forecast" },
  "HR-259": { severity: "warning", about: "every ticket says that it took no time" },
  "HR-260": { severity: "error", about: "support cannot be forecast in hours from its tickets" },
  "HR-270": { severity: "info", about: "a sheet looks like a table of the plan, and nobody has said whether it is" },
  "HR-271": { severity: "error", about: "a team's own table cannot be read as it was accepted" },
  "HR-272": { severity: "warning", about: "a heading of a team's own table is gone" },
  "HR-273": { severity: "warning", about: "a team's own table has a new column" },
  "HR-274": { severity: "warning", about: "a row of Tables says nothing that is known" },
  "HR-275": { severity: "error", about: "a table of Tables is nowhere in the workbook" },
  "HR-280": { severity: "error", about: "amounts in a team's own layout stand beside no name" },
  "HR-281": { severity: "error", about: "a row of a team's own layout is worked out from others" },
  "HR-276": { severity: "warning", about: "the name of a team's own table does not cover all of it" },
  "HR-267": { severity: "warning", about: "two limits contradict each other, so that one of them never applies" },
  "HR-268": { severity: "error", about: "a second column of what another says already was not read" },
  "HR-269": { severity: "error", about: "a range goes on below a table with something that is not read" },
  "HR-277": { severity: "error", about: "a second row of headings inside a team's own table cannot be read" },
  "HR-284": { severity: "error", about: "a generated sheet shows money that may not be shown any more" },
  "HR-286": { severity: "warning", about: "the journal holds money that may not be shown any more" },
  "HR-279": { severity: "warning", about: "a margin is not known, because a row that belongs to it is left out" },
  "HR-278": { severity: "warning", about: "a retainer goes on beyond the days of its engagement" },
  "HR-282": { severity: "warning", about: "hours may be parts of a day, as cells that show 8:00 hold" },
  "HR-283": { severity: "warning", about: "logged hours sound like leave, and are left out on days off" },
  "HR-285": { severity: "error", about: "an amount is written in another currency than its row says" },
  "HR-287": { severity: "warning", about: "logged hours sound like leave, and count as work" },
  "HR-288": {
    severity: "error",
    about: "rows of a plan are hours done, differences, capacity or another plan, and are left out",
  },
  "HR-291": { severity: "error", about: "a sheet that is called like a table of money is not read" },
  "HR-292": { severity: "warning", about: "an exchange rate is missing on days on which money is needed" },
  "HR-293": { severity: "warning", about: "a fee of a fixed price has no effort by which it is earned" },
  "HR-294": { severity: "error", about: "a link to the planning workbook is full, and may leave out some of the plan" },
  "HR-295": { severity: "error", about: "a link to the planning workbook shows an error, or still loads" },
  "HR-297": { severity: "warning", about: "hours that a fixed fee pays for are not done and have no day left" },
  "HR-296": { severity: "error", about: "a column beside an amount changes what it means, and is not read" },
  "HR-298": { severity: "error", about: "hours logged long after all others, on a day that has hardly come" },
  "HR-299": { severity: "warning", about: "a day that ends or begins the past lies far from all logged days" },
  "HR-300": { severity: "warning", about: "somebody's logged hours of one day are more than a day has" },
  "HR-301": { severity: "warning", about: "rows of logged hours say the same, cell by cell" },
  "HR-302": {
    severity: "warning",
    about: "an engagement has a fee and no kind, so that it is not known whether its hours are charged on top",
  },
  "HR-303": { severity: "warning", about: "every billable hour is charged on top of a fixed fee or a retainer" },
  "HR-304": {
    severity: "warning",
    about: "retainers or fixed fees of one engagement hold on the same days, and add up",
  },
  "HR-305": { severity: "warning", about: "milestones have no day of delivery" },
  "HR-306": { severity: "warning", about: "a milestone says that it is done and not when" },
  "HR-307": { severity: "warning", about: "a day is years away from the other days of its table" },
  "HR-308": { severity: "warning", about: "days fit the number of days beside them only with day and month swapped" },
  "HR-309": { severity: "warning", about: "a retainer is paid in months for which no work is planned" },
  "HR-310": { severity: "warning", about: "every billable hour is charged on top of a retainer" },
  "HR-311": { severity: "warning", about: "included hours stand beside a fee that includes none" },
  "HR-312": { severity: "warning", about: "hours beyond those that a retainer includes are not charged" },
  "HR-313": { severity: "info", about: "lost work has bookings in the past, which count nowhere" },
  "HR-316": { severity: "warning", about: "the status of a row says that it holds no more, and the row is left out" },
  "HR-317": {
    severity: "warning",
    about: "the status of a row is not decided or not known, and the row counts in full",
  },
  "HR-318": { severity: "warning", about: "leave says that it is part of a day, and is read under an assumption" },
  "HR-326": { severity: "error", about: "the day of a snapshot is hardly the day that was meant" },
  "HR-330": { severity: "info", about: "a sheet may be a table of the plan, does not say so surely, and is not read" },
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;
export type Severity = "error" | "warning" | "info";

/** A cell of the plan. `row` counts from 1 within the range a planner gave, so that it equals the sheet's row for `A1:H`. */
export interface Place {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  /** Known when a panel or a sheet reads the workbook; a formula sees values only. */
  readonly sheet?: string;
  readonly a1?: string;
}

/** Something in the planner's data that we cannot use, or used under an assumption, said so that the planner can mend it. */
export interface Problem {
  readonly code: ProblemCode;
  /** One or more: a duplicate has two. None for a function's argument. */
  readonly at: readonly Place[];
  /** As seen, cut at 60 characters. */
  readonly value: string;
  /** What is wrong, without the place and the value: "is not a number of hours". */
  readonly why: string;
  /** One sentence that starts with "Maybe". */
  readonly hint: string;
  /** The one cell and the one value that would mend it, when the hint leaves no choice. */
  readonly mend?: Mend;
}
export interface Mend {
  readonly place: Place;
  readonly value: string | number;
}

export const severityOf = ({ code }: Problem): Severity => PROBLEM_CODES[code].severity;

/** Thrown by core, turned into `#VALUE!` ("invalid") or `#N/A` ("unavailable") with its message by each host. */
export class PlanError extends Error {
  override readonly name = "PlanError";
  constructor(
    readonly problems: readonly [Problem, ...Problem[]],
    readonly kind: "invalid" | "unavailable" = "invalid",
  ) {
    super(sentences(problems));
  }
}

/** `Allocations!D17: "abc" is not a number of hours. Maybe 8.` or `Allocations row 17, Hours a day: …` */
export function describe(problem: Problem): string {
  const { at, value, why, hint } = problem;
  const [first] = at;
  const place = first ? `${placeOf(first)}: ` : "";
  const others = at.length > 1 ? ` See also ${at.slice(1).map(placeOf).join(", ")}.` : "";
  return `${place}${value === "" ? "" : `"${value}" `}${why}.${others}${hint === "" ? "" : ` ${hint}`}`;
}

export const placeOf = ({ table, row, column, sheet, a1 }: Place): string =>
  sheet !== undefined && a1 !== undefined
    ? `${sheet}!${a1}`
    : `${table} row ${row}${column === "" ? "" : `, ${column}`}`;

/** Throw when there is anything to report; otherwise do nothing. */
export function refuse(problems: readonly Problem[], kind?: PlanError["kind"]): void {
  const [first, ...rest] = problems;
  if (first) throw new PlanError([first, ...rest], kind);
}

const MOST_SHOWN = 20;

function sentences(problems: readonly Problem[]): string {
  const shown = problems.slice(0, MOST_SHOWN).map(describe);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more problems.`] : [])].join("\n");
}
