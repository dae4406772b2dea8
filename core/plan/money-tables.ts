import { from, queue, role, skill, to } from "./columns.ts";
import { column, table } from "./table.ts";
import { FEE_KINDS } from "./words.ts";

const whose = (about: string) =>
  column("Person", "person", about, {
    width: 24,
    also: ["Name", "Employee", "Resource", "Member", "Person name", "Mitarbeiter"],
  });
const currency = column("Currency", "raw", "Three letters of ISO 4217, such as EUR. Empty: the plan's currency.", {
  also: [
    ...["Currency code", "Ccy", "Curr", "ISO currency", "Rate currency", "Billing currency", "Invoice currency"],
    ...["Cost currency", "Fee currency", "Währung"],
  ],
});
const BILL_RATES = [
  ...["Bill rate", "Billable rate", "Billing rate", "Hourly rate", "Default rate", "Standard rate", "Rate hourly"],
  ...["Charge out rate", "Default hourly rate", "Resource rate", "Rate hour", "Stundensatz"],
];
const COST_RATES = [
  ...[
    "Cost",
    "Cost hour",
    "Hourly cost",
    "Hourly cost rate",
    "Cost to business",
    "Cost to business (per hour)",
    "Default cost",
  ],
  ...["Default hour cost", "Internal rate", "Internal cost rate", "Burden", "Burden rate", "Kostensatz"],
];

/** From and To of amounts that hold for some time. */
const SINCE = [
  ...[
    "Valid from",
    "Valid since",
    "Effective from",
    "Effective",
    "Effective as of",
    "Applies from",
    "Since",
    "Starting",
  ],
  ...["In force from", "Date", "Gültig ab", "Gültig von", "Gültig seit", "Seit", "Ab"],
];
const UNTIL = [
  ...["Valid to", "Valid until", "Valid till", "Valid through", "Effective to", "Effective until", "Applies until"],
  ...["Till", "Through", "Expires", "Expires on", "Expiry", "Expiry date", "Expiration date", "Gültig bis"],
];
const INCLUDED = [
  ...["Hours included", "Incl hours", "Included hours a month", "Included hours per month", "Monthly included hours"],
  ...["Retainer hours", "Prepaid hours", "Hours in retainer", "Hours covered"],
  ...["Covered hours", "Bundled hours", "Hour allowance", "Hours allowance", "Inklusivstunden", "Inkludierte Stunden"],
];
const ENDS = "Last day. Empty: until a later row takes over.";

export const RATES = table(
  "Rates",
  "What clients pay for an hour. What an engagement has goes before what its client has, and that before the rate card; in each a person before a skill before a role.",
  {
    engagement: queue(
      "Only for this engagement. Empty: any. A managed service charges billable hours beyond the Included hours of its retainer (Fees) at such a rate, and every one where Fees does not say how many are included.",
    ),
    client: column("Client", "client", "Only for this client. Empty: any.", {
      width: 20,
      also: ["Client name", "Customer", "Customer name", "Account", "Account name", "Kunde"],
    }),
    role: role("Only for people in this role. Empty: any."),
    person: whose("Only for this person. Empty: any."),
    skill: skill("Only for work that takes this skill. Empty: any."),
    rate: column("Rate", "raw", "What an hour is charged with.", {
      required: true,
      secret: true,
      also: BILL_RATES,
    }),
    currency,
    from: from("First day. Empty: always.", SINCE),
    to: to(ENDS, UNTIL),
  },
  { oneOf: ["engagement", "client", "role", "person", "skill"] },
);

export const COSTS = table(
  "Costs",
  "What an hour of somebody costs the firm. A person's own goes before the role's.",
  {
    person: whose("A person of People. Fill this or Role."),
    role: role("Everybody in this role who has no cost rate of their own."),
    rate: column("Cost rate", "raw", "What an hour costs.", { required: true, secret: true, also: COST_RATES }),
    currency,
    from: from("First day. Empty: always.", SINCE),
    to: to(ENDS, UNTIL),
  },
  { oneOf: ["person", "role"] },
);

export const FEES = table(
  "Fees",
  "What does not go by the hour: fees, retainers, change orders, expenses, write-offs.",
  {
    engagement: { ...queue("An engagement of Engagements."), required: true },
    kind: column(
      "Kind",
      "feeKind",
      "What it is. Empty: a monthly retainer of a managed service, otherwise a fixed fee.",
      {
        width: 18,
        also: ["Type", "Fee type", "Fee kind"],
        choices: Object.keys(FEE_KINDS),
      },
    ),
    amount: column("Amount", "raw", "How much; of a retainer, each month, whatever its hours.", {
      required: true,
      secret: true,
      also: ["Fee", "Fee amount", "Price", "Value", "Betrag"],
    }),
    currency,
    from: from("First day; of anything but a fee, the day it counts. Empty: the engagement's.", [...SINCE, "Day"]),
    to: to("Last day. Empty: the engagement's.", UNTIL),
    included: column(
      "Included hours",
      "totalHours",
      "Of a monthly retainer: billable hours of a calendar month that it pays for. Only hours beyond them are charged, at rates that name the engagement. 0: every hour is on top. Empty: not said, so that every hour is.",
      { width: 17, also: INCLUDED },
    ),
  },
);

export const EXCHANGE = table("Exchange", "What one unit of another currency is worth in the plan's currency.", {
  currency: {
    ...currency,
    required: true,
    about: "The other currency: three letters of ISO 4217, such as INR.",
    also: [...currency.also, "From currency", "Foreign currency", "Source currency", "Currency from"],
  },
  rate: column("Rate", "raw", "What one of it is worth in the plan's currency, such as 0.012.", {
    required: true,
    also: ["Exchange rate", "FX rate", "Conversion rate", "Kurs", "Wechselkurs"],
  }),
  from: from("First day. Empty: always.", SINCE),
  to: to(ENDS, UNTIL),
});

export const ACTUALS = table(
  "Actuals",
  "Hours worked, one row a day, person and engagement. Until the last of these days they count instead of the plan.",
  {
    day: column("Day", "day", "The day of the work.", {
      required: true,
      also: ["Date", "Work date", "Spent date", "Logged date", "Entry date", "Worked on", "Datum"],
    }),
    person: { ...whose("A person of People."), required: true },
    engagement: { ...queue("An engagement of Engagements."), required: true },
    hours: column("Hours", "hoursADay", "Hours worked. 0 is nothing done; empty is not known.", {
      also: ["Hours worked", "Actual hours", "Worked hours", "Logged hours", "Duration", "WIP hours", "Dauer"],
    }),
    billable: column("Billable", "flag", "Yes or no. Empty: yes, but for internal work.", {
      also: ["Is billable", "Chargeable", "Abrechenbar"],
    }),
    note: column("Note", "unread", "Anything.", { width: 30, also: ["Notes", "Comment", "Description"] }),
  },
  { onlyWhenNamed: [], effort: [["hours"]] },
);

/** What finance, or a time sheet, may keep in a workbook of its own. */
export const BOOK_TABLES = [ACTUALS, RATES, COSTS, FEES, EXCHANGE] as const;
