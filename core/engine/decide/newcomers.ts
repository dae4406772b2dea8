import { changed } from "../../plan/changed.ts";
import { weekdaysOf } from "../../plan/link-contracts.ts";
import { type Contract, FIRST_DAY, type HeldSkill, LAST_DAY, type Plan, PPM } from "../../plan/plan.ts";
import { usualPlace } from "../../plan/usual-place.ts";
import { MONDAY_TO_FRIDAY } from "../../plan/working-days.ts";
import type { Minutes } from "../../units.ts";
import type { Requirement } from "../requirements.ts";
import type { Scope } from "../scope.ts";

/** Somebody whom a question adds to the plan, with contracts of their own. */
export interface Newcomer {
  readonly name: string;
  readonly skills: readonly HeldSkill[];
  readonly contracts: readonly Omit<Contract, "person">[];
  /** The person of the plan who this is; they may not serve what that person may not. Null: somebody new. */
  readonly is: number | null;
}

/** The plan with more people, after everybody else, and a scope that counts them. */
export function withNewcomers(
  plan: Plan,
  scope: Scope,
  newcomers: readonly Newcomer[],
): { readonly plan: Plan; readonly scope: Scope } {
  const people = [...plan.people];
  const contracts = [...plan.contracts];
  const barred = [...plan.barred];
  for (const { name, skills, contracts: own, is } of newcomers) {
    people.push({ name, skills, contracts: own.map((_, i) => contracts.length + i) });
    contracts.push(...own.map((contract) => ({ ...contract, person: people.length - 1 })));
    const off = plan.barred.filter(({ person }) => person === is);
    barred.push(...off.map((one) => ({ ...one, person: people.length - 1 })));
  }
  const counts = new Uint8Array(contracts.length).fill(1);
  counts.set(scope.contracts);
  return { plan: changed(plan, { people, contracts, barred }), scope: { ...scope, contracts: counts } };
}

/** Somebody hired to do what is asked for and nothing better, the whole time; placed where it is asked, or where most people are. */
export function hireFor(plan: Plan, wanted: Requirement, weekly: Minutes): Newcomer {
  const [, usual] = usualPlace(plan);
  const contract = {
    from: FIRST_DAY,
    to: LAST_DAY,
    team: "",
    role: wanted.role,
    location: wanted.location < 0 ? usual : wanted.location,
    kind: "employee",
    weekdays: weekdaysOf(weekly, MONDAY_TO_FRIDAY),
    target: plan.settings.target,
    odds: PPM,
    rampUpWeeks: 0,
  } as const;
  return { name: "", skills: taught(wanted), contracts: [contract], is: null };
}

/** Somebody of the plan as they would be after a training; without hours, which stay with the person until they are moved. */
export function trained({ people, contracts }: Plan, person: number, wanted: Requirement): Newcomer {
  const { name, skills, contracts: own } = people[person]!;
  const idle = own.map((number) => ({ ...contracts[number]!, weekdays: NO_HOURS }));
  return { name, skills: [...skills, ...taught(wanted)], contracts: idle, is: person };
}

const NO_HOURS = [0, 0, 0, 0, 0, 0, 0] as const;

/** What somebody learns to meet a requirement; roles and places are not learned. */
function taught({ skill, level, certificate }: Requirement): readonly HeldSkill[] {
  return skill < 0 ? [] : [{ skill, level, certificate, validFrom: FIRST_DAY, validTo: LAST_DAY }];
}
