import type { DayNumber } from "../../units.ts";
import { day, fridayOf, mondayOf } from "../days.ts";
import type { DemoRow } from "../headings.ts";
import type { Sold } from "./work.ts";

const UNTIL: DayNumber = day(5, 29);
const CERTIFIED = { Engagement: "Brindlecove Bank warehouse", Skill: "Snowflake", From: day(3, 9), To: UNTIL } as const;

/** The warehouse asks for a certified engineer until 29 May; the one who is booked is certified until 17 April. */
export const CERTIFIED_DEMAND: DemoRow<"Demand"> = {
  ...CERTIFIED,
  "Min level": 3,
  Certificate: "SnowPro Core",
  "Hours a week": 10,
};
export const CERTIFIED_BOOKING: DemoRow<"Allocations"> = {
  Person: "Hui-Min Chua",
  ...CERTIFIED,
  "Hours a day": 2,
  Billable: true,
};

/** Tentative work asks for an architect whom nobody has named yet. */
export const placeholderRows = (all: readonly Sold[]): readonly DemoRow<"Allocations">[] =>
  all
    .filter(({ status, skills }) => status === "tentative" && !skills.includes("Architecture"))
    .map(({ name, weeks }) => ({
      Person: "TBD architect",
      Engagement: name,
      Skill: "Architecture",
      From: mondayOf(weeks[0]),
      To: fridayOf(weeks[1]),
      "Hours a week": 10,
      Billable: true,
      Note: "If we win it",
    }));
