import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { CAPACITY, GONE, OLD_SKILL } from "../../core/plan/snapshots.ts";
import { addingWeekHours, addWeekHours, minuteList, weekHoursText } from "../../core/plan/week-hours.ts";
import { plan, range, sentences } from "../support/plan.ts";

const read = (cell: string | number | boolean | null): readonly number[] | null => {
  const list = minuteList();
  return addWeekHours(cell, list) ? [...list.minutes.subarray(0, list.length)] : null;
};

describe("hours week after week in one cell", () => {
  test.each([
    [24, [1440]],
    ["24", [1440]],
    ["24x2; 16", [1440, 1440, 960]],
    ["24 x 2;16", [1440, 1440, 960]],
    ["7.5×3; 0; 1,25", [450, 450, 450, 0, 75]],
    // A third of an hour is 20 minutes.
    ["0.33", [20]],
  ])("%s", (cell, minutes) => expect(read(cell)).toEqual(minutes));

  test.each(["", "about 20", "24x", "24x0", "24;", "-8", "24x521", "1.2.3", "100001", true, null, -1])(
    "%s is none",
    (cell) => expect(read(cell)).toBeNull(),
  );

  test("a text that comes again has the same minutes again, and what is no hours stays none", () => {
    const list = minuteList();
    const add = addingWeekHours(list);
    const cells = ["24x2; 16", 8, "24x2; 16", "about 20", "about 20", "24x2; 16", "8x520", "8x520", "8x520"];
    expect(cells.map(add)).toEqual([true, true, true, false, false, true, true, true, true]);
    const minutes = [1440, 1440, 960, 480, 1440, 1440, 960, 1440, 1440, 960, ...Array<number>(1560).fill(480)];
    expect([...list.minutes.subarray(0, list.length)]).toEqual(minutes);
  });

  test("whole minutes come back as they were", () => {
    for (let minutes = 0; minutes < 600; minutes++) expect(read(weekHoursText([minutes, 60]))).toEqual([minutes, 60]);
    expect(weekHoursText([1440, 1440, 960])).toBe("24x2; 16");
    expect(weekHoursText([90])).toBe(1.5);
  });
});

const PLAN = `
  Person | Weekly hours
  Ana    | 40

  Engagement | Client | Owner
  Portal     | Acme   | Grace  Lind
`;

describe("the table Snapshots", () => {
  const found = plan`
    Person | Weekly hours
    Ana    | 40

    Engagement | Client | Owner
    Portal     | Acme   | Grace  Lind

    Person | Skill
    Ana    | AWS

    Taken on   | Week       | Engagement | Skill | Person | Hours
    2026-01-05 | 2026-01-05 |            |       |        | 40x3
    2026-01-05 | 2026-01-14 | Portal     | AWS   | Ana    | 24x2; 16
    2026-01-05 | 2026-01-05 | portal     |       |        | 8
    2026-01-05 | 2026-01-05 | Old site   | AWS   | Zoe    | 8
    2026-01-05 | 2026-01-05 | Portal     |       | Ana    | lots
  `;

  test("rows refer to people and work of the plan; a week may be named by any of its days", () => {
    const { length, taken, week, engagement, person, skill, first, minutes } = found.snapshots;
    expect(length).toBe(4);
    expect([...taken]).toEqual([46027, 46027, 46027, 46027]);
    expect([...week]).toEqual([46027, 46034, 46027, 46027]);
    expect([...engagement]).toEqual([CAPACITY, 0, 0, GONE]);
    expect([...person]).toEqual([-1, 0, -1, GONE]);
    expect([...skill]).toEqual([-1, 0, -1, 0]);
    expect([...first]).toEqual([0, 3, 6, 7, 8]);
    expect([...minutes]).toEqual([2400, 2400, 2400, 1440, 1440, 960, 480, 480]);
  });

  test("history outlives the plan: old names are good to know, and add nothing to the plan", () => {
    expect(sentences(found)).toEqual([
      'HR-232 Snapshots row 5, Engagement: "Old site" is not in the plan any more (Old site): these forecasts count as not worked, in totals and by person and skill. Maybe it was renamed; then replace the old name in Snapshots.',
      'HR-232 Snapshots row 5, Person: "Zoe" is not in the plan any more (Zoe): nobody knows what was worked, so that these forecasts are left out and counted. Maybe it was renamed; then replace the old name in Snapshots.',
      'HR-230 Snapshots row 6, Hours: "lots" is not hours week after week. Maybe take the snapshot of that day away in the panel Snapshots, or type hours such as 24x5; 16.',
    ]);
    expect(found.people.map(({ name }) => name)).toEqual(["Ana"]);
    expect(found.accounts.at(-1)).toEqual({ table: "Snapshots", read: 5, used: 4, excluded: 1, blank: 0 });
  });

  test("an engagement has an owner", () => expect(found.engagements[0]!.owner).toBe("Grace Lind"));

  test("an old name of a skill stays, and is said once", () => {
    const renamed = plan`
      Person | Weekly hours | Skills
      Ana    | 40           | Kubernetes

      Engagement | Client
      Portal     | Acme

      Taken on   | Week       | Engagement | Skill      | Person | Hours
      2026-01-05 | 2026-01-05 | Portal     | Kubernetes | Ana    | 24
      2026-01-05 | 2026-01-05 | Portal     | K8s        | Ana    | 8
      2026-01-05 | 2026-01-12 | Portal     | k8s        | Ana    | 8
    `;
    expect([...renamed.snapshots.skill]).toEqual([0, OLD_SKILL, OLD_SKILL]);
    expect(renamed.snapshots.oldSkills).toEqual(["K8s"]);
    expect(renamed.skills).toEqual(["Kubernetes"]);
    expect(sentences(renamed)).toEqual([
      'HR-232 Snapshots row 3, Skill: "K8s" is not in the plan any more (K8s): by skill these forecasts have a row of that name. Maybe it was renamed; then replace the old name in Snapshots.',
    ]);
  });

  test("a copied sheet that has grown counts the days of the first range once", () => {
    const one: CellRange = range`
      Taken on   | Week       | Engagement | Person | Hours
      2026-01-05 | 2026-01-05 | Portal     | Ana    | 8
    `;
    const two: CellRange = [...one, [46027, 46027, "Portal", "Ana", 8], [46034, 46034, "Portal", "Ana", 16]];
    const tables = PLAN.split("\n\n").map((text) => range(Object.assign([text], { raw: [text] })));
    const twice = readPlan([...tables, one, two].map((cells) => ({ cells })));
    expect([...twice.snapshots.taken]).toEqual([46027, 46034]);
    expect(twice.problems.map(({ code }) => code)).toEqual(["HR-231"]);
  });
});
