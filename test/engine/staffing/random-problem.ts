import type { OpenRole, StaffingProblem } from "../../../core/engine/staffing/index.ts";

const WHOLE = 1_000_000;

/** A small problem of hours that collide: few people, some weeks of leave, unlike worths, roles of different lengths. */
export function randomProblem(chance: () => number, people: number, roleCount: number, weeks: number): StaffingProblem {
  const whole = (below: number) => Math.floor(chance() * below);
  const free = Array.from({ length: people * weeks }, () => 60 * [0, 8, 20, 38, 38][whole(5)]!);
  const worths = Array.from({ length: 4 }, () =>
    Array.from({ length: weeks }, () => (chance() < 0.15 ? 0 : WHOLE - whole(200_000))),
  );
  const roles = Array.from({ length: roleCount }, (): OpenRole => {
    const from = whole(weeks - 1);
    const length = 1 + whole(weeks - from);
    const able = Array.from({ length: people }, (_, person) => person).filter(() => chance() < 0.6);
    const minutes = 60 * [8, 16, 30, 38][whole(4)]!;
    return {
      from,
      asked: Array.from({ length }, () => (chance() < 0.1 ? 0 : minutes)),
      people: able.length > 0 ? able : [whole(people)],
      worth: able.length > 0 ? able.map(() => whole(worths.length)) : [0],
    };
  });
  const steps = Array.from({ length: people }, () => 60);
  return { people, weeks, free, steps, roles, worths, handOver: whole(10) * 60 * WHOLE };
}
