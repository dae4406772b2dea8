import { supply } from "../engine/supply.ts";
import { byPeople, peopleSource } from "./by-people.ts";
import { defineFunction } from "./define.ts";
import { demandSummands } from "./demand-summands.ts";
import { hoursMatrix } from "./matrix.ts";
import { partsOf } from "./parts.ts";
import { type Source, sums } from "./sums.ts";
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
  mayUse: ["Engagements", ...PEOPLE_TABLES, "Actuals"],
  countsWorked: true,
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
    const demand = demandSummands(asked, parts, pinned);
    const people = byPeople(asked, parts, capacity);
    const variance = sums(parts.periodOfPart, people, demand);
    if (!variance.rowOf.has(NO_SKILL)) return hoursMatrix(asked, variance);
    const anybody = peopleSource({ ...asked, rows: "total" }, parts, capacity);
    const labels: Source["labels"] = (row, part) => anybody.labels(row, part).map(() => NO_SKILL);
    const everybody = {
      sources: [...people.sources, { ...anybody, labels }],
      listed: [...people.listed, NO_SKILL],
    };
    return hoursMatrix(asked, sums(parts.periodOfPart, everybody, demand));
  },
});
