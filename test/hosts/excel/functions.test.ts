import { beforeAll, expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { associateFunctions } from "../../../excel/functions.ts";
import { PEOPLE } from "../../functions/ask.ts";
import { ERRORS } from "./office/functions.ts";
import type { Host } from "./office/host.ts";
import { install, loadOffice } from "./office/load.ts";

/** Ana and Ben, 40 and 20 hours, in the week of Monday 5 January 2026. */
const MONDAY = 46027;
const FRIDAY = 46031;
const LEAVE: CellRange = [
  ["Person", "From", "To"],
  ["Ana", MONDAY, MONDAY],
];

let host: Host;
beforeAll(() => {
  const office = loadOffice();
  install(office);
  associateFunctions();
  ({ host } = office);
});
/** As Excel calls it: optional arguments as matrices, what is left out as null, the tables as one array at the end. */
const capacity = (rows: unknown, periods: unknown, where: unknown, tables: unknown) =>
  host.invoke("CAPACITY", MONDAY, FRIDAY, rows, periods, where, tables);
const value = async (call: ReturnType<typeof capacity>) => (await call).value;

test("what is left out arrives as null", async () => {
  expect(await capacity(null, null, null, [PEOPLE])).toMatchObject({ ok: true, value: 60 });
});

test("tables in any order", async () => {
  expect(await value(capacity(null, null, null, [LEAVE, PEOPLE]))).toBe(52);
  expect(await value(capacity(null, null, null, [PEOPLE, LEAVE]))).toBe(52);
});

test("an option arrives as a matrix of one cell", async () => {
  const byTeam = [
    ["Team", MONDAY],
    ["Cloud", 40],
    ["Data", 20],
  ];
  expect(await value(capacity([["team"]], null, null, [PEOPLE]))).toEqual(byTeam);
  expect(await value(capacity([["team"]], [[""]], null, [PEOPLE]))).toEqual(byTeam);
  expect(await value(capacity(null, null, [["team=Cloud"]], [PEOPLE]))).toBe(40);
});

test("the first table may stand where an option could", async () => {
  expect(await value(capacity(PEOPLE, LEAVE, null, null))).toBe(52);
});

test("rich values are what they show, error cells are a problem of their row", async () => {
  const rich = [
    ["Person", "Weekly hours"],
    ["Ana", { type: "Double", basicType: "Double", basicValue: 40, numberFormat: "0" }],
  ];
  expect(await value(capacity(null, null, null, [rich]))).toBe(40);
  const broken = [
    ["Person", "Weekly hours"],
    ["Ana", 40],
    ["Ben", { type: "Error", errorType: "NotAvailable", basicType: "Error", basicValue: "#N/A" }],
  ];
  expect(await value(capacity(null, null, null, [broken]))).toBe(40);
  const { ok, value: said } = await capacity(null, null, [["problems=strict"]], [broken]);
  expect([ok, said]).toEqual([false, expect.stringContaining('"#N/A"')]);
});

test("an error cell may also be an error object", async () => {
  const { Error: CellError, ErrorCode } = CustomFunctions;
  const rows = [
    ["Person", "Weekly hours"],
    ["Ana", 40],
    ["Ben", new CellError(ErrorCode.notAvailable)],
  ];
  expect(await value(capacity(null, null, null, [rows]))).toBe(40);
});

test("every refusal has a message: #VALUE! for what is wrong, #N/A for what is missing", async () => {
  expect(await host.invoke("CAPACITY", "soon", FRIDAY, null, null, null, [PEOPLE])).toMatchObject({
    ok: false,
    errorCode: ERRORS.invalidValue,
    value: expect.stringContaining('"soon"'),
  });
  expect(await capacity(null, null, null, [LEAVE])).toMatchObject({
    ok: false,
    errorCode: ERRORS.notAvailable,
    value: expect.stringContaining("People"),
  });
});

test("no table at all is said, too", async () => {
  expect(await capacity(null, null, null, null)).toMatchObject({ ok: false, errorCode: ERRORS.notAvailable });
});
