import { describe, expect, test } from "vitest";
import type { Import } from "../../core/imports/read.ts";
import { imported, importedCells, minutesIn } from "./read.ts";

const UNITS = ["seconds", "minutes", "hours", "days"];
const asked = ({ questions }: Import) => questions.find(({ key }) => key === "unit");

describe("what durations count is asked where a spreadsheet has made numbers of them, and every answer is taken", () => {
  const TOGGL = ["User", "Project", "Start date", "Start time", "End date", "End time", "Duration"];
  const toggl = (duration: number, unit?: string) =>
    importedCells(
      [TOGGL, ["Ana Silva", "Alder", 46_083, 0.375, 46_083, 0.875, duration]],
      unit === undefined ? {} : { unit },
    );

  test("a Toggl sheet with 0.5: half a day, half an hour, half a minute or half a second", () => {
    expect(asked(toggl(0.5))).toMatchObject({ usual: "days", asks: "What are the durations?" });
    expect(asked(toggl(0.5))!.options.map(({ value }) => value)).toEqual(UNITS);
    expect(["", ...UNITS].map((unit) => minutesIn(toggl(0.5, unit)))).toEqual([720, 0, 1, 30, 720]);
    expect(minutesIn(toggl(1))).toBe(1440);
  });

  const HARVEST = ["Date", "Client", "Project", "Task", "Notes", "Hours", "Hours Rounded", "First Name", "Last Name"];
  const harvest = (durations: readonly (number | string)[], answers = {}) =>
    importedCells(
      [HARVEST, ...durations.map((one, i) => [46_083 + i, "C", "Alder", "T", "", one, 0.5, "Ana", "Silva"])],
      answers,
    );

  test("a Harvest sheet with 7:30 and 1:30 as 0.3125 and 0.0625 is asked about, and nothing is read before", () => {
    const open = harvest([0.3125, 0.0625]);
    expect(open.open).toEqual(["unit"]);
    expect(asked(open)!.why).toContain("0.3125 would be 7.5 h");
    const read = harvest([0.3125, 0.0625], { unit: "days" });
    expect(minutesIn(read)).toBe(450 + 90);
    expect(read.sums.get("rounded by the tool")).toBe(2 * 720);
    // As decimal hours 18.75 and 3.75 minutes, each rounded for its day.
    expect(minutesIn(harvest([0.3125, 0.0625], { unit: "hours" }))).toBe(19 + 4);
    expect(minutesIn(harvest(["25:30", 0.3125], { unit: "days" }))).toBe(450);
  });

  test("decimal hours that can be no hours and minutes are not asked about", () => {
    expect(asked(harvest([0.33, 0.25]))).toBeUndefined();
    expect(asked(harvest([0.25, 7.5]))).toBeUndefined();
    expect(asked(harvest([1, 1]))).toBeUndefined();
    expect(minutesIn(harvest([0.25, 7.5]))).toBe(15 + 450);
    const text = "Date,Project,Task,Notes,Hours,First Name,Last Name\n2026-03-02,Alder,T,,0.25,Ana,Silva";
    expect(asked(imported(text))).toBeUndefined();
  });

  test("Jira worklogs say nothing about their unit: asked, and each answer is what it says", () => {
    const text = "Issue Key,Author,Started,Time Spent\nALD-1,Ana Silva,2026-03-02,0.5";
    expect(imported(text).open).toEqual(["unit"]);
    expect(UNITS.map((unit) => minutesIn(imported(text, { unit })))).toEqual([0, 1, 30, 720]);
  });
});
