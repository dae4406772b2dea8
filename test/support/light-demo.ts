import type { DemoPlan } from "../../core/demo/headings.ts";
import { smallDemo } from "../../core/demo/small.ts";

/** Half a year of tickets: enough for a forecast. */
const WEEKS = 26;

/** The small demo with its last tickets only, where a test is about something else: the others are most of its rows. */
export function lightDemo(): DemoPlan {
  return new Map(
    [...smallDemo()].map(([name, cells]) => {
      if (name !== "Tickets") return [name, cells];
      const [headings, ...rows] = cells;
      const opened = (row: (typeof rows)[number]) => Number(row[0]);
      const last = Math.max(...rows.map(opened));
      return [name, [headings!, ...rows.filter((row) => opened(row) > last - 7 * WEEKS).filter((_, i) => i % 8 === 0)]];
    }),
  );
}
