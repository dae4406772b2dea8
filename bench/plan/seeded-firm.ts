import type { Allocation, Firm, Holiday, Leave, Person } from "./firm.ts";
import { random } from "./random.ts";

const START = 46027; // Monday 5 January 2026
const WEEKS = 26;
const ALLOCATIONS_A_PERSON = 12.5;
const LEAVE_A_PERSON = 1.6;

const words = (text: string): readonly string[] => text.split(" ");
const FIRST = words(
  "Ava Liam Noah Mia Zoe Ian Raj Priya Wei Mei Arjun Sara Omar Lena Kai Ivy Theo Nina Hugo Lily Amir Tara Ben Eva Max Ada Leo Maya Finn Ruby",
);
const LAST = words(
  "Smith Patel Tan Lee Garcia Khan Nguyen Kumar Lim Brown Singh Chen Rao Wong Jones Silva Novak Rossi Ali Kim Park Cruz Diaz Berg Cohen Iyer Goh Shah Reed Hale",
);
const ROLES = [
  "Cloud engineer",
  "DevOps engineer",
  "Security engineer",
  "Support engineer",
  "Architect",
  "Delivery manager",
];
/** Public holidays of the first half of 2026, by location. */
const HOLIDAYS = new Map([
  ["US", [46041, 46069, 46167, 46192, 46206]],
  ["IN", [46048, 46085, 46115, 46143]],
  ["SG", [46070, 46071, 46115, 46143, 46169, 46174]],
]);
const LENGTHS_OF_LEAVE = [1, 1, 1, 2, 3, 5, 5, 7, 10, 14];
const HOURS_A_DAY = [0.25, 0.5, 0.5, 0.75, 1, 1, 1.5, 2, 2, 3, 4];

/**
 * A firm of any size, the same one every time: people in three locations, part time, hires and leavers, 12.5 allocations
 * and 1.6 leave rows a person, 26 weeks. The order of the draws is part of the firm.
 */
export function seededFirm(size: number): Firm {
  const draw = random(20260105 + size);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(draw() * all.length)]!;
  const whole = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const days = 7 * WEEKS;
  const locations = [...HOLIDAYS.keys()];

  const people = Array.from({ length: size }, (_, i): Person => {
    const time = draw();
    const from = draw() < 0.93 ? START - 400 : START + whole(0, days - 1);
    return {
      name: `${pick(LAST)}, ${pick(FIRST)} ${i + 1}`,
      location: locations[draw() < 0.45 ? 0 : draw() < 0.7 ? 1 : 2]!,
      role: pick(ROLES),
      hoursADay: time < 0.86 ? 8 : time < 0.92 ? 7.5 : time < 0.97 ? 6 : 4,
      from,
      to: draw() < 0.95 ? null : Math.max(from, START) + whole(30, days + 60),
    };
  });

  const engagements = Array.from({ length: Math.max(8, Math.round(size / 4)) }, (_, i) => `Engagement ${i + 1}`);
  const allocations = Array.from({ length: Math.round(size * ALLOCATIONS_A_PERSON) }, (): Allocation => {
    const person = pick(people);
    const day = START + whole(-20, days - 2);
    const span = within(person, day, draw() < 0.35 ? whole(1, 5) : draw() < 0.7 ? whole(6, 30) : whole(31, 120));
    const engagement = pick(engagements);
    return { person: person.name, engagement, ...span, hoursADay: pick(HOURS_A_DAY), billable: draw() < 0.75 };
  });
  const leave = Array.from({ length: Math.round(size * LEAVE_A_PERSON) }, (): Leave => {
    const person = pick(people);
    return { person: person.name, ...within(person, START + whole(-3, days - 1), pick(LENGTHS_OF_LEAVE)) };
  });
  const holidays = [...HOLIDAYS].flatMap(([location, list]) => list.map((day): Holiday => ({ location, day })));
  return { start: START, weeks: WEEKS, locations, people, allocations, leave, holidays };
}

/** Nobody plans for days before somebody joins or after they leave. */
function within(person: Person, day: number, length: number): { readonly from: number; readonly to: number } {
  const end = person.to ?? Number.POSITIVE_INFINITY;
  const from = Math.min(Math.max(day, person.from), end);
  return { from, to: Math.min(from + length - 1, end) };
}
