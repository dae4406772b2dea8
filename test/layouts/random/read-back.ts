import type { CellRange } from "../../../core/plan/cells.ts";
import { EFFORT } from "../../../core/plan/plan.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { describe, PlanError, type Problem, severityOf } from "../../../core/problems.ts";
import { iso, weekdaysIn } from "./calendar.ts";
import type { Choices } from "./choices.ts";
import { laidPairs } from "./pairs.ts";
import { laidRows } from "./rows.ts";
import { type Entry, type Laid, MINUTES_A_DAY, NAMES } from "./truth.ts";
import { laidWide } from "./wide.ts";

export function laidOut(choices: Choices): Laid {
  const laid = laidAlone(choices);
  return choices.traps.includes("one row below") ? { ...laid, isStacked: true } : laid;
}

function laidAlone(choices: Choices): Laid {
  if (choices.shape === "rows") return laidRows(choices);
  if (choices.shape === "pairs") return laidPairs(choices);
  const one = laidWide(choices);
  if (!choices.traps.includes("table beside")) return one;
  return beside(one, laidWide({ ...choices, seed: choices.seed + 1, right: 0, traps: [] }));
}

/** Two tables on one sheet, with a blank column between. */
function beside(one: Laid, other: Laid): Laid {
  const width = one.cells.reduce((most, row) => Math.max(most, row.length), 0) + 1;
  const rows = Math.max(one.cells.length, other.cells.length);
  const cells = Array.from({ length: rows }, (_, i) => {
    const [left, right] = [one.cells[i] ?? [], other.cells[i] ?? []];
    return right.length === 0 ? left : [...left, ...Array.from({ length: width - left.length }, () => null), ...right];
  });
  return { sheet: one.sheet, cells, entries: [...one.entries, ...other.entries], isStacked: true };
}

/** What became of a layout: read as it was meant, or told what could not be; "silent" is the one thing never to be. */
export interface Outcome {
  readonly kind: "exact" | "reported" | "silent";
  /** Entries that differ and that no problem names, or the first problem that explains why all is well. */
  readonly why: string;
}

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...NAMES.map((name) => [name.join(" "), 40])];

/** Read a sheet as any formula would, and compare persons, works, periods and minutes with what it was made from. */
export function readBack({ sheet, cells, entries, isStacked = false }: Laid): Outcome {
  let found: readonly Entry[];
  let problems: readonly Problem[];
  try {
    const plan = readPlan([{ cells: PEOPLE }, { cells, sheet }]);
    problems = plan.problems;
    const { length, person, engagement, from, to, per, amount, row } = plan.allocations;
    found = Array.from({ length }, (_, i) => ({
      row: row[i]!,
      person: plan.people[person[i]!]?.name ?? "nobody",
      work: plan.engagements[engagement[i]!]!.name,
      from: from[i]!,
      to: to[i]!,
      minutes: minutesIn(per[i]!, amount[i]!, from[i]!, to[i]!),
    })).filter(({ minutes }) => minutes > 0);
  } catch (thrown) {
    if (!(thrown instanceof PlanError)) throw thrown;
    return { kind: "reported", why: describe(thrown.problems[0]!) };
  }
  const missing = unmatched(entries, found, isStacked);
  const extra = unmatched(found, entries, isStacked);
  const told = problems.filter(({ at }) => at.every(({ table }) => table !== "People"));
  if (missing.length === 0 && extra.length === 0) return { kind: "exact", why: "" };
  const refusal = told.find((one) => severityOf(one) === "error");
  if (found.length === 0 && refusal !== undefined) return { kind: "reported", why: describe(refusal) };
  const named = new Set(told.flatMap(({ at }) => at.map(({ row }) => row)));
  // Of several tables one may be refused as a whole, which names no row.
  const refused = told.some(({ code }) => code === "HR-137");
  // A unit that the size of all amounts tells is told once, of all of them.
  const isAssumed = told.some(({ why }) => why.includes("as all the amounts are"));
  const silent = [...(refused ? [] : missing), ...extra].filter(
    (one) => !named.has(one.row) && !named.has(one.named ?? one.row),
  );
  const first = isAssumed ? undefined : silent[0];
  if (first !== undefined)
    return {
      kind: "silent",
      why: `${missing.includes(first) ? "lost" : "made up"}: ${shown(first)}; told ${told.map((one) => describe(one)).join(" ")}`,
    };
  return { kind: "reported", why: told.map((one) => describe(one))[0] ?? "" };
}

const shown = ({ row, person, work, from, to, minutes }: Entry): string =>
  `row ${row} ${person}, ${work}, ${iso(from)} to ${iso(to)}, ${minutes} minutes`;

function minutesIn(per: number, amount: number, from: number, to: number): number {
  const days = weekdaysIn(from, to);
  if (per === EFFORT.total) return amount;
  if (per === EFFORT.day) return amount * days;
  if (per === EFFORT.week) return (amount * days) / 5;
  return (amount / 1e6) * MINUTES_A_DAY * days;
}

/** Entries of the first list without an equal one in the second; minutes may differ by a rounded one. */
function unmatched(list: readonly Entry[], others: readonly Entry[], isStacked: boolean): readonly Entry[] {
  const left = new Map<string, number[]>();
  const keyOf = ({ row, person, work, from, to }: Entry) =>
    JSON.stringify([isStacked ? 0 : row, person, work, from, to]);
  for (const other of others) left.set(keyOf(other), [...(left.get(keyOf(other)) ?? []), other.minutes]);
  return list.filter((entry) => {
    const same = left.get(keyOf(entry)) ?? [];
    const at = same.findIndex((minutes) => Math.abs(minutes - entry.minutes) < 0.6);
    if (at >= 0) same.splice(at, 1);
    return at < 0;
  });
}
