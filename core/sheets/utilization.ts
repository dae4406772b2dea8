import { FARTHEST_WEEKS } from "../engine/bands.ts";
import { DENOMINATOR_TEXT } from "../engine/worked/denominator.ts";
import { PPM } from "../plan/plan.ts";
import { assumptions, problemLines, rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import type { Line, SheetModel } from "./model.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import { weeksOfUtilization } from "./utilization-firm.ts";
import { type Loads, loadsOf } from "./utilization-given.ts";
import { missingGrid, runsGrid } from "./utilization-people.ts";
import { peopleByWeek, teamsOfWeeks } from "./utilization-weeks.ts";
import { counted, dayAndMonth, listed, thousands } from "./words.ts";

export const UTILIZATION_AND_OVERLOAD = "Utilization and overload";

/** Who works too much, for how many weeks already, and how well everybody's time is used. */
export function utilizationAndOverload(given: Given): SheetModel {
  const loads = loadsOf(given);
  const { watchAbove, redAbove, overtime, utilizationOf } = given.plan.settings;
  return {
    name: UTILIZATION_AND_OVERLOAD,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Utilization and overload, by person and week", look: "title" },
          headline(given, loads),
          ...assumptions(given, UTILIZATION_AND_OVERLOAD),
          { text: `${pastDaysText(given, loads.weeks[0])} ${missingText(given, loads)}` },
          {
            text: `Load is all hours as a share of effective hours: contract hours less public holidays and leave. Red: above 100 %, work in a week without hours to work, or above ${percent(redAbove)} for the third week running. Watch: above ${percent(watchAbove)} for the second week running, or overtime of ${percent(overtime)} of the hours worked in the second.`,
          },
          {
            text: `Utilization is a share ${DENOMINATOR_TEXT[utilizationOf]} (Settings, Utilization of): hours are added up first and divided once; n/a where there is nothing to take a share of. Runs are followed back up to ${FARTHEST_WEEKS} weeks before the first week shown; one that began earlier has a + after its weeks.`,
          },
          { text: "▲ above 100 %: red", look: "short", swatch: true },
          { text: `◆ ${percent(watchAbove)} to 100 %: full`, look: "tight", swatch: true },
          { text: "○ below 50 %: time to spare", look: "spare", swatch: true },
        ],
      },
      runsGrid(given, loads),
      weeksOfUtilization(given, loads),
      teamsOfWeeks(given, loads),
      peopleByWeek(given, loads),
      missingGrid(given, loads),
      rowsRead(given),
      problemLines(given.plan),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
    print: { headingsOf: "people", upTo: "people" },
  };
}

const percent = (share: number): string => `${Math.round((share * 1000) / PPM) / 10} %`;

function headline({ plan }: Given, { people, weeks, all }: Loads): Line {
  const red = people.reduce((sum, one) => sum + one.red, 0);
  const watch = people.reduce((sum, one) => sum + one.watch, 0);
  const over = counted(weeks.length, "week");
  if (red + watch === 0) return { text: `Nobody is overloaded in these ${over}.`, look: "good" };
  const longest = people.reduce((a, b) => (b.run > a.run ? b : a));
  const until = all.weeks.periods[longest.runEnds]?.from;
  const who = plan.people[longest.person]!.name;
  const run =
    until === undefined || longest.run < 2
      ? ""
      : ` Longest: ${who}, ${counted(longest.run, "week")}${longest.runIsLonger ? " or more" : ""} in a row up to the week of ${dayAndMonth(until)}.`;
  return {
    text: `${counted(red, "person-week is", "person-weeks are")} red and ${thousands(watch)} to watch in ${over}.${run}`,
    look: red > 0 ? "bad" : "note",
  };
}

const MOST_NAMES = 5;

function missingText({ plan }: Given, { missing }: Loads): string {
  if (plan.actuals.length === 0) return "";
  if (missing.length === 0) return "No timesheet is missing.";
  const days = missing.reduce((sum, one) => sum + one.days, 0);
  const names = [...new Set(missing.map(({ person }) => plan.people[person]!.name))];
  return `Timesheets are missing for ${counted(days, "day")} of ${listed(names, MOST_NAMES)}: see below.`;
}
