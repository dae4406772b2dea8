import { PPM } from "../plan/plan.ts";
import { assumptions, rowsRead } from "./account.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { Meaning } from "./meaning.ts";
import {
  type Column,
  type Content,
  cellOf,
  formula,
  type Grid,
  type Line,
  type Note,
  type SheetModel,
  sameRow,
} from "./model.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid } from "./refreshed.ts";
import {
  BASELINE,
  firstShortWeek,
  leastShort,
  type ScenarioSums,
  scenarioSums,
  scenariosOn,
  utilizationOf,
} from "./scenario-sums.ts";
import { toHours, total } from "./sums.ts";
import { counted, hoursText, listed } from "./words.ts";

export const SCENARIO_COMPARISON = "Scenario comparison";

/** More would not fit beside each other. */
const MOST_COMPARED = 12;
const MOST_NAMED = 4;

/** Which of our ideas helps most, and what does each cost in overload and utilization? */
export function scenarioComparison(given: Given): SheetModel {
  const asked = scenariosOn(given.plan);
  const compared = asked.slice(0, MOST_COMPARED);
  const sums = scenarioSums(given.plan, compared, given.weeks, given.counted);
  return {
    name: SCENARIO_COMPARISON,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Scenario comparison, over the whole horizon", look: "title" },
          headline(given, sums),
          ...assumptions(given, SCENARIO_COMPARISON),
          {
            text: `A scenario is rows of the table Scenarios; those switched on are compared, each alone, with the plan as it is. ${pastDaysText(given)}`,
          },
        ],
      },
      scenariosGrid(given, sums),
      weeksGrid(given, sums),
      leftOut(
        asked.slice(MOST_COMPARED).map(({ name }) => name),
        given,
      ),
      rowsRead(given),
      inputsGrid(given),
    ],
    freeze: { rows: 0, columns: 1 },
  };
}

const hours = (key: string, heading: string, means: Meaning, note: string): Column => ({
  key,
  heading,
  shows: "hours",
  width: 13,
  means,
  note,
});
/** What a column holds less what it says of the plan as it is, which stands first. */
const change = (key: string): Meaning => ({ as: formula`${sameRow(key)}-${cellOf(key, 0)}` });

const COLUMNS: readonly Column[] = [
  { key: "scenario", heading: "Scenario", shows: "text", width: 28 },
  hours("gap", "Skill gap", { measure: "gap" }, "Open work that no assignment of the free people can cover."),
  hours("gapChange", "Gap, change", change("gap"), "Against the plan as it is; a minus sign is better."),
  { key: "first", heading: "First red week", shows: "date", width: 15, note: "The first week with a skill gap." },
  {
    key: "red",
    heading: "Red weeks",
    shows: "count",
    width: 11,
    means: { measure: "short weeks" },
    note: "Weeks with a skill gap.",
  },
  hours("overload", "Overload", { measure: "overload" }, "Allocated beyond capacity, person by person, day by day."),
  { ...hours("overloadChange", "Overload, change", change("overload"), "Against the plan as it is."), width: 17 },
  {
    key: "utilization",
    heading: "Utilization",
    shows: "percent",
    width: 12,
    means: { measure: "utilization" },
    note: "Billable hours as a share of capacity.",
  },
  {
    key: "utilizationChange",
    heading: "Utilization, change",
    shows: "percent",
    width: 19,
    means: change("utilization"),
    note: "In points of per cent.",
  },
  hours("free", "Free hours", { measure: "availability" }, "Capacity less allocations, never below 0 for anybody."),
  {
    key: "skills",
    heading: "Short of",
    shows: "text",
    width: 13,
    note: "Skills that bind, the shortest of hours first.",
  },
];

