import { day } from "./days.ts";
import type { DemoRow } from "./headings.ts";

const CHICAGO = { Location: "Chicago", "Weekly hours": 40, Kind: "employee" } as const;
const PUNE = { ...CHICAGO, Location: "Pune" } as const;
const SINGAPORE = { ...CHICAGO, Location: "Singapore" } as const;
const PLATFORM = { Team: "Platform", Role: "Cloud engineer" } as const;
const APPLICATIONS = { Team: "Applications", Role: "Developer" } as const;
const DESK = { Team: "Service desk", Role: "Support engineer" } as const;

/**
 * Twelve people: eleven work here today, a twelfth is to be hired. A week without holidays and leave has 424 hours:
 * ten people of 40 hours and Grace with 24.
 */
export const PEOPLE: readonly DemoRow<"People">[] = [
  // The only person who knows Kubernetes well enough; two engagements share her, and a third wants her.
  { Person: "Maya Ellison", ...PLATFORM, Role: "Senior cloud engineer", ...CHICAGO, Skills: "Kubernetes 5; AWS 4" },
  { Person: "Ben Carver", ...PLATFORM, ...CHICAGO, Skills: "AWS 4" },
  {
    Person: "Omar Haddad",
    ...PLATFORM,
    Role: "Network engineer",
    ...CHICAGO,
    Skills: "Networking 4; Terraform 3; Linux 2",
    Kind: "contractor",
    To: day(6, 30),
  },
  { Person: "Wei Ling Tan", ...PLATFORM, ...SINGAPORE, Skills: "AWS 4; Terraform 3" },
  // Part-time: three days of eight hours.
  {
    Person: "Grace Lind",
    Team: "Delivery",
    Role: "Delivery manager",
    ...CHICAGO,
    "Weekly hours": 24,
    "Working days": "Mon-Wed",
    Skills: "Delivery 4",
    "Utilization target": 0.75,
  },
  // Rohan is one level short of what Kubernetes work asks for: the training that would help.
  { Person: "Rohan Kulkarni", ...APPLICATIONS, Role: "Senior developer", ...PUNE, Skills: "Python 4; Kubernetes 2" },
  { Person: "Asha Patil", ...APPLICATIONS, ...PUNE, Skills: "Python 3" },
  { Person: "Vikram Joshi", ...APPLICATIONS, ...PUNE, Skills: "Python 3; Linux 3" },
  { Person: "Daniel Koh", ...DESK, ...SINGAPORE, Skills: "Windows 3" },
  // Leaves on Friday 27 February; the managed service goes on.
  { Person: "Marcus Lim", ...DESK, ...SINGAPORE, Skills: "Windows 4", To: day(2, 27) },
  { Person: "Farah Rahman", ...DESK, ...SINGAPORE, Skills: "Linux 4; Windows 1" },
  {
    Person: "New Windows engineer",
    ...DESK,
    ...SINGAPORE,
    From: day(3, 2),
    Skills: "Windows 3",
    Kind: "planned hire",
    Odds: 0.8,
    "Ramp-up weeks": 4,
  },
];

/** Certificates with their last day. Maya's runs out in the middle of the cut-over. */
export const SKILLS: readonly DemoRow<"Skills">[] = [
  { Person: "Maya Ellison", Skill: "Security", Level: 4, Certificate: "CISSP", "Valid to": day(2, 6) },
  { Person: "Omar Haddad", Skill: "Security", Level: 2 },
];

export const LEAVE: readonly DemoRow<"Leave">[] = [
  { Person: "Vikram Joshi", From: day(1, 8), To: day(1, 9), Kind: "annual" },
  // Five days away, two of them Chinese New Year: 24 hours of leave, not 40.
  { Person: "Farah Rahman", From: day(2, 16), To: day(2, 20), Kind: "annual" },
  { Person: "Ben Carver", From: day(3, 20), To: day(3, 20), "Hours a day": 4, Kind: "medical" },
];
