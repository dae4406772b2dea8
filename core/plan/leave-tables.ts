import { from, hoursADay, location, person, to } from "./columns.ts";
import { column, table } from "./table.ts";

export const LEAVE = table("Leave", "Days away: holidays, sickness, parental leave.", {
  person: person("A person of People."),
  from: from("First day away.", ["Date", "Day", "Datum"], true),
  to: to("Last day away. Empty: no end yet. Without this column each row is one day."),
  hoursADay: hoursADay("Hours away on each day. Empty: the whole day."),
  kind: column("Kind", "unread", "Vacation, sick, parental …", {
    also: ["Type", "Leave type", "Time off type", "Timeoff type name", "Reason"],
  }),
});

export const HOLIDAYS = table(
  "Holidays",
  "Public holidays, one row a day and location.",
  {
    location: location("A location of People. Empty, or without this column: everywhere."),
    day: column("Day", "day", "The day off.", { required: true, also: ["Date", "Holiday date", "Datum"] }),
    name: column("Name", "unread", "What is celebrated.", {
      width: 28,
      also: ["Holiday", "Holiday name", "Public holiday", "Description"],
    }),
  },
  { onlyWhenNamed: ["location"] },
);
