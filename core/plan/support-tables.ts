import {
  CLOSED,
  engagement,
  from,
  hoursAWeek,
  minLevel,
  moment,
  OPENED,
  queue,
  skill,
  TICKET_HOURS,
  to,
} from "./columns.ts";
import { column, table } from "./table.ts";

export const SUPPORT = table(
  "Support",
  "Managed services, incidents and requests: work that comes every week.",
  {
    engagement: engagement("An engagement of Engagements.", "Queue", "Service", "Support queue", "Service desk"),
    skill: skill("The skill it takes. Empty: anybody."),
    minLevel,
    from: from("First day. Empty: the engagement's."),
    to: to("Last day. Empty: the engagement's."),
    hoursAWeek: hoursAWeek("Hours a week. Fill this, or both tickets columns."),
    ticketsAWeek: column("Tickets a week", "ticketsAWeek", "How many come in a week.", {
      also: ["Weekly tickets", "Ticket week", "Incidents week"],
    }),
    hoursATicket: column("Hours a ticket", "hoursATicket", "How long one takes.", {
      also: ["Hours incident", "Average hours ticket"],
    }),
  },
  { effort: [["hoursAWeek"], ["ticketsAWeek", "hoursATicket"]] },
);

export const TICKETS = table(
  "Tickets",
  "What came in: one row a ticket. Support is forecast from the weeks before those asked for; where few came before, from all.",
  {
    opened: moment("Opened", "The day it came in.", OPENED, true),
    engagement: queue(
      "An engagement of Engagements, or a queue.",
      "Queue",
      "Service",
      "Support queue",
      "Service desk",
      "Board",
      "Queue name",
      "Assignment group",
    ),
    skill: skill("The skill it took. Empty: the one that Support names for the queue, when it is one."),
    hours: column("Hours", "ticketHours", "What it took. Empty: what the queue's others took.", { also: TICKET_HOURS }),
    closed: moment("Closed", "The day it was done. Empty: still open.", CLOSED),
    billable: column("Billable", "flag", "Yes or no. Empty: no.", {
      also: ["Is billable", "Chargeable", "Abrechenbar"],
    }),
  },
);
