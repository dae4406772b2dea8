import { type DayNumber, dayNumber } from "../units.ts";
import type { Findings } from "./findings.ts";
import { leaveParts } from "./leave-parts.ts";
import { rowNumber } from "./link-needs.ts";
import type { LinkedPeople } from "./link-people.ts";
import { LAST_DAY, type Leave, type Location } from "./plan.ts";
import { checkReference, complainOfUnknown, type Used, use } from "./references.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import type { HOLIDAYS, LEAVE } from "./tables.ts";

/** Rows of Leave with their person. Without a To column each row is one day; a blank To means no end. */
export function linkLeave(
  rows: Rows<(typeof LEAVE)["columns"]>,
  linked: LinkedPeople,
  locations: readonly Location[],
  findings: Findings,
): Leave {
  const { columns, length, state } = rows;
  const person = new Int32Array(length);
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  const minutes = new Int32Array(length);
  const row = new Int32Array(length);
  const oneDay = !rows.has.has("to");
  const partOf = leaveParts(rows, { ...linked, locations }, findings);
  let used = 0;
  for (let index = 0; index < length; index++) {
    if (state[index] !== USED) {
      if (state[index] === EXCLUDED) checkReference(findings, linked.directory, { rows, index, key: "person" });
      continue;
    }
    const who = linked.directory.of[columns.person[index]!]!;
    if (who < 0) {
      complainOfUnknown(findings, linked.directory, { rows, index, key: "person" }, columns.person[index]!);
      continue;
    }
    const first = columns.from[index]!;
    const last = columns.to[index]!;
    person[used] = who;
    from[used] = first;
    to[used] = last === BLANK ? (oneDay ? first : LAST_DAY) : last;
    const hours = columns.hoursADay[index]!;
    minutes[used] = hours === BLANK ? partOf(index, who, first, to[used]!) : hours;
    row[used] = rowNumber(rows, index);
    used += 1;
  }
  const cut = (column: Int32Array): Int32Array => column.subarray(0, used);
  return { length: used, person: cut(person), from: cut(from), to: cut(to), minutes: cut(minutes), row: cut(row) };
}

/** Every location that people, demand or holidays name, with its holidays; those without a location hold in all of them. */
export function linkHolidays(rows: Rows<(typeof HOLIDAYS)["columns"]>, locations: Used): readonly Location[] {
  const { location, day } = rows.columns;
  const everywhere: DayNumber[] = [];
  const days = new Map<number, DayNumber[]>();
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const date = dayNumber(day[index]!);
    if (location[index] === BLANK) {
      everywhere.push(date);
      continue;
    }
    const where = use(locations, location[index]!);
    const known = days.get(where);
    if (known) known.push(date);
    else days.set(where, [date]);
  }
  return locations.texts.map((name, i) => {
    const all = new Set([...everywhere, ...(days.get(i) ?? [])]);
    return { name, holidays: [...all].sort((a, b) => a - b) };
  });
}
