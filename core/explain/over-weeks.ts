import { FARTHEST_WEEKS, isOpenRun, type JudgedWeeks, judgedWeeks } from "../engine/bands.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { contractOn } from "../engine/worked/logged.ts";
import { rowsOf } from "../functions/by-people.ts";
import { lookedAt } from "../functions/define.ts";
import { type Ask, askedOf, labelOf, ruleOf, titleOf } from "./ask.ts";
import { type Explanation, explained, type Part, sumOf } from "./explanation.ts";
import { BAND_RULES, weekPart } from "./judged-week.ts";
import { percentText } from "./words.ts";

export const WEEK_KINDS = ["Red weeks", "Weeks to watch", "Longest run of weeks"] as const;

/** OVERLOAD in weeks: people-weeks that are red or to watch, or the longest run, week by week with the hours that make it so. */
export function overWeeks(ask: Ask, kind: string): Explanation {
  const { counted } = ask;
  const plan = asWorked(ask.plan, lookedAt(ask, true));
  const weeks = judgedWeeks(plan, ask, counted);
  const asked = { ...ask, plan };
  return kind === "Longest run of weeks"
    ? longestRun(asked, weeks)
    : inBand(asked, weeks, kind === "Red weeks" ? "red" : "watch");
}

interface PersonWeek {
  readonly person: number;
  readonly week: number;
}

/** Weeks that begin in the asked days, of the people who count then. */
function weeksOf(ask: Ask, { all, judged: people }: JudgedWeeks): readonly PersonWeek[] {
  const asked = askedOf(ask);
  const label = labelOf(ask);
  return people.flatMap((own, person) =>
    own.flatMap((_, week): readonly PersonWeek[] => {
      const monday = all.weeks.periods[week]!.from;
      const contract = ask.plan.contracts[contractOn(ask.plan, person, monday)];
      const counts = monday >= ask.from && monday <= ask.to && contract !== undefined;
      return counts && rowsOf(asked, contract, monday).includes(label) ? [{ person, week }] : [];
    }),
  );
}

function inBand(ask: Ask, weeks: JudgedWeeks, band: "red" | "watch"): Explanation {
  const { plan } = ask;
  const byPerson = new Map<number, Part[]>();
  for (const { person, week } of weeksOf(ask, weeks)) {
    if (weeks.judged[person]![week]!.band !== band) continue;
    byPerson.set(person, [...(byPerson.get(person) ?? []), weekPart(plan, weeks, person, week)]);
  }
  const parts = [...byPerson].map(
    ([person, own]): Part => ({
      label: plan.people[person]!.name,
      amount: own.length,
      at: { kind: "person", number: person },
      parts: own,
    }),
  );
  const what = band === "red" ? "Red weeks" : "Weeks to watch";
  const rule = `${BAND_RULES[band](plan.settings)} Each person's weeks are counted.`;
  return explained({ title: titleOf(what, ask), rule }, sumOf(what, "count", parts), { notes: [WHOLE] });
}

const WHOLE = "A week counts where its Monday lies in these days, and is judged whole.";

function longestRun(ask: Ask, weeks: JudgedWeeks): Explanation {
  const { plan } = ask;
  const runOf = ({ person, week }: PersonWeek) => weeks.judged[person]![week]!.run;
  const longest = weeksOf(ask, weeks).reduce<PersonWeek | null>(
    (best, one) => (runOf(one) > (best === null ? 0 : runOf(best)) ? one : best),
    null,
  );
  const run = longest === null ? 0 : runOf(longest);
  const parts = Array.from({ length: run }, (_, i) =>
    weekPart(plan, weeks, longest!.person, longest!.week - run + 1 + i),
  );
  const who = longest === null ? [] : [{ ...parts[0]!, label: plan.people[longest.person]!.name, amount: run, parts }];
  const limit = percentText(plan.settings.watchAbove);
  const rule = `${ruleOf("OVERLOAD")} A run: weeks one after another with a load above ${limit}; it may have begun up to ${FARTHEST_WEEKS} weeks before these days.${longest !== null && isOpenRun(run, longest.week) ? " This one began earlier still: it is as long as these weeks, or longer." : ""}`;
  return explained({ title: titleOf("Longest run of weeks", ask), rule }, sumOf("Weeks in a row", "count", who), {
    notes: [WHOLE],
  });
}
