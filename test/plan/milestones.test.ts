import { expect, test } from "vitest";
import { day, plan, sentences } from "../support/plan.ts";

const FIRM = plan`
  Engagement | Client
  Portal     | Acme
  Intranet   | Acme

  Engagement | Milestone | Baseline   | Due        | Delivered  | Cancelled
  Portal     | Design    | 2026-01-09 |            | 2026-01-12 |
  Portal     | Go-live   |            | 2026-02-27 |            |
  Intranet   | Design    | 2026-01-16 | 2026-01-23 |            | yes
  Portals    | Handover  | 2026-03-06 |            |            |
  Portal     | design    | 2026-01-30 |            |            |
  Portal     | Review    |            |            |            |
`;

test("a milestone is due on its baseline where nothing else is said; what cannot be used is left out", () => {
  expect(FIRM.milestones).toEqual([
    {
      engagement: 0,
      name: "Design",
      baseline: day("2026-01-09"),
      due: day("2026-01-09"),
      delivered: day("2026-01-12"),
      cancelled: false,
      row: 2,
    },
    {
      engagement: 0,
      name: "Go-live",
      baseline: null,
      due: day("2026-02-27"),
      delivered: null,
      cancelled: false,
      row: 3,
    },
    {
      engagement: 1,
      name: "Design",
      baseline: day("2026-01-16"),
      due: day("2026-01-23"),
      delivered: null,
      cancelled: true,
      row: 4,
    },
  ]);
  expect(sentences(FIRM).map((text) => text.slice(0, text.indexOf(":")))).toEqual([
    "HR-220 Milestones row 3, Milestone",
    "HR-123 Milestones row 5, Engagement",
    "HR-121 Milestones row 6, Milestone",
    "HR-220 Milestones row 7, Milestone",
  ]);
  expect(sentences(FIRM)[3]).toContain('"Review" has neither a baseline nor a due date, so that it counts nowhere.');
  expect(FIRM.accounts.find(({ table }) => table === "Milestones")).toEqual({
    table: "Milestones",
    read: 6,
    used: 4,
    excluded: 2,
    blank: 0,
  });
});
