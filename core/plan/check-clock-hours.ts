import { clockDoubt } from "./clock-hours.ts";
import { cellAt, complain, type Findings, partAt } from "./findings.ts";
import type { Rows } from "./rows.ts";
import type { Part } from "./sources.ts";

/** Columns of hours, and the days that each amount is for. */
const COLUMNS = [
  ["hoursADay", 1],
  ["hoursAWeek", 7],
  ["totalHours", 7],
] as const;

/** Hours that look like cells shown as 8:00, which hold parts of a day: they are read as hours, and that is said once a range. */
export function checkClockHours(rows: Rows, findings: Findings): void {
  for (const [key, days] of COLUMNS) {
    if (!rows.has.has(key)) continue;
    for (const [part, indexes] of partsOf(rows, key)) {
      if (part.layout != null) continue;
      const numbers = indexes.map((index) => Number(cellAt({ rows, index, key })));
      const doubt = clockDoubt(numbers, days);
      if (doubt === null || (doubt === "maybe" && key === "totalHours")) continue;
      const minutes = Math.round(numbers[0]! * 60);
      const why = `is read as ${minutes} minutes, and all hours of its column are as small as cells shown as 8:00 hold, which are parts of a day`;
      const hint = "Maybe they should be numbers of hours: 8 in place of 8:00.";
      complain(findings, { rows, index: indexes[0]!, key }, { code: "HR-282", why, hint });
    }
  }
}

/** The rows of each range whose cell in a column is a number above 0. */
function partsOf(rows: Rows, key: string): ReadonlyMap<Part, readonly number[]> {
  const found = new Map<Part, number[]>();
  const minutes = rows.columns[key]!;
  for (let index = 0; index < rows.length; index++) {
    if (minutes[index]! <= 0 || typeof cellAt({ rows, index, key }) !== "number") continue;
    const part = partAt({ rows, index, key });
    const own = found.get(part);
    if (own === undefined) found.set(part, [index]);
    else own.push(index);
  }
  return found;
}
