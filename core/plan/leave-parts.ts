import { type Complaint, inHint } from "./complaint.ts";
import { complainBeside, type Findings } from "./findings.ts";
import { type PartKind, partKindOf, type Stated, statedIn } from "./parts-of-days.ts";
import type { Contract, Location, Person } from "./plan.ts";
import { BLANK, partOfRow, type Rows } from "./rows.ts";
import type { LEAVE } from "./tables.ts";

type LeaveRows = Rows<(typeof LEAVE)["columns"]>;

/** The days from the first to the last day away, with the minutes of those on which the person would work. */
interface Away {
  readonly all: number;
  readonly working: readonly number[];
}

/** Minutes away on each day, or all of it (-1); and what has to be said of the reading. */
interface Taken {
  readonly minutes: number;
  readonly said?: Complaint;
}

interface Beside {
  readonly column: number;
  readonly kind: PartKind;
}

export interface Worked {
  readonly people: readonly Person[];
  readonly contracts: readonly Contract[];
  readonly locations: readonly Location[];
}

/** Ten years: nobody is away for longer. */
const LONGEST = 3660;

/**
 * A reader of how much of its days each row of leave takes, where columns that the table does not have say so: hours, days or
 * "AM" beside the first and last day. What they leave open counts as whole days, and is said.
 */
export function leaveParts(
  rows: LeaveRows,
  worked: Worked,
  findings: Findings,
): (index: number, who: number, from: number, to: number) => number {
  const besides = rows.parts.map(({ layout, cells, header, columns }) => {
    const read = new Set(columns.values());
    const ofKind = columns.get("kind");
    if (layout) return [];
    return (cells[header] ?? []).flatMap((heading, column): readonly Beside[] => {
      const kind = column === ofKind ? "kind" : read.has(column) ? null : partKindOf(heading);
      return kind === null ? [] : [{ column, kind }];
    });
  });
  const holidays = worked.locations.map((location) => new Set<number>(location.holidays));
  return (index, who, from, to) => {
    const at = partOfRow(rows, index);
    const { cells, header } = rows.parts[at]!;
    const row = cells[header + 1 + index - rows.starts[at]!] ?? [];
    const read = besides[at]!.flatMap(({ column, kind }) => {
      const stated = statedIn(kind, row[column] ?? null);
      return stated === null ? [] : [{ column, ...taken(stated, daysAway(worked, holidays, who, from, to)) }];
    });
    const [first] = read;
    if (first === undefined) return BLANK;
    const other = read.find(({ minutes }) => minutes !== first.minutes);
    const { column, minutes, said } = other === undefined ? first : { ...APART, column: other.column };
    if (said) complainBeside(findings, rows, index, column, said);
    return minutes;
  };
}

function daysAway(
  { people, contracts }: Worked,
  holidays: readonly ReadonlySet<number>[],
  who: number,
  from: number,
  to: number,
): Away {
  const working: number[] = [];
  const own = people[who]!.contracts.map((one) => contracts[one]!);
  for (let day = from; day <= Math.min(to, from + LONGEST); day++) {
    const contract = own.find((one) => day >= one.from && day <= one.to);
    const minutes = contract === undefined ? 0 : contract.weekdays[(day + 5) % 7]!;
    if (minutes > 0 && !holidays[contract!.location]?.has(day)) working.push(minutes);
  }
  return { all: to - from + 1, working };
}

const WHOLE: Taken = { minutes: BLANK };
const said = (why: string, hint: string, minutes = BLANK): Taken => ({ minutes, said: { code: "HR-318", why, hint } });
const PLAINLY = "Maybe fill a column Hours a day, or give each day a row.";
const APART = said("disagrees with what stands beside it, and the days count as whole days off", PLAINLY);
const OPEN = said("leaves open how much of each day is away, and the days count as whole days off", PLAINLY);

function taken(stated: Stated, { all, working }: Away): Taken {
  const count = working.length;
  if ("whole" in stated) return WHOLE;
  if ("open" in stated || all > LONGEST) return OPEN;
  if (count === 0) return WHOLE;
  if ("half" in stated) return count === 1 ? spread(working[0]! / 2, working) : OPEN;
  if ("minutes" in stated) return ofMinutes(stated.minutes, working);
  const days = stated.days / 1000;
  if (days > all)
    return said(`is more days than there are from the first to the last (${all}), which count as off`, SLIPPED);
  if (days >= count) return WHOLE;
  if (Number.isInteger(days)) {
    const why = `is fewer days than the working days from the first to the last (${count}), which all count as off`;
    return said(why, "Maybe a holiday is missing in Holidays, or a day is mistyped.");
  }
  return Math.ceil(days) === count && isEven(working) ? spread((stated.days * working[0]!) / 1000, working) : OPEN;
}

const SLIPPED = "Maybe the first or the last day is mistyped.";

function ofMinutes(minutes: number, working: readonly number[]): Taken {
  const all = working.reduce((a, b) => a + b, 0);
  if (minutes >= all) return WHOLE;
  if (working.length > 1 && working.every((one) => one === minutes)) {
    return said(
      `is read as the hours of each of the ${working.length} working days, which are whole days off`,
      PLAINLY,
    );
  }
  return spread(minutes, working);
}

const isEven = (working: readonly number[]): boolean => working.every((one) => one === working[0]);

/** Minutes of all working days together, evenly on each; of one day they are plain. */
function spread(minutes: number, working: readonly number[]): Taken {
  const each = minutes / working.length;
  if (!Number.isInteger(each) || working.some((one) => one < each)) return OPEN;
  if (working.length === 1) return { minutes: each };
  return said(`is read as ${inHint(each / 60)} h on each of the ${working.length} working days`, PLAINLY, each);
}
