import { describe, expect, test } from "vitest";
import { shortfallOdds, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import { standardError } from "../../../core/engine/chance/standard-error.ts";
import { countedBy } from "../../../core/engine/counted.ts";
import { everything } from "../../../core/engine/scope.ts";
import { randomFrom } from "../../../core/engine/staffing/random.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { d } from "../../support/engine-plan.ts";
import { rangesIn } from "../../support/plan.ts";
import { runsOf } from "./runs.ts";

interface Book {
  readonly people: number;
  /** Per cent of days. */
  readonly absence: number;
  /** Hours that are asked for in any case. */
  readonly firm: number;
  readonly queues: readonly { readonly tickets: number; readonly hours: number }[];
  /** Odds in per cent. */
  readonly deals: readonly { readonly odds: number; readonly hours: number }[];
}

/** The first week of a book whose people all do the same work 40 hours a week. */
function seenIn({ people, absence, firm, queues, deals }: Book, seed: number) {
  const lines = (texts: readonly string[]) => texts.join("\n");
  const plan = readPlan(
    rangesIn(`
Setting | Value
Unplanned absence | ${absence}%

Person | Weekly hours | Skills
${lines(Array.from({ length: people }, (_, i) => `P${i} | 40 | AWS 4`))}

Engagement | Status | Odds
${lines(["Firm | confirmed |", ...queues.map((_, i) => `Q${i} | confirmed |`), ...deals.map(({ odds }, i) => `D${i} | tentative | ${odds}%`)])}

Engagement | Skill | Hours a week
${lines([`Firm | AWS | ${firm}`, ...deals.map(({ hours }, i) => `D${i} | AWS | ${hours}`)])}
${queues.length === 0 ? "" : "\nEngagement | Skill | Tickets a week | Hours a ticket"}
${lines(queues.map(({ tickets, hours }, i) => `Q${i} | AWS | ${tickets} | ${hours}`))}
`).map((cells) => ({ cells })),
  );
  const over = timeline(d(0), d(4), "week");
  return shortfallOdds(plan, over, countedBy(plan.settings), everything(plan), { ...USUAL_ODDS, seed }).periods[0]!;
}

/** The chance that more is asked for than there is, hour by hour: everything is a whole number of hours. */
function exactly({ people, absence, firm, queues, deals }: Book): number {
  let asked = new Map([[firm, 1]]);
  const add = (ways: readonly (readonly [hours: number, chance: number])[]) => {
    const next = new Map<number, number>();
    for (const [before, share] of asked)
      for (const [hours, chance] of ways) next.set(before + hours, (next.get(before + hours) ?? 0) + share * chance);
    asked = next;
  };
  for (const { odds, hours } of deals)
    add([
      [0, 1 - odds / 100],
      [hours, odds / 100],
    ]);
  for (const { tickets, hours } of queues) {
    let chance = Math.exp(-tickets);
    add(
      Array.from({ length: 60 }, (_, count) => {
        const way = [count * hours, chance] as const;
        chance *= tickets / (count + 1);
        return way;
      }),
    );
  }
  for (let day = 0; day < 5 * people; day++)
    add([
      [0, 1 - absence / 100],
      [8, absence / 100],
    ]);
  return [...asked].reduce((sum, [hours, chance]) => (hours > 40 * people ? sum + chance : sum), 0);
}

/** Books that may or may not be short. */
function someBook(seed: number): Book {
  const draw = randomFrom(seed);
  const whole = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const some = <T>(most: number, one: () => T): readonly T[] => Array.from({ length: whole(0, most) }, one);
  const people = whole(1, 3);
  const absence = whole(0, 1) * whole(1, 10);
  const queues = some(4, () => ({ tickets: whole(1, 12), hours: whole(1, 4) }));
  const deals = some(4, () => ({ odds: whole(5, 95), hours: whole(5, 40) }));
  const mean =
    queues.reduce((sum, { tickets, hours }) => sum + tickets * hours, 0) +
    deals.reduce((sum, { odds, hours }) => sum + (odds * hours) / 100, 0);
  return { people, absence, firm: Math.round(40 * people - mean) - whole(-5, 15), queues, deals };
}

const BOOKS = runsOf(100, 2000);

describe("the standard error of a chance", () => {
  test(`tells how far ${BOOKS} random books are off what adding up every hour gives`, () => {
    const off: number[] = [];
    for (let seed = 1; off.length < BOOKS; seed++) {
      const book = someBook(seed);
      if (book.firm < 1) continue;
      const { chance, standardError, method } = seenIn(book, seed);
      const error = Math.abs(chance - exactly(book));
      // Nothing is estimated where even the mildest world is short; tables leave out what happens once in 2,048 weeks.
      if (standardError === 0) expect(error).toBeLessThan((1 + book.queues.length) / 2048);
      else if (method.kind === "estimated") off.push(error / standardError);
    }
    const share = (most: number) => off.filter((one) => one <= most).length / off.length;
    const square = off.reduce((sum, one) => sum + one * one, 0) / off.length;
    expect(Math.sqrt(square)).toBeGreaterThan(0.8);
    expect(Math.sqrt(square)).toBeLessThan(1.2);
    expect(share(2)).toBeGreaterThan(0.9);
    expect(share(4)).toBeGreaterThan(0.99);
    expect(share(6)).toBe(1);
  });

  // Eight or more of five tickets come in 13.337 % of weeks (Poisson); of 1,009 points 135 or 134 are there, in each shift alike.
  test("is not none where all shifts agree: seven hours for five tickets of an hour", () => {
    const { chance, standardError } = seenIn(
      { people: 1, absence: 0, firm: 33, queues: [{ tickets: 5, hours: 1 }], deals: [] },
      1,
    );
    expect(Math.abs(chance - 0.13337)).toBeLessThan(4 * standardError);
    expect(standardError).toBeLessThan(0.001);
  });

  // Of five days at 3 % each, at least one is missed in 14.127 % of weeks.
  test("is not none for days away either", () => {
    const { chance, standardError } = seenIn({ people: 1, absence: 3, firm: 40, queues: [], deals: [] }, 1);
    expect(Math.abs(chance - 0.14127)).toBeLessThan(4 * standardError);
    expect(standardError).toBeLessThan(0.001);
  });

  // One cut cell of 1,000: half a point of 1,000, as two of five degrees of freedom, over four shifts.
  test("of shifts that agree is what one coordinate's steps miss", () => {
    expect(standardError([0.5, 0.5, 0.5, 0.5], 1000, { all: 1, tables: 0 })).toBeCloseTo(
      Math.sqrt((2 * 0.0005 ** 2) / 5 / 4),
      12,
    );
  });

  // In four coordinates the border cuts 1000^(3/4) cells; a table of 1,024 slices misses 1 / 1024 / √12.
  test("grows with the coordinates and with their tables", () => {
    expect(standardError([0.5, 0.5, 0.5, 0.5], 1000, { all: 4, tables: 3 })).toBeCloseTo(
      Math.sqrt((2 * 1000 ** 0.75 * 0.0005 ** 2) / 5 / 4 + 3 / 12 / 1024 ** 2),
      12,
    );
  });

  test("of what is short in every world is none", () => {
    const { chance, standardError, method } = seenIn(
      { people: 1, absence: 3, firm: 50, queues: [{ tickets: 5, hours: 1 }], deals: [{ odds: 50, hours: 10 }] },
      1,
    );
    expect([chance, standardError, method.kind]).toEqual([1, 0, "estimated"]);
  });
});
