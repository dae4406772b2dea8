import { type DayNumber, dayNumber } from "../units.ts";
import { complain, type Findings } from "./findings.ts";
import { type Contract, FIRST_DAY, LAST_DAY, type PersonKind, PPM, type Settings } from "./plan.ts";
import { type Used, use } from "./references.ts";
import type { Efforts } from "./row-rules.ts";
import { BLANK, entry, type Rows, USED } from "./rows.ts";
import type { PEOPLE } from "./tables.ts";
import { PERSON_KINDS } from "./words.ts";
import { MONDAY_TO_FRIDAY } from "./working-days.ts";

export type PeopleRows = Rows<(typeof PEOPLE)["columns"]>;

/**
 * The rows of each person, by the number of the name. A further row must be a later contract: one that starts on
 * another day, after an earlier one that ends, or while an earlier one has no end (which it then ends).
 */
export function rowsByPerson(rows: PeopleRows, names: number, findings: Findings): readonly (readonly number[])[] {
  const { person, from, to } = rows.columns;
  const byPerson: number[][] = new Array<number[]>(names);
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const name = person[index]!;
    const others = byPerson[name];
    if (others === undefined) {
      byPerson[name] = [index];
      continue;
    }
    const clash = others.find((other) => overlap(from, to, index, other));
    if (clash === undefined) others.push(index);
    else complainOfOverlap(rows, index, clash, findings);
  }
  return byPerson;
}

function complainOfOverlap(rows: PeopleRows, index: number, clash: number, findings: Findings): void {
  const { from } = rows.columns;
  const same = from[index] === from[clash];
  const later = from[index]! > from[clash]!;
  const keys = same ? (["person", "person"] as const) : later ? (["from", "to"] as const) : (["to", "from"] as const);
  const why = same ? "stands twice" : "overlaps another contract of the same person";
  const hint = same
    ? "Maybe delete one row, or give this one a later From."
    : "Maybe one contract ends on the day before the other begins.";
  const complaint = { code: "HR-121", why, hint } as const;
  complain(findings, { rows, index, key: keys[0] }, complaint, { rows, index: clash, key: keys[1] });
}

function overlap(from: Int32Array, to: Int32Array, a: number, b: number): boolean {
  if (from[a] === from[b]) return true;
  const [early, late] = from[a]! < from[b]! ? [a, b] : [b, a];
  return to[early] !== BLANK && to[early]! >= from[late]!;
}

// The keys of our own table of words are its words.
const KINDS = Object.keys(PERSON_KINDS) as readonly PersonKind[];

/** The contract that a row of People says; it ends at the latest before the person's next one starts. */
export function contractOf(
  rows: PeopleRows,
  index: number,
  person: number,
  next: number | undefined,
  given: { readonly efforts: Efforts; readonly settings: Settings; readonly locations: Used; readonly texts: Texts },
): Contract {
  const { team, role, location, workingDays, from, to, target, kind, odds, rampUpWeeks } = rows.columns;
  const { efforts, settings, locations, texts } = given;
  const personKind = entry(KINDS, kind[index]!) ?? "employee";
  const days = workingDays[index]!;
  return {
    person,
    from: from[index] === BLANK ? FIRST_DAY : dayNumber(from[index]!),
    to: endOf(to[index]!, next === undefined ? BLANK : from[next]!),
    team: entry(texts.team, team[index]!) ?? "",
    role: entry(texts.role, role[index]!) ?? "",
    location: location[index] === BLANK ? nowhere(locations) : use(locations, location[index]!),
    kind: personKind,
    weekdays: weekdaysOf(efforts.amount[index]!, days === BLANK ? MONDAY_TO_FRIDAY : days),
    target: target[index] === BLANK ? settings.target : target[index]!,
    odds: personKind === "planned hire" && odds[index] !== BLANK ? odds[index]! : PPM,
    rampUpWeeks: rampUpWeeks[index] === BLANK ? 0 : rampUpWeeks[index]!,
  };
}

/** Whoever works here counts in full, whatever odds are typed. */
export function complainOfOdds(rows: PeopleRows, index: number, findings: Findings): void {
  const { kind, odds } = rows.columns;
  const own = entry(KINDS, kind[index]!) ?? "employee";
  if (own === "planned hire" || odds[index] === BLANK || odds[index] === PPM) return;
  const why = `is odds of ${own === "employee" ? "an employee" : `a ${own}`}, who counts in full: only a planned hire has odds`;
  const hint = 'Maybe type "planned hire" as the kind, or empty the odds.';
  complain(findings, { rows, index, key: "odds" }, { code: "HR-255", why, hint });
}

export interface Texts {
  readonly team: readonly string[];
  readonly role: readonly string[];
}

function endOf(to: number, nextFrom: number): DayNumber {
  const end = to === BLANK ? LAST_DAY : to;
  return dayNumber(nextFrom === BLANK ? end : Math.min(end, nextFrom - 1));
}

/** People without a location share one without a name and without holidays. */
function nowhere(locations: Used): number {
  const known = locations.texts.indexOf("");
  return known >= 0 ? known : locations.texts.push("") - 1;
}

export type Weekdays = Contract["weekdays"];
const WEEKDAYS = new Map<number, Weekdays>();
const MOST_KNOWN = 5000;

/** Weekly minutes over the working days: each day the rounded running sum up to it, less the one before, Monday first. */
export function weekdaysOf(weekly: number, days: number): Weekdays {
  const key = weekly * 128 + days;
  const known = WEEKDAYS.get(key);
  if (known) return known;
  let count = 0;
  for (let day = 0; day < 7; day++) count += (days >> day) & 1;
  let worked = 0;
  let before = 0;
  const minutesOf = (day: number): number => {
    worked += (days >> day) & 1;
    const sum = Math.floor((2 * weekly * worked + count) / (2 * count));
    const minutes = sum - before;
    before = sum;
    return minutes;
  };
  const weekdays: Weekdays = [
    minutesOf(0),
    minutesOf(1),
    minutesOf(2),
    minutesOf(3),
    minutesOf(4),
    minutesOf(5),
    minutesOf(6),
  ];
  if (WEEKDAYS.size >= MOST_KNOWN) WEEKDAYS.clear();
  WEEKDAYS.set(key, weekdays);
  return weekdays;
}
