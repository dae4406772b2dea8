import { expect, test } from "vitest";
import type { DemoPlan } from "../../core/demo/headings.ts";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS, sheetNames } from "../../core/sheets/index.ts";
import { sheetPicture } from "../support/picture.ts";
import { day } from "../support/plan.ts";
import { planOf } from "./demo.ts";

/** The lines of every sheet that can be made of a plan, by the sheet's name. */
function pictures(demo: DemoPlan): ReadonlyMap<string, readonly string[]> {
  const plan = planOf(demo);
  const from = given(plan);
  return new Map(
    sheetNames(plan).map((name) => {
      const made = SHEETS.get(name)!(from);
      if (!("next" in made)) return [name, sheetPicture(made).split("\n")];
      for (let next = made.next(); ; next = made.next())
        if (next.done) return [name, sheetPicture(next.value).split("\n")];
    }),
  );
}

const withSetting = (demo: DemoPlan, setting: string, value: number): DemoPlan =>
  new Map([...demo].map(([name, cells]) => [name, name === "Settings" ? [...cells, [setting, value, null]] : cells]));

test("every sheet says in one of its first lines as of which day the past is known, and who says so", () => {
  const said = (lines: readonly string[]) => lines.slice(0, 20).filter((line) => line.includes("As of ")).length;
  for (const demo of [smallDemoInUse(), smallMoneyDemo()])
    for (const [name, lines] of pictures(demo)) expect([name, said(lines)]).toEqual([name, 1]);
});

test("the day is that of Settings where they name one: the same one on all sheets", () => {
  const asOf = day("2025-12-19");
  for (const [name, lines] of pictures(withSetting(smallMoneyDemo(), "As of", asOf)))
    expect([name, lines.filter((line) => line.includes("As of 19 Dec 2025 (Settings, As of)")).length]).toEqual([
      name,
      1,
    ]);
});

test("weeks and what counts stand in a row that fits a page, and so does the day where sheets look at the plan only", () => {
  const text = (line: string) => line.replace(/^A\d+ \| /, "");
  for (const [name, lines] of pictures(smallMoneyDemo())) {
    const horizon = lines.find((line) => / weeks from .*, week by week\./.test(line));
    if (horizon !== undefined) expect([name, text(horizon).length <= 150]).toEqual([name, true]);
    if (!["Exposure", "Pipeline risk", "Support load"].includes(name)) continue;
    const day = lines.find((line) => text(line).startsWith("As of "))!;
    expect([name, text(day).length <= 150, day === horizon]).toEqual([name, true, false]);
  }
});

test("without hours logged and without a setting it says that there is none", () => {
  const fresh = new Map([...smallDemoInUse()].filter(([name]) => !["Actuals", "Tickets"].includes(name)));
  for (const [name, lines] of pictures(fresh))
    expect([name, lines.some((line) => line.includes("As of no day: Settings, As of, is empty"))]).toEqual([
      name,
      true,
    ]);
});

test("every function that reads the past may be given Settings, where the as-of day stands", () => {
  const past = ["Actuals", "Milestones", "Tickets", "Snapshots"];
  const tables = (one: (typeof FUNCTIONS)[number]) => [...one.needs.flat(), ...one.mayUse];
  const ofPast = FUNCTIONS.filter((one) => tables(one).some((table) => past.includes(table)));
  expect(ofPast.length).toBeGreaterThan(12);
  for (const one of ofPast) expect([one.name, tables(one).includes("Settings")]).toEqual([one.name, true]);
});
