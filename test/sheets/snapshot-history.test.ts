import { expect, test } from "vitest";
import { given } from "../../core/sheets/given.ts";
import type { SheetModel } from "../../core/sheets/model.ts";
import { snapshotHistory } from "../../core/sheets/snapshot-history.ts";
import { sheetPicture } from "../support/picture.ts";
import { day, planIn } from "../support/plan.ts";

/** Thirty hours a week of Ana's are planned; ten hours of Go for Cloud were found after both snapshots. */
const FIRM = `
  Setting       | Value
  Horizon from  | 2026-02-02
  Horizon weeks | 3

  Person | Weekly hours
  Ana    | 40

  Engagement | Kind
  Portal     | time and materials
  Cloud      | time and materials

  Engagement | Skill | From       | To         | Hours a week
  Cloud      | Go    | 2026-02-02 | 2026-02-20 | 10

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-05 | 2026-02-20 | 6
`;
const TAKEN = `
  Taken on   | Week       | Engagement | Skill | Person | Hours
  2026-01-23 | 2026-01-26 |            |       |        | 40x3
  2026-01-23 | 2026-01-26 | Portal     |       | Ana    | 30x3
  2026-01-30 | 2026-02-02 |            |       |        | 40x3
  2026-01-30 | 2026-02-02 | Portal     |       | Ana    | 30; 36; 30
`;
const sheet = (picture: string) => snapshotHistory(given(planIn(picture)));
const grid = (model: SheetModel, key: string) => {
  const block = model.blocks.find((one) => one.key === key);
  if (block?.kind !== "grid") throw new RangeError(key);
  return block;
};
const [FIRST, SECOND] = [day("2026-01-23"), day("2026-01-30")];

test("read from the top down, a column is one week as each snapshot saw it; beyond a snapshot's weeks it is empty", () => {
  const model = sheet(FIRM + TAKEN);
  expect(grid(model, "demand").rows).toEqual([
    [FIRST, 30, 30, null],
    [SECOND, 30, 36, 30],
    ["Now", 40, 40, 40],
  ]);
  expect(grid(model, "variance").rows).toEqual([
    [FIRST, 10, 10, null],
    [SECOND, 10, 4, 10],
    ["Now", 0, 0, 0],
  ]);
});

test("the headline says how much more the next week asks for than when it was first seen", () => {
  expect(sheetPicture(sheet(FIRM + TAKEN))).toContain(
    "A2 | The week of 2 Feb 2026 asks for 40 h now, 10 h more than on 23 Jan 2026; 2 snapshots shown.",
  );
});

test("one week, snapshot by snapshot: 10 and 3 days ahead, and what changed since the row above", () => {
  const week = grid(sheet(FIRM + TAKEN), "week");
  expect(week.title).toBe("The week of 2 Feb 2026, snapshot by snapshot");
  expect(
    week.rows.map(([taken, ahead, capacity, demand, , change]) => [taken, ahead, capacity, demand, change]),
  ).toEqual([
    [FIRST, 1.4, 40, 30, null],
    [SECOND, 0.4, 40, 30, 0],
    ["Now", null, 40, 40, 10],
  ]);
});

test("what moved most stands first: the found work, then what stayed as it was", () => {
  const moves = grid(sheet(FIRM + TAKEN), "moves");
  expect(moves.title).toBe("What changed most in the week of 2 Feb 2026 since 23 Jan 2026, hours");
  expect(moves.rows.map((row) => row.slice(0, 4))).toEqual([
    ["Cloud", 0, 0, 10],
    ["Portal", 30, 30, 30],
  ]);
});

test("work that a snapshot reaching the week did not have yet counts from 0; work that is gone has a row", () => {
  // On 12 January the week was in reach and held no work; on 19 January it held 30 hours, and 5 of a deal that the plan has no more.
  const moves = grid(
    sheet(`${FIRM}
  Taken on   | Week       | Engagement | Skill | Person | Hours
  2026-01-12 | 2026-01-12 |            |       |        | 40x6
  2026-01-19 | 2026-01-19 |            |       |        | 40x5
  2026-01-19 | 2026-02-02 | Portal     |       | Ana    | 30
  2026-01-19 | 2026-02-02 | Old deal   |       | Ana    | 5
`),
    "moves",
  );
  expect(moves.title).toBe("What changed most in the week of 2 Feb 2026 since 12 Jan 2026, hours");
  expect(moves.rows.map((row) => row.slice(0, 4))).toEqual([
    ["Portal", 0, 30, 30],
    ["Cloud", 0, 0, 10],
    ["Work that the plan has no more", 0, 5, 0],
  ]);
});

test("without a snapshot, or with none of the weeks shown, it says how history begins", () => {
  const old = `
    Taken on   | Week       | Engagement | Person | Hours
    2025-12-01 | 2025-12-01 | Portal     | Ana    | 30
  `;
  for (const picture of [FIRM, FIRM + old]) {
    const model = sheet(picture);
    expect(model.blocks.filter(({ kind }) => kind === "grid").map(({ key }) => key)).not.toContain("demand");
    expect(sheetPicture(model)).toContain("No history yet");
  }
});
