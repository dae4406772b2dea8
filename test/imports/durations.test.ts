import { expect, test } from "vitest";
import { secondsOf } from "../../core/imports/durations.ts";
import { imported, minutesIn } from "./read.ts";

/** A full-time week of 40 hours: a day is 8. */
const WEEK = 2400;
const CASES: readonly (readonly [text: string, seconds: number | undefined])[] = [
  ["1d 2h", 36_000],
  ["7h 30m", 27_000],
  ["7h30", 27_000],
  ["-1h 30m", -5400],
  ["45s", 45],
  ["1h 2m 3s", 3723],
  ["PT7H30M", 27_000],
  ["-PT30M", -1800],
  ["7 Std.", 25_200],
  ["90 minutes", 5400],
  ["h", undefined],
  ["PT", undefined],
  ["1d2", undefined],
  ["7,5 h", undefined],
];
test.each(CASES)("%s", (text, seconds) => expect(secondsOf(text, "hours", "point", WEEK)).toBe(seconds));

test("a comma before decimals of a duration with a unit is the file's decimal comma", () => {
  const result = imported("Datum;Benutzer;Projekt;Stunden\n05.01.2026;Ana;A;7,5 h\n06.01.2026;Ana;A;8 h");
  expect([result.mark, minutesIn(result), result.counts.used]).toEqual(["comma", 930, 2]);
});

test("months are read in the languages of the headings", () => {
  const dates = [
    "5. Jänner 2026",
    "5. ledna 2026",
    "5 januari 2026",
    "5. januar 2026",
    "5 enero 2026",
    "5 janvier 2026",
  ];
  const may = ["5 maj 2026", "5. května 2026"];
  const days = (all: readonly string[]) =>
    imported(["Date,User,Project,Hours", ...all.map((date) => `${date},Ana,A,1`)].join("\n")).lines.map(
      ({ day }) => day,
    );
  expect(days(dates)).toEqual(dates.map(() => 46_027));
  expect(days(may)).toEqual([46_147, 46_147]);
  expect(days(["5. června 2026", "5. července 2026"])).toEqual([46_178, 46_208]);
});
