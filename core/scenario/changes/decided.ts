import { changed, replaced } from "../../plan/changed.ts";
import type { Status } from "../../plan/plan.ts";
import type { ChangeCase } from "../case.ts";
import type { Decided } from "../change.ts";
import { doesNotFit, engagementIn, unknownEngagement } from "../names.ts";

/** An engagement gets another status, unless it has that, or is over. */
const decided = (kind: Decided["kind"], status: Status, from: readonly Status[]): ChangeCase<Decided> => ({
  needs: ["engagement"],
  may: [],
  read: ({ engagement }) => (engagement === null ? null : { kind, engagement }),
  check: ({ plan }, { engagement }) => {
    const unknown = unknownEngagement(plan, engagement);
    if (unknown) return unknown;
    const now = plan.engagements[engagementIn(plan, engagement)]!.status;
    if (from.includes(now)) return null;
    return doesNotFit("engagement", `is ${now} already`, "Maybe delete this row.", ["Engagements"]);
  },
  apply: (plan, { engagement }) =>
    changed(plan, {
      engagements: replaced(plan.engagements, engagementIn(plan, engagement), (one) => ({ ...one, status })),
    }),
});

/** A tentative deal is confirmed. */
export const win = decided("win", "confirmed", ["tentative"]);
/** A tentative deal is lost, or the client of confirmed work leaves. */
export const lose = decided("lose", "lost", ["tentative", "confirmed"]);
