import { describe, expect, test } from "vitest";
import { secondsOf } from "../../core/imports/durations.ts";
import { memoryBook } from "../support/memory-host.ts";
import { imported, minutesIn, rowsSaid, said } from "./read.ts";
import { seen } from "./workbook.ts";

const HEADINGS = "Issue key,Summary,Status,Issue Type,Project name,Original Estimate,Remaining Estimate,Time Spent";
/** Open issues with their original estimate, what remains and what is spent. */
const jira = (...times: readonly (readonly [original: string, remaining: string, spent: string])[]) =>
  [HEADINGS, ...times.map((one, i) => `ALD-${i + 1},S,Open,Task,Alder,${one.join(",")}`)].join("\n");
const backlog = (text: string, estimates?: string, fullTimeWeek = 2400) =>
  imported(text, { skill: "AWS", ...(estimates === undefined ? {} : { estimates }) }, { fullTimeWeek });
const unitAsked = (text: string) => backlog(text).open.includes("estimates");

describe("what the estimates of issues count", () => {
  test("is asked when seconds would make minutes of every task, whichever column they stand in", () => {
    expect(unitAsked(jira(["", "8", ""], ["", "16", ""]))).toBe(true);
    expect(unitAsked(jira(["8", "", ""], ["16", "", ""]))).toBe(true);
    expect(unitAsked("Issue key,Summary,Status,Issue Type,Remaining Estimate\nA-1,S,Open,Task,8")).toBe(true);
    expect(unitAsked(jira(["480", "480", ""], ["960", "240", ""]))).toBe(true);
    expect(unitAsked(jira(["90", "45", ""], ["5405", "7201", ""], ["3601", "3602", ""]))).toBe(true);
    expect(unitAsked(jira(["28800000", "28800000", ""]))).toBe(true);
  });

  test("is not asked, but said, when they are seconds; nor when they name their unit", () => {
    const text = jira(["28800", "14400", "14400"], ["900", "", ""]);
    expect(unitAsked(text)).toBe(false);
    expect(said(backlog(text)).join()).toContain("The file has estimates in seconds: 14400 would be 4 h");
    expect(minutesIn(backlog(text))).toBe(240 + 15);
    expect(unitAsked(jira(["1d", "4h", ""]))).toBe(false);
  });

  test("every answer is taken: 8 and 16 as seconds, minutes, hours and working days", () => {
    const text = jira(["", "8", ""], ["", "16", ""]);
    const all = ["seconds", "minutes", "hours", "working days"];
    expect(all.map((unit) => minutesIn(backlog(text, unit)))).toEqual([0, 24, 1440, 24 * 480]);
    expect(minutesIn(backlog(text, "working days", 37.5 * 60))).toBe(24 * 450);
  });
});

describe("estimates in words", () => {
  test("count weeks of five working days, whose length is that of Settings, and say so", () => {
    const text = jira(["3d", "1w", "1d"], ["1w 2d 3h 30m", "", "1d"], ["", '"1 week, 1 day, 4 hours, 30 minutes"', ""]);
    // 40 h; 40 + 16 + 3.5 - 8 h; 40 + 8 + 4.5 h.
    expect(minutesIn(backlog(text))).toBe(60 * 40 + 60 * 51.5 + 60 * 52.5);
    expect(said(backlog(text)).join()).toContain("a day counts 8 h and a week 40 h (Full-time hours of Settings)");
    // 37.5 h; 37.5 + 15 + 3.5 - 7.5 h; 37.5 + 7.5 + 4.5 h.
    expect(minutesIn(backlog(text, undefined, 37.5 * 60))).toBe(60 * 37.5 + 60 * 48.5 + 60 * 49.5);
    expect(said(backlog(jira(["28800", "", ""]))).join()).not.toContain("a day counts");
  });

  test("take the full-time week of the plan's Settings", () => {
    const book = memoryBook({
      Settings: [
        ["Setting", "Value"],
        ["Full-time hours", 35],
      ],
    });
    const { sums } = seen(book, { text: jira(["1d", "", ""]), answers: { skill: "AWS" } });
    expect(sums).toContainEqual({ name: "remaining", hours: 7 });
  });

  test("that cannot be read hold the row back, and are never taken for blank ones", () => {
    const text = jira(["1d", "garbage", ""], ["ten", "", ""], ["8h", "", "lots"], ["2h", "-1d", ""], ["", "", "x"]);
    const result = backlog(text);
    expect(rowsSaid(result, "HR-244", "an estimate that cannot be read")).toEqual([2, 3, 4, 5]);
    expect(rowsSaid(result, "HR-249", "no estimate")).toEqual([6]);
    expect([result.counts, result.lines]).toEqual([{ used: 0, held: 4, skipped: 1 }, []]);
  });

  test("that are not needed are noted, and the row counts", () => {
    const result = backlog(jira(["soon", "4h", ""], ["8h", "2h", "lots"]));
    expect(minutesIn(result)).toBe(360);
    expect(rowsSaid(result, "HR-250", "a time that cannot be read")).toEqual([2, 3]);
    expect(result.counts).toEqual({ used: 2, held: 0, skipped: 0 });
  });

  test("are no durations with other letters or nothing but a letter", () => {
    for (const text of ["w", "d", "1x", "1d 2", "1w garbage", "1 month"])
      expect(secondsOf(text, "hours", "point", 2400), text).toBeUndefined();
    expect(secondsOf("1.5d", "seconds", "point", 2400)).toBe(12 * 3600);
    expect(secondsOf("2wks", "seconds", "point", 2400)).toBe(80 * 3600);
  });
});

test("an issue that stands twice is demand once", () => {
  const text = `${jira(["8h", "4h", ""])}\nALD-1,S,Open,Task,Alder,8h,4h,`;
  const result = backlog(text);
  expect(minutesIn(result)).toBe(240);
  expect(rowsSaid(result, "HR-247", "repeats an issue")).toEqual([3]);
  expect(result.counts).toEqual({ used: 1, held: 0, skipped: 1 });
});
