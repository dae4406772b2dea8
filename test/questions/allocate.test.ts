import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));

const JAN_12 = 46034;
const JAN_23 = 46045;
const JAN_26 = 46048;
const FEB_13 = 46066;
const FEB_16 = 46069;
const FEB_20 = 46073;
const H = 60;

const MAYA = {
  person: "Maya Ellison",
  engagement: "Tidewater migration",
  skill: "AWS",
  from: JAN_26,
  to: FEB_13,
  effort: "hours a week",
  amount: "30",
  row: null,
  was: null,
};
const preview = (book: MemoryBook, change: object = {}) => asked(book, "allocatePreview", { ...MAYA, ...change });

describe("what an allocation would do", () => {
  test("Maya has 20 of 40 hours free in the cut-over; 30 more are 10 too many, every week", () => {
    const { effect, text, ready, problems } = preview(demoBook());
    const week = {
      capacity: 40 * H,
      before: { booked: 20 * H, free: 20 * H, overload: 0 },
      after: { booked: 50 * H, free: 0, overload: 10 * H },
    };
    expect(effect?.weeks).toEqual([
      { from: JAN_26, ...week },
      { from: JAN_26 + 7, ...week },
      { from: JAN_26 + 14, ...week },
    ]);
    expect({ ready, problems }).toEqual({ ready: true, problems: [] });
    expect(text).toBe(
      "Will write Allocations, row 21, new: Person Maya Ellison, Engagement Tidewater migration, Skill AWS, From 26 Jan 2026, To 13 Feb 2026, Hours a week 30.",
    );
  });

  test("of 70 hours of AWS a week Wei Ling does 40; Maya's 30 close the rest, and more would be beyond the request", () => {
    const aws = { asks: "AWS 3+", asked: 210 * H, before: 90 * H };
    const { demand } = preview(demoBook()).effect!;
    expect(demand.lines[0]).toEqual({ ...aws, after: 0 });
    expect(demand.beyond).toEqual({ before: 0, after: 0 });
    const more = preview(demoBook(), { amount: "35" }).effect!.demand;
    expect(more.lines[0]).toEqual({ ...aws, after: 0 });
    expect(more.beyond).toEqual({ before: 0, after: 15 * H });
  });

  test("says for each kind of work whether she fits, and why", () => {
    expect(preview(demoBook(), { skill: "" }).effect?.fit).toEqual([
      { asks: "AWS 3+", fits: "yes", why: "has AWS at level 4" },
      { asks: "Kubernetes 3+", fits: "yes", why: "has Kubernetes at level 5" },
      { asks: "Security 3+ with CISSP", fits: "partly", why: "CISSP runs out on 6 Feb 2026" },
      { asks: "Delivery", fits: "no", why: "does not have this skill" },
    ]);
    expect(preview(demoBook(), { person: "Omar Haddad", skill: "Security" }).effect?.fit).toEqual([
      { asks: "Security 3+ with CISSP", fits: "no", why: "has Security at level 2" },
    ]);
  });

  test("names leave and public holidays, and how tentative work counts", () => {
    const farah = {
      person: "Farah Rahman",
      engagement: "Meridian cloud care",
      skill: "Linux",
      from: FEB_16,
      to: FEB_20,
    };
    const { effect } = preview(demoBook(), { ...farah, effort: "hours a day", amount: "4" });
    expect(effect?.notes).toEqual(["On leave: 16 Feb to 20 Feb.", "Public holidays: 17 Feb and 18 Feb."]);
    expect(effect?.weeks).toMatchObject([{ capacity: 0, after: { booked: 0, free: 0, overload: 0 } }]);
    const juniper = { person: "TBD developer", engagement: "Juniper data hub", skill: "Python", from: null, to: null };
    expect(preview(demoBook(), juniper).effect).toMatchObject({
      weeks: [],
      fit: [],
      notes: [
        "Nobody is named yet: the hours stay open until somebody is.",
        "Juniper data hub is tentative: its hours count at 50 %.",
      ],
    });
  });

  test.each([
    [{ person: "Maya Elison" }, "person", '"Maya Elison" is not in People. Maybe Maya Ellison.'],
    [{ person: "" }, "person", "Choose a person, or type a placeholder such as TBD."],
    [
      { amount: "lots" },
      "amount",
      '"lots" is not a number of hours a week. Maybe type a number, or leave the cell empty.',
    ],
    [
      { amount: "1.234" },
      "amount",
      '"1.234" can be 1234 or 1.234. Maybe type 1234 or 1.234, without a separator of thousands.',
    ],
    [
      { from: FEB_13, to: JAN_26 },
      "to",
      '"2026-01-26" ends before it starts. Maybe the two days changed places, or one has the wrong year.',
    ],
    [{ effort: "fte" }, "effort", "The table has no such column. Maybe hours a week or hours a day or share."],
  ])("refuses %j at its field", (change, field, says) => {
    const { ready, effect, problems } = preview(demoBook(), change);
    expect({ ready, effect }).toEqual({ ready: false, effect: null });
    expect(problems).toContainEqual({ field, severity: "error", says });
    expect(() => asked(demoBook(), "allocate", { ...MAYA, ...change })).toThrow(says);
  });

  test("what no form can send is refused before the workbook is read", () => {
    for (const request of [
      null,
      "x",
      {},
      { ...MAYA, effort: "days" },
      { ...MAYA, from: "31/31/2026" },
      { ...MAYA, person: {} },
    ]) {
      const { host, calls } = memoryHost(demoBook());
      expect(() => run(ask("allocate", request), host), JSON.stringify(request)).toThrow(/^The allocate form/);
      expect(calls()).toBe(0);
    }
  });
});

