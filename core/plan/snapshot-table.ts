import { queue, skill } from "./columns.ts";
import { column, table } from "./table.ts";

export const SNAPSHOTS = table(
  "Snapshots",
  "The plan as it was on earlier days, written by Headroom: what forecasts are held against. It never holds rates.",
  {
    taken: column("Taken on", "day", "The day of the snapshot.", {
      required: true,
      also: ["Snapshot", "Snapshot taken"],
    }),
    week: column("Week", "day", "A day of the first week that Hours holds.", {
      required: true,
      also: ["Week of", "First week", "Week (Monday)"],
    }),
    engagement: queue("What is worked on. Empty: the hours are everybody's capacity."),
    skill: skill("The skill it takes. Empty: none is named."),
    person: column("Person", "person", "Who is planned for it. Empty: nobody yet.", {
      width: 24,
      also: ["Name", "Employee", "Resource", "Person name"],
    }),
    hours: column("Hours", "raw", "Hours week after week: 24x5; 16 is five weeks of 24 hours and one of 16.", {
      required: true,
      width: 40,
      also: ["Planned hours", "Hours by week"],
    }),
  },
  { onlyWhenNamed: ["taken"], mostRows: 500_000 },
);
