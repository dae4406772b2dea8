import { averagePlan } from "../engine/chance/average-plan.ts";
import {
  type ChanceModel,
  chanceModel,
  findOdds,
  type Odds,
  type OddsOptions,
  USUAL_ODDS,
} from "../engine/chance/index.ts";
import { nth } from "../engine/chance/nth.ts";
import { together } from "../engine/chance/together.ts";
import type { Counted } from "../engine/counted.ts";
import { type GapAnswer, skillGap } from "../engine/gap.ts";
import { everything } from "../engine/scope.ts";
import { type UnknownQueue, unknownQueues } from "../engine/support/unknown.ts";
import type { Part } from "../host.ts";
import type { Given } from "./given.ts";

/** What the sheet says of chance: figures of every week, beside those of the plan in which everything counts by its odds. */
export interface Risk {
  readonly model: ChanceModel;
  readonly counted: Counted;
  readonly options: OddsOptions;
  readonly odds: Odds;
  /** The same by skill, maybe from fewer points. */
  readonly skills: Odds;
  /** The skill gap of the mean of all outcomes: each deal and each of its starts by its odds, and no reserve. */
  readonly mean: GapAnswer;
  readonly clients: readonly ClientRisk[];
  /** Queues of which nobody knows how many hours they take: they count as nothing. */
  readonly unknown: readonly UnknownQueue[];
}

/** What would be if all deals of a client came together or not at all. */
export interface ClientRisk {
  readonly client: string;
  /** Numbers of engagements. */
  readonly deals: readonly number[];
  /** null: more clients than are computed. */
  readonly odds: Odds | null;
}

const MOST_CLIENTS = 3;

/** Most work for chances by skill: each shortage has to be shared out, so that a large plan takes fewer points. */
const BY_SKILL: OddsOptions = { ...USUAL_ODDS, bySkill: true, budget: 250_000_000 };

/** Figures of fewer points are not those that a plan has as a whole; else one search tells both, and no figure in two ways. */
const isCoarse = ({ periods }: Odds): boolean =>
  periods.some(({ method }) => method.kind === "estimated" && method.coarse);

let last: { readonly of: string; readonly risk: Risk } | null = null;

/** Kept for equal inputs: what is shown before a sheet is written is not computed again to write it. */
export function* riskOf(given: Given): Generator<Part, Risk> {
  if (last?.of === given.fingerprint) return last.risk;
  const risk = yield* computed(given);
  last = { of: given.fingerprint, risk };
  return risk;
}

/** Deals are won or lost by their odds here, however Settings count them elsewhere. */
function* computed({ plan, weeks, counted: usual }: Given): Generator<Part, Risk> {
  const counted: Counted = { ...usual, pipeline: "odds" };
  const all = everything(plan);
  const model = chanceModel(plan, weeks, counted, all);
  const groups = clientsWithSeveral(model, ({ number }) => plan.engagements[number]!.client);
  const joined = groups.slice(0, MOST_CLIENTS);
  const searches = 2 + joined.length;
  const skills = yield* nth(0, searches, findOdds(model, BY_SKILL));
  const odds = isCoarse(skills) ? yield* nth(1, searches, findOdds(model, USUAL_ODDS)) : skills;
  const clients: ClientRisk[] = [];
  for (const [at, { client, things }] of groups.entries()) {
    const joint = together(model, things);
    const found = at < joined.length ? yield* nth(2 + at, searches, findOdds(joint, USUAL_ODDS)) : null;
    clients.push({ client, deals: things.map((thing) => model.things[thing]!.number), odds: found });
  }
  const average = averagePlan(plan, counted);
  const mean = skillGap(average, weeks, counted, everything(average));
  return { model, counted, options: USUAL_ODDS, odds, skills, mean, clients, unknown: unknownQueues(plan) };
}

function clientsWithSeveral(
  { things }: ChanceModel,
  clientOf: (thing: ChanceModel["things"][number]) => string,
): readonly { readonly client: string; readonly things: readonly number[] }[] {
  const byClient = new Map<string, number[]>();
  things.forEach((thing, number) => {
    const client = thing.kind === "deal" && thing.chances.at(-1)! > 0 ? clientOf(thing) : "";
    if (client === "") return;
    const own = byClient.get(client) ?? [];
    byClient.set(client, own);
    own.push(number);
  });
  return [...byClient].flatMap(([client, own]) => (own.length > 1 ? [{ client, things: own }] : []));
}
