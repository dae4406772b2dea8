import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choices, choices } from "./random/choices.ts";
import { laidOut, readBack } from "./random/read-back.ts";

/** HEADROOM_ORACLE=full reads 5,000 layouts, which takes about 40 seconds. */
const COUNT = process.env.HEADROOM_ORACLE === "full" ? 5000 : 300;
/** HEADROOM_SEED tries other layouts than the usual ones. */
const SEED = process.env.HEADROOM_SEED === undefined ? {} : { seed: Number(process.env.HEADROOM_SEED) };
const LEAST_EXACT = 0.95;

/** What a sheet must say so that nothing has to be asked: its unit, one year, which name comes first, the order of its dates, how long its columns are (one date alone does not), and no second block that is no plan. */
const saysEnough = ({ said, shape, lastNameFirst, people, periods, writing, traps }: Choices): boolean =>
  (said !== "nowhere" || shape === "rows" || shape === "pairs") &&
  !traps.includes("second block") &&
  (periods > 1 || shape === "rows" || shape === "pairs") &&
  !(lastNameFirst && (people === 1 || traps.includes("two people"))) &&
  !(writing === "names" && traps.includes("other year")) &&
  !(writing === "slashed" && (shape === "rows" || shape === "months" || shape === "days"));

test(`${COUNT} random layouts are read as they were meant, or say what could not be read`, { timeout: 600_000 }, () => {
  const counts = new Map([
    ["exact", 0],
    ["reported", 0],
  ]);
  let [plain, exact] = [0, 0];
  fc.assert(
    fc.property(choices, (chosen) => {
      const { kind, why } = readBack(laidOut(chosen));
      if (kind === "silent") throw new Error(`Read differently, and not said: ${why}`);
      counts.set(kind, counts.get(kind)! + 1);
      if (!saysEnough(chosen)) return;
      plain += 1;
      if (kind === "exact") exact += 1;
    }),
    { numRuns: COUNT, ...SEED },
  );
  process.stderr.write(
    `Of ${COUNT} random layouts ${counts.get("exact")} were read exactly, ${counts.get("reported")} were reported; of the ${plain} that say enough, ${exact} were read exactly.\n`,
  );
  expect(exact / plain).toBeGreaterThan(LEAST_EXACT);
});
