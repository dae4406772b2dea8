import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import type { DayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import type { Scope } from "../scope.ts";
import { timeline } from "../timeline.ts";
import { absenceModel, absencesIn } from "./absence.ts";

/** What one engagement has from one person, and what nobody else could do if that person were not there. */
export interface Exposure {
  readonly person: number;
  readonly engagement: number;
  /** Minutes booked on the person. */
  readonly booked: number;
  /** Minutes the engagement would lack on top of what it lacks anyway. */
  readonly lost: number;
  /** First day of the first grain in which it would; null when it never does. */
  readonly first: DayNumber | null;
  /** Lost minutes by grain, for the grains in which there are any. */
  readonly lostIn: ReadonlyMap<number, number>;
}

/**
 * Key-person exposure: unmet minutes of every engagement without the person minus with them, split by priority. The person's
 * free minutes go, and their booked minutes are open for whoever else can do them; an engagement may be hit although
 * nothing of it is booked on them. A person's lost minutes add up to the gap without them minus the gap with them.
 * Worst person first, then that person's worst engagement.
 */
export function exposure(
  plan: Plan,
  { from, to }: Period,
  counted: Counted,
  scope: Scope,
  people: readonly number[] = plan.people.map((_, person) => person),
): readonly Exposure[] {
  const grains = timeline(from, to, counted.grain);
  const model = absenceModel(plan, grains, counted, scope);
  const engagements = plan.engagements.length;
  const found = new Map<number, Found>();
  const at = (person: number, engagement: number) => {
    const key = person * engagements + engagement;
    const one = found.get(key) ?? { person, engagement, booked: 0, lost: 0, lostIn: new Map<number, number>() };
    found.set(key, one);
    return one;
  };
  for (const person of people) {
    for (const booked of model.bookedBy[person]!.values()) {
      for (const one of booked) at(person, model.asks[one.at]!.engagement).booked += one.minutes;
    }
  }
  for (let grain = 0; grain < grains.periods.length; grain++) {
    absencesIn(model, people, grain, (person, engagement, minutes) => {
      const one = at(person, engagement);
      one.lost += minutes;
      one.lostIn.set(grain, (one.lostIn.get(grain) ?? 0) + minutes);
    });
  }
  const hit = [...found.values()].flatMap((one): Exposure[] => {
    const lostIn = new Map([...one.lostIn].filter(([, minutes]) => minutes !== 0));
    const [first] = lostIn.keys();
    if (one.booked === 0 && lostIn.size === 0) return [];
    return [{ ...one, lostIn, first: first === undefined ? null : grains.periods[first]!.from }];
  });
  return worstFirst(hit, plan.people.length);
}

interface Found {
  readonly person: number;
  readonly engagement: number;
  booked: number;
  lost: number;
  readonly lostIn: Map<number, number>;
}

function worstFirst(hit: readonly Exposure[], people: number): readonly Exposure[] {
  const lost = new Float64Array(people);
  const booked = new Float64Array(people);
  for (const one of hit) {
    lost[one.person]! += one.lost;
    booked[one.person]! += one.booked;
  }
  const order = (a: Exposure, b: Exposure) =>
    lost[b.person]! - lost[a.person]! ||
    booked[b.person]! - booked[a.person]! ||
    a.person - b.person ||
    b.lost - a.lost ||
    b.booked - a.booked ||
    a.engagement - b.engagement;
  return [...hit].sort(order);
}
