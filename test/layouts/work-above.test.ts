import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import { bookOf, memoryBook, memoryHost } from "../support/memory-host.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [
  ["Person", "Weekly hours"],
  ["Ann", 40],
  ["Bob", 40],
];
const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);
const LATER = ["2026-02-02", "2026-02-09", "2026-02-16"].map(dayNamed);
const UNIT = ["Hours per week"];

interface Form {
  readonly tables: readonly {
    readonly id: string;
    readonly sheet: string;
    readonly open: number;
    readonly assumptions: readonly { readonly a1: string; readonly says: string }[];
  }[];
  readonly none: readonly { readonly why: string; readonly choice: { readonly options: readonly string[] } | null }[];
}

/** The hours of each person on each engagement once every table is accepted, what is assumed of which cell, and what is asked. */
function mapped(sheets: Readonly<Record<string, CellRange>>, said: Readonly<Record<string, string>> = {}) {
  const book = memoryBook({ People: PEOPLE, ...sheets });
  const { host } = memoryHost(book);
  const answers = Object.entries(said).flatMap(([heading, means]) =>
    Object.keys(sheets).map((sheet) => ({ sheet, heading, means })),
  );
  const { tables, none } = run(ask("mapForm", { answers }), host) as Form;
  for (const { id, open } of tables)
    if (open === 0) run(ask("decideMap", { sheet: id, decision: "yes", answers }), host);
  const { allocations, people, engagements } = readPlan(sourcesIn(bookOf(book)));
  const hours = new Map<string, number>();
  for (let i = 0; i < allocations.length; i++) {
    const key = `${people[allocations.person[i]!]?.name ?? "nobody"} ${engagements[allocations.engagement[i]!]!.name}`;
    hours.set(key, (hours.get(key) ?? 0) + allocations.amount[i]! / 60);
  }
  const assumed = tables.flatMap(({ assumptions }) =>
    assumptions.flatMap(({ a1, says }) => (says.includes("engagement") ? [`${a1} ${says.split(". Maybe")[0]}`] : [])),
  );
  return {
    hours: Object.fromEntries(hours),
    assumed,
    open: tables.reduce((sum, { open }) => sum + open, 0),
    options: none[0]?.choice?.options ?? [],
    why: none[0]?.why ?? "",
  };
}

const ALONE = "The names alone in rows above them";
const TITLE = "The title above";
const SHEET = "The sheet's name";
const TASKS = "The tasks, each by itself";
const tasks = ["Name", "Task", ...WEEKS];
const ann: readonly Cell[] = ["Ann", "Build", 20, 20, 20];
const bob: readonly Cell[] = ["Bob", "Build", 4, 4, 4];

describe("blocks of tasks below each other", () => {
  test.each<[string, CellRange, CellRange, readonly string[]]>([
    [
      "with titles that say Project, the unit above",
      [UNIT, ["Project: Delta"]],
      [["Project: Epsilon"]],
      [
        'A2 "Project: Delta" names Delta, which is read as the engagement of the table',
        'A5 "Project: Epsilon" names Epsilon, which is read as the engagement of the rows below',
      ],
    ],
    [
      "with titles that say Project, the unit below",
      [["Project: Delta"], UNIT],
      [["Project: Epsilon"], UNIT],
      [
        'A1 "Project: Delta" names Delta, which is read as the engagement of the table',
        'A5 "Project: Epsilon" names Epsilon, which is read as the engagement of the rows below',
      ],
    ],
    [
      "with the unit in the titles",
      [["Alpha - hours per week"]],
      [["Beta - hours per week"]],
      [
        'A1 "Alpha - hours per week" names Alpha, which is read as the engagement of the table',
        'A4 "Beta - hours per week" names Beta, which is read as the engagement of the rows below',
      ],
    ],
    [
      "with a name in a cell of its own",
      [["Project", "Delta"], UNIT],
      [["Project", "Epsilon"]],
      [
        'B1 "Delta" names Delta, which is read as the engagement of the table',
        'B5 "Epsilon" names Epsilon, which is read as the engagement of the rows below',
      ],
    ],
  ])("%s", (_, first, second, assumed) => {
    const cells = [...first, tasks, ann, ...second, tasks, bob];
    const found = mapped({ Staffing: cells });
    expect(found.assumed).toEqual(assumed);
    expect(Object.entries(found.hours)).toEqual([
      [expect.stringMatching(/^Ann (Alpha|Delta)$/), 60],
      [expect.stringMatching(/^Bob (Beta|Epsilon)$/), 12],
    ]);
  });
  test("of other weeks have each their own title", () => {
    const cells = [UNIT, ["Project: Delta"], tasks, ann, ["Project: Epsilon"], ["Name", "Task", ...LATER], bob];
    expect(mapped({ Staffing: cells }).hours).toEqual({ "Ann Delta": 60, "Bob Epsilon": 12 });
  });
});

