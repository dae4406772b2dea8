import type { Contract, Person } from "../../plan/plan.ts";
import { gapModel } from "../gap-model.ts";
import type { Requirement } from "../requirements.ts";
import { closable } from "./closable.ts";
import type { ShortGrains } from "./hire-value.ts";
import { trained, withNewcomers } from "./newcomers.ts";
import { grainOf } from "./wider.ts";

/** Somebody of the plan, and the minutes of the gap that their training would close. */
export interface Trainee {
  readonly person: number;
  readonly closed: number;
  /** Levels of the skill still to learn. */
  readonly missing: number;
}

/** What is to be learned, and the most that anybody with it could close in each short grain. */
interface Lesson {
  readonly wanted: Requirement;
  /** For people without the skill, wherever they work and in whatever role. */
  readonly fresh: readonly number[];
  /** For people who have it in some way, which a lesson may complete: a level, a certificate. */
  readonly held: readonly number[];
}

/**
 * For each requirement, the people whose training for it closes most of the gap, best first. Nobody closes more in a grain
 * than their free minutes, nor more than somebody with any number of minutes could; whoever can serve a binding need already
 * closes nothing. Bookings cover what they cover today. People are solved for in the order of that bound, until nobody left
 * can be better than the best found.
 */
export function trainees(
  short: ShortGrains,
  requirements: readonly Requirement[],
  count: number,
  only: number | null,
): readonly (readonly Trainee[])[] {
  const best = requirements.map((): readonly Trainee[] => []);
  if (short.grains.length === 0) return best;
  const lessons = lessonsOf(short, requirements);
  const open = lessons.map((lesson) =>
    boundsOf(short, lesson).filter(({ person }) => only === null || person === only),
  );
  for (;;) {
    const tried = open.map((left, i) => (canImprove(best[i]!, left[0], count) ? left.splice(0, 2 * count) : []));
    if (tried.every((people) => people.length === 0)) return best;
    closedBy(short, lessons, tried).forEach((solved, i) => {
      best[i] = [...best[i]!, ...solved.filter(({ closed }) => closed > 0)].sort(better).slice(0, count);
    });
  }
}

function lessonsOf(short: ShortGrains, requirements: readonly Requirement[]): readonly Lesson[] {
  const { variants } = short.model;
  const listOf = (fits: (one: Requirement) => boolean) =>
    variants.flatMap(({ requirement }, variant) => (fits(requirement) ? [variant] : []));
  const fresh = requirements.map((wanted) => listOf((one) => meets(wanted, one)));
  const held = requirements.map(({ skill }) => listOf((one) => one.skill < 0 || one.skill === skill));
  const most = closable(short, [...fresh, ...held]);
  return requirements.map((wanted, i) => ({ wanted, fresh: most[i]!, held: most[requirements.length + i]! }));
}

/** Whether what is learned will do, whatever role and place are asked for. */
const meets = (learned: Requirement, { skill, level, certificate }: Requirement): boolean =>
  (skill < 0 || (skill === learned.skill && level <= learned.level)) &&
  (certificate === null || certificate === learned.certificate);

const better = (a: Trainee, b: Trainee) => b.closed - a.closed || a.missing - b.missing || a.person - b.person;

function canImprove(best: readonly Trainee[], bound: Trainee | undefined, count: number): boolean {
  const worst = best[count - 1];
  return bound !== undefined && (worst === undefined || better(bound, worst) < 0);
}

/** What everybody could close at most, most first. Whoever has no contract in the role or place that is asked for stays out. */
function boundsOf(short: ShortGrains, lesson: Lesson): Trainee[] {
  const { plan, model, grains } = short;
  const { wanted } = lesson;
  const bound = new Map<number, number>();
  if (wanted.skill < 0) return [];
  model.contracts.forEach((number, at) => {
    const { person } = plan.contracts[number]!;
    const most = mostOf(plan.people[person]!, lesson);
    grains.forEach((_, i) => {
      const minutes = Math.min(idleMinutes(short, number, at, i), most[i]!);
      if (minutes > 0) bound.set(person, (bound.get(person) ?? 0) + minutes);
    });
  });
  return [...bound]
    .filter(([person]) => plan.people[person]!.contracts.some((number) => isPlaced(plan.contracts[number]!, wanted)))
    .map(([person, closed]) => ({ person, closed, missing: missing(plan.people[person]!, wanted) }))
    .sort(better);
}

const mostOf = ({ skills }: Person, { wanted, fresh, held }: Lesson): readonly number[] =>
  skills.some(({ skill }) => skill === wanted.skill) ? held : fresh;

const isPlaced = (contract: Contract, { role, location }: Requirement): boolean =>
  (role === "" || role === contract.role) && (location < 0 || location === contract.location);

/** Free minutes in a short grain of whoever cannot serve what is binding in it. */
function idleMinutes({ model, grains }: ShortGrains, number: number, at: number, short: number): number {
  const { grain, busy } = grains[short]!;
  return busy[at] === 1 ? 0 : model.freeOf[number * model.grains.periods.length + grain]!;
}

function missing({ skills }: Person, { skill, level }: Requirement): number {
  const held = skills.map((one) => (one.skill === skill ? one.level : 0));
  return Math.max(0, level - Math.max(0, ...held));
}

/** What they do close: each is tried as the trained person, with the minutes of the one they are today. */
function closedBy(
  short: ShortGrains,
  lessons: readonly Lesson[],
  tried: readonly (readonly Trainee[])[],
): readonly (readonly Trainee[])[] {
  const { plan, over, counted, scope, model, grains } = short;
  const twins = tried.flatMap((people, i) => people.map(({ person }) => trained(plan, person, lessons[i]!.wanted)));
  const wide = withNewcomers(plan, scope, twins);
  const { contracts, classes, solver, ...rest } = gapModel(wide.plan, over, counted, wide.scope);
  const placeOf = new Map(contracts.map((number, at) => [number, at]));
  const classOf = (number: number) => classes.classOf[placeOf.get(number)!]!;
  const before = new Map(model.contracts.map((number, at) => [number, at]));
  const minutesOf = grains.map(({ grain }) => grainOf({ ...rest, solver }, grain));
  let next = plan.contracts.length;
  return tried.map((people, i) =>
    people.map((one) => {
      const most = mostOf(plan.people[one.person]!, lessons[i]!);
      const moves = plan.people[one.person]!.contracts.map((from) => ({ from, to: next++, at: before.get(from) }));
      let closed = 0;
      grains.forEach(({ unmet }, grain) => {
        if (most[grain] === 0) return;
        const { supply, demand } = minutesOf[grain]!;
        const moved = moves.map(({ from, to, at }) => ({
          from,
          to,
          minutes: at === undefined ? 0 : idleMinutes(short, from, at, grain),
        }));
        if (moved.every(({ minutes }) => minutes === 0)) return;
        const move = (sign: 1 | -1) => {
          for (const { from, to, minutes } of moved) {
            if (minutes === 0) continue;
            supply[classOf(from)]! -= sign * minutes;
            supply[classOf(to)]! += sign * minutes;
          }
        };
        move(1);
        closed += unmet - solver.solve(supply, demand);
        move(-1);
      });
      return { ...one, closed };
    }),
  );
}
