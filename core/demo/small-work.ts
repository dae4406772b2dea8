import { day, HORIZON_FROM } from "./days.ts";
import type { DemoRow } from "./headings.ts";
import { COBALT, HARBORLINE, INTERNAL, JUNIPER, MERIDIAN, TIDEWATER } from "./small-names.ts";

const LAST = day(3, 27);
/** Tidewater's cut-over: three weeks in which no office that works on it has a holiday. */
const CUT_OVER = { From: day(1, 26), To: day(2, 13) } as const;
/** The two weeks before Cobalt's release. */
const RELEASE = { From: day(1, 12), To: day(1, 23) } as const;

const engagement = (
  name: string,
  client: string,
  kind: string,
  priority: number,
  rest: DemoRow<"Engagements"> = {},
): DemoRow<"Engagements"> => ({
  Engagement: name,
  Client: client,
  Kind: kind,
  Status: "confirmed",
  Priority: priority,
  Owner: "Grace Lind",
  ...rest,
});

export const ENGAGEMENTS: readonly DemoRow<"Engagements">[] = [
  engagement(HARBORLINE, "Harborline Retail", "managed service", 1),
  engagement(MERIDIAN, "Meridian Clinics", "managed service", 2),
  engagement(TIDEWATER, "Tidewater Bank", "fixed price", 3, { From: day(1, 12), To: day(2, 27) }),
  engagement(COBALT, "Cobalt Freight", "time and materials", 4, { From: HORIZON_FROM, To: LAST }),
  engagement(JUNIPER, "Juniper Foods", "time and materials", 5, {
    Status: "tentative",
    Odds: 0.5,
    From: day(3, 2),
    To: LAST,
  }),
  engagement(INTERNAL, "Quillhaven Cloud", "internal", 6),
];

const tidewater = (skill: string, hours: number, rest: DemoRow<"Demand">): DemoRow<"Demand"> => ({
  Engagement: TIDEWATER,
  Skill: skill,
  "Min level": 3,
  "Hours a week": hours,
  ...rest,
});

export const DEMAND: readonly DemoRow<"Demand">[] = [
  tidewater("AWS", 40, RELEASE),
  tidewater("AWS", 70, CUT_OVER),
  tidewater("Kubernetes", 10, CUT_OVER),
  tidewater("Security", 10, { Certificate: "CISSP", ...CUT_OVER }),
  tidewater("AWS", 40, { From: day(2, 16), To: day(2, 27) }),
  // Seven weeks of six hours.
  {
    Engagement: TIDEWATER,
    Skill: "Delivery",
    From: day(1, 12),
    To: day(2, 27),
    "Total hours": 42,
    Spread: "even",
  },
  { Engagement: COBALT, Skill: "Kubernetes", "Min level": 3, From: HORIZON_FROM, To: LAST, "Hours a week": 12 },
  { Engagement: COBALT, Skill: "Python", "Min level": 3, From: HORIZON_FROM, To: day(1, 9), FTE: 1.5 },
  { Engagement: COBALT, Skill: "Python", "Min level": 3, ...RELEASE, FTE: 2 },
  { Engagement: COBALT, Skill: "Python", "Min level": 3, From: day(1, 26), To: LAST, FTE: 1.5 },
  { Engagement: COBALT, Skill: "Terraform", "Min level": 2, From: HORIZON_FROM, To: LAST, "Hours a week": 20 },
  { Engagement: COBALT, Skill: "Delivery", From: HORIZON_FROM, To: LAST, "Hours a week": 6 },
  { Engagement: JUNIPER, Skill: "Python", "Min level": 3, From: day(3, 2), To: LAST, "Hours a week": 70 },
];

/** Work that comes by itself: Harborline's 30 tickets of 2 hours are 60 hours a week. */
export const SUPPORT: readonly DemoRow<"Support">[] = [
  { Engagement: HARBORLINE, Skill: "Windows", "Min level": 2, "Tickets a week": 30, "Hours a ticket": 2 },
  { Engagement: MERIDIAN, Skill: "AWS", "Min level": 3, "Hours a week": 20 },
  { Engagement: MERIDIAN, Skill: "Linux", "Min level": 2, "Hours a week": 20 },
  { Engagement: MERIDIAN, Skill: "Kubernetes", "Min level": 3, "Hours a week": 8 },
];

const booked = (
  person: string,
  on: string,
  skill: string | null,
  effort: DemoRow<"Allocations">,
): DemoRow<"Allocations"> => ({
  Person: person,
  Engagement: on,
  Skill: skill,
  From: HORIZON_FROM,
  To: LAST,
  Billable: on !== INTERNAL,
  ...effort,
});

export const ALLOCATIONS: readonly DemoRow<"Allocations">[] = [
  booked("Maya Ellison", MERIDIAN, "Kubernetes", { "Hours a week": 8 }),
  booked("Maya Ellison", COBALT, "Kubernetes", { "Hours a week": 12 }),
  booked("Ben Carver", MERIDIAN, "AWS", { "Hours a day": 4 }),
  booked("Omar Haddad", COBALT, "Terraform", { "Hours a day": 4 }),
  booked("Omar Haddad", INTERNAL, "Terraform", { "Hours a day": 2 }),
  booked("Wei Ling Tan", TIDEWATER, "AWS", { From: day(1, 12), To: day(2, 27), Share: 1 }),
  booked("Grace Lind", TIDEWATER, "Delivery", { From: day(1, 12), To: day(2, 27), "Hours a day": 2 }),
  booked("Grace Lind", COBALT, "Delivery", { "Hours a day": 2 }),
  booked("Grace Lind", INTERNAL, null, { "Hours a day": 2, Note: "Planning and hiring" }),
  booked("Rohan Kulkarni", COBALT, "Python", { "Hours a day": 4 }),
  booked("Asha Patil", COBALT, "Python", { "Hours a day": 4 }),
  booked("Vikram Joshi", COBALT, "Python", { To: day(1, 9), "Hours a day": 4 }),
  // The release: 8 hours for Cobalt and 2 for the tooling, 50 hours in a week of 40, twice.
  booked("Vikram Joshi", COBALT, "Python", { ...RELEASE, "Hours a day": 8, Note: "Release" }),
  booked("Vikram Joshi", INTERNAL, "Python", { ...RELEASE, "Hours a day": 2 }),
  booked("Vikram Joshi", COBALT, "Python", { From: day(1, 26), "Hours a day": 4 }),
  booked("Daniel Koh", HARBORLINE, "Windows", { "Hours a day": 6 }),
  booked("Marcus Lim", HARBORLINE, "Windows", { To: day(2, 27), Share: 0.75 }),
  booked("Farah Rahman", MERIDIAN, "Linux", { "Hours a day": 4 }),
  // Nobody yet: 20 hours of AWS if Juniper is won.
  booked("TBD AWS engineer", JUNIPER, "AWS", { From: day(3, 2), "Hours a week": 20, Note: "If we win it" }),
];
