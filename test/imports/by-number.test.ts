import { expect, test } from "vitest";
import { dayNamed } from "../layouts/expected.ts";
import { cellsIn, NOBODY, rowsSaid, sample } from "./read.ts";

/** The workbook after the people and projects of a tool were imported: who and what its numbers are. */
const knownFrom = (...names: readonly string[]) => ({
  ...NOBODY,
  byId: new Map(
    names.flatMap((name) =>
      sample(name).lines.map(
        ({ key, cells }) => [key, String(cells.get("person") ?? cells.get("engagement"))] as const,
      ),
    ),
  ),
});
const runn = knownFrom("runn_people_api.csv", "runn_projects_api.csv");
const float = knownFrom("float_people.csv", "float_projects.csv");
const march = (date: number): number => dayNamed(`2026-03-${String(date).padStart(2, "0")}`);

test("worklogs of Jira are rows of their own, and three times 40 seconds are 2 minutes", () => {
  const result = sample("jira_worklogs.csv");
  expect(cellsIn(result, "Actuals", ["day", "person", "engagement", "hours"])).toEqual([
    [march(2), "Ana Silva", "Alder AWS Migration", 6.5],
    [march(2), "Ana Silva", "Alder AWS Migration", 1.5],
    [march(3), "Ben Okoye", "Alder AWS Migration", 20 / 60],
    [march(3), "Cy Tan", "Birch Managed Services", 1 / 60],
    [march(3), "Cy Tan", "Birch Managed Services", 1 / 60],
    [march(3), "Cy Tan", "Birch Managed Services", 0],
    [march(6), "Dana Novák", "Cedar SOC2 Readiness", 0],
  ]);
  expect(rowsSaid(result, "HR-248", "names nobody")).toEqual([9]);
});

test("Runn's billable and other minutes of one entry are two rows, and nothing done is neither", () => {
  const result = sample("runn_actuals_api.csv", {}, runn);
  expect(cellsIn(result, "Actuals", ["day", "person", "engagement", "hours", "billable"])).toEqual([
    [march(2), "Ana Silva", "Alder AWS Migration", 6, "Yes"],
    [march(2), "Ana Silva", "Birch Managed Services", 1, "No"],
    [march(3), "Ben Okoye", "Alder AWS Migration", 4, "Yes"],
    [march(3), "Ben Okoye", "Alder AWS Migration", 2, "No"],
    [march(4), "Cy Tan", "Birch Managed Services", 1.5, "No"],
    [march(6), "Ben Okoye", "Birch Managed Services", 0, null],
  ]);
  expect(rowsSaid(result, "HR-248", "number of a person")).toEqual([6]);
  expect(rowsSaid(result, "HR-248", "number of a project")).toEqual([7]);
});

test("Runn's time off is whole days or hours a day, and its public holidays are left out", () => {
  const result = sample("runn_timeoff_api.csv", {}, runn);
  expect(cellsIn(result, "Leave", ["person", "from", "to", "hoursADay", "kind"])).toEqual([
    ["Ana Silva", march(9), march(13), null, "Skiing"],
    ["Ben Okoye", march(16), march(16), 4, "Dentist"],
  ]);
  expect(rowsSaid(result, "HR-245", "public holiday")).toEqual([5]);
});

test("Float's time off is a row for each person and each week that it repeats in", () => {
  const result = sample("float_timeoffs.csv", {}, float);
  expect(cellsIn(result, "Leave", ["person", "from", "to", "hoursADay", "kind"])).toEqual([
    ["Ana Silva", march(9), march(13), null, "Vacation"],
    ["Ben Okoye", march(16), march(16), 4, "Sick"],
    ["Cy Tan", march(16), march(16), 4, "Sick"],
    ...[6, 13, 20, 27].map((date) => ["Dana Novák", march(date), march(date), 4, "Study"]),
    ["Eli Berg", dayNamed("2026-04-03"), dayNamed("2026-04-03"), null, "Vacation"],
  ]);
  expect(rowsSaid(result, "HR-250", "not approved yet")).toEqual([4]);
});

test("hours logged in Float are a row for each record", () => {
  const result = sample("float_logged_time.csv", {}, float);
  expect(cellsIn(result, "Actuals", ["day", "person", "engagement", "hours", "billable"])).toEqual([
    // 0.3333 h are 19.998 minutes.
    [march(2), "Ana Silva", "Alder AWS Migration", 6.5, "Yes"],
    [march(2), "Ana Silva", "Alder AWS Migration", 20 / 60, "Yes"],
    [march(3), "Ben Okoye", "Birch Managed Services", 1.25, "No"],
    [march(4), "Cy Tan", "Internal", 0.5, "No"],
  ]);
});

test("incidents of ServiceNow keep the group that took them, and an open one has no effort yet", () => {
  const result = sample("servicenow_incidents.csv");
  expect(cellsIn(result, "Tickets", ["opened", "engagement", "hours", "closed"])).toEqual([
    [march(2), "Service Desk", 0.75, march(2)],
    [march(2), "Service Desk", 0.25, march(3)],
    [march(3), "Service Desk", null, null],
    [march(4), "Cloud Operations", 1.5, march(4)],
    [march(5), null, 0, march(5)],
  ]);
  expect(rowsSaid(result, "HR-244", "days that cannot be read")).toEqual([6]);
});
