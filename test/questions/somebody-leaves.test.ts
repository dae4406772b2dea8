import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import type { Answer } from "../../core/questions/answer.ts";
import { ask } from "../../core/questions/index.ts";
import { memoryBook, memoryHost } from "../support/memory-host.ts";

const asked = (name: "somebodyLeaves" | "moveSomebody" | "slip", request: object): Answer =>
  run(ask(name, request), memoryHost(memoryBook(Object.fromEntries(smallDemo()))).host) as Answer;

const JAN_5 = 46027;
const JAN_26 = 46048;
const FEB_13 = 46066;
const rowsOf = ({ tables }: Answer, title: string) =>
  tables.find((table) => table.title === title)?.rows.map(({ cells }) => cells) ?? [];

describe("Maya leaves in the week of the cut-over", () => {
  const answer = asked("somebodyLeaves", { person: "maya ellison", from: JAN_26 });

  test("one sentence: how much, until when, and what is hit first", () => {
    expect(answer.says).toBe(
      "If Maya Ellison leaves on 26 Jan 2026, nobody else can do 244 h of the work until 29 Mar 2026; it hits Cobalt platform from 26 Jan on first.",
    );
    expect(answer.tone).toBe("bad");
  });

  /**
   * Nine weeks of 12 and 8 hours of Kubernetes. A holiday on 16 February takes 2.4 and 1.6 booked hours away, which she would
   * do with spare hours. The cut-over lacks 20 hours more in each of three weeks, and 4 hours in the week of the holiday.
   */
  test("engagements are hit in hours, booked or not", () => {
    expect(rowsOf(answer, "Engagements hit")).toEqual([
      ["Cobalt platform", 108, 105.6, "26 Jan 2026"],
      ["Meridian cloud care", 72, 70.4, "26 Jan 2026"],
      ["Tidewater migration", 64, 0, "26 Jan 2026"],
    ]);
    expect(answer.tables[0]!.rows[0]!.at).toEqual({ sheet: "Engagements", row: 4, column: 0 });
    expect(answer.picture?.series.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)])).toEqual([
      ["Cobalt platform", 12, 12, 12, 12, 12, 12, 12, 12, 12],
      ["Meridian cloud care", 8, 8, 8, 8, 8, 8, 8, 8, 8],
      ["Tidewater migration", 20, 20, 20, 4, 0, 0, 0, 0, 0],
    ]);
  });

  test("nobody else knows Kubernetes well enough to step in", () => {
    expect(rowsOf(answer, "Who could step in")).toEqual([
      ["Meridian cloud care", "Kubernetes 3+", "nobody", "Rohan Kulkarni has Kubernetes at level 2"],
      ["Cobalt platform", "Kubernetes 3+", "nobody", "Rohan Kulkarni has Kubernetes at level 2"],
    ]);
    expect(answer.tables[1]!.rows.map(({ at }) => at)).toEqual([
      { sheet: "Allocations", row: 1, column: 0 },
      { sheet: "Allocations", row: 2, column: 0 },
    ]);
  });

  test("it can be saved as a scenario, and says why that may show more", () => {
    expect(answer.notes.at(-1)).toBe(
      "As a scenario it may show a few hours more: work without a name goes on every Monday to Friday, on this person's holidays and leave too.",
    );
    expect(answer.scenario).toEqual([{ Change: "leaver", Person: "Maya Ellison", From: JAN_26 }]);
  });
});

test("somebody whose work others have time for can go", () => {
  const book = memoryBook({
    People: [
      ["Person", "Weekly hours", "Skills"],
      ["Ana", 40, "AWS 3"],
      ["Ben", 40, "AWS 3"],
    ],
    Allocations: [
      ["Person", "Engagement", "Skill", "From", "To", "Hours a day"],
      ["Ana", "Blue", "AWS", JAN_5, JAN_5 + 4, 4],
    ],
  });
  const answer = run(ask("somebodyLeaves", { person: "Ana", from: "" }), memoryHost(book).host) as Answer;
  expect([answer.says, answer.tone, answer.picture]).toEqual([
    "If Ana leaves on 5 Jan 2026, others have the skills and the time for all 20 h that are booked.",
    "good",
    null,
  ]);
  expect(rowsOf(answer, "Who could step in")).toEqual([["Blue", "AWS", "Ben (40 h a week free)", ""]]);
});

