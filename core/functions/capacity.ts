import { supply } from "../engine/supply.ts";
import { byPeople } from "./by-people.ts";
import { defineFunction } from "./define.ts";
import { hoursMatrix } from "./matrix.ts";
import { partsOf } from "./parts.ts";
import { sums } from "./sums.ts";
import { GRID_PARAMS, OF_PEOPLE, PEOPLE_TABLES } from "./vocabulary.ts";

export const CAPACITY = defineFunction({
  name: "CAPACITY",
  category: "Capacity and demand",
  summary: "Hours people can work: what they are contracted for, less public holidays and leave.",
  gives: "hours",
  params: GRID_PARAMS,
  ...OF_PEOPLE,
  choices: ["hires", "problems"],
  needs: [["People"]],
  mayUse: PEOPLE_TABLES,
  examples: [
    {
      says: "A week with nobody away: ten people of 40 hours and one of 24.",
      formula: "=CAPACITY(DATE(2026,1,5), DATE(2026,1,9), People)",
      gives: 424,
    },
    {
      says: "The same week by team, and the week after it; Vikram is on leave for two days of the first.",
      formula: '=CAPACITY(DATE(2026,1,5), DATE(2026,1,18), "team", "week", People, Leave)',
      gives: [
        ["Team", 46027, 46034],
        ["Platform", 160, 160],
        ["Delivery", 24, 24],
        ["Applications", 104, 120],
        ["Service desk", 120, 120],
      ],
    },
    {
      says: "A planned hire in the first of four weeks of ramp-up: 40 hours × 80 % × 1/5.",
      formula: '=CAPACITY(DATE(2026,3,2), DATE(2026,3,6),,, "kind=planned hire", People)',
      gives: 6.4,
    },
  ],
  run: (asked) => {
    const parts = partsOf(asked);
    const { capacity } = supply(asked.plan, parts, asked.counted);
    return hoursMatrix(asked, sums(parts.periodOfPart, byPeople(asked, parts, capacity)));
  },
});
