import { supply } from "../engine/supply.ts";
import { byPeople } from "./by-people.ts";
import { defineFunction } from "./define.ts";
import { demandSums } from "./demand-sums.ts";
import { hoursMatrix, TOTAL } from "./matrix.ts";
import { partsOf } from "./parts.ts";
import { less } from "./sums.ts";
import { GRID_PARAMS, OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";
import { NO_SKILL } from "./work.ts";

export const VARIANCE = defineFunction({
  name: "VARIANCE",
  category: "Capacity and demand",
  summary: "Capacity less demand: hours to spare, or below 0 hours too few; it does not look at who can do what.",
  gives: "hours",
  params: GRID_PARAMS,
  rows: ["total", "person", "team", "role", "location", "skill"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "grain", "problems"],
  needs: [["People"], WORK_TABLES],
  mayUse: ["Engagements", ...PEOPLE_TABLES],
  examples: [
    {
      says: "424 hours of capacity less 298 hours of demand.",
      formula: "=VARIANCE(DATE(2026,1,12), DATE(2026,1,16), People, Demand, Support, Allocations)",
      gives: 126,
    },
    {
      says: "Skill by skill the cut-over seems to fit; SKILLGAP says why it does not.",
      formula:
        '=VARIANCE(DATE(2026,1,26), DATE(2026,1,30), "skill",, "skill=AWS, Kubernetes, Security", People, Skills, Demand, Support, Allocations)',
      gives: [
        ["Skill", 46048],
        ["Kubernetes", 50],
        ["AWS", 30],
        ["Security", 70],
      ],
    },
  ],
  run: (asked) => {
    const parts = partsOf(asked);
    const { capacity, pinned } = supply(asked.plan, parts, asked.counted);
    const demand = demandSums(asked, parts, pinned);
    const anybody = demand.has(NO_SKILL)
      ? byPeople({ ...asked, rows: "total" }, parts, capacity).get(TOTAL)
      : undefined;
    const people = [...byPeople(asked, parts, capacity), ...(anybody ? [[NO_SKILL, anybody] as const] : [])];
    return hoursMatrix(asked, less(new Map(people), demand));
  },
});
