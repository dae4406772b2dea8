import type { StaffingRow } from "../engine/staffing/index.ts";
import { WHOLE } from "../engine/staffing/index.ts";
import type { Located } from "../plan/locate.ts";
import type { Allocation } from "./allocation-request.ts";
import { type EffortColumn, effortColumnsOf, formError } from "./allocations-table.ts";
import type { StaffingDesk } from "./staffing-roles.ts";

/** The hours of a suggested row in the way the table gives them; hours a week where it can. */
export function effortFor(desk: StaffingDesk, row: StaffingRow, table: Located): Pick<Allocation, "effort" | "amount"> {
  const words = new Set<string>(effortColumnsOf(table).map(({ word }) => word));
  for (const word of BEST_FIRST) {
    const amount = words.has(word) ? AMOUNTS[word](desk, row) : null;
    if (amount !== null) return { effort: word, amount: String(Math.floor(amount * 1e4) / 1e4) };
  }
  const why = `The allocations on ${table.sheet} have no column Hours a week, and these hours cannot be said as ${[...words].join(" or ")}`;
  throw formError(why, "Maybe add a column headed Hours a week.");
}

type Word = EffortColumn["word"];
const BEST_FIRST: readonly Word[] = ["hours a week", "fte", "share", "hours a day", "total hours"];

/** What the cell says; null where that way cannot say it. Floored, so that nobody is booked beyond what is free. */
const AMOUNTS: { readonly [W in Word]: (desk: StaffingDesk, row: StaffingRow) => number | null } = {
  "hours a week": (_, { minutes }) => minutes / 60,
  fte: ({ workbook: { plan } }, { minutes }) => minutes / plan.settings.fullTimeWeek,
  share: (desk, row) => {
    const weeks = new Set(contractsOf(desk, row).map(({ weekdays }) => sumOf(weekdays)));
    const [week = 0] = weeks;
    return weeks.size === 1 && week > 0 ? (100 * row.minutes) / week : null;
  },
  "hours a day": (desk, row) => {
    const days = contractsOf(desk, row).map(({ weekdays }) => weekdays.filter((minutes) => minutes > 0));
    const isEven = days.every((own) => own.every((minutes) => minutes === own[0]) && own.length === days[0]!.length);
    return isEven && days.length > 0 ? row.minutes / 60 / days[0]!.length : null;
  },
  "total hours": ({ open: { weeks, promises } }, { person, from, to, minutes }) => {
    let part = 0;
    for (let day = from; day <= to; day++) part += promises.part[person * weeks.days + day - weeks.from]!;
    return (minutes * part) / WHOLE / 60;
  },
};

const contractsOf = ({ workbook: { plan } }: StaffingDesk, { person, from, to }: StaffingRow) =>
  plan.people[person]!.contracts.map((number) => plan.contracts[number]!).filter(
    (one) => one.from <= to && one.to >= from,
  );

const sumOf = (weekdays: readonly number[]): number => weekdays.reduce((sum, minutes) => sum + minutes, 0);
