import { LAST_DAY } from "../../plan/plan.ts";
import { plusDays } from "../../units.ts";
import { type Booked, rowsOfPerson, withBooked } from "../booked.ts";
import type { ChangeCase } from "../case.ts";
import type { Leaver } from "../change.ts";
import { withContracts, worksFrom } from "../contracts.ts";
import { cutRow } from "../cut.ts";
import { nameless } from "../nameless.ts";
import { doesNotFit, personIn, unknownPerson } from "../names.ts";

const NO_HOURS = [0, 0, 0, 0, 0, 0, 0] as const;

/** Contracts end the day before; booked work goes on without a name. */
export const leaver: ChangeCase<Leaver> = {
  needs: ["person", "from"],
  may: [],
  read: ({ person, from }) => (person === null || from === null ? null : { kind: "leaver", person, from }),
  check: ({ plan }, { person, from }) => {
    const unknown = unknownPerson(plan, person);
    if (unknown) return unknown;
    const { contracts } = plan.people[personIn(plan, person)]!;
    if (contracts.some((number) => worksFrom(plan.contracts[number]!, from))) return null;
    return doesNotFit("person", "has no contract any more on that day", "Maybe delete this row, or mend From.", [
      "People",
    ]);
  },
  apply: (plan, { person, from }) => {
    const who = personIn(plan, person);
    const last = plusDays(from, -1);
    const instead = new Map<number, Booked>();
    const added: Booked[] = [];
    for (const row of rowsOfPerson(plan, who, from, LAST_DAY)) {
      const { before, inside } = cutRow(plan, row, from, LAST_DAY);
      const open = nameless(plan, inside);
      if (open === null) continue;
      instead.set(row, before ?? open);
      if (before) added.push(open);
    }
    const contracts = plan.contracts.map((one) => {
      if (one.person !== who || one.to < from) return one;
      return one.from < from ? { ...one, to: last } : { ...one, weekdays: NO_HOURS };
    });
    return withContracts(withBooked(plan, instead, added), contracts);
  },
};