describe("everybody in turn", () => {
  const answer = asked("somebodyLeaves", { person: "", from: "" });

  test("whoever would be missed most comes first, with a place to go to", () => {
    expect(answer.says).toBe(
      "Daniel Koh would be missed most: 318.4 h that nobody else could do; 12 people have such work.",
    );
    const [first, second] = rowsOf(answer, "If one of them left");
    expect(first).toEqual(["Daniel Koh", 318.4, 348, "5 Jan 2026", "Harborline desk"]);
    expect(second!.slice(0, 3)).toEqual(["Maya Ellison", 304, 232]);
    expect(answer.tables[0]!.rows[0]!.at).toEqual({ sheet: "People", row: 9, column: 0 });
    expect(answer.scenario).toEqual([]);
  });

  test("the picture says every week in words", () => {
    expect(answer.picture?.series[1]?.cells[0]).toEqual({
      label: "5 Jan",
      value: 20,
      heat: 4,
      says: "5 Jan: 20 h lost",
    });
  });
});

test("a name that the plan does not know, and a day after its horizon, are refused", () => {
  expect(() => asked("somebodyLeaves", { person: "Maya Elison", from: "" })).toThrow(
    '"Maya Elison" is nobody in this plan. Maybe Maya Ellison.',
  );
  expect(() => asked("somebodyLeaves", { person: "", from: 46200 })).toThrow(
    "27 Jun 2026 is after the plan's horizon, which ends on 29 Mar 2026",
  );
});

describe("moving Ben to the cut-over", () => {
  const answer = asked("moveSomebody", {
    person: "Ben Carver",
    engagement: "Meridian cloud care",
    to: "Tidewater migration",
    from: JAN_26,
    until: FEB_13,
  });

  /** Meridian goes first, so Maya does its 20 hours of AWS, and the cut-over has neither her nor its 20 hours of others. */
  test("makes the cut-over worse, because Maya has to step in for him", () => {
    expect(answer.says).toBe(
      "If Ben Carver moves from Meridian cloud care to Tidewater migration from 26 Jan 2026 to 13 Feb 2026, Tidewater migration lacks 30 h more (slips 0.4 weeks).",
    );
    expect(answer.tone).toBe("bad");
    expect(rowsOf(answer, "Engagements hit")).toEqual([["Tidewater migration", 30, 60, 30, 0.39]]); // 30 h of 228 in 3 weeks
    expect(answer.scenario).toEqual([
      {
        Change: "move",
        Person: "Ben Carver",
        Engagement: "Meridian cloud care",
        "To engagement": "Tidewater migration",
        From: JAN_26,
        To: FEB_13,
      },
    ]);
  });

  test("says where a week counts as a whole though the move is for a part of it", () => {
    const SAID = (which: string) =>
      `Spare hours count by whole weeks: in the ${which}, Ben Carver serves Meridian cloud care with none of them, before and after the move either. Booked hours are exact to the day.`;
    const notesOf = (from: number, until: number) =>
      asked("moveSomebody", {
        person: "Ben Carver",
        engagement: "Meridian cloud care",
        to: "Tidewater migration",
        from,
        until,
      }).notes;
    expect(notesOf(JAN_26 + 2, FEB_13)).toContain(SAID("week of 26 Jan"));
    expect(notesOf(JAN_26 + 1, FEB_13 - 2)).toContain(SAID("weeks of 26 Jan and 9 Feb"));
    expect(notesOf(JAN_26, FEB_13).filter((note) => note.startsWith("Spare hours"))).toEqual([]);
  });

  test("cannot be asked of somebody who does nothing there", () => {
    const request = {
      person: "Daniel Koh",
      engagement: "Cobalt platform",
      to: "Harborline desk",
      from: JAN_5,
      until: JAN_26,
    };
    expect(() => asked("moveSomebody", request)).toThrow(
      "Cobalt platform has no allocation of this person in these days",
    );
  });
});

describe("a slip", () => {
  test("takes the cut-over into Chinese New Year, where Wei Ling is away", () => {
    const answer = asked("slip", { engagement: "Tidewater migration", weeks: 2 });
    expect(answer.says).toBe(
      "If Tidewater migration comes 2 weeks later, the gap is 32 h larger: Tidewater migration lacks 29.6 h more (slips 1 week) and Cobalt platform lacks 2.4 h more.",
    );
    expect(answer.scenario).toEqual([{ Change: "slip", Engagement: "Tidewater migration", Weeks: 2 }]);
  });

  test("by no week at all is no question", () => {
    expect(() => asked("slip", { engagement: "Cobalt platform", weeks: 0 })).toThrow("It cannot be 0 weeks later");
  });
});