describe("writing an allocation", () => {
  test("goes below the table, into the columns it has, and is undone whole", () => {
    const book = demoBook();
    const before = seen(book);
    const done = asked(book, "allocate", MAYA);
    expect(done).toEqual({
      text: "Added in row 21 of Allocations. Maya Ellison works on Tidewater migration.",
      undo: { title: "Allocate Maya Ellison to Tidewater migration", edited: 0 },
      stale: 0,
    });
    const row = Array.from({ length: 10 }, (_, column) => at(book, "Allocations", 20, column));
    expect(row).toEqual(["Maya Ellison", "Tidewater migration", "AWS", JAN_26, FEB_13, null, 30, null, null, null]);
    asked(book, "undoLast", {});
    expect(seen(book)).toBe(before);
  });

  test.each([
    ["hours a day", "7,5", 5, 7.5],
    ["hours a day", "7:30", 5, 7.5],
    ["share", "50", 7, 0.5],
    ["share", "50 %", 7, 0.5],
    ["share", "12.5", 7, 0.125],
  ])("%s of %s is one number", (effort, amount, column, cell) => {
    const book = demoBook();
    asked(book, "allocate", { ...MAYA, person: "maya  ellison", effort, amount });
    expect(at(book, "Allocations", 20, column)).toBe(cell);
    expect(at(book, "Allocations", 20, 0)).toBe("Maya Ellison");
  });

  test("a changed row keeps everything else: Vikram's release at 6 hours a day is no overload", () => {
    const book = demoBook();
    const { rows } = asked(book, "allocations", { person: "Vikram Joshi", engagement: "Cobalt platform" });
    expect(rows.map(({ row, says }) => `${row} ${says}`)).toEqual([
      "Allocations!A13 5 Jan to 9 Jan 2026, 4 hours a day",
      "Allocations!A14 12 Jan to 23 Jan 2026, 8 hours a day",
      "Allocations!A16 26 Jan to 27 Mar 2026, 4 hours a day",
    ]);
    const { row, was, skill, from, to, effort, billable, note } = rows[1]!;
    const form = {
      person: "Vikram Joshi",
      engagement: "Cobalt platform",
      skill,
      from,
      to,
      effort,
      amount: "6",
      billable,
      note,
      row,
      was,
    };
    const { effect, text } = asked(book, "allocatePreview", form);
    expect(text).toBe("Will write Allocations, row 14 (Vikram Joshi, Cobalt platform, Python): Hours a day 8 → 6.");
    expect(effect?.weeks.map((week) => [week.from, week.before.overload, week.after.overload])).toEqual([
      [JAN_12, 10 * H, 0],
      [JAN_12 + 7, 10 * H, 0],
    ]);
    const others = [0, 1, 2, 3, 4, 6, 7, 8, 9].map((column) => at(book, "Allocations", 13, column));
    asked(book, "allocate", form);
    expect(at(book, "Allocations", 13, 5)).toBe(6);
    expect([0, 1, 2, 3, 4, 6, 7, 8, 9].map((column) => at(book, "Allocations", 13, column))).toEqual(others);
    expect(at(book, "Allocations", 13, 4)).toBe(JAN_23);
  });

  test("a row that somebody else changed meanwhile is left alone", () => {
    const book = demoBook();
    const [first] = asked(book, "allocations", { person: "Maya Ellison", engagement: null }).rows;
    put(book, "Allocations", 1, 6, 9);
    const { row, was } = first!;
    expect(() => asked(book, "allocate", { ...MAYA, row, was })).toThrow(
      "Row 2 of Allocations changed since you picked it. Maybe pick it again.",
    );
    expect(() => asked(book, "allocate", { ...MAYA, row: "People!A2", was })).toThrow(/no row of Allocations/);
  });

  test("a team's own table is written where its columns stand", () => {
    const [people, work] = [smallDemo().get("People")!, smallDemo().get("Engagements")!];
    const book = memoryBook({
      People: people,
      Engagements: work,
      Bookings: [
        ["Who does what"],
        [],
        [null, "Until", "Project", "Start", "Resource", "Hours per day"],
        [null, FEB_13, "Cobalt platform", JAN_12, "Ben Carver", 2],
        ["a remark", null, null, null, null, null, "another"],
      ],
    });
    expect(asked(book, "allocateForm", {}).efforts).toEqual(["hours a day"]);
    const form = { ...MAYA, skill: null, effort: "hours a day", amount: "4" };
    expect(preview(book, form).problems).toEqual([]);
    asked(book, "allocate", form);
    expect([1, 2, 3, 4, 5].map((column) => at(book, "Bookings", 4, column))).toEqual([
      FEB_13,
      "Tidewater migration",
      JAN_26,
      "Maya Ellison",
      4,
    ]);
    expect(at(book, "Bookings", 4, 0)).toBe("a remark");
    expect(book.sheets.get("Bookings")!.formats.get("4,1")).toBe("yyyy-mm-dd");
    expect(preview(book, { ...form, skill: "AWS" }).problems).toEqual([
      {
        field: "skill",
        severity: "error",
        says: "The table has no column for this. Maybe leave it empty, or add the column.",
      },
    ]);
  });

  test("without an Allocations table the form says what to do", () => {
    const book = memoryBook({ People: smallDemo().get("People")! });
    expect(asked(book, "allocateForm", {}).why).toMatch(/^This workbook has no Allocations table yet\. Maybe /);
    expect(() => asked(book, "allocate", MAYA)).toThrow(/no Allocations table yet/);
  });

  test("says how many generated sheets now show the plan as it was", () => {
    const book = demoBook();
    asked(book, "makeSheets", { sheets: "Skill gaps; Checks" });
    expect(asked(book, "allocate", MAYA).stale).toBe(2);
  });
});

