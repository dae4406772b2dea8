import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import type { Answer } from "../../core/questions/answer.ts";
import { ask, type RequestOf } from "../../core/questions/index.ts";
import { memoryBook, memoryHost } from "../support/memory-host.ts";

const JAN_5 = 46027;
const JAN_12 = 46034;
const FEB_19 = 46072;
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
      "Yes, Atlas (AWS 3+) fits from 19 Feb 2026; on 5 Jan 2026 it would be 20 h short of AWS 3+, Kubernetes 3+ and Security 3+ with CISSP, and only Maya Ellison, Ben Carver and Wei Ling Tan could help.",
    );
    expect(tone).toBe("unsure");
    // Cut-over: 50 + 20 of 40 h in two weeks; then 40 + 20 of 40, and 24 + 20 of 32 with the holiday.
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ["26 Jan to 8 Feb", "AWS 3+, Kubernetes 3+, Security 3+ with CISSP", 140, 80, 60, "3 people"],
      ["9 Feb to 22 Feb", "AWS 3+, Kubernetes 3+", 104, 72, 32, "3 people"],
    ]);
    expect(tables[1]?.rows[0]).toEqual({ cells: ["Maya Ellison", 76], at: { sheet: "People", row: 1, column: 0 } });
    expect(picture?.series[0]?.cells[3]).toEqual({ label: "26 Jan", value: 30, heat: 4, says: "26 Jan: 30 h short" });
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
    const { says, tone, tables } = answer("newEngagement", atlas({ flexible: "yes" }));
    expect(says).toBe("Yes, Atlas (AWS 3+) fits from 5 Jan 2026 to 23 Jan 2026.");
    expect([tone, tables]).toEqual(["good", []]);
  });

  test("more than everybody has fits on no day", () => {
    const { says, tone } = answer("newEngagement", atlas({ needs: [{ skill: "AWS", level: null, hours: 400 }] }));
    expect(says).toMatch(
      /^No, Atlas \(AWS\) fits on no day from 5 Jan 2026 to 29 Mar 2026: from 5 Jan 2026 it would be/,
    );
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
