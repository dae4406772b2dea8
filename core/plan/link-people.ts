import { complain, type Findings } from "./findings.ts";
import { complainOfOdds, contractOf, type PeopleRows, rowsByPerson } from "./link-contracts.ts";
import { lookAlikes } from "./look-alikes.ts";
import type { Contract, Person, Settings } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { type Directory, PLACEHOLDER, UNKNOWN, type Used } from "./references.ts";
import { effortsOf } from "./row-rules.ts";
import { isListed, USED } from "./rows.ts";
import { MONDAY_TO_FRIDAY } from "./working-days.ts";

export interface LinkedPeople {
  readonly people: Person[];
  readonly contracts: readonly Contract[];
  /** The rows of People of each person, by first day. */
  readonly rowsOf: readonly (readonly number[])[];
  readonly directory: Directory;
}

/** People and their contracts. When there is no People table, everybody whom other tables name, without a contract. */
export function linkPeople(
  rows: PeopleRows,
  numbering: Numbering,
  settings: Settings,
  locations: Used,
  findings: Findings,
): LinkedPeople {
  const { names } = numbering;
  const efforts = effortsOf(rows, settings.fullTimeWeek, findings);
  checkWeeks(rows, efforts.amount, findings);
  const count = names.person.texts.length;
  const byPerson = rowsByPerson(rows, count, findings);
  const of = new Int32Array(count).fill(UNKNOWN);
  const people: Person[] = [];
  const contracts: Contract[] = [];
  const rowsOf: (readonly number[])[] = [];
  const numbers: number[][] = [];
  const given = { efforts, settings, locations, texts: { team: names.team.texts, role: names.role.texts } };
  const { person, from } = rows.columns;
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    complainOfOdds(rows, index, findings);
    const name = person[index]!;
    let mine = byPerson[name]!;
    let number = of[name]!;
    if (number < 0) {
      number = people.length;
      of[name] = number;
      if (mine.length > 1) mine = [...mine].sort((a, b) => from[a]! - from[b]!);
      rowsOf.push(mine);
      const own: number[] = [];
      numbers.push(own);
      people.push({ name: names.person.texts[name]!, skills: [], contracts: own });
    }
    const later = rowsOf[number]!;
    contracts.push(
      contractOf(rows, index, number, later.length > 1 ? later[later.indexOf(index) + 1] : undefined, given),
    );
    numbers[number]!.push(contracts.length - 1);
  }
  for (const own of numbers) if (own.length > 1) own.sort((a, b) => contracts[a]!.from - contracts[b]!.from);
  const listed = isListed(rows) ? rows : null;
  if (listed) checkNames(people, rows, rowsOf, findings);
  for (let name = 0; name < count; name++) {
    if (of[name] !== UNKNOWN) continue;
    const text = names.person.texts[name]!;
    if (isPlaceholder(text)) of[name] = PLACEHOLDER;
    else if (listed === null) {
      rowsOf.push([]);
      of[name] = people.push({ name: text, skills: [], contracts: [] }) - 1;
    }
  }
  return {
    people,
    contracts,
    rowsOf,
    directory: { names: names.person, of, listed, known: people.map(({ name }) => name), hints: new Map() },
  };
}

const PLACEHOLDER_NAME =
  /^(tb[dchn]|n\.? ?n\.?|open|vacant|vacancy|unassigned|placeholder|\?+|\[.*\])(?![\p{L}\p{N}])/iu;

/** Whether a name stands for somebody still to be found: "TBD", "N.N.", "Open position", "[AWS engineer]". */
export const isPlaceholder = (name: string): boolean => PLACEHOLDER_NAME.test(name);

/** A hint where two people's names may be one, misspelled. */
function checkNames(
  people: readonly Person[],
  rows: PeopleRows,
  rowsOf: LinkedPeople["rowsOf"],
  findings: Findings,
): void {
  for (const [later, earlier] of lookAlikes(people.map(({ name }) => name))) {
    const name = people[earlier]!.name;
    const why = `differs from "${name}" only by a letter or look-alike letters`;
    const hint = `Maybe ${name}, if they are one person.`;
    const spot = (who: number) => ({ rows, index: rowsOf[who]![0]!, key: "person" });
    complain(findings, spot(later), { code: "HR-122", why, hint }, spot(earlier));
  }
}

/** Nobody works more than 24 hours on a working day. */
function checkWeeks(rows: PeopleRows, weekly: Float64Array, findings: Findings): void {
  const { workingDays, weeklyHours } = rows.columns;
  for (let index = 0; index < rows.length; index++) {
    if (weekly[index]! <= 1440 || rows.state[index] !== USED) continue;
    const days = workingDays[index]! < 0 ? MONDAY_TO_FRIDAY : workingDays[index]!;
    let count = 0;
    for (let day = 0; day < 7; day++) count += (days >> day) & 1;
    if (weekly[index]! <= 1440 * count) continue;
    const key = weeklyHours[index]! < 0 ? "fte" : "weeklyHours";
    const why = `is outside what is possible: more than 24 hours on each of ${count} working days`;
    complain(findings, { rows, index, key }, { code: "HR-103", why, hint: "Maybe 40, or more working days." });
  }
}
