import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import { freeByPerson } from "../bindings.ts";
import type { Counted } from "../counted.ts";
import { needEffort } from "../effort.ts";
import { compareRatios, growthTiers, type Ratio } from "../flow/index.ts";
import { type GapModel, gapModel } from "../gap-model.ts";
import type { OpenPiece } from "../open-work.ts";
import type { Requirement } from "../requirements.ts";
import type { Scope } from "../scope.ts";
import type { Timeline } from "../timeline.ts";
import { grainOf, widen } from "./wider.ts";

/** What happens to one skill, or to one role where work names no skill, while chosen work grows. */
export interface GrowthLimit {
  /** -1: the role counts. */
  readonly skill: number;
  readonly role: string;
  /** False: it is short today together with nothing that grows, so that the growth makes it neither better nor worse. */
  readonly related: boolean;
  /** Null: it never lacks anybody, however far the work grows. */
  readonly binds: Binds | null;
}

/** The first grain in which a skill becomes short, and why. */
export interface Binds extends Period {
  /** The growth up to which everything fits, exactly; beyond it something is unmet. */
  readonly at: Ratio;
  /** Short today, before anything grows; `at` is 0 then. */
  readonly short: boolean;
  /** What becomes short together. */
  readonly requirements: readonly Requirement[];
  /** Everyone who can serve any of it and is not used up by what becomes short before, with free minutes; and their sum. */
  readonly people: readonly (readonly [person: number, minutes: number])[];
  readonly supply: number;
  /** What of it is open today, by need or by allocation of a placeholder, and by how much each need grows when it doubles. */
  readonly open: readonly Pick<OpenPiece, "need" | "allocation" | "minutes">[];
  readonly growth: readonly (readonly [need: number, minutes: number])[];
}

/**
 * The growth at which each skill first becomes short when the needs marked in `grows` ask for more, all in proportion; the
 * smallest first, then what is short without it, then what never is. What a need grows by is open work: minutes booked beyond today's need are not counted on.
 */
export function growthLimits(
  plan: Plan,
  over: Timeline,
  counted: Counted,
  scope: Scope,
  grows: Uint8Array,
): readonly GrowthLimit[] {
  const narrow = gapModel(plan, over, counted, scope);
  const added = growthOf(narrow, counted, grows);
  const model = widen(narrow);
  const growth = added.map((pieces) => {
    const minutes = new Float64Array(model.variants.length);
    for (const { variant, minutes: more } of pieces) minutes[variant]! += more;
    return minutes;
  });
  const first = new Map<string, Found>();
  for (const found of tiersOf(model, growth)) {
    for (const need of found.needs) {
      const key = keyOf(model.variants[need]!.requirement);
      const known = first.get(key);
      if (known === undefined || isEarlier(found, known)) first.set(key, found);
    }
  }
  const named = new Map(model.variants.map(({ requirement }) => [keyOf(requirement), requirement]));
  const growing = new Set(
    growth.flatMap((minutes) =>
      model.variants.flatMap(({ requirement }, need) => (minutes[need]! > 0 ? [keyOf(requirement)] : [])),
    ),
  );
  const isRelated = (key: string, found: Found | null): boolean =>
    growing.has(key) || found === null || found.needs.some((need) => growth[found.grain]![need]! > 0);
  const limits = [...named].map(([key, { skill, role }]) => {
    const found = first.get(key) ?? null;
    return { skill, role, found, related: isRelated(key, found) };
  });
  return limits
    .sort((a, b) => rank(a) - rank(b) || order(a.found, b.found) || a.skill - b.skill)
    .map(({ skill, role, related, found }) => ({
      skill,
      role: skill < 0 ? role : "",
      related,
      binds: found && bindsOf(model, found, added[found.grain]!),
    }));
}

/** What the growth changes comes first, then what is short whether it grows or not, then what never runs out. */
const rank = ({ found, related }: { readonly found: Found | null; readonly related: boolean }): number =>
  found === null ? 2 : related ? 0 : 1;

interface Found extends Pick<Binds, "at" | "short"> {
  readonly grain: number;
  readonly needs: readonly number[];
  readonly suppliers: readonly number[];
}

/** What becomes short together, grain by grain. */
function tiersOf(model: GapModel, growth: readonly Float64Array[]): readonly Found[] {
  const { grains, solver } = model;
  const tiersAt = growthTiers(solver.net);
  return grains.periods.flatMap((_, grain): readonly Found[] => {
    const { supply, demand } = grainOf(model, grain);
    const { short, tiers } = tiersAt({ supply, base: demand, growth: growth[grain]! });
    const groups = short.length === 0 ? [] : solver.bottlenecks(supply, demand);
    return [
      ...groups.map(({ needs, suppliers }) => ({ grain, needs, suppliers, at: NOW, short: true })),
      ...tiers.map(({ needs, suppliers, at }) => ({ grain, needs, suppliers, at, short: false })),
    ];
  });
}

const NOW: Ratio = { p: 0, q: 1 };

/** What one need asks for in a grain, and so grows by when it doubles. */
interface Growing {
  readonly need: number;
  readonly variant: number;
  readonly minutes: number;
}

/** What growing needs ask for, grain by grain: their whole effort, however much of it is booked. */
function growthOf(model: GapModel, counted: Counted, grows: Uint8Array): readonly (readonly Growing[])[] {
  const { plan, grains, variantOf } = model;
  const effort = needEffort(plan, grains, counted);
  const count = grains.periods.length;
  return grains.periods.map(({ from, to }, grain) =>
    plan.needs.flatMap((need, number): readonly Growing[] => {
      const minutes = effort[number * count + grain]!;
      if (grows[number] === 0 || minutes === 0) return [];
      const variant = variantOf(number, Math.min(need.to, to), Math.max(need.from, from));
      return [{ need: number, variant, minutes }];
    }),
  );
}

const keyOf = ({ skill, role }: Requirement) => (skill < 0 ? `role ${role}` : String(skill));

/** What is short today comes before what fits exactly today; then the smaller growth, then the earlier grain. */
function order(a: Found | null, b: Found | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Number(b.short) - Number(a.short) || compareRatios(a.at, b.at) || a.grain - b.grain;
}

const isEarlier = (a: Found, b: Found) => order(a, b) < 0;

function bindsOf(model: GapModel, { grain, needs, suppliers, at, short }: Found, growing: readonly Growing[]): Binds {
  const among = new Set(needs);
  const people = freeByPerson(model, grain, new Set(suppliers));
  const required = needs.map((need) => model.variants[need]!.requirement);
  return {
    ...model.grains.periods[grain]!,
    at,
    short,
    requirements: [...new Set(required)],
    people,
    supply: people.reduce((sum, [, minutes]) => sum + minutes, 0),
    open: model.pieces.filter((piece) => piece.grain === grain && among.has(piece.variant)),
    growth: growing.flatMap(({ need, variant, minutes }) => (among.has(variant) ? [[need, minutes] as const] : [])),
  };
}
