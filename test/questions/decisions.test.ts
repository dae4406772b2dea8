import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import type { Answer } from "../../core/questions/answer.ts";
import { ask, type RequestOf } from "../../core/questions/index.ts";
import { dayNumber } from "../../core/units.ts";
import { memoryBook, memoryHost } from "../support/memory-host.ts";

const JAN_5 = 46027;
const JAN_12 = 46034;
const JAN_26 = dayNumber(46048);
const FEB_19 = 46072;
const MAR_16 = dayNumber(46097);
const MAR_18 = 46099;

type Asked = "newEngagement" | "growServices" | "hireOrTrain";
const answer = <N extends Asked>(name: N, form: unknown): Answer =>
  run(ask(name, form), memoryHost(memoryBook(Object.fromEntries(smallDemo()))).host) as Answer;
const atlas = (form: Partial<RequestOf<"newEngagement">> = {}) => ({
  engagement: "Atlas",
  needs: [{ skill: "AWS", level: 3, hours: 20 }],
  from: JAN_5,
  weeks: 4,
  flexible: "no",
  ...form,
});

describe("can we take this on, and from when", () => {
  test("20 hours of AWS fit beside the cut-over's end on 19 February; before that Maya and Ben are busy", () => {
    const { says, tone, tables, scenario, picture } = answer("newEngagement", atlas());
    expect(says).toBe(
      "Yes, Atlas (AWS 3+) fits from 19 Feb 2026; on 5 Jan 2026 it would be 20 h short of AWS 3+, Kubernetes 3+ and Security 3+ with CISSP, and only Maya Ellison and Ben Carver could help.",
    );
    expect(tone).toBe("unsure");
    // Begun on 5 January it has one week of the cut-over, in which Maya and Ben have nothing left.
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ["26 Jan to 1 Feb", "AWS 3+, Kubernetes 3+, Security 3+ with CISSP", 20, 0, 20, "2 people"],
    ]);
    expect(tables[0]?.headings).toEqual(["Days", "Skills", "Asked, h", "Fits, h", "Short, h", "Who has time"]);
    // Wei Ling can do it and has no hour in that week.
    expect(tables[1]?.rows).toEqual([
      { cells: ["Maya Ellison", 20], at: { sheet: "People", row: 1, column: 0 } },
      { cells: ["Ben Carver", 20], at: { sheet: "People", row: 2, column: 0 } },
    ]);
    expect(picture?.series[0]?.cells[3]).toEqual({ label: "26 Jan", value: 20, heat: 4, says: "26 Jan: 20 h short" });
    expect(scenario).toEqual([
      {
        Change: "new engagement",
        Engagement: "Atlas",
        Skill: "AWS",
        Level: 3,
        From: FEB_19,
        To: MAR_18,
        "Hours a week": 20,
      },
    ]);
  });

  test("the same 80 hours fit at once when they may be done in any of the weeks", () => {
    const { says, tone } = answer("newEngagement", atlas({ flexible: "yes" }));
    expect(says).toBe("Yes, Atlas (AWS 3+) fits from 5 Jan 2026, done by 23 Jan 2026.");
    expect(tone).toBe("good");
  });

  test("18 hours that may move begin in the first week with time for any of them, and not on the day asked about", () => {
    const needs = [{ skill: "Kubernetes", level: 3, hours: 2 }];
    const { says, tone } = answer("newEngagement", atlas({ needs, from: JAN_26, weeks: 9, flexible: "yes" }));
    // Maya and Ben have nothing left until 13 February; from then on 3 hours a week, the most, take six weeks.
    expect(says).toBe("Yes, Atlas (Kubernetes 3+) fits from 16 Feb 2026, done by 27 Mar 2026.");
    expect(tone).toBe("good");
  });

  test("a yes shows who has the time: their free hours week by week against what is asked, and their rows", () => {
    const needs = [{ skill: "Linux", level: 2, hours: 10 }];
    const { says, tone, picture, tables } = answer("newEngagement", atlas({ needs, weeks: 2 }));
    expect([says, tone]).toEqual(["Yes, Atlas (Linux 2+) fits from 5 Jan 2026 to 16 Jan 2026.", "good"]);
    expect(picture?.series.map(({ label, cells }) => [label, cells.map((cell) => cell.says)])).toEqual([
      ["Linux 2+", ["5 Jan: 42 h free, 10 h asked", "12 Jan: 30 h free, 10 h asked"]],
    ]);
    expect(tables.map(({ title }) => title)).toEqual(["Who has time from 5 Jan 2026 to 16 Jan 2026"]);
    // Omar's 10 hours a week are enough, and Farah's level is higher.
    expect(tables[0]?.rows[0]).toEqual({
      cells: ["Omar Haddad", "Linux 2+", 20, 10],
      at: { sheet: "People", row: 3, column: 0 },
    });
  });

  test("a skill that is asked for at several levels is named once", () => {
    const { says } = answer("newEngagement", atlas({ needs: [{ skill: "AWS", level: null, hours: 36 }], weeks: 3 }));
    expect(says).toMatch(/ short of AWS and Kubernetes 3\+, and only Maya Ellison and Ben Carver could help\.$/);
  });

  test("a start that only the plan's end makes room for is no plain yes", () => {
    const needs = [{ skill: "AWS", level: 3, hours: 50 }];
    const later = answer("newEngagement", atlas({ needs, weeks: 8 }));
    expect(later.says).toMatch(
      /^Atlas \(AWS 3\+\) does not fit until the plan's end on 29 Mar 2026; it does from .* only because little or nothing is planned afterwards; on 5 Jan 2026/,
    );
    expect(later.tone).toBe("unsure");
    const beyond = answer("newEngagement", atlas({ from: MAR_16 }));
    expect(beyond.says).toBe(
      "Atlas (AWS 3+) fits from 16 Mar 2026 to 10 Apr 2026, but the plan ends on 29 Mar 2026; afterwards little or nothing is planned.",
    );
    expect(beyond.tone).toBe("unsure");
    const toTheEnd = answer("newEngagement", atlas({ needs, weeks: null }));
    expect(toTheEnd.says).toMatch(
      /^Atlas \(AWS 3\+\) fits only from .* on, to the plan's end on 29 Mar 2026; on 5 Jan/,
    );
    expect(toTheEnd.tone).toBe("unsure");
  });

  test("more than everybody has fits on no day", () => {
    const { says, tone } = answer("newEngagement", atlas({ needs: [{ skill: "AWS", level: null, hours: 400 }] }));
    expect(says).toMatch(/^No, Atlas \(AWS\) fits on no day from 5 Jan 2026 to 29 Mar 2026: on 5 Jan 2026 it would be/);
    expect(tone).toBe("bad");
  });

  test("a skill that nobody has is refused", () => {
    const form = atlas({ needs: [{ skill: "Cobol", level: null, hours: 10 }] });
    expect(() => answer("newEngagement", form)).toThrow(/Nobody has "Cobol" in this plan/);
  });
});

