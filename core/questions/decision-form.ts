import { step, type Work } from "../host.ts";
import { recover, type Undoable } from "../journal/index.ts";
import type { Period } from "../plan/calendar.ts";
import { EFFORT, type Plan } from "../plan/plan.ts";
import { record } from "../schema.ts";
import { horizonWeeks } from "../sheets/given.ts";
import type { DayNumber } from "../units.ts";
import type { Choice } from "./allocations.ts";
import { undoableNow } from "./narrowed.ts";
import { question } from "./question.ts";
import { type SelectedRow, selectedIn } from "./selected-row.ts";
import { workbook } from "./workbook.ts";

export interface DecisionForm {
  readonly people: readonly Choice[];
  readonly engagements: readonly Choice[];
  /** Names of the managed services that are not over, the one that asks for most first. */
  readonly managed: readonly string[];
  readonly skills: readonly string[];
  /** Names that the Scenarios table has already. */
  readonly scenarios: readonly string[];
  /** First and last day of the horizon. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Minutes in a full-time week. */
  readonly fullTimeWeek: number;
  /** The row in which the planner stands, to fill an empty form from. */
  readonly selected: SelectedRow | null;
  readonly undo: Undoable | null;
}

/** What the forms of the decision panels offer. */
export const decisionForm = question({
  asks: record({}),
  *answer(): Work<DecisionForm> {
    yield* recover();
    const found = yield* workbook();
    const { plan } = found;
    const { from, to } = horizonWeeks(plan);
    return {
      people: plan.people.map(({ name, contracts }) => {
        const { team = "", role = "" } = plan.contracts[contracts.at(-1) ?? -1] ?? {};
        return { name, about: [role, team].filter((word) => word !== "").join(", ") };
      }),
      engagements: plan.engagements.map(({ name, client, status }) => ({
        name,
        about: [client, status].filter((word) => word !== "").join(", "),
      })),
      managed: managedServices(plan, { from, to }),
      skills: plan.skills,
      scenarios: plan.scenarios.map(({ name }) => name),
      from,
      to,
      fullTimeWeek: plan.settings.fullTimeWeek,
      selected: selectedIn(found, yield* step({ do: "selection" })),
      undo: yield* undoableNow(plan),
    };
  },
});

/** Managed services that go on, by the minutes that their needs ask for in these days. */
function managedServices({ engagements, needs }: Plan, { from, to }: Period): readonly string[] {
  const asked = engagements.map(() => 0);
  for (const need of needs) {
    const days = Math.max(0, Math.min(to, need.to) - Math.max(from, need.from) + 1);
    if (days > 0) asked[need.engagement]! += need.per === EFFORT.week ? (need.effort * days) / 7 : need.effort;
  }
  return engagements
    .map((engagement, i) => ({ ...engagement, asks: asked[i]! }))
    .filter(({ kind, status }) => kind === "managed service" && status !== "lost" && status !== "done")
    .sort((a, b) => b.asks - a.asks)
    .map(({ name }) => name);
}
