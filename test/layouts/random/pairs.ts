import { dayNumber, lastOfMonth, monthOf, weekdaysIn, yearOf } from "./calendar.ts";
import type { Choices } from "./choices.ts";
import { paper } from "./sheet.ts";
import { amountIn, type Entry, type Laid, minutesOf, NAMES, nameOf, TEAMS, typed, WORKS } from "./truth.ts";
import { unitWord } from "./wide.ts";

const KINDS = ["Client work", "Internal", "Pursuit"];

/** A name of work and an amount side by side, several times a row, for the month that the sheet's name or a title says. */
export function laidPairs(choices: Choices): Laid {
  const page = paper(choices);
  const { chance, words, write, blank } = page;
  const from = dayNumber(2025, 1 + (choices.first % 24), 1);
  const to = lastOfMonth(from);
  const month = `${words.months[monthOf(from) - 1]} ${yearOf(from)}`;
  if (choices.titles > 0) write(chance.upTo(1) === 0 ? month : `${chance.one(words.title)} ${month}`);
  if (choices.titles > 1) blank(1);
  const said = { ...choices, said: "heading" } as const;
  const pairs = 2 + (choices.works % 2);
  const team = choices.extraColumns > 0 ? [chance.one(words.team)] : [];
  const totals = choices.totalColumn ? [chance.one(words.total)] : [];
  const isUnlike = choices.traps.includes("unlike pairs") && !choices.totalColumn && pairs > 2;
  const other = { ...said, unit: choices.unit === "hours" ? ("fte" as const) : ("hours" as const) };
  const kindOf = (i: number) => (isUnlike && i === pairs - 1 ? other : said);
  const unitOf = (i: number) => unitWord(kindOf(i), page);
  write(chance.one(words.person), ...team, ...KINDS.slice(0, pairs).flatMap((kind, i) => [kind, unitOf(i)]), ...totals);
  const entries: Entry[] = [];
  for (const person of chance.some(NAMES, choices.people)) {
    const lines = choices.namesOnce ? choices.works : 1;
    for (let i = 0; i < lines; i++) {
      const done = Array.from({ length: pairs }, (_, p) => ({
        work: chance.one(WORKS),
        amount: Math.min(amountIn(chance, kindOf(p).unit, 5), 20),
      }));
      const shownSum =
        done.reduce((sum, { amount }) => sum + amount, 0) *
        (choices.unit === "percent" && choices.wholePercent ? 100 : 1);
      const row = write(
        i === 0 ? nameOf(person, choices) : null,
        ...team.map(() => (i === 0 ? TEAMS[person[0].length % 3]! : null)),
        ...done.flatMap(({ work, amount }, p) =>
          amount === 0 ? [null, null] : [work, typed(amount, kindOf(p), unitOf(p))],
        ),
        ...totals.map(() => Math.round(shownSum * 1e6) / 1e6),
      );
      for (const [p, { work, amount }] of done.entries())
        if (amount > 0)
          entries.push({
            row,
            person: person.join(" "),
            work,
            from,
            to,
            minutes: minutesOf(kindOf(p).unit, amount, from, to),
          });
    }
    if (choices.blankRows) blank(1);
  }
  if (choices.remark) write(words.remark);
  blank(choices.rowsBelow);
  return page.laid(
    choices.titles > 0 ? "Sheet1" : month,
    entries.filter(() => weekdaysIn(from, to) > 0),
  );
}
