import { changed, replaced } from "../../plan/changed.ts";
import type { Status } from "../../plan/plan.ts";
import type { ChangeCase } from "../case.ts";
import type { Decided } from "../change.ts";
import { doesNotFit, engagementIn, unknownEngagement } from "../names.ts";

/** A tentative deal becomes confirmed, or lost. */
const decided = (kind: Decided["kind"], status: Status): ChangeCase<Decided> => ({
  needs: ["engagement"],
  may: [],
  read: ({ engagement }) => (engagement === null ? null : { kind, engagement }),
  check: ({ plan }, { engagement }) => {
    const unknown = unknownEngagement(plan, engagement);
    if (unknown) return unknown;
    const now = plan.engagements[engagementIn(plan, engagement)]!.status;
    if (now === "tentative") return null;
    return doesNotFit("engagement", `is ${now} already`, "Maybe delete this row.");
  },
  apply: (plan, { engagement }) =>
    changed(plan, {
      engagements: replaced(plan.engagements, engagementIn(plan, engagement), (one) => ({ ...one, status })),
    }),
});

export const win = decided("win", "confirmed");
export const lose = decided("lose", "lost");
