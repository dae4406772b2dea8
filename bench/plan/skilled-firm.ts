import type { CellRange } from "../../core/plan/cells.ts";
import { random } from "./random.ts";

/** A plan of people with skills and of open work by skill: 36 weeks hold 180 working days. */
export interface SkilledFirm {
  readonly start: number;
  readonly days: number;
  readonly tables: readonly CellRange[];
}

const START = 46027; // Monday 5 January 2026
const WEEKS_A_BLOCK = 4;
/** Of people's time; the rest is leave. */
const PRESENT = 0.92;

/**
 * Seeded people with one to six of the skills, some skills much more common than others, and needs that ask for about as
 * many hours as there are, unevenly: the hard case, short in some skills and not in others.
 */
export function skilledFirm(people: number, skills: number, weeks: number): SkilledFirm {
  const draw = random(7);
  const whole = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const names = Array.from({ length: skills }, (_, i) => `Skill ${String.fromCharCode(65 + (i % 26))}${i}`);
  const shares = names.map((_, i) => 1 / (i + 3) ** 0.7);
  const held = Array.from({ length: people }, () => skillsOf(draw, shares));
  const able = names.map((_, skill) => held.reduce((sum, own) => sum + (own.includes(skill) ? 40 / own.length : 0), 0));
  const bias = names.map(() => 0.75 + 0.5 * draw());
  const blocks = Array.from({ length: Math.ceil(weeks / WEEKS_A_BLOCK) }, (_, i) => START + 7 * WEEKS_A_BLOCK * i);
  const staff = held.map((own, i) => [`Person ${i + 1}`, 40, own.map((skill) => names[skill]).join("; ")]);
  const leave = Array.from({ length: 3 * people }, () => {
    const from = START + whole(0, 7 * weeks - 1);
    return [`Person ${whole(1, people)}`, from, from + whole(0, 13)];
  });
  const demand = blocks.flatMap((from) =>
    names.map((name, skill) => {
      const hours = able[skill]! * PRESENT * bias[skill]! * (0.85 + 0.3 * draw());
      return [`Engagement ${whole(1, 60)}`, name, from, from + 7 * WEEKS_A_BLOCK - 1, Math.round(4 * hours) / 4];
    }),
  );
  return {
    start: START,
    days: 7 * weeks,
    tables: [
      [["Person", "Weekly hours", "Skills"], ...staff],
      [["Engagement", "Skill", "From", "To", "Hours a week"], ...demand],
      [["Person", "From", "To"], ...leave],
    ],
  };
}

function skillsOf(draw: () => number, shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const wanted = 1 + Math.floor(draw() * draw() * 6 + draw() * 2);
  const own = new Set<number>();
  while (own.size < Math.min(wanted, shares.length)) {
    let skill = 0;
    for (let at = draw() * total - shares[0]!; at > 0 && skill < shares.length - 1; at -= shares[skill]!) skill++;
    own.add(skill);
  }
  return [...own].sort((a, b) => a - b);
}
