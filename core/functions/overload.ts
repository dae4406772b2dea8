import { supply } from "../engine/supply.ts";
import { byPeople } from "./by-people.ts";
import { OVERLOAD_MEASURES } from "./choices.ts";
import { defineFunction } from "./define.ts";
import { hoursMatrix } from "./matrix.ts";
import { overloadWeeks, type WeekMeasure } from "./overload-weeks.ts";
import { partsOf } from "./parts.ts";
import { sums } from "./sums.ts";
import { GRID_PARAMS, OF_PEOPLE, PEOPLE_TABLES } from "./vocabulary.ts";

export const OVERLOAD = defineFunction({
  name: "OVERLOAD",
  category: "Capacity and demand",
  summary:
    "Hours beyond capacity: what people are allocated to and cannot work, counted per person and day; or people-weeks that are red or to watch, or the longest run of weeks above the watch limit, wherever in the 208 weeks before From it began.",
  gives: "hours; weeks with measure=red, watch or run",
  params: GRID_PARAMS,
  ...OF_PEOPLE,
  measures: OVERLOAD_MEASURES,
  choices: ["measure", "pipeline", "hires", "problems"],
  needs: [["People"], ["Allocations"]],
  mayUse: ["Engagements", ...PEOPLE_TABLES, "Actuals"],
  countsWorked: true,
  judgesWeeks: ({ measure }) => weekMeasure(measure) !== null,
  examples: [
    {
      says: "Vikram is asked for 10 hours a day on the ten days of the release.",
      formula: "=OVERLOAD(DATE(2026,1,5), DATE(2026,1,30), People, Allocations)",
      gives: 20,
    },
    {
      says: "Week by week.",
      formula:
        '=OVERLOAD(DATE(2026,1,5), DATE(2026,2,1), "person", "week", "person=Vikram Joshi", People, Allocations)',
      gives: [
        ["Person", 46027, 46034, 46041, 46048],
        ["Vikram Joshi", 0, 10, 10, 0],
      ],
    },
  ],
  run: (asked) => {
    const measure = weekMeasure(asked.where.measure);
    if (measure !== null) return overloadWeeks(asked, measure);
    const parts = partsOf(asked);
    const { overload } = supply(asked.plan, parts, asked.counted);
    return hoursMatrix(asked, sums(parts.periodOfPart, byPeople(asked, parts, overload)));
  },
});

const weekMeasure = (measure: string | null): WeekMeasure | null =>
  measure === "red" || measure === "watch" || measure === "run" ? measure : null;
