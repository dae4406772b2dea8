import { day } from "./days.ts";
import type { DemoRow } from "./headings.ts";

const CUT_OVER = day(1, 26);
const SPRING = day(3, 2);

/**
 * What Quillhaven may decide. A hire with ten hours of AWS, or Rohan one level up in Kubernetes, closes the gap of the
 * cut-over; without Maya it is fifty hours a week; Juniper takes more Python than there is, and a hire makes up for it.
 */
export const SMALL_SCENARIOS: readonly DemoRow<"Scenarios">[] = [
  {
    Scenario: "Hire for the cut-over",
    Change: "hire",
    On: true,
    Person: "New AWS engineer",
    Skill: "AWS",
    Level: 3,
    Location: "Chicago",
    From: CUT_OVER,
    "Hours a week": 10,
  },
  {
    Scenario: "Train Rohan",
    Change: "training",
    On: true,
    Person: "Rohan Kulkarni",
    Skill: "Kubernetes",
    Level: 3,
    From: CUT_OVER,
  },
  { Scenario: "Maya leaves", Change: "leaver", On: true, Person: "Maya Ellison", From: day(2, 2) },
  { Scenario: "Juniper is won", Change: "win", On: true, Engagement: "Juniper data hub" },
  {
    Scenario: "Juniper is won",
    Change: "hire",
    On: true,
    Person: "New Python developer",
    Skill: "Python",
    Level: 3,
    Location: "Pune",
    From: SPRING,
    "Hours a week": 40,
    Note: "Agreed with Juniper Foods",
  },
  {
    Scenario: "Harborline grows",
    Change: "growth",
    On: false,
    Engagement: "Harborline desk",
    Percent: 0.2,
    Note: "Switched off: not asked for yet",
  },
];

/** What Quellmont talks about in its steering meeting. */
export const FIRM_SCENARIOS: readonly DemoRow<"Scenarios">[] = [
  { Scenario: "Managed services grow", Change: "growth", On: true, Percent: 0.15 },
  { Scenario: "Meera leaves", Change: "leaver", On: true, Person: "Meera Krishnan", From: SPRING },
  {
    Scenario: "More Kubernetes",
    Change: "hire",
    On: true,
    Person: "New Kubernetes engineer",
    Skill: "Kubernetes",
    Level: 4,
    Location: "Bengaluru",
    From: SPRING,
    "Hours a week": 40,
  },
  {
    Scenario: "More Kubernetes",
    Change: "training",
    On: true,
    Person: "Nisha Chavan",
    Skill: "Kubernetes",
    Level: 4,
    From: SPRING,
  },
  { Scenario: "Hollowmere is won", Change: "win", On: true, Engagement: "Hollowmere Rail container platform" },
  {
    Scenario: "Mossbrae slips",
    Change: "slip",
    On: true,
    Engagement: "Mossbrae Power Azure migration",
    Weeks: 4,
    Note: "If the customer's landing zone is late",
  },
];
