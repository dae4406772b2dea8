import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExcel } from "./built.ts";
import { ruleProblems, schemaProblems } from "./check-manifest.ts";
import { DECLARED } from "./office/load.ts";
import { elements, parseXml } from "./xml.ts";

const manifest = readFileSync("manifest.xml", "utf8");
let built: string;
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "headroom-excel-"));
  await buildExcel(built);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

test("the manifest is valid and fits the build", async () => {
  expect([await schemaProblems([manifest]), ruleProblems(manifest, built)]).toEqual([[[]], []]);
});

test("it asks for reading and writing this document and for no more, and for the requirement sets the tests are held to", () => {
  const all = elements(parseXml(manifest));
  expect(all.filter(({ tag }) => tag === "Permissions").map(({ text }) => text)).toEqual(["ReadWriteDocument"]);
  const sets = all.filter(({ tag }) => tag === "Set");
  const asked = sets.map(({ attributes }) => [attributes.get("Name"), attributes.get("MinVersion")]);
  expect(Object.fromEntries(asked)).toEqual(DECLARED);
});

test("a build for another address points there, and is valid, too", async () => {
  const out = mkdtempSync(join(tmpdir(), "headroom-excel-"));
  await buildExcel(out, "https://planning.example.com/");
  const there = readFileSync(join(out, "manifest.xml"), "utf8");
  const help = readFileSync(join(out, "functions.json"), "utf8");
  rmSync(out, { recursive: true, force: true });
  expect(there).not.toContain("localhost");
  expect(there).toContain('"https://planning.example.com/taskpane.html"');
  expect(help).toContain('"https://planning.example.com/help.html#capacity"');
  expect([await schemaProblems([there]), ruleProblems(there, built)]).toEqual([[[]], []]);
});

test("an address without https is refused", async () => {
  await expect(buildExcel(built, "http://planning.example.com")).rejects.toThrow("Maybe https://planning.example.com");
});

type Change = (xml: string) => string;
const swap =
  (from: string | RegExp, to: string): Change =>
  (xml) =>
    xml.replace(from, to);
const everywhere =
  (from: string, to: string): Change =>
  (xml) =>
    xml.replaceAll(from, to);
/** Take a part out and put it before or after another. */
const move =
  (part: RegExp, anchor: string, after = false): Change =>
  (xml) => {
    const [found] = part.exec(xml)!;
    return xml.replace(found, "").replace(anchor, after ? `${anchor}${found}` : `${found}${anchor}`);
  };

describe("the schema catches", () => {
  const MISTAKES: Readonly<Record<string, Change>> = {
    "runtimes after the form factors": move(/<Runtimes>[\s\S]*?<\/Runtimes>/, "</AllFormFactors>", true),
    "a lifetime that does not exist": swap('lifetime="long"', 'lifetime="forever"'),
    "no permissions": swap(/<Permissions>.*?<\/Permissions>/, ""),
    "a permission that does not exist": swap("ReadWriteDocument", "ReadWriteWorkbook"),
    "a resource id of more than 32 characters": everywhere(
      "Functions.Metadata.Url",
      "Functions.Metadata.Url.That.Is.Too.Long",
    ),
    "a label of more than 125 characters": swap('DefaultValue="Allocate"', `DefaultValue="${"x".repeat(130)}"`),
    "a tooltip of more than 250 characters": swap("Open the Headroom pane beside the sheet.", "x".repeat(260)),
    "a label after its tip": swap(/(<Label resid="OpenPane.Label"\/>)(\s*)(<Supertip>[\s\S]*?<\/Supertip>)/, "$3$2$1"),
    "an id that is none": swap(/<Id>.{8}/, "<Id>zzzzzzzz"),
    "a version of five numbers": swap("<Version>1.0.0.0<", "<Version>1.0.0.0.0<"),
    "the support address before the icon": move(/ {2}<SupportUrl.*?\n/, "  <IconUrl"),
    "a display name of more than 125 characters": swap(
      'DisplayName DefaultValue="Headroom"',
      `DisplayName DefaultValue="${"H".repeat(126)}"`,
    ),
    "requirements after the settings": move(/<Requirements>[\s\S]*?<\/Requirements>/, "</DefaultSettings>", true),
  };
  let found: readonly (readonly string[])[];
  beforeAll(async () => {
    found = await schemaProblems(Object.values(MISTAKES).map((change) => change(manifest)));
  });
  test.each(Object.keys(MISTAKES).map((name, i) => [name, i] as const))("%s", (name, i) => {
    expect(MISTAKES[name]!(manifest)).not.toBe(manifest);
    expect(found[i]).not.toEqual([]);
  });
});

describe("only the rules catch", () => {
  const MISTAKES: Readonly<Record<string, readonly [Change, string]>> = {
    "an address without https": [
      swap('<SourceLocation DefaultValue="https:', '<SourceLocation DefaultValue="http:'),
      "must be https",
    ],
    "a resource that is not defined": [
      swap('resid="Functions.Namespace"', 'resid="Functions.Namespac"'),
      "is not defined",
    ],
    "a resource that nothing uses": [
      swap('<bt:String id="Group.Label"', '<bt:String id="Spare.Label" DefaultValue="x"/><bt:String id="Group.Label"'),
      "Spare.Label is never used",
    ],
    "two buttons of one id": [swap('id="Headroom.Refresh"', 'id="Headroom.OpenPane"'), "used twice"],
    "no large icon": [swap('                  <bt:Image size="80" resid="Icon.80x80"/>\n', ""), "no icon of 80 px"],
    "functions in another page than the pane": [
      swap(/(<Page>\s*<SourceLocation resid=")Taskpane.Url/, "$1GetStarted.LearnMoreUrl"),
      "needs one page",
    ],
    "an icon that is a drawing": [swap("assets/icon-64.png", "assets/icon-64.svg"), "icons are png"],
    "a runtime that ends with the pane": [swap('lifetime="long"', 'lifetime="short"'), "must be long"],
    "a file that the build has not": [everywhere("/functions.json", "/function.json"), "no such file"],
    "a command without code": [swap("<FunctionName>refreshSheets<", "<FunctionName>refreshAll<"), "command refreshAll"],
  };
  test("and not the schema", async () => {
    const found = await schemaProblems(Object.values(MISTAKES).map(([change]) => change(manifest)));
    expect(found.flat()).toEqual([]);
  });
  test.each(Object.entries(MISTAKES))("%s", (_, [change, said]) => {
    const bad = change(manifest);
    expect(bad).not.toBe(manifest);
    expect(ruleProblems(bad, built).join("\n")).toContain(said);
  });
});
