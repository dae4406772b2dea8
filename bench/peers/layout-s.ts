import type { LayoutFormulas, Ranges } from "./native-workbook.ts";
import { letters } from "./workbook.ts";

/** Layout S: tables sorted by person, so that each person's rows are one block, and SUMPRODUCT sees only that block. */
export const SORTED_BLOCKS: LayoutFormulas = {
  sorted: true,
  sheets: ({ who, away }, { people }) =>
    new Map([
      [
        "Blocks",
        [
          ["Person", "First allocation", "Allocations", "First leave", "Leave"],
          ...people.map(({ name }, i) => [
            name,
            `=IFERROR(MATCH(A${i + 2},${who},0),1)`,
            `=COUNTIF(${who},A${i + 2})`,
            `=IFERROR(MATCH(A${i + 2},${away},0),1)`,
            `=COUNTIF(${away},A${i + 2})`,
          ]),
        ],
      ],
    ]),
  capacity: (ranges, week, row) => {
    const c = letters(week + 1);
    const off = weekdaysIn(ranges.awayFrom, ranges.awayTo, null, ["D", "E"], c, row);
    return `People!$D${row}*MAX(0,${ranges.workdays(`${c}$1`, `${c}$1+4`, row)}-${off})`;
  },
  demand: ({ from, to, hours }: Ranges, week, row) => weekdaysIn(from, to, hours, ["B", "C"], letters(week + 1), row),
};

/** The weekdays of a week that a person's block of rows covers, each times its hours. */
function weekdaysIn(
  from: string,
  to: string,
  times: string | null,
  [first, count]: readonly [string, string],
  c: string,
  row: number,
): string {
  const start = `Blocks!$${first}${row}`;
  const length = `Blocks!$${count}${row}`;
  const block = (range: string) => `INDEX(${range},${start}):INDEX(${range},${start}+${length}-1)`;
  const [begins, ends] = [block(from), block(to)];
  const until = `(${ends}<${c}$1+4)*${ends}+(${ends}>=${c}$1+4)*(${c}$1+4)`;
  const since = `(${begins}>${c}$1)*${begins}-(${begins}<=${c}$1)*${c}$1`;
  const days = `(${until}-${since}+1)`;
  const hours = times === null ? "" : `*${block(times)}`;
  return `IF(${length}=0,0,SUMPRODUCT((${begins}<=${c}$1+4)*(${ends}>=${c}$1)*${days}${hours}))`;
}
