import type { Amount, BillRate, CostRate, Money } from "../../plan/money.ts";
import { nameKey } from "../../plan/names.ts";
import type { Plan } from "../../plan/plan.ts";

interface Dated extends Amount {
  readonly from: number;
  readonly isOver?: true;
}

/** Rates that may hold, in the order in which they are asked; each list by its first days. */
export type Candidates<R extends Dated> = readonly (readonly R[])[];

/** Which rates may hold for an hour of somebody: found once, asked day by day. */
export interface Prices {
  readonly bill: (engagement: number, person: number, skill: number, role: string) => Candidates<BillRate>;
  /** Only what the engagement itself was promised. */
  readonly ownBill: (engagement: number, person: number, skill: number, role: string) => Candidates<BillRate>;
  readonly cost: (person: number, role: string) => Candidates<CostRate>;
}

export function pricesOf({ engagements }: Plan, { rates, costs }: Money): Prices {
  const bills = byKey(rates, (one) => keyOf(one.engagement, one.client, one.person, one.skill, one.role));
  const clients = engagements.map(({ client }) => nameKey(client));
  const roles = new Map<string, string>();
  const keyOfRole = (role: string) => kept(roles, role, () => nameKey(role));
  const ofCosts = byKey(costs, ({ person, role }) => keyOf(-1, "", person, -1, role));
  const listed = (engagement: number, person: number, skill: number, role: string, isOwn: boolean) => {
    const client = clients[engagement]!;
    const others: readonly Place[] = isOwn
      ? []
      : [
          [-1, client],
          [-1, ""],
        ];
    const places: readonly Place[] = [[engagement, ""], ...others];
    return places.flatMap(([one, whose]) =>
      whoOf(person, skill, keyOfRole(role)).flatMap(
        ([who, what, as]) => bills.get(keyOf(one, whose, who, what, as)) ?? [],
      ),
    );
  };
  return {
    bill: (engagement, person, skill, role) => listed(engagement, person, skill, role, false),
    ownBill: (engagement, person, skill, role) => listed(engagement, person, skill, role, true),
    cost: (person, role) => [
      ...(person < 0 ? [] : (ofCosts.get(keyOf(-1, "", person, -1, "")) ?? [])),
      ...(role === "" ? [] : (ofCosts.get(keyOf(-1, "", -1, -1, keyOfRole(role))) ?? [])),
    ],
  };
}

/** What was made before for a key, else made and kept. */
export function kept<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** The rate of a day: of the first list whose latest by then holds, that one. */
export function rateOn<R extends Dated>(candidates: Candidates<R>, day: number): R | null {
  for (const list of candidates) {
    let at = list.length - 1;
    while (at >= 0 && list[at]!.from > day) at -= 1;
    if (at >= 0 && list[at]!.isOver !== true) return list[at]!;
  }
  return null;
}

/** From the narrowest to anybody: a person goes before a skill, a skill before a role. */
function whoOf(person: number, skill: number, role: string): readonly (readonly [number, number, string])[] {
  const found: (readonly [number, number, string])[] = [];
  for (const who of person < 0 ? [-1] : [person, -1])
    for (const what of skill < 0 ? [-1] : [skill, -1])
      for (const as of role === "" ? [""] : [role, ""]) found.push([who, what, as]);
  return found;
}

type Place = readonly [engagement: number, client: string];

const keyOf = (engagement: number, client: string, person: number, skill: number, role: string): string =>
  `${engagement} ${person} ${skill} ${client}\n${role}`;

function byKey<R extends Dated>(
  rates: readonly R[],
  keyOf: (rate: R) => string,
): ReadonlyMap<string, readonly (readonly R[])[]> {
  const found = new Map<string, R[]>();
  for (const rate of rates) {
    const same = found.get(keyOf(rate));
    if (same === undefined) found.set(keyOf(rate), [rate]);
    else same.push(rate);
  }
  return new Map([...found].map(([key, list]) => [key, [list.sort((a, b) => a.from - b.from)]] as const));
}
