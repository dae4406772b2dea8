import { type Exposure, exposure } from "../engine/decide/exposure.ts";
import type { CellRange } from "../plan/cells.ts";
import type { Plan } from "../plan/plan.ts";
import { type Minutes, toHours } from "../units.ts";
import { type Asked, defineFunction } from "./define.ts";
import { countsPerson } from "./filters.ts";
import { numberNamed } from "./named.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_BOTH, PEOPLE_TABLES, WORK_TABLES } from "./vocabulary.ts";

export const EXPOSURE = defineFunction({
  name: "EXPOSURE",
  category: "Decisions",
  summary:
    "Who is missed if somebody is not there: for each person and engagement the hours booked, and the hours that nobody else could do.",
  gives: "a table, worst person first",
  params: ["from", "to", "who", "where"],
  rows: ["total"],
  ...OF_BOTH,
  choices: ["pipeline", "hires", "plan", "grain", "problems"],
  needs: [["People"], WORK_TABLES],
  mayUse: ["Engagements", ...PEOPLE_TABLES],
  examples: [
    {
      says: "A week without Maya: nobody else knows Kubernetes well enough, and Tidewater would lack 20 hours more although nothing of it is booked on her.",
      formula:
        '=EXPOSURE(DATE(2026,1,26), DATE(2026,1,30), "Maya Ellison", People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Person", "Engagement", "Booked", "Irreplaceable", "First hit"],
        ["Maya Ellison", "Tidewater migration", 0, 20, 46048],
        ["Maya Ellison", "Cobalt platform", 12, 12, 46048],
        ["Maya Ellison", "Meridian cloud care", 8, 8, 46048],
      ],
    },
    {
      says: "Rohan's 20 hours could be done by Asha and Vikram.",
      formula:
        '=EXPOSURE(DATE(2026,1,26), DATE(2026,1,30), "Rohan Kulkarni", People, Skills, Engagements, Demand, Support, Allocations)',
      gives: [
        ["Person", "Engagement", "Booked", "Irreplaceable", "First hit"],
        ["Rohan Kulkarni", "Cobalt platform", 20, 0, ""],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted } = asked;
    const found = exposure(plan, asked, counted, scopeOf(asked), peopleOf(asked));
    return [HEADINGS, ...(found.length > 0 ? found.map((one) => rowOf(plan, one)) : [NOTHING])];
  },
});

const HEADINGS = ["Person", "Engagement", "Booked", "Irreplaceable", "First hit"];
const NOTHING = ["Nobody would be missed in this period", "", "", "", ""];

/** Whoever is named; otherwise everyone who counts. */
function peopleOf({ plan, filters, from, cellOf }: Asked): readonly number[] {
  const cell = cellOf("who");
  if (cell !== null) return [numberNamed(plan, "person", cell)];
  const counts = (number: number) => {
    const contract = plan.contracts[number]!;
    return countsPerson(plan, filters, contract, Math.max(from, contract.from));
  };
  return [...plan.people.keys()].filter((person) => plan.people[person]!.contracts.some(counts));
}

const rowOf = (plan: Plan, { person, engagement, booked, lost, first }: Exposure): CellRange[number] => [
  plan.people[person]!.name,
  plan.engagements[engagement]!.name,
  hours(booked),
  hours(lost),
  first ?? "",
];
const hours = (minutes: number) => toHours(minutes as Minutes);
