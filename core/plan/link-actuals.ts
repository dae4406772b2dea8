import type { DayNumber } from "../units.ts";
import type { WorkingTimes } from "./at-work.ts";
import { complainOfName, type KnownNames, NOBODY, numbersIn } from "./book-names.ts";
import { isoDate } from "./calendar.ts";
import { checkDays, checkTwice } from "./check-days.ts";
import { leaveOutLeave } from "./check-leave-logged.ts";
import { leaveOutStrays } from "./check-logged.ts";
import { complain, type Findings } from "./findings.ts";
import { rowNumber } from "./link-needs.ts";
import { type Actuals, NO_ACTUALS } from "./money.ts";
import type { ACTUALS } from "./money-tables.ts";
import type { Engagement } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";

type ActualRows = Rows<(typeof ACTUALS)["columns"]>;

/** What hours worked are linked to: people and engagements by their names. */
export interface WorkedBy {
  readonly books: Numbering;
  readonly people: KnownNames;
  readonly engagements: KnownNames;
  readonly work: readonly Engagement[];
  readonly times: WorkingTimes;
  /** The last day that counts as worked; null: the last one there is. */
  readonly asOf: DayNumber | null;
  /** The last day on which a snapshot was taken: it has come for sure. 0: none was. */
  readonly lastTaken: number;
  readonly findings: Findings;
}

/** Rows of Actuals with their person and engagement. A row without hours is no hours worked: nobody knows them. */
export function linkActuals(rows: ActualRows, links: WorkedBy): Actuals {
  if (rows.length === 0) return NO_ACTUALS;
  const { books, people, engagements, work, times, findings } = links;
  const { length, state, columns } = rows;
  const who = numbersIn(people, books.names.person);
  const what = numbersIn(engagements, books.names.engagement);
  const worked = {
    day: new Int32Array(length),
    person: new Int32Array(length),
    engagement: new Int32Array(length),
    minutes: new Int32Array(length),
    billable: new Uint8Array(length),
    row: new Int32Array(length),
  };
  const isKnown = (index: number) => who[columns.person[index]!]! >= 0 && what[columns.engagement[index]!]! >= 0;
  leaveOutStrays(rows, links, isKnown);
  const personOf = (index: number) => who[columns.person[index]!]!;
  const engagementOf = (index: number) => what[columns.engagement[index]!]!;
  leaveOutLeave({ rows, work, times, personOf, engagementOf, findings });
  const strangers = new Map<number, number[]>();
  const unlisted = new Map<number, number[]>();
  const blanks: NonNullable<Actuals["blanks"]>[number][] = [];
  const counting: number[] = [];
  let used = 0;
  for (let index = 0; index < length; index++) {
    if (state[index] !== USED && state[index] !== EXCLUDED) continue;
    const person = columns.person[index]!;
    const engagement = columns.engagement[index]!;
    if (person >= 0 && who[person] === NOBODY) add(strangers, person, index);
    if (engagement >= 0 && what[engagement] === NOBODY) add(unlisted, engagement, index);
    if (state[index] !== USED || who[person]! < 0 || what[engagement]! < 0) continue;
    if (columns.hours[index] === BLANK) {
      blanks.push({ person: who[person]!, engagement: what[engagement]!, day: columns.day[index]! });
      continue;
    }
    const said = columns.billable[index]!;
    worked.day[used] = columns.day[index]!;
    worked.person[used] = who[person]!;
    worked.engagement[used] = what[engagement]!;
    worked.minutes[used] = columns.hours[index]!;
    worked.billable[used] = said === BLANK ? Number(work[what[engagement]!]!.kind !== "internal") : said;
    worked.row[used] = rowNumber(rows, index);
    counting.push(index);
    used += 1;
  }
  const nameOf = (index: number) => books.names.person.texts[columns.person[index]!]!;
  checkDays({ rows, indexes: counting, nameOf, findings: links.findings });
  checkTwice({ rows, indexes: counting, nameOf, findings: links.findings });
  sayLater(rows, links);
  sayUnknown(rows, "person", strangers, people, links);
  sayUnknown(rows, "engagement", unlisted, engagements, links);
  const cut = <T extends Int32Array | Uint8Array>(column: T): T =>
    used === length ? column : (column.subarray(0, used) as T);
  return {
    length: used,
    day: cut(worked.day),
    person: cut(worked.person),
    engagement: cut(worked.engagement),
    minutes: cut(worked.minutes),
    billable: cut(worked.billable),
    row: cut(worked.row),
    ...(blanks.length > 0 && { blanks }),
  };
}

/** Hours of days after the as-of day: said once, at the first. */
function sayLater(rows: ActualRows, { asOf, findings }: WorkedBy): void {
  if (asOf === null) return;
  const { day } = rows.columns;
  let [first, count] = [-1, 0];
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED || day[index]! <= asOf) continue;
    if (first < 0) first = index;
    count += 1;
  }
  if (first < 0) return;
  const more = count > 1 ? ` (${count} rows)` : "";
  const why = `is after ${isoDate(asOf)}, the setting As of, so that the plan counts on that day${more}`;
  complain(
    findings,
    { rows, index: first, key: "day" },
    { code: "HR-195", why, hint: "Maybe change the setting As of." },
  );
}

function add(groups: Map<number, number[]>, name: number, index: number): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [index]);
  else group.push(index);
}

/** A name that many rows have is said once, at the first. */
function sayUnknown(
  rows: ActualRows,
  key: "person" | "engagement",
  groups: ReadonlyMap<number, readonly number[]>,
  known: KnownNames,
  { books, findings }: WorkedBy,
): void {
  if (known.listed === null) return;
  for (const [name, indexes] of groups) {
    const spot = { rows, index: indexes[0]!, key };
    complainOfName(findings, known, spot, books.names[key].texts[name]!, indexes.length);
    for (const index of indexes) rows.state[index] = EXCLUDED;
  }
}
