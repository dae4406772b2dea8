import { FIRST_DAY, LAST_DAY, PPM } from "../plan/plan.ts";
import type { Change, ChangeKind } from "../scenario/change.ts";
import { counted, dayMonthYear, hoursText } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";

/** A change in a few words: "Maya Ellison leaves on 2 Feb 2026". */
export const changeText = (change: Change): string => SAYS[change.kind](change);

/** The same as a sentence. */
export function changeSentence(change: Change): string {
  const text = changeText(change);
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

type Says<K extends ChangeKind> = { readonly [C in K]: (change: Extract<Change, { readonly kind: C }>) => string };

const WORDS: Says<ChangeKind> = {
  "new engagement": ({ engagement, skill, level, certificate, location, weekly, ...days }) =>
    `${engagement}: ${hoursText(weekly)} of ${skill}${level > 1 ? ` ${level}+` : ""}${certificateText("with", certificate)}${placeText(location)} a week${between(days)}`,
  growth: ({ engagement, share, ...days }) =>
    `${subject(engagement)[share < 0 ? "shrinks" : "grows"]} by ${Math.round((Math.abs(share) * 10_000) / PPM) / 100} %${between(days)}`,
  leaver: ({ person, from }) => `${person} is gone from ${dayMonthYear(from)} on`,
  move: ({ person, engagement, toEngagement, ...days }) =>
    `${person} moves from ${engagement} to ${toEngagement}${between(days)}`,
  hire: ({ person, skill, level, certificate, location, weekly, ...days }) =>
    `hire ${person ?? "somebody"} with ${skill}${levelText(level)}${certificateText("and", certificate)}${placeText(location)}, ${hoursText(weekly)} a week${between(days)}`,
  training: ({ person, skill, level, certificate, from }) =>
    `${person} has ${skill}${levelText(level)}${certificateText("with", certificate)}${between({ from, to: LAST_DAY })}`,
  slip: ({ engagement, weeks }) =>
    `${engagement} is ${counted(Math.abs(weeks), "week")} ${weeks < 0 ? "earlier" : "later"}`,
  win: ({ engagement }) => `${engagement} is won`,
  lose: ({ engagement }) => `${engagement} is lost`,
  hours: ({ person, weekly, ...days }) => `${person} works ${hoursText(weekly)} a week${between(days)}`,
};

/** Nothing for 5, the level of people of whom a row says none. */
const levelText = (level: number): string => (level === 5 ? "" : ` ${level}`);

const certificateText = (word: "and" | "with", name: string | null): string =>
  name === null ? "" : ` ${word} ${name}`;
const placeText = (location: string | null): string => (location === null ? "" : ` in ${location}`);

const subject = (engagement: string | null) =>
  engagement === null
    ? { grows: "managed services grow", shrinks: "managed services shrink" }
    : { grows: `${engagement} grows`, shrinks: `${engagement} shrinks` };

// Each entry is given changes of its own kind only.
const SAYS = WORDS as { readonly [K in ChangeKind]: (change: Change) => string };

function between({ from, to }: { readonly from: DayNumber; readonly to: DayNumber }): string {
  const first = from === FIRST_DAY ? "" : ` from ${dayMonthYear(from)}`;
  return to === LAST_DAY ? first : `${first} to ${dayMonthYear(to)}`;
}
