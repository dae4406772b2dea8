import { weekday } from "./calendar.ts";
import { cellAt, complain, type Findings } from "./findings.ts";
import { rowNumber } from "./link-needs.ts";
import { nameKey } from "./names.ts";
import type { Engagement } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { BLANK, EXCLUDED, partOfRow, type Rows, USED } from "./rows.ts";
import type { SNAPSHOTS } from "./snapshot-table.ts";
import { CAPACITY, GONE, NO_SNAPSHOTS, OLD_SKILL, type Snapshots } from "./snapshots.ts";
import { addingWeekHours, minuteList } from "./week-hours.ts";

type SnapshotRows = Rows<(typeof SNAPSHOTS)["columns"]>;

/** What snapshots are linked to: people, engagements and skills of today's plan, by their names. */
export interface SnapshotLinks {
  /** The numbering in which the rows' own names were read. */
  readonly past: Numbering;
  readonly people: readonly { readonly name: string }[];
  readonly engagements: readonly Engagement[];
  readonly skills: readonly string[];
  readonly findings: Findings;
}

/** Rows of Snapshots. History outlives the plan: a name that it has no more is kept as gone, and said once. */
export function linkSnapshots(rows: SnapshotRows, links: SnapshotLinks): Snapshots {
  if (rows.length === 0) return NO_SNAPSHOTS;
  const { past, people, engagements, skills, findings } = links;
  const names = <T>(own: readonly string[], known: readonly T[], nameOf: (one: T) => string) => {
    const numbers = new Map(known.map((one, number) => [nameKey(nameOf(one)), number]));
    return Int32Array.from(own, (text) => numbers.get(nameKey(text)) ?? GONE);
  };
  const who = names(past.names.person.texts, people, ({ name }) => name);
  const what = names(past.names.engagement.texts, engagements, ({ name }) => name);
  const how = names(past.names.skill.texts, skills, (name) => name);
  const oldSkills: string[] = [];
  leaveOutRepeats(rows, findings);
  const { length, state, columns } = rows;
  const linked = {
    taken: new Int32Array(length),
    week: new Int32Array(length),
    engagement: new Int32Array(length),
    skill: new Int32Array(length),
    person: new Int32Array(length),
    first: new Int32Array(length + 1),
    row: new Int32Array(length),
  };
  const hours = minuteList();
  const addHours = addingWeekHours(hours);
  let used = 0;
  for (let index = 0; index < length; index++) {
    if (state[index] !== USED) continue;
    if (!addHours(cellAt({ rows, index, key: "hours" }))) {
      complain(findings, { rows, index, key: "hours" }, NO_HOURS);
      continue;
    }
    const monday = columns.week[index]! - weekday(columns.week[index]!);
    linked.taken[used] = columns.taken[index]!;
    linked.week[used] = monday;
    linked.engagement[used] = numberAt(what, columns.engagement[index]!, CAPACITY);
    const skill = columns.skill[index]!;
    if (skill !== BLANK && how[skill] === GONE)
      how[skill] = OLD_SKILL - (oldSkills.push(past.names.skill.texts[skill]!) - 1);
    linked.skill[used] = numberAt(how, skill, -1);
    linked.person[used] = numberAt(who, columns.person[index]!, -1);
    linked.row[used] = rowNumber(rows, index);
    used += 1;
    linked.first[used] = hours.length;
  }
  const { person, engagement } = past.names;
  sayGone(rows, "person", who, person.texts, people.length > 0, findings);
  sayGone(rows, "engagement", what, engagement.texts, engagements.length > 0, findings);
  const isOld = how.map((number) => (number <= OLD_SKILL ? GONE : number));
  sayGone(rows, "skill", isOld, past.names.skill.texts, skills.length > 0, findings);
  const cut = (column: Int32Array) => column.subarray(0, used);
  return {
    length: used,
    taken: cut(linked.taken),
    week: cut(linked.week),
    engagement: cut(linked.engagement),
    skill: cut(linked.skill),
    person: cut(linked.person),
    minutes: hours.minutes.subarray(0, hours.length),
    first: linked.first.subarray(0, used + 1),
    oldSkills,
    row: cut(linked.row),
  };
}

const numberAt = (numbers: Int32Array, name: number, blank: number): number =>
  name === BLANK ? blank : numbers[name]!;

const NO_HOURS = {
  code: "HR-230",
  why: "is not hours week after week",
  hint: "Maybe take the snapshot of that day away in the panel Snapshots, or type hours such as 24x5; 16.",
} as const;

/** A copied sheet holds the same days again: the first range that has a day counts. */
function leaveOutRepeats(rows: SnapshotRows, findings: Findings): void {
  if (rows.parts.length < 2) return;
  const { state, columns } = rows;
  const partOf = new Map<number, number>();
  const said = new Set<number>();
  for (let index = 0; index < rows.length; index++) {
    if (state[index] !== USED) continue;
    const day = columns.taken[index]!;
    const part = partOfRow(rows, index);
    const first = partOf.get(day) ?? part;
    partOf.set(day, first);
    if (first === part) continue;
    if (said.has(day)) {
      state[index] = EXCLUDED;
      continue;
    }
    complain(findings, { rows, index, key: "taken" }, TWICE);
    said.add(day);
  }
}

const TWICE = {
  code: "HR-231",
  why: "is the day of a snapshot that stands in another range already, so that these rows of it do not count",
  hint: "Maybe delete one of the two sheets.",
} as const;

const MOST_NAMED = 3;
const GOES_ON = {
  person: "nobody knows what was worked, so that these forecasts are left out and counted",
  engagement: "these forecasts count as not worked, in totals and by person and skill",
  skill: "by skill these forecasts have a row of that name",
} as const;
const RENAMED = "Maybe it was renamed; then replace the old name in Snapshots.";

function sayGone(
  rows: SnapshotRows,
  key: "person" | "engagement" | "skill",
  numbers: Int32Array,
  texts: readonly string[],
  listed: boolean,
  findings: Findings,
): void {
  const column = rows.columns[key];
  const gone = texts.filter((_, name) => numbers[name] === GONE);
  if (!listed || gone.length === 0) return;
  const index = column.findIndex((name, i) => rows.state[i] === USED && name !== BLANK && numbers[name] === GONE);
  if (index < 0) return;
  const more = gone.length - MOST_NAMED;
  const which = `${gone.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const why = `is not in the plan any more (${which}): ${GOES_ON[key]}`;
  complain(findings, { rows, index, key }, { code: "HR-232", why, hint: RENAMED });
}
