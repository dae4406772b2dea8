import { expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { day } from "../support/plan.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;

/** Without the sheet of scenarios, so that saving makes one with every heading. */
const demoBook = () => memoryBook(Object.fromEntries([...smallDemo()].filter(([name]) => name !== "Scenarios")));

test.each([
  [
    "newEngagement",
    {
      engagement: "Rollout",
      needs: [{ skill: "AWS", level: 3, hours: 20 }],
      from: day("2026-02-16"),
      weeks: 4,
      flexible: "no",
    },
  ],
  ["growServices", { engagement: null, percent: 20, from: null }],
  ["growServices", { engagement: "Harborline desk", percent: 10, from: day("2026-02-02") }],
  ["hireOrTrain", { hours: 10, from: null, person: null }],
  ["somebodyLeaves", { person: "Maya Ellison", from: day("2026-02-02") }],
  [
    "moveSomebody",
    {
      person: "Rohan Kulkarni",
      engagement: "Cobalt platform",
      to: "Tidewater migration",
      from: day("2026-01-26"),
      until: day("2026-02-06"),
    },
  ],
  ["slip", { engagement: "Tidewater migration", weeks: 2 }],
] as const)("%s: its answer, saved as a scenario, is one that fits the plan", (name, request) => {
  const book = demoBook();
  const { scenario: rows } = asked(book, name, request);
  expect(rows.length).toBeGreaterThan(0);
  asked(book, "saveScenario", { scenario: "What if", rows: [...rows] });
  const [saved] = asked(book, "scenarios", {}).scenarios;
  expect([saved?.name, saved?.on, saved?.rows, saved?.problems]).toEqual(["What if", true, rows.length, []]);
  expect(asked(book, "planCheck", {}).problems.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(asked(book, "previewAdopt", { scenario: "What if" }).ready).toBe(true);
});

test("flexible new work is not kept, because the same hours every week are another question, and it says so", () => {
  const { scenario, notes } = asked(demoBook(), "newEngagement", {
    engagement: "Rollout",
    needs: [{ skill: "AWS", level: 3, hours: 20 }],
    from: day("2026-02-16"),
    weeks: 4,
    flexible: "yes",
  });
  expect(scenario).toEqual([]);
  expect(notes.at(-1)).toBe(
    "It cannot be kept as a scenario: rows of Scenarios ask for the same hours every week, which would give other figures.",
  );
});
