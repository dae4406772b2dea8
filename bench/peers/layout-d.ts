import { mondays } from "../plan/firm.ts";
import type { LayoutFormulas } from "./native-workbook.ts";
import { letters } from "./workbook.ts";

const WORKING_DAYS = [0, 1, 2, 3, 4];

/** Layout D: a column for every day, so that leave, holidays, joining and leaving take effort away exactly as Headroom does. */
export const DAILY: LayoutFormulas = {
  sorted: false,
  sheets: ({ who, from, to, hours, away, awayFrom, awayTo, workdays }, firm) => {
    const days = mondays(firm).flatMap((monday) => WORKING_DAYS.map((day) => monday + day));
    const grid = (cell: (c: string, row: number) => string) => [
      ["Person", ...days],
      ...firm.people.map(({ name }, i) => [name, ...days.map((_, day) => `=${cell(letters(day + 1), i + 2)}`)]),
    ];
    const on = (c: string) => `"<="&${c}$1`;
    const until = (c: string) => `">="&${c}$1`;
    const isIn = (c: string, row: number) =>
      `(COUNTIFS(${away},$A${row},${awayFrom},${on(c)},${awayTo},${until(c)})=0)`;
    return new Map([
      ["DayCapacity", grid((c, row) => `People!$D${row}*${workdays(`${c}$1`, `${c}$1`, row)}*${isIn(c, row)}`)],
      [
        "DayDemand",
        grid(
          (c, row) =>
            `IF(DayCapacity!${c}${row}=0,0,SUMIFS(${hours},${who},$A${row},${from},${on(c)},${to},${until(c)}))`,
        ),
      ],
    ]);
  },
  capacity: (_, week, row) => sumOfWeek("DayCapacity", week, row),
  demand: (_, week, row) => sumOfWeek("DayDemand", week, row),
};

function sumOfWeek(sheet: string, week: number, row: number): string {
  const first = 1 + WORKING_DAYS.length * week;
  return `SUM(${sheet}!${letters(first)}${row}:${letters(first + WORKING_DAYS.length - 1)}${row})`;
}
