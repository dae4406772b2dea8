import type { Exposure } from "../engine/decide/exposure.ts";
import { counted, dayMonthYear, hoursText, listed } from "../sheets/words.ts";
import { type Absence, lostInWeek, sumOf } from "./absence-answer.ts";
import type { Answer, AnswerRow } from "./answer.ts";
import { tenths, weekLine } from "./answer-weeks.ts";
import { namePlaces } from "./name-place.ts";

const MOST_LINES = 8;
const MOST_NAMES = 3;

/** Everybody, whom the plan would miss most first. */
export function allLeave(absence: Absence): Answer {
  const { found, hit, weeks, notes } = absence;
  const { plan } = found;
  const ownOf = new Map<number, Exposure[]>();
  for (const one of hit) ownOf.set(one.person, [...(ownOf.get(one.person) ?? []), one]);
  const people = [...ownOf].map(([person, own]) => {
    return { name: plan.people[person]!.name, own, booked: sumOf(own, "booked"), lost: sumOf(own, "lost") };
  });
  const missed = people.filter(({ lost }) => lost > 0);
  const [worst] = missed;
  const placeOf = namePlaces(found, "person");
  return {
    says:
      worst === undefined
        ? "Nobody is irreplaceable: whoever leaves, others have time for what they would leave behind."
        : `${worst.name} would be missed most: ${hoursText(worst.lost)} that nobody else could do; ${counted(missed.length, "person has", "people have")} such work.`,
    tone: worst === undefined ? "good" : "bad",
    notes,
    picture:
      worst === undefined
        ? null
        : {
            kind: "strip",
            about: `Hours a week that nobody else could do, if one of these ${counted(Math.min(MOST_LINES, missed.length), "person", "people")} left.`,
            series: missed
              .slice(0, MOST_LINES)
              .map(({ name, own }) => weekLine(name, weeks, lostInWeek(absence, own), (hours) => `${hours} lost`)),
          },
    tables: [
      {
        title: "If one of them left",
        headings: ["Person", "Nobody else, h", "Booked, h", "First hit", "Engagements hit"],
        rows: people.map(({ name, own, booked, lost }): AnswerRow => {
          const hitOnes = own.filter((one) => one.lost > 0);
          const days = hitOnes.flatMap(({ first }) => (first === null ? [] : [first]));
          const first = days.length === 0 ? "" : dayMonthYear(days.reduce((a, b) => (a < b ? a : b)));
          const names = hitOnes.map(({ engagement }) => plan.engagements[engagement]!.name);
          return {
            cells: [name, tenths(lost), tenths(booked), first, listed(names, MOST_NAMES)],
            at: placeOf(name),
          };
        }),
      },
    ],
    scenario: [],
  };
}
