import { type HireValue, hireValues } from "../engine/decide/hire-value.ts";
import { hireFor, trained, withNewcomers } from "../engine/decide/newcomers.ts";
import { type GapModel, gapModel } from "../engine/gap-model.ts";
import { groupsOf } from "../engine/gap-splits.ts";
import type { Requirement } from "../engine/requirements.ts";
import { everything } from "../engine/scope.ts";
import { timeline } from "../engine/timeline.ts";
import { hoursAWeek } from "../functions/hours-a-week.ts";
import { requirementText } from "../functions/requirement-text.ts";
import { nameKey } from "../plan/names.ts";
import type { Minutes } from "../units.ts";
import { type Ask, periodText, ruleOf } from "./ask.ts";
import { type Explanation, explained, type LeftOut, minutes, type Part, taken } from "./explanation.ts";
import { type Found, proofOf, shortGrains, wholeGroup } from "./gap.ts";
import { ASKED_FOR, HIRED_WEEKLY, type Picked, placeOf, TRAINED } from "./picks.ts";
import { hoursText } from "./words.ts";

export const HIRE_KINDS = ["Gap closed", "Gap left"] as const;

/** One row of HIREVALUE: the gap as it is, less the gap with one more person who can do what is asked for. */
export function hireValue(ask: Ask, kind: string, picked: Picked): Explanation {
  const { plan, counted, from, to } = ask;
  const weekly = hoursAWeek(picked.get(HIRED_WEEKLY.key) ?? null) ?? plan.settings.fullTimeWeek;
  const over = timeline(from, to, "total");
  const person = placeOf(picked, TRAINED, plan);
  const { values } = hireValues(plan, over, counted, everything(plan), weekly, { most: 1, only: person });
  const wanted = wantedOf(ask, values, picked, person);
  const about = { title: `${kind}, ${periodText(ask)}`, rule: `${ruleOf("HIREVALUE")} ${RULE}` };
  if (wanted === null)
    return explained(about, minutes(kind, []), { notes: ["Nothing that was picked is open in these days."] });
  const what = requirementText(plan, wanted);
  const who = person === null ? `a hire for ${what}` : `${plan.people[person]!.name} trained for ${what}`;
  const before = gapModel(plan, over, counted, everything(plan));
  const after = person === null ? withHire(ask, wanted, weekly) : withTrained(ask, before, person, wanted);
  const [was, is] = [groupsIn(before), groupsIn(after.model)];
  const left = partsOf({ ...ask, plan: after.plan }, after.model, is);
  const hours = person === null ? `, ${hoursText(weekly)} a week` : "";
  const parts =
    kind === "Gap left"
      ? left
      : [
          ...under("Skill gap as it is", partsOf(ask, before, was)),
          ...taken(under(`Skill gap with ${who}${hours}`, left)),
        ];
  return explained({ ...about, title: `${kind} by ${who}${hours}, ${periodText(ask)}` }, minutes(kind, parts), {
    proofs: is.map((one) => proofOf({ ...ask, plan: after.plan }, after.model, one)),
    leftOut: others(ask, values, wanted, person),
    notes: [BOOKED],
  });
}

const RULE = "Both gaps are exact: the most that people can serve, whoever serves what.";
const BOOKED = "Bookings cover what they cover today, and whoever is trained keeps their hours.";

/** What was picked, or what one more person closes most of. */
function wantedOf(
  { plan }: Ask,
  values: readonly HireValue[],
  picked: Picked,
  person: number | null,
): Requirement | null {
  const name = picked.get(ASKED_FOR.key) ?? null;
  if (name !== null) {
    const isIt = ({ requirement }: HireValue) => nameKey(requirementText(plan, requirement)) === nameKey(name);
    return values.find(isIt)?.requirement ?? null;
  }
  const closes = (one: HireValue) => (person === null ? one.closed : (one.trainees[0]?.closed ?? 0));
  return (
    values.reduce<HireValue | null>((best, one) => (best === null || closes(one) > closes(best) ? one : best), null)
      ?.requirement ?? null
  );
}

function withHire({ plan, counted, from, to }: Ask, wanted: Requirement, weekly: Minutes) {
  const hire = { ...hireFor(plan, wanted, weekly), name: "The hire" };
  const wide = withNewcomers(plan, everything(plan), [hire]);
  return { plan: wide.plan, model: gapModel(wide.plan, timeline(from, to, "total"), counted, wide.scope) };
}

/** Free hours of whoever cannot do any of what is short are those of the trained person from then on. */
function withTrained({ plan, counted, from, to }: Ask, before: GapModel, person: number, wanted: Requirement) {
  const wide = withNewcomers(plan, everything(plan), [trained(plan, person, wanted)]);
  const model = gapModel(wide.plan, timeline(from, to, "total"), counted, wide.scope);
  const { classes, contracts, freeOf, supply, grains } = model;
  const count = grains.periods.length;
  const classOf = (number: number) => classes.classOf[contracts.indexOf(number)]!;
  const moved = { ...model, freeOf: freeOf.slice(), supply: supply.slice() };
  const isBusy = busyIn(before);
  plan.people[person]!.contracts.forEach((own, i) => {
    const next = plan.contracts.length + i;
    if (!contracts.includes(own)) return;
    for (let grain = 0; grain < count; grain++) {
      const free = freeOf[own * count + grain]!;
      if (free === 0 || isBusy(own, grain)) continue;
      moved.freeOf[own * count + grain] = 0;
      moved.freeOf[next * count + grain]! += free;
      moved.supply[grain * classes.canServe.length + classOf(own)]! -= free;
      moved.supply[grain * classes.canServe.length + classOf(next)]! += free;
    }
  });
  return { plan: wide.plan, model: moved };
}

/** Whether a contract can serve what is short in a grain as it is. */
function busyIn({ solver, supply, demand, classes, contracts }: GapModel) {
  const known = new Map<number, ReadonlySet<number>>();
  const bindingIn = (grain: number) => {
    const found = known.get(grain) ?? new Set(solver.shortfall(supply, demand, grain).binding);
    known.set(grain, found);
    return found;
  };
  return (contract: number, grain: number): boolean => {
    const variants = classes.canServe[classes.classOf[contracts.indexOf(contract)]!]!;
    return variants.some((variant) => bindingIn(grain).has(variant));
  };
}

const groupsIn = (model: GapModel): readonly Found[] => groupsOf(model, shortGrains(model));

const partsOf = (ask: Ask, model: GapModel, groups: readonly Found[]): readonly Part[] =>
  groups.flatMap((one) => wholeGroup(ask, model, one));

function under(label: string, parts: readonly Part[]): readonly Part[] {
  const amount = parts.reduce((sum, one) => sum + one.amount, 0);
  return amount === 0 ? [] : [{ label, amount, at: null, parts }];
}

/** Other skills that are asked for, and what they would close. */
function others({ plan }: Ask, values: readonly HireValue[], wanted: Requirement, person: number | null): LeftOut[] {
  return values
    .filter(({ requirement }) => requirement !== wanted)
    .map((one): LeftOut => {
      const closed = person === null ? one.closed : (one.trainees[0]?.closed ?? 0);
      const why = `${person === null ? "a hire" : "a training"} for it would close ${hoursText(closed)}`;
      return { label: requirementText(plan, one.requirement), why, at: null };
    });
}
