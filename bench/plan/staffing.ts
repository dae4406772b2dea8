import type { OpenRole, StaffingProblem } from "../../core/engine/staffing/index.ts";
import { random } from "./random.ts";

const HOUR = 60;
const WEEK = 38 * HOUR;
const WEEKLY = [16, 19, 24, 30, 38].map((hours) => hours * HOUR);
const BUSY = [38, 38, 38, 30, 19].map((hours) => hours * HOUR);
const LEAVE = 0.06;
const WHOLE = 1_000_000;

/** People with a few skills at some level, booked in blocks of weeks, and open roles that at least one of them fits. */
export function openFirm(people: number, roleCount: number, weeks: number, seed: number, busy = 0.75): StaffingProblem {
  const chance = random(seed);
  const whole = (below: number) => Math.floor(chance() * below);
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)]!;
  const skills = Math.max(3, Math.round(people / 14));
  const held = Array.from({ length: people }, () =>
    Array.from({ length: 1 + whole(3) }, () => ({ skill: whole(skills), level: 1 + whole(4) })),
  );
  const free = held.flatMap(() => {
    const own: number[] = [];
    while (own.length < weeks) {
      const left = chance() < busy ? WEEK - pick(BUSY) : WEEK;
      for (let week = 2 + whole(10); week > 0 && own.length < weeks; week--) own.push(chance() < LEAVE ? 0 : left);
    }
    return own;
  });
  const worths: number[][] = [];
  const dear = held.map(() => whole(80_000));
  const worthOf = dear.map((less) => worths.push(new Array<number>(weeks).fill(WHOLE - less)) - 1);
  const roles = Array.from({ length: roleCount }, (): OpenRole => {
    const asked = pick(pick(held));
    const level = Math.max(1, asked.level - whole(2));
    const able = [...held.keys()].filter((person) =>
      held[person]!.some((one) => one.skill === asked.skill && one.level >= level),
    );
    const from = whole(weeks - 4);
    const length = Math.min(weeks - from, 6 + whole(14));
    const minutes = pick(WEEKLY);
    return {
      from,
      asked: new Array<number>(length).fill(minutes),
      people: able,
      worth: able.map((person) => worthOf[person]!),
    };
  });
  return { people, weeks, free, steps: held.map(() => HOUR), roles, worths, handOver: 8 * HOUR * WHOLE };
}
