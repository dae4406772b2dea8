import { engagement } from "./columns.ts";
import { column, table } from "./table.ts";

export const MILESTONES = table(
  "Milestones",
  "What was promised by when, one row each: the day first agreed, the day it is due now, and the day it was delivered.",
  {
    engagement: engagement("An engagement of Engagements."),
    milestone: column("Milestone", "milestone", "What is to be delivered.", {
      required: true,
      width: 28,
      also: ["Milestone name", "Deliverable", "Release", "Meilenstein"],
    }),
    baseline: column(
      "Baseline",
      "day",
      "The day first agreed; it never moves. Empty: not counted against a baseline.",
      {
        also: ["Baseline date", "Original date", "Original due date", "Agreed date", "Planned date", "Committed date"],
      },
    ),
    due: column("Due", "day", "The day it is due now. Empty: the baseline.", {
      also: ["Due date", "Current date", "Forecast date", "Expected date", "Target date", "Fällig am"],
    }),
    delivered: column("Delivered", "day", "The day it was done. Empty: still open.", {
      also: [
        "Delivered on",
        "Delivery date",
        "Done",
        "Done on",
        "Completed",
        "Completed on",
        "Actual date",
        "Geliefert am",
      ],
    }),
    cancelled: column("Cancelled", "flag", "Yes where it is not wanted any more; then it counts nowhere. Empty: no.", {
      also: ["Canceled", "Dropped"],
    }),
    note: column("Note", "unread", "Anything.", { width: 30, also: ["Notes", "Comment", "Comments", "Description"] }),
  },
  { oneOf: ["baseline", "due"] },
);
