import { weekdaysOf } from "../../plan/link-contracts.ts";
import { type Contract, FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { MONDAY_TO_FRIDAY } from "../../plan/working-days.ts";
import { type DayNumber, plusDays } from "../../units.ts";
import type { ChangeCase } from "../case.ts";
import type { ChangedHours } from "../change.ts";
import { withContracts } from "../contracts.ts";
import { weekly } from "../nameless.ts";
import { doesNotFit, personIn, unknownPerson } from "../names.ts";

/** Contract hours of those days, on the same weekdays. */
export const hours: ChangeCase<ChangedHours> = {
  needs: ["person", "hoursAWeek"],
  may: ["from", "to"],
  read: ({ person, from, to, hoursAWeek }) =>
    person === null || hoursAWeek === null
      ? null
      : { kind: "hours", person, from: from ?? FIRST_DAY, to: to ?? LAST_DAY, weekly: hoursAWeek },
  check: ({ plan, changes }, change) => {
    const unknown = unknownPerson(plan, change.person);
    if (unknown) return unknown;
    const who = personIn(plan, change.person);
    const isGone = changes.some(
      (one) => one.kind === "leaver" && personIn(plan, one.person) === who && one.from <= change.from,
    );
    if (isGone)
      return doesNotFit("from", "is not before the day on which the same scenario lets this person go", GONE, []);
    const touched = touchedBy(plan, change);
    if (touched.length === 0)
      return doesNotFit("person", "has no contract in these days", "Maybe delete this row, or mend From.", ["People"]);
    const isSame = touched.every((number) => weekly(plan.contracts[number]!) === change.weekly);
    if (isSame)
      return doesNotFit("hoursAWeek", "is what the contract says already", "Maybe delete this row.", ["People"]);
    const days = Math.min(...touched.map((number) => workingDays(plan.contracts[number]!).length));
    if (change.weekly <= days * 24 * 60) return null;
    const why = `is more than 24 hours on each of ${days} working days`;
    return { code: "HR-103", key: "hoursAWeek", why, hint: "Maybe 40.", tables: [] };
  },
  apply: (plan, change) => {
    const contracts = [...plan.contracts];
    for (const number of touchedBy(plan, change)) {
      const [first, ...others] = partsOf(plan.contracts[number]!, change);
      contracts[number] = first;
      contracts.push(...others);
    }
    return withContracts(plan, contracts);
  },
};

const GONE = "Maybe an earlier day, or delete one of the two rows.";

const touchedBy = (plan: Plan, { person, from, to }: ChangedHours): readonly number[] =>
  plan.people[personIn(plan, person)]!.contracts.filter((number) => {
    const one = plan.contracts[number]!;
    return one.from <= to && one.to >= from;
  });

/** Before, during and after the change, as far as the contract has days there. */
function partsOf(contract: Contract, { from, to, weekly }: ChangedHours): readonly [Contract, ...Contract[]] {
  const begins = Math.max(from, contract.from) as DayNumber;
  const ends = Math.min(to, contract.to) as DayNumber;
  const mask = workingDays(contract).reduce((bits, day) => bits + 2 ** day, 0);
  const now = { ...later(contract, begins), to: ends, weekdays: weekdaysOf(weekly, mask) };
  const after = ends < contract.to ? [later(contract, plusDays(ends, 1))] : [];
  return begins > contract.from ? [{ ...contract, to: plusDays(begins, -1) }, now, ...after] : [now, ...after];
}

/** A contract from a later day on; what is left of its ramp-up goes on. */
const later = (contract: Contract, from: DayNumber): Contract =>
  from === contract.from
    ? contract
    : { ...contract, from, rampUpWeeks: Math.max(0, contract.rampUpWeeks - Math.floor((from - contract.from) / 7)) };

const ALL_WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** Weekdays with hours; Monday to Friday when there are none. */
function workingDays({ weekdays }: Contract): readonly number[] {
  const days = ALL_WEEK.filter((day) => weekdays[day] > 0);
  return days.length > 0 ? days : ALL_WEEK.filter((day) => (MONDAY_TO_FRIDAY >> day) & 1);
}
