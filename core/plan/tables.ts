import {
  certificate,
  engagement,
  from,
  hoursADay,
  hoursAWeek,
  location,
  minLevel,
  odds,
  person,
  role,
  skill,
  to,
  totalHours,
} from "./columns.ts";
import { HOLIDAYS, LEAVE } from "./leave-tables.ts";
import { MAPS } from "./map-table.ts";
import { MILESTONES } from "./milestone-tables.ts";
import { BOOK_TABLES } from "./money-tables.ts";
import { SNAPSHOTS } from "./snapshot-table.ts";
import { SUPPORT, TICKETS } from "./support-tables.ts";
import { column, type Table, table } from "./table.ts";
import { CHANGES, ENGAGEMENT_KINDS, PERSON_KINDS, SPREADS, STATUSES, type Words } from "./words.ts";

export { HOLIDAYS, LEAVE, MAPS, MILESTONES, SUPPORT, TICKETS };

const list = (words: Words): readonly string[] => Object.keys(words);

export const SETTINGS = table("Settings", "How the plan is to be read: one row a setting.", {
  setting: column("Setting", "setting", "The setting's name.", { required: true, width: 24, also: ["Settings"] }),
  value: column("Value", "raw", "Its value; empty means the default.", { required: true, width: 18 }),
  note: column("Note", "unread", "Anything.", { width: 50, also: ["Notes", "Comment", "Description"] }),
});

export const PEOPLE = table(
  "People",
  "Everybody who works, one row a contract. A further row for the same person with a later From is a new contract.",
  {
    person: person("The name, spelled the same in every table."),
    team: column("Team", "team", "People planned together.", {
      width: 16,
      also: ["Department", "Squad", "Group", "Practice", "Team name", "Abteilung"],
    }),
    role: role("The job title."),
    location: location("Whose public holidays hold: a location of Holidays."),
    weeklyHours: column("Weekly hours", "hoursAWeek", "Contract hours a week. Fill this or FTE.", {
      also: [
        "Hours a week",
        "Contract hours",
        "Contract hours a week",
        "Contracted hours",
        "Contracted hours a week",
        "Weekly capacity",
        "Wochenstunden",
      ],
    }),
    fte: column("FTE", "fte", "Share of the full-time hours in Settings: 0.8. Fill this or Weekly hours."),
    workingDays: column("Working days", "workingDays", "Mon-Thu, or Mon, Wed, Fri. Empty: Monday to Friday.", {
      also: ["Work days", "Workdays", "Days worked", "Weekdays"],
    }),
    from: from("First day of the contract. Empty: always.", ["Hire date", "Joined", "Joining date"]),
    to: to("Last day of the contract. Empty: no end.", ["Leaving date", "Contract end"]),
    skills: column("Skills", "skills", "Skills with levels: AWS 4; Terraform 3.", {
      width: 34,
      also: ["Skill", "Skill set", "Tags", "Competencies", "Competency"],
    }),
    target: column("Utilization target", "target", "Share of capacity to plan: 80%. Empty: the default in Settings.", {
      also: ["Utilisation target", "Target utilization", "Target utilisation", "Target", "Billable target"],
    }),
    kind: column("Kind", "personKind", "Employee, contractor or planned hire. Empty: employee.", {
      width: 14,
      also: ["Type", "Employment type", "Employee type", "Employment", "Contract type"],
      choices: list(PERSON_KINDS),
    }),
    odds: odds("How likely a planned hire comes: 60%. Empty: certain."),
    rampUpWeeks: column("Ramp-up weeks", "weeks", "Weeks until a new person works at full speed.", {
      also: ["Ramp up", "Rampup weeks", "Onboarding weeks"],
    }),
  },
  { effort: [["weeklyHours"], ["fte"]] },
);

export const SKILLS = table("Skills", "Who can do what, how well, and with which certificate until when.", {
  person: person("A person of People."),
  skill: skill("What the person can do.", true),
  level: column("Level", "level", "1 (learning) to 5 (expert). Empty: 5.", {
    also: ["Skill level", "Proficiency", "Proficiency level"],
  }),
  certificate: certificate("The certificate's name."),
  validFrom: column("Valid from", "day", "First day the row counts: the end of a training. Empty: always.", {
    also: ["Certified on", "Issued", "Issued on", "Issue date", "Trained on"],
  }),
  validTo: column("Valid to", "day", "Last day the certificate counts. Empty: no end.", {
    also: ["Valid until", "Expiry", "Expiry date", "Expires", "Expires on", "Expiration date"],
  }),
});

export const ENGAGEMENTS = table("Engagements", "Every piece of client or internal work, one row each.", {
  engagement: engagement("The name, spelled the same in every table."),
  client: column("Client", "client", "Who pays.", {
    width: 20,
    also: ["Client name", "Customer", "Customer name", "Account", "Account name", "Company", "Organization", "Kunde"],
  }),
  kind: column(
    "Kind",
    "engagementKind",
    "How it is paid. Empty: time and materials; with a fee or a retainer in Fees it must be filled.",
    {
      width: 18,
      also: ["Type", "Engagement type", "Project type", "Billing type", "Contract type", "Commercial model"],
      choices: list(ENGAGEMENT_KINDS),
    },
  ),
  status: column(
    "Status",
    "status",
    "Confirmed, tentative, lost or done. Lost work counts nowhere; done work up to As of, and nothing of it is to come. Empty: confirmed.",
    {
      also: ["State", "Stage", "Project status", "Deal stage", "Status category"],
      choices: list(STATUSES),
    },
  ),
  odds: odds("How likely tentative work is won: 60%."),
  from: from("First day. Empty: open."),
  to: to("Last day. Empty: open.", ["Due date"]),
  priority: column("Priority", "priority", "1 first; empty last.", { also: ["Prio", "Rank"] }),
  startSlip: column(
    "Start slip",
    "raw",
    "How late it starts when won: 2 weeks 30%; 4 weeks 10%. None: on time. Empty: as Settings.",
    {
      also: ["Start slips", "Start delay"],
    },
  ),
  owner: column("Owner", "unread", "Who answers for it.", {
    width: 20,
    also: ["Manager", "Project manager", "Delivery manager", "Account manager", "Lead", "Delivery lead"],
  }),
});

