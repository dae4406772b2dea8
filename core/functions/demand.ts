import { defineFunction } from "./define.ts";
import { demandSummands } from "./demand-summands.ts";
import { hoursMatrix } from "./matrix.ts";
import { partsOf } from "./parts.ts";
import { sums } from "./sums.ts";
import { GRID_PARAMS, OF_WORK, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";

export const DEMAND = defineFunction({
  name: "DEMAND",
  category: "Capacity and demand",
  summary: "Hours asked for: confirmed work, tentative work by its odds, support, and allocations beyond them.",
  gives: "hours",
  params: GRID_PARAMS,
  ...OF_WORK,
  choices: ["pipeline", "hires", "grain", "problems"],
  needs: [WORK_TABLES],
  goesWith: { Allocations: "People" },
  mayUse: ["Engagements", "People", ...PEOPLE_TABLES, "Actuals"],
  countsWorked: true,
  examples: [
    {
      says: "A week's project work and support: 98 and 108 hours.",
      formula: "=DEMAND(DATE(2026,1,5), DATE(2026,1,9), Demand, Support)",
      gives: 206,
    },
    {
      says: "By engagement, with the internal work that people are allocated to and no row of Demand asks for.",
      formula:
        '=DEMAND(DATE(2026,1,5), DATE(2026,1,9), "engagement", People, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Engagement", 46027],
        ["Harborline desk", 60],
        ["Meridian cloud care", 48],
        ["Cobalt platform", 98],
        ["Internal tooling", 16],
      ],
    },
    {
      says: "Tentative work by its odds: half of the 70 hours a week that Juniper would take.",
      formula: '=DEMAND(DATE(2026,3,2), DATE(2026,3,6),,, "status=tentative", Engagements, Demand)',
      gives: 35,
    },
  ],
  run: (asked) => {
    const parts = partsOf(asked);
    return hoursMatrix(asked, sums(parts.periodOfPart, demandSummands(asked, parts)));
  },
});
