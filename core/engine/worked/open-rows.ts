import type { Actuals } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";

/** A row of Actuals without hours: nobody knows how long somebody worked on something on a day. */
export type OpenRow = NonNullable<Actuals["blanks"]>[number];

/** Rows without hours, but those of a day for which another row has hours of the same person and engagement. */
export function openRows({ actuals }: Plan): readonly OpenRow[] {
  const { blanks = [] } = actuals;
  if (blanks.length === 0) return blanks;
  const days = new Set(blanks.map(({ day }) => day));
  const logged = new Set<string>();
  for (let row = 0; row < actuals.length; row++)
    if (days.has(actuals.day[row]!))
      logged.add(keyOf(actuals.person[row]!, actuals.engagement[row]!, actuals.day[row]!));
  return blanks.filter(({ person, engagement, day }) => !logged.has(keyOf(person, engagement, day)));
}

const keyOf = (person: number, engagement: number, day: number): string => `${person} ${engagement} ${day}`;
