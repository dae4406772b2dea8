import { describe, expect, test } from "vitest";
import type { Argument } from "../../core/functions/argument.ts";
import { ALL, ALLOCATIONS, DEMAND, FRIDAY, MONDAY, PEOPLE, refusal } from "./ask.ts";

type Case = readonly [name: string, args: readonly Argument[], ...sentences: readonly string[]];

const refused = (cases: readonly Case[], kind: string) =>
  test.each(cases.map(([name, args, ...sentences]) => ({ name, args, sentences })))("$name $args", (one) => {
    expect(refusal(one.name, ...one.args)).toEqual([kind, ...one.sentences]);
  });

describe("days that cannot be used", () => {
  refused(
    [
      [
        "CAPACITY",
        [],
        "from is missing. Maybe the cell it points to is empty.",
        "to is missing. Maybe the cell it points to is empty.",
      ],
      ["CAPACITY", [MONDAY, PEOPLE], "to is missing. Maybe the cell it points to is empty."],
      ["CAPACITY", ["soon", FRIDAY, PEOPLE], '"soon" is not a date, and from must be one. Maybe DATE(2026,1,5).'],
      [
        "CAPACITY",
        ["3/4/2026", FRIDAY, PEOPLE],
        '"3/4/2026" can be two different dates, and from must be one. Maybe DATE(2026,1,5).',
      ],
      ["CAPACITY", [MONDAY, "#REF!", PEOPLE], '"#REF!" is an error value, and to must be one. Maybe DATE(2026,1,5).'],
      [
        "CAPACITY",
        [true, -1, PEOPLE],
        '"TRUE" is not a date, and from must be one. Maybe DATE(2026,1,5).',
        '"-1" is not a date, and to must be one. Maybe DATE(2026,1,5).',
      ],
      ["CAPACITY", [FRIDAY, MONDAY, PEOPLE], "from is after to. Maybe the two are swapped."],
      [
        "CAPACITY",
        [MONDAY, MONDAY + 3660, PEOPLE],
        '"3661 days" is too long: a function answers at most 3660 days. Maybe a year is mistyped.',
      ],
    ],
    "invalid",
  );
});

describe("words that cannot be used", () => {
  refused(
    [
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "tema", PEOPLE],
        '"tema" is no word for rows: CAPACITY knows total, person, team, role, location, skill or kind. Maybe team.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "client", PEOPLE],
        '"client" is no word for rows: CAPACITY knows total, person, team, role, location, skill or kind.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "week", PEOPLE],
        '"week" is no word for rows: CAPACITY knows total, person, team, role, location, skill or kind. Maybe it is meant for periods, one argument later.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "team=Cloud", PEOPLE],
        '"team=Cloud" is no word for rows: CAPACITY knows total, person, team, role, location, skill or kind. Maybe it is meant for where.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "yearly", PEOPLE],
        '"yearly" is no word for periods: CAPACITY knows total, day, week, month or quarter.',
      ],
      [
        "SKILLGAP",
        [MONDAY, FRIDAY, "person", ...ALL],
        '"person" is no word for rows: SKILLGAP knows total, skill or engagement.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "team", PEOPLE],
        '"team" is no word for periods: CAPACITY knows total, day, week, month or quarter. Maybe it is meant for rows, one argument earlier.',
      ],
      [
        "BOTTLENECKS",
        [MONDAY, FRIDAY, "skill", ...ALL],
        '"skill" is no word for periods: BOTTLENECKS knows total, day, week, month or quarter.',
      ],
    ],
    "invalid",
  );
});