describe("who can do it", () => {
  test("those who fit and are free, the freest first: Ben and Maya have 20 hours each, Wei Ling none", () => {
    const form = { engagement: "Tidewater migration", skill: "AWS", from: JAN_26, to: FEB_13 };
    const why = "AWS 3+: has AWS at level 4";
    expect(asked(demoBook(), "allocateWho", form)).toEqual({
      people: [
        { person: "Ben Carver", fits: "yes", why, average: 20 * H, least: 20 * H },
        { person: "Maya Ellison", fits: "yes", why, average: 20 * H, least: 20 * H },
      ],
      more: 0,
    });
    expect(() => asked(demoBook(), "allocateWho", { ...form, engagement: "Nowhere" })).toThrow(/is no engagement/);
  });

  test("the form offers everybody with a word about them, and each engagement with its days and skills", () => {
    const { people, engagements, efforts, why } = asked(demoBook(), "allocateForm", {});
    expect(why).toBeNull();
    expect(people[0]).toEqual({ name: "Maya Ellison", about: "Senior cloud engineer, Platform" });
    expect(people).toHaveLength(12);
    expect(engagements[2]).toEqual({
      name: "Tidewater migration",
      about: "Tidewater Bank, confirmed",
      from: JAN_12,
      to: 46080,
      skills: ["AWS", "Kubernetes", "Security", "Delivery"],
    });
    expect(efforts).toEqual(["hours a week", "hours a day", "share"]);
  });
});

