import { describe, expect, test } from "vitest";
import { changeText } from "../../core/questions/scenario-words.ts";
import { withChanges } from "../../core/scenario/with-changes.ts";
import { day, iso, planIn, sentences } from "../support/plan.ts";

const TABLES = `
Person | Weekly hours | From | To | Skills
Ana | 40 | | | AWS 3
Ben | 32 | | 2026-01-11 | Java 2

Engagement | Kind | Status | From | To
Portal | managed service | confirmed | 2026-01-05 | 2026-02-01
Old | managed service | done | |
Gone | managed service | lost | |
Idea | | confirmed | |

Engagement | Skill | Hours a week
Portal | AWS | 10
Old | AWS | 10
Gone | AWS | 10

Person | Engagement | Hours a week
Ana | Portal | 5
`;
const HEADINGS = "Scenario | Change | Person | Engagement | Skill | From | To | Hours a week | Percent | Weeks";
const planWith = (...rows: readonly string[]) =>
  planIn(`${TABLES}\n${[HEADINGS, ...rows.map((row) => `S | ${row}`)].join("\n")}`);
const said = (...rows: readonly string[]) =>
  sentences(planWith(...rows))
    .filter((one) => one.includes("Scenarios"))
    .map((one) => one.replace(/^(\S+) Scenarios row (\d+), column ([^:]+): /, "$1 $2 $3 "));

describe("a change that would silently mean nothing is a problem at its cell", () => {
  test.each([
    ["growth | | Old | | | | | 20% |", "Engagement", '"Old" is done and asks for nothing any more'],
    ["growth | | Gone | | | | | -20% |", "Engagement", '"Gone" is lost and asks for nothing any more'],
    ["growth | | Portal | | | | | 0 |", "Percent", "changes nothing"],
    ["slip | | Portal | | | | | | 0", "Weeks", "changes nothing"],
    ["slip | | Idea | | | | | | 2", "Engagement", '"Idea" has no day that could move'],
    ["hours | Ana | | | | | 40 | |", "Hours a week", "is what the contract says already"],
    ["training | Ben | | Java | 2026-01-12 | | | |", "Person", '"Ben" has no contract any more on that day'],
  ])("%s", (row, column, why) => {
    const [first, ...others] = said(row);
    expect([first, others]).toEqual([expect.stringContaining(why), []]);
    expect(first).toContain(column);
    expect(first).toMatch(/^HR-162/);
  });

  test("a training after the day on which the same scenario lets its person go", () => {
    const leaves = "leaver | Ana | | | 2026-01-12 | | | |";
    expect(said("training | Ana | | Java | 2026-01-11 | | | |", leaves)).toEqual([]);
    expect(said("training | Ana | | Java | 2026-01-19 | | | |", leaves)).toEqual([
      expect.stringContaining('"Ana" has no contract any more on that day'),
    ]);
  });

  test("other hours from the day on which the same scenario lets their person go, or later; those of a day before count", () => {
    const leaves = "leaver | Ana | | | 2026-01-12 | | | |";
    const less = (from: string) => said(`hours | Ana | | | ${from} | | 20 | |`, leaves);
    const gone = [
      expect.stringMatching(
        /^HR-162 Scenarios row 2, From: "2026-01-(12|19)" is not before the day on which the same scenario lets this person go\. Maybe an earlier day, or delete one of the two rows\.$/,
      ),
    ];
    expect([less("2026-01-12"), less("2026-01-19")]).toEqual([gone, gone]);
    expect([less("2026-01-11"), less(""), said("hours | Ana | | | 2026-01-19 | | 20 | |")]).toEqual([[], [], []]);
    expect(said("hours | Ben | | | 2026-01-09 | | 20 | |", leaves)).toEqual([]);
  });

  test("what changes something is none", () => {
    expect(said("growth | | Portal | | | | | 20% |", "hours | Ana | | | | | 39 | |")).toEqual([]);
    expect(said("training | Ben | | Java | 2026-01-11 | | | |", "growth | | | | | | | 20% |")).toEqual([]);
  });
});

test("services that are over do not grow with the others", () => {
  const plan = planWith("growth | | | | | | | 20% |");
  const { plan: after } = withChanges(
    plan,
    plan.scenarios[0]!.changes.map(({ change }) => change),
  );
  expect(after.needs.slice(3).map(({ engagement, effort }) => [plan.engagements[engagement]!.name, effort])).toEqual([
    ["Portal", 120],
  ]);
});

test("a slip by a negative number of weeks is an earlier start, also by one", () => {
  for (const [weeks, says] of [
    [-1, "Portal is 1 week earlier"],
    [-2, "Portal is 2 weeks earlier"],
    [3, "Portal is 3 weeks later"],
  ] as const) {
    const plan = planWith(`slip | | Portal | | | | | | ${weeks}`);
    expect(plan.scenarios[0]!.problems).toEqual([]);
    const changes = plan.scenarios[0]!.changes.map(({ change }) => change);
    const { from, to } = withChanges(plan, changes).plan.engagements[0]!;
    expect([iso(from), iso(to)]).toEqual([iso(day("2026-01-05") + 7 * weeks), iso(day("2026-02-01") + 7 * weeks)]);
    expect(changes.map(changeText)).toEqual([says]);
  }
});