describe("a title above tasks that names no work", () => {
  test.each([["Hours per week"], ["Updated 12 Jan 2026, hours per week"], ["Staffing plan, hours per week"]])(
    "(%s) leaves open whether the tasks are the engagements",
    (title) => {
      const cells = [[title], tasks, ["Ann", "Alpha", 20, 20, 20], ["Bob", "Beta", 4, 4, 4]];
      expect(mapped({ Staffing: cells })).toMatchObject({ hours: {}, open: 1 });
      expect(mapped({ Staffing: cells }, { Task: "Engagement" }).hours).toEqual({ "Ann Alpha": 60, "Bob Beta": 12 });
    },
  );
  test("on a sheet that may be called as the work is asked", () => {
    const cells = [UNIT, tasks, ann];
    expect(mapped({ Alpha: cells })).toMatchObject({ hours: {}, options: [SHEET, TASKS] });
    expect(mapped({ Alpha: cells }, { "(engagement)": SHEET }).hours).toEqual({ "Ann Alpha": 60 });
    expect(mapped({ Alpha: cells }, { "(engagement)": TASKS }).hours).toEqual({ "Ann Build": 60 });
  });
});

test("names alone in rows between tasks below a title are groups, which is said", () => {
  const cells = [["Alpha - hours per week"], tasks, ["Backend"], ann, ["Frontend"], bob];
  expect(mapped({ Staffing: cells })).toMatchObject({
    hours: { "Ann Alpha": 60, "Bob Alpha": 12 },
    assumed: [
      'A1 "Alpha - hours per week" names Alpha, which is read as the engagement of the table, and "Backend", "Frontend" in rows of their own as groups',
    ],
  });
});

describe("without a column of work or tasks", () => {
  const heads = ["Name", "Role", ...WEEKS];
  test("names alone above their people are asked, and read once that is said", () => {
    const cells = [UNIT, heads, ["Alpha"], ann, ["Subtotal", null, 20, 20, 20], ["Beta"], bob, ann];
    expect(mapped({ Staffing: cells })).toMatchObject({
      hours: {},
      options: [ALONE],
      why: 'No column says which engagement the amounts are for; it may be "Alpha", "Beta" alone in rows: say which in Map, or add a column Project.',
    });
    expect(mapped({ Staffing: cells }, { "(engagement)": ALONE })).toMatchObject({
      hours: { "Ann Alpha": 60, "Bob Beta": 12, "Ann Beta": 60 },
      assumed: [
        'A3 "Alpha" names Alpha, which is read as the engagement of the rows below',
        'A6 "Beta" names Beta, which is read as the engagement of the rows below',
      ],
    });
  });
  test("titles that say Project above each block are read, and said", () => {
    const cells = [["Project: Alpha"], UNIT, heads, ann, [], ["Project: Beta"], heads, bob];
    expect(mapped({ Staffing: cells })).toMatchObject({
      hours: { "Ann Alpha": 60, "Bob Beta": 12 },
      assumed: [
        'A1 "Project: Alpha" names Alpha, which is read as the engagement of the table',
        'A6 "Project: Beta" names Beta, which is read as the engagement of the rows below',
      ],
    });
  });
  test("a plain title is asked", () => {
    const cells = [["Website relaunch"], UNIT, heads, ann];
    expect(mapped({ Staffing: cells })).toMatchObject({ hours: {}, options: [TITLE] });
    expect(mapped({ Staffing: cells }, { "(engagement)": TITLE }).hours).toEqual({ "Ann Website relaunch": 60 });
  });
  test("a sheet for each project is asked, and each is read by its own name", () => {
    const sheets = { Alpha: [UNIT, heads, ann], Beta: [UNIT, heads, bob] };
    expect(mapped(sheets)).toMatchObject({ hours: {}, options: [SHEET] });
    expect(mapped(sheets, { "(engagement)": SHEET }).hours).toEqual({ "Ann Alpha": 60, "Bob Beta": 12 });
  });
  test("one title that says Project beside names alone, perhaps of teams, is asked", () => {
    const cells = [["Project: Alpha"], UNIT, heads, ["Backend"], ann, ["Frontend"], bob];
    expect(mapped({ Staffing: cells })).toMatchObject({ hours: {}, options: [ALONE, TITLE] });
    expect(mapped({ Staffing: cells }, { "(engagement)": TITLE }).hours).toEqual({ "Ann Alpha": 60, "Bob Alpha": 12 });
  });
  test("capacity stays capacity, whatever stands alone in rows", () => {
    const cells = [["Capacity, hours per week"], heads, ["Backend"], ann];
    expect(mapped({ Staffing: cells })).toMatchObject({ hours: {}, options: [], why: "" });
  });
});