describe("conditions that cannot be used", () => {
  refused(
    [
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "tem=Cloud", PEOPLE],
        '"tem" is no key of where: CAPACITY knows person, team, role, location, skill, kind, hires, problems or scenario. Maybe team.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "client=Bank", PEOPLE],
        '"client" is no key of where: CAPACITY knows person, team, role, location, skill, kind, hires, problems or scenario.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "team=Clod", PEOPLE],
        '"Clod" is no team of the plan, which has Cloud, Data. Maybe Cloud.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "team=Cloud, hires=none", PEOPLE],
        '"hires=none" is no team of the plan, which has Cloud, Data. Maybe a ; belongs before "hires=none".',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "kind=managed service", PEOPLE],
        '"managed service" is no kind of the plan, which has employee, contractor, planned hire.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "team=Cloud; team=Data", PEOPLE],
        '"team=Data" stands twice in where. Maybe team=one, two.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "hires=some", PEOPLE],
        '"hires=some" is not one of odds, all, none or a share such as 60%. Maybe hires=none.',
      ],
      [
        "DEMAND",
        [MONDAY, FRIDAY, "", "", "pipeline=160%", DEMAND],
        '"pipeline=160%" is not one of odds, all, none or a share such as 60%.',
      ],
      [
        "DEMAND",
        [MONDAY, FRIDAY, "", "", "pipeline=60", DEMAND],
        '"pipeline=60" is not a share such as 60%. Maybe pipeline=60%.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "hires=0,8", PEOPLE],
        '"hires=0, 8" is not a share such as 60%. Maybe hires=80%.',
      ],
      [
        "UTILIZATION",
        [MONDAY, FRIDAY, "", "", "measure=cost", PEOPLE, ALLOCATIONS],
        '"measure=cost" is not one of billable or total.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "problems=strict, lenient", PEOPLE],
        '"problems=strict, lenient" takes only one word. Maybe problems=strict.',
      ],
    ],
    "invalid",
  );
});

describe("arguments in the wrong place", () => {
  refused(
    [
      ["CAPACITY", [MONDAY, FRIDAY, PEOPLE, "team"], '"team" is not a table. Maybe it belongs before the first table.'],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, PEOPLE, 8],
        '"8" is not a table. Maybe it is one cell where a range with a header row belongs.',
      ],
      [
        "CAPACITY",
        [MONDAY, FRIDAY, "", "", "", "x", PEOPLE],
        '"x" is one argument too many: CAPACITY takes from, to, rows, periods, where before its tables. Maybe a comma is one too many.',
      ],
      [
        "CAPACITY",
        ["soon", FRIDAY, "tema", PEOPLE, 8],
        '"soon" is not a date, and from must be one. Maybe DATE(2026,1,5).',
        '"tema" is no word for rows: CAPACITY knows total, person, team, role, location, skill or kind. Maybe team.',
        '"8" is not a table. Maybe it is one cell where a range with a header row belongs.',
      ],
    ],
    "invalid",
  );
});

describe("tables that are missing", () => {
  const hint = "Maybe its range is missing from the end of the formula.";
  refused(
    [
      ["CAPACITY", [MONDAY, FRIDAY], `CAPACITY needs the People table. ${hint}`],
      ["CAPACITY", [MONDAY, FRIDAY, DEMAND], `CAPACITY needs the People table. ${hint}`],
      ["DEMAND", [MONDAY, FRIDAY, DEMAND, ALLOCATIONS], `DEMAND needs the People table to count Allocations. ${hint}`],
      ["DEMAND", [MONDAY, FRIDAY, PEOPLE], `DEMAND needs the Demand, Support, Tickets or Allocations table. ${hint}`],
      ["OVERLOAD", [MONDAY, FRIDAY, PEOPLE], `OVERLOAD needs the Allocations table. ${hint}`],
      [
        "UTILIZATION",
        [MONDAY, FRIDAY, DEMAND],
        `UTILIZATION needs the People table. ${hint}`,
        `UTILIZATION needs the Allocations table. ${hint}`,
      ],
      [
        "SKILLGAP",
        [MONDAY, FRIDAY, PEOPLE],
        `SKILLGAP needs the Demand, Support, Tickets or Allocations table. ${hint}`,
      ],
      [
        "VARIANCE",
        [MONDAY, FRIDAY, PEOPLE],
        `VARIANCE needs the Demand, Support, Tickets or Allocations table. ${hint}`,
      ],
      ["BOTTLENECKS", [MONDAY, FRIDAY, DEMAND], `BOTTLENECKS needs the People table. ${hint}`],
      ["PLANCHECK", [], "PLANCHECK needs at least one table. Maybe its ranges are missing from the formula."],
    ],
    "unavailable",
  );
});
