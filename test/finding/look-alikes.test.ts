import { describe, expect, test } from "vitest";
import { isProposal, type Proposal, proposeOn } from "../../core/finding/propose.ts";
import { columnsText } from "../../core/questions/map-view.ts";
import { a1Range } from "../../core/sheets/a1.ts";
import { expectedOf } from "../layouts/expected.ts";
import { workbook } from "../support/xlsx-cells.ts";
import { ANSWERS, FILES } from "./answers.ts";

interface Shape {
  readonly sheet: string;
  readonly range: string;
  readonly headerRows: readonly number[];
  readonly plan: string;
  readonly columns: readonly { readonly column: string; readonly role: string; readonly periods?: readonly object[] }[];
  readonly ignoredRows?: readonly { readonly rows: readonly number[]; readonly why: string }[];
}

/** The words of the expected files for ours. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ["Person", "person"],
  ["Person number", "person id"],
  ["Last name", "last name"],
  ["First name", "first name"],
  ["Engagement", "project"],
  ["Engagement number", "project code"],
  ["Task", "task"],
  ["Deliverable", "deliverable"],
  ["Role", "role"],
  ["Team", "team"],
  ["Skills", "skills"],
  ["Lead", "lead"],
  ["First day", "from"],
  ["Last day", "to"],
  ["Day", "date"],
  ["Weekday", "weekday"],
  ["Part of day", "part of day"],
  ["Kind", "leave type"],
  ["Holiday name", "note"],
  ["Time off in words", "note"],
  ["Clock time", "interval"],
  ["Billable", "billable"],
  ["Status", "status"],
  ["Check", "check"],
  ["Note", "note"],
  ["Not used", "ignore"],
  ["Hours", "hours"],
  ["Hours available", "hours"],
  ["Share", "share"],
  ["FTE", "fte"],
  ["Days a week", "days per week"],
]);
/** Hours a week of a person are a contract; of a week's column, hours. */
const roleOf = (means: string, isAcross: boolean): string =>
  means === "Hours a week" ? (isAcross ? "hours" : "hours per week") : (ROLES.get(means) ?? means);

const bookOf = (file: string) => [...workbook(file)].map(([name, cells]) => ({ name, cells }));
const found = (file: string, sheet: string) => proposeOn(bookOf(file), sheet, null, ANSWERS.get(file) ?? []);
const planOf = (plan: string): string => (plan === "Availability" ? "People" : plan);

function shapeOf({ shape, feeds }: Proposal, of: string) {
  const { top, bottom, left, right, last } = shape;
  return {
    range: a1Range({ row: top, column: left, rows: last - top + 1, columns: right - left + 1 }),
    headerRows: Array.from({ length: bottom - top + 1 }, (_, i) => top + 1 + i),
    feeds: feeds.some((feed) => feed === of),
    columns: shape.columns.map(({ columns, means, periods }) => [
      columnsText(columns),
      roleOf(means, periods !== undefined),
    ]),
  };
}

describe.each(FILES.filter((file) => !file.startsWith("09")))("%s", (file) => {
  const { tables } = expectedOf(file) as unknown as { readonly tables: readonly Shape[] };
  const readable = tables.filter(({ plan }) => plan !== "Actuals");

  test("proposes each table where it stands, with its header rows and what its columns mean", () => {
    const ours = readable.map(({ sheet, plan }) => {
      const one = found(file, sheet);
      return isProposal(one) ? shapeOf(one, planOf(plan)) : one;
    });
    const wanted = readable.map(({ sheet, range, headerRows, columns }) => {
      const actuals = tables.filter((one) => one.plan === "Actuals" && one.sheet === sheet && file.startsWith("02"));
      const others = actuals.flatMap((one) => one.columns.filter(({ role }) => role === "fte"));
      return {
        range,
        headerRows,
        feeds: true,
        columns: [
          ...columns.map(({ column, role }) => [column, role]),
          ...others.map(({ column }) => [column, "ignore"]),
        ],
      };
    });
    expect(ours).toEqual(wanted);
  });

  test("leaves out the rows that must be, and says so", () => {
    // Of one range that is two tables, the first says which rows are left out.
    const first = tables.filter(({ sheet }, i) => tables.findIndex((one) => one.sheet === sheet) === i);
    for (const { sheet, ignoredRows = [] } of first.filter((one) => isProposal(found(file, one.sheet)))) {
      const one = found(file, sheet);
      if (!isProposal(one)) throw new Error(one.why);
      const rows = one.shape.leftOut.flatMap((out) => out.rows.map((row) => row + 1));
      const wanted = ignoredRows.filter(({ why }) => !why.startsWith("zero hours")).flatMap((out) => out.rows);
      expect(rows.sort((a, b) => a - b)).toEqual(wanted.sort((a, b) => a - b));
    }
  });
});

/** Sheets without a table of the plan: each is refused, and why. */
test.each([
  ["04-pairs-by-month.xlsx", "scratch", /loose cells/],
  ["05-sprint-at-row-15.xlsx", "Wren S15", /empty/],
  ["10-bemanning.xlsx", "Läs mig", /prose/],
  ["15-not-a-plan.xlsx", "Resource Plan", /years/],
  ["15-not-a-plan.xlsx", "Timesheet", /agenda/],
  ["15-not-a-plan.xlsx", "RACI", /letters/],
])("%s %s is refused", (file, sheet, why) => {
  const one = found(file, sheet);
  expect(isProposal(one) ? "" : one.why).toMatch(why);
});
