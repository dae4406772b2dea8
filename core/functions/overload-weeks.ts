import { type Judged, judgedWeeks } from "../engine/bands.ts";
import { timeline } from "../engine/timeline.ts";
import { contractOn } from "../engine/worked/logged.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { listedPeople, rowsOf } from "./by-people.ts";
import type { OVERLOAD_MEASURES } from "./choices.ts";
import type { Asked } from "./define.ts";
import { headed } from "./matrix.ts";

export type WeekMeasure = Exclude<keyof typeof OVERLOAD_MEASURES, "hours">;

/**
 * OVERLOAD in weeks: people-weeks that are red or to watch, or the longest run above the watch limit, of the weeks that begin
 * in a period. A run counts from its first week, which may lie up to four years before the asked days.
 */
export function overloadWeeks(asked: Asked, measure: WeekMeasure): Cell | CellRange {
  const { plan, counted, from, to, periods } = asked;
  const asks = timeline(from, to, periods);
  const { all, judged: people } = judgedWeeks(plan, asked, counted);
  const found = new Map<string, number[]>(listedPeople(asked).map((label) => [label, asks.periods.map(() => 0)]));
  people.forEach((weeks, person) => {
    weeks.forEach((week, at) => {
      const monday = all.weeks.periods[at]!.from;
      const value = VALUE[measure](week);
      if (monday < from || monday > to || value === 0) return;
      const contract = plan.contracts[contractOn(plan, person, monday)];
      if (contract === undefined) return;
      const period = asks.periodOf[monday - from]!;
      for (const label of rowsOf(asked, contract, monday)) {
        const row = found.get(label) ?? asks.periods.map(() => 0);
        found.set(label, row);
        row[period] = measure === "run" ? Math.max(row[period]!, value) : row[period]! + value;
      }
    });
  });
  return headed(
    asked,
    [...found].map(([label, cells]) => ({ label, cells })),
  );
}

const VALUE: Readonly<Record<WeekMeasure, (week: Judged) => number>> = {
  red: ({ band }) => Number(band === "red"),
  watch: ({ band }) => Number(band === "watch"),
  run: ({ run }) => run,
};
