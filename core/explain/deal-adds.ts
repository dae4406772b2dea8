import type { PeriodOdds } from "../engine/chance/index.ts";
import { PPM } from "../plan/plan.ts";
import type { Given } from "../sheets/given.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { type Explanation, explained, minutes, part, sumOf, wholeParts } from "./explanation.ts";
import { foundRisk } from "./found-risk.ts";
import { hoursText } from "./words.ts";

const nameOf = ({ plan }: Given, engagement: number): string => plan.engagements[engagement]?.name ?? "";

/** The odds of a deal, as typed. */
export function dealOdds(given: Given, engagement: number): Explanation {
  const odds = given.plan.engagements[engagement]?.odds ?? 0;
  const at = { kind: "engagement", number: engagement } as const;
  const about = { title: `Odds of ${nameOf(given, engagement)}`, rule: "As typed in Engagements." };
  return explained(about, sumOf("Odds", "millionths", [part("Odds in its row of Engagements", odds, at)]));
}

interface Moved {
  readonly week: PeriodOdds;
  readonly label: string;
  readonly isCertain: boolean;
  readonly chance: number;
  readonly expected: number;
}

/** Of each week that a deal moves, the figures with it won less those with it lost. */
const movedBy = (given: Given, engagement: number): readonly Moved[] =>
  foundRisk(given).odds.periods.flatMap((week, at): readonly Moved[] => {
    const own = week.deals.find((one) => one.engagement === engagement);
    return own === undefined ? [] : [{ ...own, week, label: dayMonthYear(given.weeks.periods[at]!.from) }];
  });

/** What a deal adds to the hours expected to be short, week by week. */
export function dealHours(given: Given, engagement: number): Explanation {
  const moved = movedBy(given, engagement);
  const share = (given.plan.engagements[engagement]?.odds ?? 0) / PPM;
  const exact = moved.map(({ expected }) => expected);
  const whole = wholeParts(exact, Math.round(exact.reduce((sum, one) => sum + one, 0)));
  const parts = moved.map(({ week, label, expected, isCertain }, i) => {
    if (isCertain) return part(`Week of ${label}: with a late start, rather than on time`, whole[i]!);
    const won = week.expected + (1 - share) * expected;
    const says = `Week of ${label}: ${hoursText(Math.max(0, won))} with it, ${hoursText(Math.max(0, won - expected))} without`;
    return part(says, whole[i]!);
  });
  const about = {
    title: `Hours that ${nameOf(given, engagement)} adds to what is expected to be short`,
    rule: "Expected hours short with it won less those with it lost, in the same outcomes of everything else, over all weeks; of a certain deal, with a late start less those on time.",
  };
  return explained(
    about,
    minutes(
      "Adds hours",
      parts.filter(({ amount }) => amount !== 0),
    ),
  );
}

/** The most that a deal adds to the chance of any week. */
export function dealChance(given: Given, engagement: number): Explanation {
  const moved = movedBy(given, engagement);
  const share = (given.plan.engagements[engagement]?.odds ?? 0) / PPM;
  const most = moved.reduce<Moved | null>((a, b) => (a === null || b.chance > a.chance ? b : a), null);
  const about = {
    title: `Chance that ${nameOf(given, engagement)} adds${most === null ? "" : `, week of ${most.label}`}`,
    rule: "The most it adds to the chance of any week: with it won less with it lost, or late less on time, in points.",
  };
  const points = Math.round((most?.chance ?? 0) * PPM);
  if (most === null || points <= 0) return explained(about, sumOf("Adds chance", "millionths", []));
  const won = Math.round(Math.min(1, most.week.chance + (1 - share) * most.chance) * PPM);
  const parts = most.isCertain
    ? [part("Chance with a late start, less the chance on time", points)]
    : [part("Chance with it won", won), part("Chance with it lost", points - won)];
  return explained(
    about,
    sumOf(
      "Adds chance",
      "millionths",
      parts.filter(({ amount }) => amount !== 0),
    ),
  );
}
