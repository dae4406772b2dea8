import { supply } from "../engine/supply.ts";
import { byPeople } from "./by-people.ts";
import { defineFunction } from "./define.ts";
import { hoursMatrix } from "./matrix.ts";
import { partsOf } from "./parts.ts";
import { sums } from "./sums.ts";
import { GRID_PARAMS, OF_PEOPLE, PEOPLE_TABLES } from "./vocabulary.ts";

export const AVAILABILITY = defineFunction({
  name: "AVAILABILITY",
  category: "Capacity and demand",
  summary: "Free hours: capacity less what people are allocated to, counted per person and day and never below 0.",
  gives: "hours",
  params: GRID_PARAMS,
  ...OF_PEOPLE,
  choices: ["pipeline", "hires", "plan", "problems"],
  needs: [["People"]],
  mayUse: ["Allocations", "Engagements", ...PEOPLE_TABLES, "Actuals"],
  countsWorked: true,
  examples: [
    {
      says: "Free hours in the first week of Cobalt's release.",
      formula: "=AVAILABILITY(DATE(2026,1,12), DATE(2026,1,16), People, Allocations)",
      gives: 136,
    },
    {
      says: "Who can do AWS, and how many hours each has left.",
      formula: '=AVAILABILITY(DATE(2026,1,26), DATE(2026,1,30), "person",, "skill=AWS", People, Allocations)',
      gives: [
        ["Person", 46048],
        ["Maya Ellison", 20],
        ["Ben Carver", 20],
        ["Wei Ling Tan", 0],
      ],
    },
  ],
  run: (asked) => {
    const parts = partsOf(asked);
    const { free } = supply(asked.plan, parts, asked.counted);
    return hoursMatrix(asked, sums(parts.periodOfPart, byPeople(asked, parts, free)));
  },
});