test.each(["__proto__", "constructor", "<img src=x onerror=alert(1)>", "'quoted' & \"so\""])(
  "a person called %s is a person like any other",
  (name) => {
    const book = demoBook();
    put(book, "People", 2, 0, name);
    put(book, "Allocations", 3, 0, name);
    expect(preview(book, { person: name }).problems).toEqual([]);
    asked(book, "allocate", { ...MAYA, person: name });
    expect(at(book, "Allocations", 20, 0)).toBe(name);
    expect(asked(book, "allocations", { person: name, engagement: "" }).rows).toHaveLength(2);
  },
);

test.each(["=IMPORTXML(1)", "+1", "@SUM(A1)"])("a name such as %s is written as text, never as a formula", (name) => {
  const book = demoBook();
  put(book, "People", 2, 0, name);
  asked(book, "allocate", { ...MAYA, person: name });
  expect(at(book, "Allocations", 20, 0)).toBe(name);
});

describe("the row in which the planner stands", () => {
  const standing = (sheet: string, row: number, column = 0) => {
    const book = demoBook();
    book.selected = { sheet, at: { row, column, rows: 1, columns: 1 } };
    return book;
  };

  test("on Allocations it is that allocation, ready to be changed", () => {
    const selected = asked(standing("Allocations", 3, 2), "selectedRow", {});
    expect(selected).toMatchObject({
      where: "row 4 of Allocations",
      person: "Ben Carver",
      engagement: "Meridian cloud care",
      allocation: { row: "Allocations!A4", person: "Ben Carver", amount: "4" },
    });
    expect(asked(standing("Allocations", 3), "allocateForm", {}).selected).toEqual(selected);
  });

  test("elsewhere it is what the row says: work has days, a person has none", () => {
    const [, , second] = smallDemo().get("Demand")!;
    expect(asked(standing("Demand", 2), "selectedRow", {})).toEqual({
      where: "row 3 of Demand",
      person: "",
      engagement: second![0],
      skill: second![1],
      from: JAN_26,
      to: FEB_13,
      allocation: null,
    });
    expect(asked(standing("People", 1), "selectedRow", {})).toEqual({
      where: "row 2 of People",
      person: "Maya Ellison",
      engagement: "",
      skill: "",
      from: null,
      to: null,
      allocation: null,
    });
  });

  test.each([
    ["the heading row", "Demand", 0],
    ["a row below the table", "Demand", 400],
    ["a row that names neither", "Settings", 2],
    ["a sheet that is none of the plan", "Elsewhere", 2],
  ])("%s fills nothing", (_, sheet, row) => {
    const book = standing(sheet, row);
    expect(asked(book, "allocateForm", {}).selected).toBeNull();
    expect(() => asked(book, "selectedRow", {})).toThrow(/names a person or an engagement\. Maybe select/);
  });
});

describe("billable and note", () => {
  const columnsOf = (book: MemoryBook, row: number) => {
    const [headings] = smallDemo().get("Allocations")!;
    return (heading: string) => at(book, "Allocations", row, headings!.indexOf(heading));
  };

  test("are written as the column's other rows have them", () => {
    const book = demoBook();
    asked(book, "allocate", { ...MAYA, billable: "no", note: "Covers for Ben" });
    const cell = columnsOf(book, 20);
    expect([cell("Billable"), cell("Note")]).toEqual([false, "Covers for Ben"]);
    const words = memoryBook({
      ...Object.fromEntries(smallDemo()),
      Allocations: [
        ["Person", "Engagement", "Hours a week", "Billable"],
        ["Ben Carver", "Meridian cloud care", 4, "Yes"],
      ],
    });
    asked(words, "allocate", { ...MAYA, skill: "", from: null, to: null, billable: "no", note: "" });
    expect(at(words, "Allocations", 2, 3)).toBe("No");
  });

  test("a table without these columns takes neither, and says so", () => {
    const book = memoryBook({
      ...Object.fromEntries(smallDemo()),
      Allocations: [["Person", "Engagement", "Hours a week"]],
    });
    expect(asked(book, "allocateForm", {})).toMatchObject({ billable: false, note: false });
    const form = { ...MAYA, skill: "", from: null, to: null, note: "x" };
    expect(preview(book, form).problems.map(({ field }) => field)).toEqual(["note"]);
  });

  test("a cell that means the same already, and a note of two lines, stay as they are", () => {
    const book = demoBook();
    const [headings] = smallDemo().get("Allocations")!;
    put(book, "Allocations", 3, headings!.indexOf("Billable"), "x");
    put(book, "Allocations", 3, headings!.indexOf("Note"), "first\nsecond");
    const [row] = asked(book, "allocations", { person: "Ben Carver", engagement: "Meridian cloud care" }).rows;
    expect(row).toMatchObject({ billable: "yes" });
    const { says: _, ...form } = row!;
    expect(preview(book, { ...form, note: "first second" }).text).toBe(
      "This is what stands there already: nothing to write.",
    );
  });
});

