import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { TABLES } from "../../core/plan/tables.ts";
import { registries } from "../../workbench/engine.ts";

/** The engine's own functions; other tests may have taught it ours before. */
const BUILT_IN = new Set(
  Object.entries(registries.functionRegistry.content)
    .filter(([, { category }]) => category !== "Headroom")
    .map(([name]) => name),
);

/** Words of Excel's old macro language, which Excel will not take as names of functions. */
const EXCEL_4_MACRO =
  /^(RUN|ECHO|ALERT|BEEP|CALL|CALLER|CANCEL|CLEAR|CLOSE|COPY|CUT|DEFINE|DELETE|DIRECTORY|ELSE|END|ERROR|EXEC|FILES|FORMULA|GOTO|HALT|HELP|HIDE|INPUT|INSERT|NEW|NEXT|NOTE|OPEN|PASTE|POKE|PRINT|PROTECT|QUIT|RESTART|RESULT|RETURN|SAVE|SELECT|SELECTION|SORT|STEP|TERMINATE|UNDO|VOLATILE|WAIT|WHILE|WORKBOOK|WINDOWS|ZOOM)$/;

/** Built-in functions of Excel and Google Sheets that start like ours or could be taken for them. */
const BUILT_IN_ELSEWHERE = [
  "VAR",
  "VARP",
  "GROWTH",
  "FORECAST",
  "TREND",
  "PERCENTRANK",
  "CAPITAL",
  "LET",
  "MAP",
  "DAYS",
];

describe.each(FUNCTIONS)("$name", ({ name, summary, params, needs, mayUse, gives }) => {
  test("is a name every host accepts", () => {
    expect(name).toMatch(/^[A-Z][A-Z0-9]{2,}$/); // Excel: 3 characters or more; Apps Script: a name of JavaScript
    expect(name).not.toMatch(/^[A-Z]{1,3}[0-9]+$/); // a cell's address, such as GAP90
    expect(name).not.toMatch(/^R\d*C\d*$/); // a cell's address in the other notation
    expect(name).not.toMatch(EXCEL_4_MACRO);
    expect(name).not.toMatch(/_$/); // private in Apps Script
    expect(BUILT_IN.has(name), "the workbench's engine has a function of that name").toBe(false);
    expect(BUILT_IN_ELSEWHERE).not.toContain(name);
  });

  test("says what it does in one sentence, and every parameter in its own words", () => {
    expect(summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(gives).not.toBe("");
    for (const { name, about, optional } of params) {
      expect(name).toMatch(/^[a-z]+$/);
      expect(about).toMatch(/\.$/);
      expect(about.startsWith("Optional")).toBe(optional); // Google's help box cannot show it otherwise
    }
    expect(new Set(params.map((param) => param.name)).size).toBe(params.length);
  });

  test("asks for required arguments first and names tables that there are", () => {
    const optional = params.map((param) => param.optional);
    expect([...optional].sort((a, b) => Number(a) - Number(b))).toEqual(optional);
    const known = TABLES.map((table) => table.name);
    for (const table of [...needs.flat(), ...mayUse]) expect(known).toContain(table);
    expect(new Set([...needs.flat(), ...mayUse]).size).toBe(needs.flat().length + mayUse.length);
  });
});

test("names differ by more than case", () => {
  expect(new Set(FUNCTIONS.map(({ name }) => name.toLowerCase())).size).toBe(FUNCTIONS.length);
});
