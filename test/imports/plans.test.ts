import { describe, expect, test } from "vitest";
import { cellsIn, imported, minutesIn, rowsSaid } from "./read.ts";

const HEADINGS = [
  ...["Number", "Resource type", "Group", "User", "Role", "Skills", "Request type", "Planned hours", "Name", "Task"],
  ...["Start Date", "End Date", "Allocation spread", "State"],
] as const;
type Cells = Partial<Record<(typeof HEADINGS)[number], string>>;
const GOOD: Cells = {
  "Resource type": "User",
  User: "Ana Silva",
  "Planned hours": "80",
  Name: "Build",
  Task: "PRJ1",
  "Start Date": "2026-03-02",
  "End Date": "2026-03-13",
};
/** A file of resource plans, each like a good one but for some cells. */
const plans = (...rows: readonly Cells[]) => {
  const lines = rows.map((row, i) => {
    const cells: Cells = { ...GOOD, Number: `R${i + 1}`, ...row };
    return HEADINGS.map((heading) => cells[heading] ?? "").join(",");
  });
  return imported([HEADINGS.join(","), ...lines].join("\n"));
};

describe("a resource plan that says too little, or nonsense, is held back with its reason, and the others count", () => {
  const CASES: readonly (readonly [why: string, row: Cells])[] = [
    ["names nobody", { User: "" }],
    ["names nobody", { "Resource type": "user", User: " ", Group: "Service Desk" }],
    ["has hours below 0", { "Planned hours": "-80" }],
    ["has hours that are no number", { "Planned hours": "many" }],
    ["ends before it starts", { "End Date": "2026-03-01" }],
    ["has a first day that is no date", { "Start Date": "soon" }],
    ["has a last day that is no date", { "End Date": "later" }],
    ["has no first or no last day", { "Start Date": "" }],
    ["has no first or no last day", { "End Date": "" }],
    ["has more hours than its days have", { "Planned hours": "289" }],
    ["names no task", { Task: "", Name: "" }],
    ["names no group, role or skill", { "Resource type": "Group", User: "" }],
    ["names no group, role or skill", { "Resource type": "Role" }],
    ["is for a resource that is no user, group or role", { "Resource type": "Vehicle" }],
  ];
  test.each(CASES)("%s", (why, row) => {
    const result = plans({}, row, { User: "Ben Okoye" });
    expect(result.problems.filter(({ why: said }) => said.startsWith(why)).map(({ at }) => at[0]?.row)).toEqual([3]);
    expect(result.counts).toEqual({ used: 2, held: 1, skipped: 0 });
    expect(cellsIn(result, "Allocations", ["person", "engagement", "totalHours"])).toEqual([
      ["Ana Silva", "PRJ1", 80],
      ["Ben Okoye", "PRJ1", 80],
    ]);
    expect(result.lines).toHaveLength(2);
  });

  test("288 h in twelve days are possible, and one record counts once", () => {
    const result = plans({ "Planned hours": "288" }, { Number: "R1" });
    expect([minutesIn(result), rowsSaid(result, "HR-247", "repeats a record")]).toEqual([288 * 60, [3]]);
    expect(result.counts).toEqual({ used: 1, held: 0, skipped: 1 });
  });

  test("without a task the plan's own name stands for the engagement, which is said", () => {
    const result = plans({}, { Task: "" });
    expect(rowsSaid(result, "HR-250", "names no task: its own name")).toEqual([3]);
    expect(cellsIn(result, "Allocations", ["engagement"])).toEqual([["PRJ1"], ["Build"]]);
  });

  test("the name of a plan is nobody's, also when the file has no users", () => {
    const text =
      "Number,Resource type,Request type,Planned hours,Name,Task,Start Date,End Date,Allocation spread\nR1,User,Hours,8,Build,PRJ1,2026-03-02,2026-03-03,Even";
    expect(rowsSaid(imported(text), "HR-248", "names nobody")).toEqual([2]);
  });

  test("a group's or a role's is demand, with or without days", () => {
    const group: Cells = {
      "Resource type": "Group",
      User: "",
      Group: "Service Desk",
      "Start Date": "",
      "End Date": "",
    };
    const skill: Cells = { "Resource type": "Role", User: "", Skills: "AWS", "Planned hours": "0" };
    const result = plans(group, skill);
    expect(cellsIn(result, "Demand", ["engagement", "role", "skill", "from", "totalHours"])).toEqual([
      ["PRJ1", "Service Desk", null, null, 80],
      ["PRJ1", null, "AWS", 46_083, 0],
    ]);
    expect(rowsSaid(result, "HR-250", "plans 0 hours")).toEqual([3]);
  });
});
