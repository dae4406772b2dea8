import { type DayNumber, plusDays } from "../../units.ts";
import { fridayOf, HORIZON_FROM, mondayOf } from "../days.ts";
import type { Draw } from "../random.ts";
import { CAST, type Cast } from "./cast.ts";
import { MARKET } from "./market.ts";
import { namesFrom } from "./names.ts";
import { TEAMS, type Team } from "./teams.ts";

/** Somebody as the demo firm is drawn, before rows are made. */
export interface Staff {
  readonly name: string;
  readonly team: string;
  readonly location: string;
  /** Main skill, and how well. */
  readonly skill: string;
  readonly level: number;
  readonly besides: ReadonlyMap<string, number>;
  /** Last day of the certificate in the main skill; null without one. */
  readonly certifiedTo: DayNumber | null;
  readonly weeklyHours: number;
  readonly workingDays: string | null;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly kind: "employee" | "contractor" | "planned hire";
}

const LEVELS = [2, 2, 3, 3, 3, 3, 4, 4, 4, 5];
const LEVELS_BESIDES = [1, 1, 2, 2, 2, 3];
const PART_TIME: readonly (readonly [weeklyHours: number, workingDays: string | null])[] = [
  [32, "Mon-Thu"],
  [24, "Mon-Wed"],
  [24, "Tue-Thu"],
  [20, null],
];
/** Teams that grow here: every sixth position is a planned hire. */
const GROWING: ReadonlySet<string> = new Set(["Kubernetes", "Security", "Snowflake", "SAP Basis", "AWS"]);

/** 400 people, team by team: those of the cast first, then as the team is made up. */
export function staffFrom(draw: Draw): readonly Staff[] {
  const nameAt = namesFrom(
    draw,
    CAST.map(({ name }) => name),
  );
  return TEAMS.flatMap((team) => {
    const cast = CAST.filter((one) => one.team === team.name);
    const others = team.main.flatMap(([skill, people]) => {
      const open = people - cast.filter((one) => one.skill === skill).length;
      return Array.from({ length: open }, (_, i) =>
        GROWING.has(skill) && i % 6 === 5 ? hire(draw, team, skill, (i + 1) / 6) : colleague(draw, team, skill, nameAt),
      );
    });
    return [...cast.map((one) => member(draw, team, one)), ...others];
  });
}

function colleague(draw: Draw, team: Team, skill: string, nameAt: (location: string) => string): Staff {
  const location = draw.pick(team.locations);
  const contractor = draw.chance(0.08);
  const [weeklyHours, workingDays] = draw.chance(0.05) ? draw.pick(PART_TIME) : [40, null];
  return {
    name: nameAt(location),
    team: team.name,
    location,
    skill,
    level: draw.pick(LEVELS),
    besides: besides(draw, team, skill),
    certifiedTo: certificate(draw, skill),
    weeklyHours,
    workingDays,
    from: draw.chance(0.03) ? mondayOf(draw.whole(2, 14)) : plusDays(HORIZON_FROM, -draw.whole(60, 3200)),
    to: draw.chance(contractor ? 0.3 : 0.02) ? fridayOf(draw.whole(15, 24)) : null,
    kind: contractor ? "contractor" : "employee",
  };
}

const member = (draw: Draw, team: Team, { to, certifiedTo, ...cast }: Cast): Staff => ({
  ...cast,
  besides: besides(draw, team, cast.skill),
  certifiedTo: certifiedTo ?? null,
  weeklyHours: 40,
  workingDays: null,
  from: null,
  to: to ?? null,
  kind: "employee",
});

const hire = (draw: Draw, team: Team, skill: string, place: number): Staff => ({
  name: `Planned hire ${skill} ${place}`,
  team: team.name,
  location: draw.pick(team.locations),
  skill,
  level: 3,
  besides: new Map(),
  certifiedTo: null,
  weeklyHours: 40,
  workingDays: null,
  from: mondayOf(draw.whole(6, 18)),
  to: null,
  kind: "planned hire",
});

/** Four in ten have their skill's certificate; one in seven of these loses it within the horizon. */
function certificate(draw: Draw, skill: string): DayNumber | null {
  const has = draw.chance(0.4);
  const soon = draw.chance(0.15);
  if (!has || MARKET.get(skill)?.certificate === undefined) return null;
  return plusDays(HORIZON_FROM, soon ? draw.whole(30, 180) : draw.whole(190, 900));
}

function besides(draw: Draw, team: Team, main: string): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (let n = draw.whole(1, 3); n > 0; n--) {
    const skill = draw.pick(team.besides);
    const level = draw.pick(LEVELS_BESIDES);
    if (skill !== main && !known.has(skill)) known.set(skill, level);
  }
  return known;
}