describe("how far managed services can grow", () => {
  test("the desk is short in Chinese New Year already", () => {
    const { says, tone } = answer("growServices", { engagement: "Harborline desk", percent: null, from: JAN_5 });
    expect(says).toMatch(
      /^Harborline desk cannot grow at all: Windows is short already, from the week of 16 Feb 2026 on/,
    );
    expect(tone).toBe("bad");
  });

  test("by 20 per cent the desk lacks what the grown plan lacks more, and the rows say where to look", () => {
    const { says, scenario, tables } = answer("growServices", {
      engagement: "Harborline desk",
      percent: 20,
      from: JAN_12,
    });
    // 12 h a week more: all of it in the week of 16 February and in March, and nothing before, when 20 h are free.
    expect(says).toMatch(
      /^No: if Harborline desk grew by 20 %, [\d.]+ h more would be unmet until 29 Mar 2026, from the week of 16 Feb on/,
    );
    expect(scenario).toEqual([{ Change: "growth", Engagement: "Harborline desk", From: JAN_12, Percent: 0.2 }]);
    expect(tables[1]?.rows).toEqual([
      {
        cells: ["Harborline desk", "Windows 2+", "Support", "12 Jan 2026"],
        at: { sheet: "Support", row: 1, column: 0 },
      },
    ]);
  });

  test("skills that its growth changes come before those that are short whether it grows or not", () => {
    const { tables, picture } = answer("growServices", { engagement: "Harborline desk", percent: null, from: JAN_5 });
    const rows = tables[0]?.rows.map(({ cells }) => cells.slice(0, 2));
    expect(rows?.[0]).toEqual(["Windows", "short today"]);
    // The cut-over is short of these in January, and the desk asks for neither.
    expect(
      rows
        ?.slice(1)
        .filter(([, at]) => at === "short today, unrelated")
        .map(([skill]) => skill)
        .sort(),
    ).toEqual(["AWS", "Kubernetes", "Security"]);
    expect(picture?.series[0]?.cells[0]?.label).toBe("Windows");
  });

  test("an engagement that asks for nothing cannot grow", () => {
    const form = { engagement: "Internal tooling", percent: null, from: JAN_5 };
    expect(() => answer("growServices", form)).toThrow(/Internal tooling asks for nothing in these days/);
  });
});

describe("whom to hire or train", () => {
  test("the hire that closes most, the best training, and the hire as a scenario", () => {
    const { says, scenario } = answer("hireOrTrain", { hours: 40, from: JAN_5, person: null });
    expect(says).toMatch(
      /^Hire for Windows 2\+: 40 h a week close 33\.6 h of 63\.6 h of the gap until 29 Mar 2026; training/,
    );
    expect(scenario).toEqual([{ Change: "hire", Skill: "Windows", Level: 2, From: JAN_5, "Hours a week": 40 }]);
  });

  test("one person: Maya is busy in the cut-over, but could do the desk's tickets in March", () => {
    const { says, scenario } = answer("hireOrTrain", { hours: 40, from: JAN_5, person: "Maya Ellison" });
    expect(says).toMatch(/^Training Maya Ellison in Windows 2\+ closes 29\.6 h of 63\.6 h/);
    expect(scenario).toEqual([{ Change: "training", Person: "Maya Ellison", Skill: "Windows", Level: 2, From: JAN_5 }]);
  });
});