function scenariosGrid({ weeks, fingerprint }: Given, sums: readonly ScenarioSums[]): Grid {
  const [base] = sums as readonly [ScenarioSums, ...ScenarioSums[]];
  return {
    kind: "grid",
    key: "scenarios",
    title: "By scenario",
    fingerprint,
    columns: COLUMNS,
    rows: sums.map((one): readonly Content[] => {
      const first = firstShortWeek(one);
      const isBase = one === base;
      const change = (minutesOf: (sums: ScenarioSums) => readonly number[]) =>
        isBase ? null : toHours(total(minutesOf(one)) - total(minutesOf(base)));
      return [
        one.name,
        toHours(total(one.gap)),
        change(({ gap }) => gap),
        first < 0 ? null : weeks.periods[first]!.from,
        one.gap.filter((minutes) => minutes > 0).length,
        toHours(total(one.overload)),
        change(({ overload }) => overload),
        utilizationOf(one) ?? "n/a",
        isBase ? null : (millionths(one) - millionths(base)) / PPM,
        toHours(total(one.free)),
        listed(one.binding, MOST_NAMED),
      ];
    }),
    rowMeans: sums.map(meansOf),
    rules: [alarm(["gap"], "short"), alarm(["overload"])],
    charts: [],
  };
}

const meansOf = ({ name, scenario }: ScenarioSums): Meaning => (scenario === null ? {} : { scenario: name });

const millionths = (sums: ScenarioSums): number => Math.round((utilizationOf(sums) ?? 0) * PPM);

function weeksGrid({ weeks, fingerprint }: Given, sums: readonly ScenarioSums[]): Grid {
  const keys = weeks.periods.map((_, week) => `w${week}`);
  return {
    kind: "grid",
    key: "weeks",
    title: "Skill gap by week, hours",
    fingerprint,
    columns: [
      { key: "scenario", heading: "Scenario", shows: "text", width: 28 },
      ...weeks.periods.map(
        ({ from, to }, week): Column => ({
          key: `w${week}`,
          heading: "",
          headingDay: from,
          shows: "hours",
          width: 13,
          means: { from, to },
        }),
      ),
    ],
    rows: sums.map(({ name, gap }) => [name, ...gap.map(toHours)]),
    means: { measure: "gap" },
    rowMeans: sums.map(meansOf),
    rules: [alarm(keys, "short")],
    charts: [],
  };
}

/** The one sentence a manager reads. */
function headline({ weeks, plan }: Given, sums: readonly ScenarioSums[]): Line {
  const [base, ...others] = sums as readonly [ScenarioSums, ...ScenarioSums[]];
  const n = counted(weeks.periods.length, "week");
  const now = total(base.gap);
  if (others.length === 0) {
    const why =
      plan.scenarios.length === 0 ? "There is no scenario yet" : "No scenario is switched on and without problems";
    return { text: `${why}: the plan as it is lacks ${hoursText(now)} in these ${n}.` };
  }
  const best = leastShort(others);
  const least = total(best[0]!.gap);
  if (least >= now) {
    return {
      text: `No scenario makes the skill gap smaller than it is: ${hoursText(now)} in these ${n}.`,
      look: "bad",
    };
  }
  const look = least === 0 ? "good" : "bad";
  const names = listed(
    best.map(({ name }) => `“${name}”`),
    MOST_NAMED,
  );
  return {
    text: `${names} ${best.length > 1 ? "help" : "helps"} most: ${hoursText(least)} short in these ${n} instead of ${hoursText(now)}.`,
    look,
  };
}

/** Scenarios that are not compared, and why. */
function leftOut(more: readonly string[], { plan }: Given): Note {
  const wrong = plan.scenarios.filter(({ problems }) => problems.length > 0).map(({ name }) => name);
  const off = plan.scenarios.filter((one) => one.problems.length === 0 && !one.changes.some(({ on }) => on));
  const line = (names: readonly string[], why: string): readonly Line[] =>
    names.length === 0 ? [] : [{ text: `${why}: ${listed(names, MOST_COMPARED)}.` }];
  const lines = [
    ...line(wrong, "Not computed, because rows have problems (see Plan check)"),
    ...line(
      off.map(({ name }) => name),
      "Switched off",
    ),
    ...line(more, `More than ${MOST_COMPARED}`),
  ];
  return {
    kind: "note",
    key: "left",
    lines: lines.length > 0 ? lines : [{ text: `Every scenario is compared with the ${BASELINE.toLowerCase()}.` }],
  };
}
