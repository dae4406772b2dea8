import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { MENU } from "../../../gsheets/menu.ts";
import { PANELS } from "../../../panels/panels.ts";
import { CODE, opened, PANEL } from "./addon.ts";

const OPENERS = [
  "openSheets",
  "openPlanCheck",
  "openMap",
  "openImport",
  "openExport",
  "openAllocate",
  "openSnapshots",
  "openExplain",
  "openNewEngagement",
  "openGrowServices",
  "openSomebodyLeaves",
  "openMoveSomebody",
  "openHireOrTrain",
  "openSlip",
  "openReserve",
  "openScenarios",
];
const OWN = ["Headroom_", "onOpen", "onInstall", ...OPENERS, "answerPanel", "loadHeadroom_"];

describe("the script", () => {
  const { body } = parse(CODE, { ecmaVersion: 2019, sourceType: "script" });

  test("has exactly the intended functions at its top level: every one of them can be called from a cell", () => {
    const names = body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node.id.name] : []));
    expect(new Set(names)).toEqual(new Set([...OWN, ...FUNCTIONS.map(({ name }) => name)]));
    expect(names.length).toBe(new Set(names).size);
  });

  test("does nothing when it is loaded but to declare one variable", () => {
    const others = body.filter(({ type }) => type !== "FunctionDeclaration");
    expect(others.map(({ start, end }) => CODE.slice(start, end))).toEqual(["var headroom_;"]);
  });

  test("reaches no network and makes no text into code or markup", () => {
    const banned =
      /\b(fetch\(|XMLHttpRequest|UrlFetchApp|WebSocket|EventSource|sendBeacon|innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function|eval\()/;
    expect(CODE.match(banned)?.[0]).toBeUndefined();
    expect(PANEL.match(banned)?.[0]).toBeUndefined();
    const names = PANEL.replace(/http:\/\/(www\.w3\.org|schemas\.openxmlformats\.org)\//g, ""); // names of languages, not addresses
    expect(names.match(/https?:|<\?|`|<link/)?.[0]).toBeUndefined();
  });

  test("is text that can be read and pasted: no line is longer than 2,000 characters", () => {
    expect(Math.max(...CODE.split("\n").map((line) => line.length))).toBeLessThan(2000);
  });

  test("asks for two permissions and tells nobody about errors", () => {
    expect(JSON.parse(readFileSync("appsscript.json", "utf8"))).toEqual({
      timeZone: "Etc/UTC",
      runtimeVersion: "V8",
      exceptionLogging: "NONE",
      oauthScopes: [
        "https://www.googleapis.com/auth/spreadsheets.currentonly",
        "https://www.googleapis.com/auth/script.container.ui",
      ],
      dependencies: {},
    });
  });
});

describe("the menu", () => {
  test.each(["NONE", "LIMITED", "FULL"] as const)("stands there in authorization mode %s", (mode) => {
    const { script, fake } = opened();
    script.run("onOpen", mode);
    script.run("onInstall", mode);
    const menu = [
      ["Sheets", "openSheets"],
      ["Plan check", "openPlanCheck"],
      ["Map", "openMap"],
      ["Import", "openImport"],
      ["Export", "openExport"],
      ["Allocate", "openAllocate"],
      ["Snapshots", "openSnapshots"],
      ["Explain", "openExplain"],
      [
        "Decide",
        [
          ["New engagement", "openNewEngagement"],
          ["Managed services grow", "openGrowServices"],
          ["Somebody leaves", "openSomebodyLeaves"],
          ["Move somebody", "openMoveSomebody"],
          ["Hire or train", "openHireOrTrain"],
          ["Slip", "openSlip"],
          ["Support reserve", "openReserve"],
          ["Scenarios", "openScenarios"],
        ],
      ],
    ];
    expect(JSON.parse(JSON.stringify(fake.menus))).toEqual([menu, menu]);
  });

  test("every panel has an entry, under its own title and in its own group", () => {
    const panels = PANELS.map(({ key, title, group }) => [key, title, group]);
    expect(MENU.map(({ panel, label, group = "Plan" }) => [panel, label, group])).toEqual(panels);
  });

  test.each(MENU)("a click on $label opens the sidebar on it", ({ opener, panel }) => {
    const { script, fake } = opened();
    script.run(opener);
    const [sidebar] = fake.sidebars as { getContent: () => string; getTitle: () => string }[];
    expect(sidebar!.getTitle()).toBe("Headroom");
    expect(sidebar!.getContent()).toContain(`<main id="panel" data-start="${panel}">`);
  });

  test("a sidebar opens from a click only, and never from a cell", () => {
    const { script } = opened();
    expect(() => script.run("openSheets", "LIMITED")).toThrow("permission to call Ui.showSidebar");
    expect(() => script.formula("openSheets")).toThrow("permission");
  });
});

test("a formula cannot write, whatever it calls", () => {
  const { script, book } = opened();
  const before = JSON.stringify(book.sheets);
  const answer = JSON.parse(String(script.formula("answerPanel", "setUp", '{"demo":"small"}')));
  expect(answer.problem).toContain("You do not have permission");
  expect(JSON.stringify(book.sheets)).toBe(before);
});

describe("the stand-in is strict", () => {
  const { fake, script } = opened();
  test("what it does not know fails with its own name", () => {
    const loaded = fake.load("function f() { return SpreadsheetApp.openById('x'); }");
    expect(() => loaded.run("f")).toThrow("SpreadsheetApp.openById is not known to this stand-in.");
  });
  test("ranges have exact dimensions, properties a largest size", () => {
    const loaded = fake.load(`
      function narrow() { SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1, 2, 2).setValues([[1, 2]]); }
      function outside() { SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1001, 1); }
      function large() { PropertiesService.getDocumentProperties().setProperty("k", "x".repeat(9217)); }`);
    expect(() => loaded.run("narrow")).toThrow("does not match the range");
    expect(() => loaded.run("outside")).toThrow("outside the dimensions");
    expect(() => loaded.run("large")).toThrow("too large");
  });
  test("neither dates nor private functions cross to a sidebar", () => {
    expect(() => script.call("answerPanel", "sheets", new Date())).toThrow("illegal value in property: $[1] (Date)");
    expect(() => script.call("Headroom_")).toThrow("is not a function");
    const loaded = fake.load(
      "function f() { return [[new Date(0)]]; } function g() { return null; } function h() { return [[1], [1, 2]]; }",
    );
    expect(() => loaded.call("f")).toThrow("illegal value");
    expect(() => loaded.formula("g")).toThrow("returned Null");
    expect(() => loaded.formula("h")).toThrow("full rectangle");
  });
});
