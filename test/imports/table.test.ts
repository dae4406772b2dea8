import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NOBODY, sample, sampleNames } from "./read.ts";

/** What a planner must say before a sample can be imported: nothing, or the answer to one question. */
const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "clockify_detailed.csv": { dates: "mdy" },
  "harvest_de.csv": { whose: "Ana Silva" },
  "toggl_2026.csv": { whose: "Ana Silva" },
  "jira_cloud.csv": { skill: "AWS" },
  "jira_server.csv": { skill: "AWS" },
  "runn_projects_api.csv": { unbilled: "managed service" },
};

/** Float and Runn name people and projects by number, which their people and projects have left in the workbook. */
const byId = new Map(
  ["float_people.csv", "float_projects.csv", "runn_people_api.csv", "runn_projects_api.csv"].flatMap((name) =>
    sample(name).lines.map(({ key, cells }) => [key, String(cells.get("person") ?? cells.get("engagement"))] as const),
  ),
);

const hoursText = (minutes: number): string => (minutes === 0 ? "" : `${Math.round((minutes / 60) * 100) / 100} h`);

function lineOf(name: string): string {
  const result = sample(name, SAID[name] ?? {}, { ...NOBODY, byId });
  expect(result.open).toEqual([]);
  const { used, held, skipped } = result.counts;
  const tables = [...new Set(result.lines.map(({ table }) => table))].join(", ");
  const minutes = result.lines.reduce((sum, line) => sum + (line.minutes ?? 0), 0);
  const asked = Object.keys(SAID[name] ?? {});
  const cells = [name, result.label, result.file.rows.length, used, held, skipped, tables, hoursText(minutes)];
  return `| ${[...cells, asked.length === 0 ? "none" : `${asked.length}: ${ASKED.get(asked[0]!)}`].join(" | ")} |`;
}

const ASKED = new Map([
  ["dates", "the order of day and month"],
  ["whose", "whose hours they are"],
  ["unbilled", "what unbilled projects are"],
  ["skill", "which skill the issues take"],
]);

test("docs/imports.md says of each sample what is read and what must be said first: one thing at most", () => {
  const page = readFileSync("docs/imports.md", "utf8");
  const table = page.split("\n").filter((line) => /^\| \w+\.csv /.test(line));
  expect(table).toEqual(sampleNames().map(lineOf));
  for (const answers of Object.values(SAID)) expect(Object.keys(answers).length).toBeLessThanOrEqual(1);
});
