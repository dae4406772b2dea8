import { changed } from "../../plan/changed.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { type Booked, rowsOfPerson, withBooked } from "../booked.ts";
import type { ChangeCase } from "../case.ts";
import type { Move } from "../change.ts";
import { cutRow } from "../cut.ts";
import { nameless } from "../nameless.ts";
import { doesNotFit, engagementIn, firstOf, personIn, unknownEngagement, unknownPerson } from "../names.ts";

/**
 * Allocations change engagement in these days; what the person did goes on without a name, and they may not serve it with
 * spare hours either.
 */
export const move: ChangeCase<Move> = {
  needs: ["person", "engagement", "toEngagement"],
  may: ["from", "to"],
  read: ({ person, engagement, toEngagement, from, to }) =>
    person === null || engagement === null || toEngagement === null
      ? null
      : { kind: "move", person, engagement, toEngagement, from: from ?? FIRST_DAY, to: to ?? LAST_DAY },
  check: ({ plan }, change) => {
    const unknown = firstOf(
      unknownPerson(plan, change.person),
      unknownEngagement(plan, change.engagement),
      unknownEngagement(plan, change.toEngagement, "toEngagement"),
    );
    if (unknown) return unknown;
    if (engagementIn(plan, change.engagement) === engagementIn(plan, change.toEngagement))
      return doesNotFit("toEngagement", "is the engagement that the person leaves", "Maybe another engagement.");
    if (rowsToMove(plan, change).length > 0) return null;
    const hint = "Maybe the allocation has changed: look at Allocations, or delete this row.";
    return doesNotFit("engagement", "has no allocation of this person in these days", hint, ["Allocations"]);
  },
  apply: (plan, change) => {
    const to = engagementIn(plan, change.toEngagement);
    const instead = new Map<number, Booked>();
    const added: Booked[] = [];
    for (const row of rowsToMove(plan, change)) {
      const { before, inside, after } = cutRow(plan, row, change.from, change.to);
      const moved = movedTo(plan, inside, to);
      const open = nameless(plan, inside);
      instead.set(row, before ?? moved);
      added.push(...[before ? moved : null, after, open].filter((one) => one !== null));
    }
    const bar = { person: personIn(plan, change.person), engagement: engagementIn(plan, change.engagement) };
    const barred = [...plan.barred, { ...bar, from: change.from, to: change.to }];
    return changed(withBooked(plan, instead, added), { barred });
  },
};

function rowsToMove(plan: Plan, { person, engagement, from, to }: Move): readonly number[] {
  const on = engagementIn(plan, engagement);
  return rowsOfPerson(plan, personIn(plan, person), from, to).filter((row) => plan.allocations.engagement[row] === on);
}

/** The skill is kept where the other engagement asks for it; otherwise the row serves whatever its person fits there. */
function movedTo({ needs, engagements }: Plan, row: Booked, engagement: number): Booked {
  const asks = needs.some(
    (need) => need.engagement === engagement && need.skill === row.skill && need.from <= row.to && need.to >= row.from,
  );
  const billable = Number(engagements[engagement]!.kind !== "internal");
  return { ...row, engagement, skill: asks ? row.skill : -1, billable };
}
