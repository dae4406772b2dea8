import type { Written } from "../../../core/sheets/ops.ts";

const MONDAY = 46027;
const FRIDAY = 46031;
const week = (n: number) => [MONDAY + 7 * n, FRIDAY + 7 * n] as const;
const shows = (formula: string): Written => ({ formula });

/**
 * A plan as somebody may really keep it: sheets of any name, names that look like formulas, numbers typed as text, a cell
 * that shows an error, blank rows, a person nobody knows.
 */
export const NASTY: ReadonlyMap<string, readonly (readonly Written[])[]> = new Map<string, Written[][]>([
  [
    "O'Brien & Co",
    [
      ["Person", "Team", "Role", "Location", "Weekly hours", "Skills"],
      ["O'Brien, Zoë", "__proto__", "Engineer", "1-2", 40, "AWS 4; C++ 3"],
      ["=1+1", "constructor", "@home", null, "38.5", "Python 3"],
      ["'quoted", "__proto__", "'", "1-2", shows("=20+20"), "C++ 4"],
      [null, null, null, null, null, null],
      ["Broken Hours", "constructor", "Engineer", null, shows("=1/0"), "AWS 3"],
      ['Ben "007"', "+1", "12%", "2026-01-05", 20, "AWS 2"],
    ],
  ],
  [
    "__proto__",
    [
      ["Engagement", "Client", "Status", "Odds", "From", "To"],
      ["O'Brien & Co", "'", "confirmed", null, ...week(0)],
      ['=HYPERLINK("x")', "=1+1", "tentative", "50%", MONDAY, FRIDAY + 21],
      ["__proto__", "toString", "confirmed", null, MONDAY, FRIDAY + 21],
      ["-", "[a](b)", "confirmed", null, MONDAY, FRIDAY + 14],
    ],
  ],
  [
    "=1+1",
    [
      ["Engagement", "Skill", "Min level", "From", "To", "Hours a week"],
      ["O'Brien & Co", "AWS", 3, ...week(0), 30],
      ['=HYPERLINK("x")', "C++", 3, ...week(1), 35],
      ["__proto__", "Python", null, MONDAY, FRIDAY + 21, "12.5"],
      ["-", "AWS", 2, ...week(2), 70],
    ],
  ],
  [
    'A "quoted" list',
    [
      ["Person", "Engagement", "Skill", "From", "To", "Hours a week", "Note"],
      ["O'Brien, Zoë", "O'Brien & Co", "AWS", ...week(0), 10, "=SUM(A1:A9)"],
      ["=1+1", "__proto__", "Python", MONDAY, FRIDAY + 21, 40, "'"],
      ["Nobody Known", "-", "AWS", ...week(2), 8, null],
      [null, null, null, null, null, null, null],
      ["'quoted", '=HYPERLINK("x")', "C++", ...week(1), "7,5", null],
    ],
  ],
  [
    "constructor",
    [
      ["Person", "From", "To", "Leave type"],
      ["'quoted", MONDAY + 1, MONDAY + 2, null],
      ["=1+1", "5 Jan 2026", "2026-01-06", "vacation"],
    ],
  ],
]);
