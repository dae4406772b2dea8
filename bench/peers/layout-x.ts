import { mondays } from "../plan/firm.ts";
import type { LayoutFormulas, Ranges } from "./native-workbook.ts";
import { letters, type SheetCell } from "./workbook.ts";

const ALLOCATION_COLUMNS = 5;
const LEAVE_COLUMNS = 3;

/** Layout X: each allocation and each leave row has its hours or days in week columns, which SUMIF adds up by person. */
export const WEEK_COLUMNS: LayoutFormulas = {
  sorted: false,
  sheets: ({ allocations, leave }, firm) => {
    const heads = mondays(firm);
    const rows = <T>(
      list: readonly T[],
      own: (one: T) => SheetCell[],
      head: string[],
      cell: (c: string, r: number) => string,
    ) => [
      [...head, ...heads],
      ...list.map((one, i) => [...own(one), ...heads.map((_, week) => cell(letters(head.length + week), i + 2))]),
    ];
    const days = (c: string, from: string, to: string) => `MAX(0,MIN(${to},${c}$1+4)-MAX(${from},${c}$1)+1)`;
    if (allocations !== firm.allocations.length || leave !== firm.leave.length) throw new RangeError("Other tables.");
    return new Map([
      [
        "Allocations",
        rows(
          firm.allocations,
          (one) => [one.person, one.engagement, one.from, one.to, one.hoursADay],
          ["Person", "Engagement", "From", "To", "Hours a day"],
          (c, r) => `=${days(c, `$C${r}`, `$D${r}`)}*$E${r}`,
        ),
      ],
      [
        "Leave",
        rows(
          firm.leave,
          (one) => [one.person, one.from, one.to],
          ["Person", "From", "To"],
          (c, r) => `=${days(c, `$B${r}`, `$C${r}`)}`,
        ),
      ],
    ]);
  },
  capacity: ({ away, leave, workdays }, week, row) => {
    const c = letters(week + 1);
    const off = `SUMIF(${away},$A${row},Leave!${column(LEAVE_COLUMNS + week, leave)})`;
    return `People!$D${row}*MAX(0,${workdays(`${c}$1`, `${c}$1+4`, row)}-${off})`;
  },
  demand: ({ who, allocations }: Ranges, week, row) =>
    `SUMIF(${who},$A${row},Allocations!${column(ALLOCATION_COLUMNS + week, allocations)})`,
};

const column = (number: number, rows: number) => `${letters(number)}$2:${letters(number)}$${rows + 1}`;
