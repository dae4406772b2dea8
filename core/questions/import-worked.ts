import type { Line } from "../imports/found.ts";
import { partsOf, withSeconds } from "../imports/identity.ts";
import { grainOf, settled, type WorkedRow } from "../imports/settle.ts";
import { yesOrNo } from "../imports/words.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { differing, type RowChange } from "./import-differ.ts";
import { cellAt, type Standing } from "./import-place.ts";

interface Matched {
  /** Rows of the file that are not there yet. */
  readonly added: readonly Line[];
  /** Rows of the file that are. */
  readonly both: readonly { readonly line: Line; readonly row: number }[];
  /** Rows of earlier imports that the file does not have, by key. */
  readonly others: readonly (readonly [key: string, row: number])[];
  /** Of these the rows that are taken away. */
  readonly leaving: ReadonlySet<number>;
}
interface Outcome {
  readonly added: readonly Line[];
  readonly changed: readonly RowChange[];
  readonly adjusted: readonly RowChange[];
  readonly same: number;
}

/**
 * Hours worked, settled together with those that earlier imports left: the minutes follow from which rows there are, and
 * are the same whatever exports they came in. What somebody has changed by hand since is left, or written over if asked to.
 */
export function settledWith(place: Standing, matched: Matched, leaves: boolean): Outcome {
  const { added, both, others, leaving } = matched;
  const there = [
    ...both.map(({ line, row }) => rowThere(place, row, partsOf(line.key).key)),
    ...others.map(([key, row]) => rowThere(place, row, key)),
  ];
  const before = settled(there.map(({ worked }) => worked)).minutes;
  const rows = there.flatMap((one, i): readonly Row[] => {
    if (leaving.has(one.row)) return [];
    const line = i < both.length ? both[i]!.line : null;
    const isByHand = one.minutes !== before[i];
    const isOther =
      line !== null && (one.worked.seconds !== line.seconds || differing(place, one.row, line, "hours").length > 0);
    const changed = line !== null && (isOther || isByHand);
    return [
      { ...one, line, isByHand, changed, worked: line === null || (leaves && changed) ? one.worked : workedIn(line) },
    ];
  });
  const all = [...rows.map(({ worked }) => worked), ...added.map(workedIn)];
  const { minutes } = settled(all);
  const changed: RowChange[] = [];
  const adjusted: RowChange[] = [];
  rows.forEach((one, i) => {
    const line = hoursLine(one.line, one.worked, minutes[i]!);
    const { row } = one;
    if (!one.changed && (one.isByHand || one.minutes === minutes[i])) return;
    const columns = [
      ...differing(place, row, line),
      ...(cellAt(place, row, place.key) === line.key ? [] : [place.key]),
    ];
    (one.changed ? changed : adjusted).push({ line, row, columns });
  });
  return {
    added: added.map((line, i) => hoursLine(line, all[rows.length + i]!, minutes[rows.length + i]!)),
    changed,
    adjusted,
    same: both.length - changed.length,
  };
}

interface Row extends RowThere {
  /** The file's own row, where it has it. */
  readonly line: Line | null;
  /** Whether somebody has written other hours than an import would have. */
  readonly isByHand: boolean;
  readonly changed: boolean;
}
interface RowThere {
  readonly row: number;
  readonly worked: WorkedRow;
  /** As the cell has them; null when it holds no number. */
  readonly minutes: number | null;
}

function rowThere(place: Standing, row: number, key: string): RowThere {
  const of = (name: string): Cell => {
    const column = place.columns.get(name);
    return column === undefined ? null : cellAt(place, row, column);
  };
  const text = (name: string) => (isBlank(of(name)) ? "" : String(of(name)));
  const [hours, day] = [of("hours"), of("day")];
  const minutes = typeof hours === "number" ? Math.round(hours * 60) : null;
  const said = partsOf(String(cellAt(place, row, place.key))).seconds;
  const worked = {
    key,
    person: text("person"),
    engagement: text("engagement"),
    day: typeof day === "number" ? day : 0,
    billable: yesOrNo(text("billable")),
    seconds: said ?? 60 * (minutes ?? 0),
  };
  return { row, worked, minutes };
}

const workedIn = ({ key, cells, day, seconds }: Line): WorkedRow => ({
  key: partsOf(key).key,
  person: String(cells.get("person") ?? ""),
  engagement: String(cells.get("engagement") ?? ""),
  day: day ?? 0,
  billable: yesOrNo(String(cells.get("billable") ?? "")),
  seconds: seconds ?? 0,
});

/** A row of the file, or of an earlier import, with the minutes that it has among all. */
function hoursLine(line: Line | null, { key, seconds }: WorkedRow, minutes: number): Line {
  const full = withSeconds(key, seconds, minutes);
  if (line !== null && line.key === full && line.minutes === minutes) return line;
  const cells = new Map<string, Cell>([...(line?.cells ?? []), ["hours", minutes / 60]]);
  return { table: "Actuals", key: full, cells, minutes, day: line?.day ?? null, seconds };
}

/** How many rows that the file no longer has stand beside new ones: on the same day, person and engagement. */
export function besideNew(place: Standing, added: readonly Line[], gone: readonly number[]): number {
  if (place.table.name !== "Actuals" || added.length === 0 || gone.length === 0) return 0;
  const grains = new Set(added.map((line) => grainOf(workedIn(line))));
  return gone.filter((row) => grains.has(grainOf(rowThere(place, row, "").worked))).length;
}
