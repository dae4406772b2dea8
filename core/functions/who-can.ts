import { type Candidate, whoCan } from "../engine/decide/who-can.ts";
import type { Requirement } from "../engine/requirements.ts";
import { timeline } from "../engine/timeline.ts";
import { isoDate, type Period } from "../plan/calendar.ts";
import { type Cell, type CellRange, shown } from "../plan/cells.ts";
import { LAST_DAY, type Plan } from "../plan/plan.ts";
import { PlanError } from "../problems.ts";
import { type Minutes, toHours } from "../units.ts";
import { unusable } from "./argument.ts";
import { defineFunction } from "./define.ts";
import { freeText, short } from "./free-text.ts";
import { hoursAWeek } from "./hours-a-week.ts";
import { numberNamed } from "./named.ts";
import { scopeOf } from "./scope-of.ts";
import { OF_PEOPLE } from "./vocabulary.ts";

export const WHOCAN = defineFunction({
  name: "WHOCAN",
  category: "Decisions",
  summary:
    "Who could do some work, best first: everyone with the skill at that level (5 where the plan does not say how well) and time for it, with the hours each could give and why.",
  gives: "a table",
  params: ["skill", "level", "hours", "from", "to", "where"],
  ...OF_PEOPLE,
  choices: ["pipeline", "hires", "plan", "problems"],
  needs: [["People"]],
  mayUse: ["Skills", "Engagements", "Demand", "Allocations", "Leave", "Holidays", "Settings"],
  examples: [
    {
      says: "Ten hours of AWS a week for two weeks: Wei Ling could as well, but has no hour free.",
      formula: '=WHOCAN("AWS", 3, 10, DATE(2026,1,26), DATE(2026,2,6), People, Skills, Allocations, Leave, Holidays)',
      gives: [
        ["Person", "Level", "Certificate", "Location", "Can give", "Least a week", "Average a week", "Load", "Why"],
        ["Maya Ellison", 4, "", "Chicago", 20, 20, 20, 0.5, "time for all of it, free 20 h every week"],
        ["Ben Carver", 4, "", "Chicago", 20, 20, 20, 0.5, "time for all of it, free 20 h every week"],
      ],
    },
    {
      says: "Twenty hours of security a week, at any level: Omar's 10 hours would do for half.",
      formula: '=WHOCAN("Security",, 20, DATE(2026,1,26), DATE(2026,1,30), People, Skills, Allocations)',
      gives: [
        ["Person", "Level", "Certificate", "Location", "Can give", "Least a week", "Average a week", "Load", "Why"],
        ["Maya Ellison", 4, "CISSP until 2026-02-06", "Chicago", 20, 20, 20, 0.5, "time for all of it, free 20 h"],
        ["Omar Haddad", 2, "", "Chicago", 10, 10, 10, 0.75, "time for 10 of 20 h, free 10 h"],
      ],
    },
  ],
  run: (asked) => {
    const { plan, counted, from, to, cellOf } = asked;
    const skill = numberNamed(plan, "skill", cellOf("skill"));
    const wanted: Requirement = { skill, role: "", level: levelIn(cellOf("level")), certificate: null, location: -1 };
    const weekly = hoursAWeek(cellOf("hours"));
    const found = whoCan(plan, wanted, weekly, { from, to }, counted, scopeOf(asked));
    const rows = found.map((one) => rowOf(plan, skill, { from, to }, one));
    return [HEADINGS, ...(rows.length > 0 ? rows : [NOBODY])];
  },
});

const HEADINGS = [
  "Person",
  "Level",
  "Certificate",
  "Location",
  "Can give",
  "Least a week",
  "Average a week",
  "Load",
  "Why",
];
const NOBODY = ["Nobody who can has time in this period", "", "", "", "", "", "", "", ""];

function rowOf(plan: Plan, skill: number, days: Period, one: Candidate): CellRange[number] {
  const { person, level, gives, least, average, pinned, capacity } = one;
  return [
    plan.people[person]!.name,
    level,
    certificatesOf(plan, person, skill, days),
    locationOf(plan, person, days),
    hours(gives),
    hours(least),
    hours(average),
    capacity === 0 ? "n/a" : pinned / capacity,
    reasonFor(one, days),
  ];
}

/** "time for 10 of 20 h, free 10 h every week, has the skill in 1 of 2 weeks" */
function reasonFor({ gives, asked, free, fits, weeks }: Candidate, { from, to }: Period): string {
  const part =
    asked === null ? "" : gives === asked ? "time for all of it" : `time for ${short(gives)} of ${short(asked)} h`;
  const while_ = fits < weeks ? `has the skill in ${fits} of ${weeks} weeks` : "";
  const byWeek = freeText(timeline(from, to, "week").periods, free);
  return [part, byWeek, while_].filter((one) => one !== "").join(", ");
}

/** "CISSP until 2026-02-06": those that stand with the skill and count in these days. */
function certificatesOf({ people }: Plan, person: number, skill: number, { from, to }: Period): string {
  const held = people[person]!.skills.filter(
    (one) => one.skill === skill && one.validFrom <= to && one.validTo >= from,
  );
  return held
    .flatMap(({ certificate, validTo }) => {
      if (certificate === null) return [];
      return [validTo === LAST_DAY ? certificate : `${certificate} until ${isoDate(validTo)}`];
    })
    .join(", ");
}

/** Where they work on the last of these days on which they do. */
function locationOf({ people, contracts, locations }: Plan, person: number, { from, to }: Period): string {
  const own = people[person]!.contracts.map((number) => contracts[number]!);
  const last = own.filter((one) => one.from <= to && one.to >= from).at(-1);
  return locations[last?.location ?? -1]?.name ?? "";
}

/** A level of 1 to 5; 1 where none is asked for. */
export function levelIn(cell: Cell): number {
  if (cell === null) return 1;
  const level = typeof cell === "string" && cell.trim() !== "" ? Number(cell) : cell;
  if (typeof level === "number" && Number.isInteger(level) && level >= 1 && level <= 5) return level;
  throw new PlanError([unusable(shown(cell), "is not a level: 1 to 5", "Maybe 3.")]);
}

const hours = (minutes: number) => toHours(minutes as Minutes);
