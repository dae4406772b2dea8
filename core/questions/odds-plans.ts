import type { OddsWork } from "../engine/chance/brief.ts";
import { chanceModel, USUAL_ODDS } from "../engine/chance/index.ts";
import { type Counted, countedBy } from "../engine/counted.ts";
import { everything } from "../engine/scope.ts";
import { supportLoads } from "../engine/support/load.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import type { Work } from "../host.ts";
import { weekday } from "../plan/calendar.ts";
import { changed } from "../plan/changed.ts";
import { nameKey } from "../plan/names.ts";
import { EFFORT, FIRST_DAY, LAST_DAY, type Need, type Plan } from "../plan/plan.ts";
import { BASELINE } from "../scenario/baseline.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { withReserveOf } from "../scenario/with-support.ts";
import { fingerprint } from "../sheets/fingerprint.ts";
import { horizonWeeks, inputsOf } from "../sheets/given.ts";
import { scenariosOn } from "../sheets/scenario-sums.ts";
import { type DayNumber, minutes, plusDays } from "../units.ts";
import { formError } from "./allocations-table.ts";
import type { OddsRequest } from "./odds-request.ts";
import { type Workbook, workbook } from "./workbook.ts";

/** The plans whose chances are compared, the plan as it is first. */
export interface OddsDesk {
  readonly workbook: Workbook;
  readonly plans: readonly { readonly name: string; readonly plan: Plan }[];
  readonly weeks: Timeline;
  readonly counted: Counted;
  /** Equal plans and questions: equal text. */
  readonly print: string;
}

export function* oddsDesk({ work }: OddsRequest): Work<OddsDesk> {
  const found = yield* workbook();
  const { plan } = found;
  const counted = countedBy(plan.settings);
  const print = fingerprint([inputsOf(plan), work]);
  const base = { name: BASELINE, plan };
  if (work === null) {
    const sound = scenariosOn(plan).filter(({ problems }) => problems.length === 0);
    const plans = sound.map(({ name, changes }) => {
      const asked = changes.filter(({ on }) => on).map(({ change }) => change);
      return { name, plan: withChanges(plan, asked).plan };
    });
    return { workbook: found, plans: [base, ...plans], weeks: horizonWeeks(plan), counted, print };
  }
  const weeks = weeksOf(plan, work);
  const added = { name: work.engagement, plan: withWork(plan, work, weeks.to) };
  return { workbook: found, plans: [base, added], weeks, counted, print };
}

/** Everything that a search for chances needs, as plain data. */
export function oddsWork({ plans, weeks, counted }: OddsDesk, { work }: OddsRequest): OddsWork {
  const modelOf = (plan: Plan, aside?: number) =>
    chanceModel(plan, weeks, counted, everything(plan), supportLoads(plan), aside);
  const last = plans.at(-1)!.plan;
  const models =
    work === null
      ? plans.map(({ plan }) => modelOf(plan))
      : [modelOf(last, last.engagements.length - 1), modelOf(last)];
  return { models, added: work !== null, options: USUAL_ODDS };
}

type NewWork = NonNullable<OddsRequest["work"]>;

/** The weeks in which the work is done; without a length, to the end of the horizon. */
function weeksOf(plan: Plan, { from, weeks }: NewWork): Timeline {
  const { to } = horizonWeeks(plan);
  const last = weeks === null ? to : plusDays(from, 7 * weeks - 1);
  if (last < from) throw formError("It would begin after the plan's horizon", "Maybe an earlier day.");
  return timeline(plusDays(from, -weekday(from)), plusDays(last, 6 - weekday(last)), "week");
}

function withWork(plan: Plan, { engagement, needs, from, weeks }: NewWork, end: DayNumber): Plan {
  const to = weeks === null ? end : plusDays(from, 7 * weeks - 1);
  const asked = needs.map(({ skill, level, hours }): Need => {
    const number = plan.skills.findIndex((name) => nameKey(name) === nameKey(skill));
    if (number < 0) throw formError(`Nobody has "${skill}" in this plan`, "Maybe choose a skill from the list.");
    return {
      ...ASKED,
      engagement: plan.engagements.length,
      skill: number,
      level: level ?? 1,
      from,
      to,
      effort: minutes(hours),
    };
  });
  const engagements = [...plan.engagements, { ...FRESH, name: engagement }];
  return withReserveOf(changed(plan, { engagements, needs: [...plan.needs, ...asked] }));
}

const ASKED = {
  source: "Demand",
  role: "",
  certificate: null,
  location: -1,
  per: EFFORT.week,
  spread: "even",
  row: 0,
} as const;

const FRESH = {
  client: "",
  kind: "time and materials",
  status: "confirmed",
  odds: null,
  from: FIRST_DAY,
  to: LAST_DAY,
  priority: null,
} as const;