describe("splitting an allocation", () => {
  const rowOf = (book: MemoryBook) => {
    const { rows } = asked(book, "allocations", { person: "Vikram Joshi", engagement: "Cobalt platform" });
    const { says: _, ...row } = rows.find(({ from }) => from === JAN_26)!;
    return row;
  };

  test("one row becomes two on a day: the first as it was until then, the second as the form says", () => {
    const book = demoBook();
    const before = seen(book);
    const request = { ...rowOf(book), split: FEB_16, person: "Maya Ellison", amount: "2" };
    const { text, ready, effect } = preview(book, request);
    expect([text, ready]).toEqual([
      "Will write Allocations, row 16 (Vikram Joshi, Cobalt platform, Python): To 27 Mar 2026 → 15 Feb 2026. Then Allocations, row 21, new: Person Maya Ellison, Engagement Cobalt platform, Skill Python, From 16 Feb 2026, To 27 Mar 2026, Hours a day 2, Billable yes.",
      true,
    ]);
    expect(effect?.weeks[0]?.from).toBe(FEB_16);
    expect(seen(book)).toBe(before);
    const { text: done, undo } = asked(book, "allocate", request);
    expect(done).toBe("Split row 16 of Allocations; it goes on in row 21. Maya Ellison works on Cobalt platform.");
    expect([0, 3, 4, 5].map((column) => at(book, "Allocations", 15, column))).toEqual([
      "Vikram Joshi",
      JAN_26,
      FEB_16 - 1,
      4,
    ]);
    expect([0, 3, 4, 5].map((column) => at(book, "Allocations", 20, column))).toEqual([
      "Maya Ellison",
      FEB_16,
      46108,
      2,
    ]);
    expect(undo?.title).toBe("Split allocation in row 16");
    asked(book, "undoLast", {});
    expect(seen(book)).toBe(before);
  });

  test.each([
    [JAN_26, "The row begins on 26 Jan 2026 itself. Maybe choose a later day, or leave this empty."],
    [46109, "The row ends on 27 Mar 2026. Maybe choose a day before, or add another allocation."],
  ])("not on day %i", (split, says) => {
    const book = demoBook();
    const { problems, ready } = preview(book, { ...rowOf(book), split });
    expect(problems).toEqual([{ field: "split", severity: "error", says }]);
    expect(ready).toBe(false);
    expect(() => asked(book, "allocate", { ...MAYA, ...rowOf(book), split })).toThrow(says.slice(0, 20));
  });

  test("total hours belong to all days of a row", () => {
    const book = memoryBook({
      ...Object.fromEntries(smallDemo()),
      Allocations: [
        ["Person", "Engagement", "From", "To", "Total hours"],
        ["Ben Carver", "Tidewater migration", JAN_26, FEB_13, 30],
      ],
    });
    const [row] = asked(book, "allocations", { person: "Ben Carver", engagement: null }).rows;
    expect(preview(book, { ...row, split: JAN_26 + 7 }).problems.map(({ field, says }) => [field, says])).toEqual([
      ["split", "Total hours belong to all days of a row. Maybe give hours a week first, then split."],
    ]);
  });
});
