import { commonPieces, periodOfParts, type Timeline, timeline } from "../engine/timeline.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { dayNumber } from "../units.ts";
import type { Asked } from "./define.ts";

/** The asked periods, cut into parts in which everybody stays in the same rows. */
export interface Parts extends Timeline {
  /** The asked period of each part. */
  readonly periodOfPart: Int32Array;
}

/** Somebody's team may change with a contract, and a skill may begin or end: the engine computes each part, and parts add up. */
export function partsOf({ plan, from, to, periods, rows, filters }: Asked): Parts {
  const asked = timeline(from, to, periods);
  const keys = new Set<string>([rows, ...filters.people.keys()]);
  const starts = [
    ...(keys.has("skill") ? skillChanges(plan) : []),
    ...(["team", "role", "location", "kind"].some((key) => keys.has(key)) ? contractStarts(plan) : []),
  ].filter((day) => from < day && day <= to);
  const parts = starts.length === 0 ? asked : commonPieces(asked, cutAt({ from, to }, starts));
  return { ...parts, periodOfPart: periodOfParts(asked, parts) };
}

const skillChanges = ({ people }: Plan) =>
  people.flatMap(({ skills }) =>
    skills.flatMap(({ certificate, validFrom, validTo }) =>
      certificate === null ? [validFrom, validTo + 1] : [validFrom],
    ),
  );

const contractStarts = ({ people, contracts }: Plan) =>
  people.flatMap((person) => person.contracts.slice(1).map((number) => contracts[number]!.from));

function cutAt({ from, to }: Period, starts: readonly number[]): Timeline {
  const firsts = [from, ...new Set(starts)].sort((a, b) => a - b).map(dayNumber);
  const periods = firsts.map((first, i) => ({ from: first, to: dayNumber((firsts[i + 1] ?? to + 1) - 1) }));
  const periodOf = new Int32Array(to - from + 1);
  periods.forEach((period, i) => {
    periodOf.fill(i, period.from - from, period.to - from + 1);
  });
  return { from, to, days: to - from + 1, periods, periodOf, daily: false };
}
