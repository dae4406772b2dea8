// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { install } from "../../workbench/workbook.ts";
import { LOOK_ALIKE_FORMULAS } from "../support/look-alike-formulas.ts";
import { beside, teamsWorkbook } from "./opened.ts";

beforeAll(() => install(FUNCTIONS));

describe("a planner types a formula beside a team's own sheets", () => {
  test.each(LOOK_ALIKE_FORMULAS)("$file $formula", ({ file, contracts, formula, gives }) => {
    const sheet = beside(teamsWorkbook(file), contracts);
    const people = Object.keys(gives);
    const [headings, ...rows] = sheet.gives(formula, people.length + 2, Object.values(gives)[0]!.length + 2);
    expect(headings![0]).toBe("Person");
    const hours = rows.flatMap(([person, ...row]) =>
      person === null ? [] : [[person, row.filter((hour) => hour !== null)] as const],
    );
    expect(Object.fromEntries(hours)).toEqual(gives);
  });
});
