import { complain, type Findings } from "./findings.ts";
import { engagementOf } from "./link-engagements.ts";
import { hasDays, type Links, rowNumber } from "./link-needs.ts";
import type { LinkedPeople } from "./link-people.ts";
import { type Allocations, EFFORT } from "./plan.ts";
import { checkReference, complainOfUnknown, UNKNOWN, use } from "./references.ts";
import { effortsOf } from "./row-rules.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import type { ALLOCATIONS } from "./tables.ts";

export type AllocationRows = Rows<(typeof ALLOCATIONS)["columns"]>;

/** Rows of Allocations with their person, engagement and days. */
export function linkAllocations(rows: AllocationRows, linked: LinkedPeople, links: Links): Allocations {
  const { engagements, skills, settings, findings } = links;
  const { per, amount } = effortsOf(rows, settings.fullTimeWeek, findings);
  const { length, state, columns } = rows;
  const { person: names, engagement: works, skill: needed, from: starts, to: ends, billable: said } = columns;
  const of = linked.directory.of;
  const work = engagements.engagements;
  const person = new Int32Array(length);
  const engagement = new Int32Array(length);
  const skill = new Int32Array(length);
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  const billable = new Uint8Array(length);
  const row = new Int32Array(length);
  let used = 0;
  for (let index = 0; index < length; index++) {
    if (state[index] !== USED) {
      if (state[index] !== EXCLUDED) continue;
      checkReference(findings, linked.directory, { rows, index, key: "person" });
      checkReference(findings, engagements.directory, { rows, index, key: "engagement" });
      continue;
    }
    const who = of[names[index]!]!;
    const what = engagementOf(engagements, works[index]!);
    if (who === UNKNOWN) complainOfUnknown(findings, linked.directory, { rows, index, key: "person" }, names[index]!);
    if (what < 0) complainOfUnknown(findings, engagements.directory, { rows, index, key: "engagement" }, works[index]!);
    if (who === UNKNOWN || what < 0) continue;
    const first = starts[index] === BLANK ? work[what]!.from : starts[index]!;
    const last = ends[index] === BLANK ? work[what]!.to : ends[index]!;
    const isTotal = per[index] === EFFORT.total;
    if ((isTotal || last < first) && !hasDays(rows, index, first, last, isTotal, findings)) continue;
    person[used] = who;
    engagement[used] = what;
    skill[used] = needed[index] === BLANK ? -1 : use(skills, needed[index]!);
    from[used] = first;
    to[used] = last;
    billable[used] = said[index] === BLANK ? Number(work[what]!.kind !== "internal") : said[index]!;
    row[used] = rowNumber(rows, index);
    // Rows move up in place: the place is never beyond the row itself.
    per[used] = per[index]!;
    amount[used] = amount[index]!;
    used += 1;
  }
  const cut = <T extends Int32Array | Uint8Array | Float64Array>(column: T): T =>
    used === length ? column : (column.subarray(0, used) as T);
  return {
    length: used,
    person: cut(person),
    engagement: cut(engagement),
    skill: cut(skill),
    from: cut(from),
    to: cut(to),
    per: cut(per),
    amount: cut(amount),
    billable: cut(billable),
    row: cut(row),
  };
}

/** Rows (of Allocations or Leave) on days when the person has no contract: counted, but said. */
export function checkContracts(rows: Rows, linked: LinkedPeople, people: Rows, findings: Findings): void {
  const { person, from, to } = rows.columns;
  const { directory, rowsOf } = linked;
  if (directory.listed === null || person === undefined || from === undefined || to === undefined) return;
  const { start, end, several } = reach(linked);
  const { of } = directory;
  const { length, state } = rows;
  for (let index = 0; index < length; index++) {
    const who = state[index] === USED ? of[person[index]!]! : -1;
    if (who < 0) continue;
    const early = from[index] !== BLANK && from[index]! < start[who]!;
    const late = to[index] !== BLANK && to[index]! > end[who]!;
    if (!early && !late && !(several[who] === 1 && inGap(linked, who, from[index]!, to[index]!))) continue;
    const mine = rowsOf[who]!;
    const key = late && from[index]! <= end[who]! ? "to" : "from";
    const other = { rows: people, index: late ? mine.at(-1)! : mine[0]!, key: late ? "to" : "from" };
    complain(findings, { rows, index, key }, OUTSIDE, other);
  }
}

const OUTSIDE = {
  code: "HR-115",
  why: "lies outside the person's contract, where nothing counts",
  hint: "Maybe the person's From or To in People has changed.",
} as const;

interface Reach {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly several: Uint8Array;
}

/** The first and the last day of each person's contracts, and whether there are several. */
function reach({ people, contracts }: LinkedPeople): Reach {
  const start = new Int32Array(people.length);
  const end = new Int32Array(people.length);
  const several = new Uint8Array(people.length);
  for (let who = 0; who < people.length; who++) {
    const own = people[who]!.contracts;
    start[who] = contracts[own[0]!]!.from;
    end[who] = contracts[own[own.length - 1]!]!.to;
    several[who] = own.length > 1 ? 1 : 0;
  }
  return { start, end, several };
}

/** Whether a span of days touches none of the person's contracts. */
function inGap({ people, contracts }: LinkedPeople, who: number, from: number, to: number): boolean {
  if (from === BLANK || to === BLANK) return false;
  return people[who]!.contracts.every((one) => to < contracts[one]!.from || from > contracts[one]!.to);
}
