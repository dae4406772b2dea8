/** A question with a few answers that makes a table readable. Tables keeps the answer under its key. */
export interface Choice {
  readonly key: string;
  readonly asks: string;
  readonly options: readonly string[];
}

/** Which weeks "Week 1" to "Week 4" beside a month are. */
export const WEEKS_KEY = "(weeks)";
export const WEEKS_ASK = "Which weeks are they?";
export const FROM_MONDAY = "Of the month, from its first Monday";
export const FROM_FIRST = "Of the month, from the week of its 1st";
export const OF_YEAR = "Of the year";

/** Where the engagement of a table stands that has no column for it. */
export const WORK_KEY = "(engagement)";
export const WORK_ASK = "Which engagement are its hours for?";
export const NAMES_ALONE = "The names alone in rows above them";
export const TITLE_ABOVE = "The title above";
export const TASKS = "The tasks, each by itself";
export const SHEET_NAME = "The sheet's name";

/** The questions, each with every answer that it can have. */
export const CHOICES: readonly Choice[] = [
  { key: WEEKS_KEY, asks: WEEKS_ASK, options: [FROM_MONDAY, FROM_FIRST, OF_YEAR] },
  { key: WORK_KEY, asks: WORK_ASK, options: [NAMES_ALONE, TITLE_ABOVE, SHEET_NAME, TASKS] },
];
