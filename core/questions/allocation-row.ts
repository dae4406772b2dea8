import { dayAndMonth, dayMonthYear } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import { effortOf } from "./allocation-request.ts";
import {
  billableOf,
  cellOf,
  dayOf,
  type EffortColumn,
  fingerprintOf,
  type RowPlace,
  rowName,
} from "./allocations-table.ts";

/** A row of Allocations to be changed, as the form shows it. */
export interface AllocationRow {
  readonly row: string;
  readonly was: string;
  readonly person: string;
  readonly engagement: string;
  readonly skill: string;
  /** Null where the cell is empty or holds no date. */
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly effort: EffortColumn["word"];
  readonly amount: string;
  /** Empty where the cell is, or says neither. */
  readonly billable: "" | "yes" | "no";
  readonly note: string;
  /** "5 Jan to 27 Mar 2026, 8 hours a week" */
  readonly says: string;
}

export function allocationRow(place: RowPlace): AllocationRow {
  const name = (key: string) => String(cellOf(place, key) ?? "");
  const [from, to] = [dayOf(place, "from"), dayOf(place, "to")];
  const { effort, amount } = effortOf(place);
  const days = [from === null ? "open" : dayAndMonth(from), to === null ? "open" : dayMonthYear(to)].join(" to ");
  return {
    row: rowName(place.table, place.row),
    was: fingerprintOf(place),
    person: name("person"),
    engagement: name("engagement"),
    skill: name("skill"),
    from,
    to,
    effort,
    amount,
    billable: billableOf(place) ?? "",
    note: name("note"),
    says: `${days}, ${effort === "share" ? `${amount} % of the day` : `${amount} ${effort === "fte" ? "FTE" : effort}`}`,
  };
}