export const DEMAND = table(
  "Demand",
  "Work asked for, by skill or role, whoever does it.",
  {
    engagement: engagement("An engagement of Engagements."),
    skill: skill("The skill it takes. Fill this or Role, or both."),
    role: role("The role it takes."),
    minLevel,
    certificate: certificate("A certificate that the person must hold on these days."),
    location: location("Where the person must be. Empty: anywhere."),
    from: from("First day. Empty: the engagement's."),
    to: to("Last day. Empty: the engagement's."),
    hoursAWeek: hoursAWeek("Hours a week, of all people together. Fill one of the three."),
    fte: column("FTE", "fteInAll", "People at full time: 1.5."),
    totalHours: totalHours("Hours from the first to the last day."),
    spread: column("Spread", "spread", "How total hours fall: even, front or back. Empty: even.", {
      also: ["Profile", "Load profile", "Distribution"],
      choices: list(SPREADS),
    }),
  },
  { effort: [["hoursAWeek"], ["fte"], ["totalHours"]], oneOf: ["skill", "role"] },
);

export const ALLOCATIONS = table(
  "Allocations",
  "Who works on what, when and how much. A placeholder such as TBD is somebody still to be named.",
  {
    person: person("A person of People, or a placeholder such as TBD."),
    engagement: engagement("An engagement of Engagements."),
    skill: skill("The skill used. Empty: any that fits."),
    from: from("First day. Empty: the engagement's."),
    to: to("Last day. Empty: the engagement's.", ["Due date"]),
    hoursADay: hoursADay("Hours on each working day. Fill exactly one of the effort columns."),
    hoursAWeek: hoursAWeek("Hours in each week.", false),
    fte: column("FTE", "fte", "Share of the full-time hours in Settings: 0.5."),
    share: column("Share", "share", "Share of the person's own day: 50%.", {
      also: ["Allocation", "Allocated", "Percent", "Percentage", "Percent allocation", "%"],
    }),
    totalHours: totalHours("Hours from the first to the last day."),
    billable: column("Billable", "flag", "Yes or no. Empty: yes, but for internal work.", {
      also: ["Is billable", "Chargeable", "Abrechenbar"],
    }),
    note: column("Note", "unread", "Anything.", { width: 30, also: ["Notes", "Comment", "Comments", "Description"] }),
  },
  { effort: [["hoursADay"], ["hoursAWeek"], ["fte"], ["share"], ["totalHours"]] },
);

export const SCENARIOS = table(
  "Scenarios",
  "What if: changes to the plan, one row each. Rows with one name make a scenario; formulas ask for it with scenario=name.",
  {
    scenario: column("Scenario", "scenario", "The scenario's name.", { required: true, width: 22 }),
    change: column("Change", "change", "What changes.", { required: true, width: 16, choices: list(CHANGES) }),
    on: column("On", "flag", "Whether the row counts. Empty: yes.", { width: 8 }),
    person: column("Person", "person", "Who leaves, moves, is trained or changes hours; or a name for the hire.", {
      width: 24,
    }),
    engagement: column("Engagement", "engagement", "The engagement it is about. Empty: every managed service grows.", {
      width: 28,
    }),
    toEngagement: column("To engagement", "engagement", "Where somebody moves.", { width: 28 }),
    skill: column("Skill", "skill", "What new work takes, a hire brings, or somebody learns.", { width: 18 }),
    level: column("Level", "level", "1 to 5. Empty: any level for new work, 5 for people."),
    certificate: column("Certificate", "certificate", "Asked for by new work, or held by the person.", { width: 20 }),
    location: column("Location", "location", "Of new work or a hire. Empty: anywhere; a hire where most people are.", {
      width: 16,
    }),
    from: column("From", "day", "First day; of a leaver, the first day without them. Empty: always."),
    to: column("To", "day", "Last day. Empty: no end."),
    hoursAWeek: column("Hours a week", "hoursAWeekInAll", "Of new work, a hire, or a changed contract."),
    percent: column("Percent", "growth", "How much is added to what is asked for: 20%; less with a minus sign: -10%."),
    weeks: column(
      "Weeks",
      "weeksLater",
      "How many weeks later everything of the engagement is; earlier with a minus sign.",
    ),
    note: column("Note", "unread", "Anything.", { width: 30 }),
  },
  { onlyWhenNamed: ["scenario", "change"] },
);

/** Every table a plan may have, in the order of the template, of problems and of accounts. Add a table here and nowhere else. */
export const TABLES: readonly Table[] = [
  SETTINGS,
  PEOPLE,
  SKILLS,
  ENGAGEMENTS,
  DEMAND,
  ALLOCATIONS,
  SUPPORT,
  TICKETS,
  LEAVE,
  HOLIDAYS,
  SCENARIOS,
  ...BOOK_TABLES,
  SNAPSHOTS,
  MILESTONES,
  MAPS,
];

/** What the template makes: hours worked come from elsewhere, money may stand in a workbook of its own, and history grows by itself. */
export const TEMPLATE_TABLES: readonly Table[] = TABLES.filter(
  (one) => ![...BOOK_TABLES, SNAPSHOTS, MAPS].some(({ name }) => name === one.name),
);
