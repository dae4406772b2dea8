import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Check, faults, idle, noBrowser, type Options, type Panels, panelsInBrowser } from "./panels/harness.ts";

describe.skipIf(noBrowser)("the panels in a browser", () => {
  let panels: Panels;
  beforeAll(async () => {
    panels = await panelsInBrowser();
  });
  afterAll(() => panels?.close());

  const open: Panels["open"] = (...page) => panels.open(...page);
  const button = (page: Page, name: RegExp) => page.getByRole("button", { name });

  /** Colours are axe's business, shapes are ours: both once in each theme, shapes at each size. */
  const LOOKS: readonly (readonly [string, Options, checks: readonly Check[]])[] = [
    ["300 px", {}, ["axe", "shapes"]],
    ["300 px, dark", { colorScheme: "dark" }, ["axe"]],
    ["300 px, forced colours", { forcedColors: "active" }, ["shapes"]],
    ["350 px as in Excel", { viewport: { width: 350, height: 378 } }, ["shapes"]],
    ["300 px at 200 %", { viewport: { width: 150, height: 300 }, deviceScaleFactor: 2 }, ["shapes"]],
  ];
  const fill = async (page: Page, values: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
  };
  const MAYA = { Engagement: "Tidewater migration", From: "2026-01-26", To: "2026-02-13", Person: "Maya Ellison" };

  test.each(LOOKS)("nothing is wrong with any state at %s", async (_, options, checks) => {
    const sheets = await open("small", "sheets", options);
    await button(sheets, /^Preview 10/).click();
    await button(sheets, /^Write \d+ sheets/).waitFor();
    expect(await faults(sheets, checks), "preview").toEqual([]);
    await button(sheets, /^Write \d+ sheets/).click();
    await button(sheets, /^Undo/).waitFor();
    await sheets.evaluate(() => panel.put("Allocations", 3, 5, "abc"));
    await button(sheets, /again/).click();
    await button(sheets, /^Refresh \d/).waitFor();
    expect(await faults(sheets, checks), "stale").toEqual([]);
    await sheets.getByLabel("Panel").selectOption("planCheck");
    await button(sheets, /^Go to Allocations!F4/).waitFor();
    expect(await faults(sheets, checks), "problems").toEqual([]);
    await sheets.close();

    const allocate = await open("small", "allocate", options);
    await idle(allocate);
    await fill(allocate, { ...MAYA, "How much": "30" });
    await allocate.getByText("Too much for Maya").waitFor();
    await allocate.getByText("Week by week").click();
    expect(await faults(allocate, checks), "overload").toEqual([]);
    await button(allocate, /^Who can/).click();
    await button(allocate, /^Ben Carver/).waitFor();
    expect(await faults(allocate, checks), "who can").toEqual([]);
    await fill(allocate, { Person: "Nobody", "How much": "much" });
    await allocate.getByText("is not in People").waitFor();
    expect(await faults(allocate, checks), "complaints").toEqual([]);
    await allocate.close();

    const empty = await open("empty", "sheets", options);
    await empty.getByText("There is no plan").waitFor();
    expect(await faults(empty, checks), "empty").toEqual([]);
    await empty.close();
  });

  test("the first button that matters is in sight in Excel's pane, 378 px high", async () => {
    const viewport = { width: 350, height: 378 };
    for (const [key, name] of [
      ["sheets", /^Preview 10/],
      ["planCheck", /^Check again/],
      ["allocate", /^Add allocation/],
    ] as const) {
      const page = await open("small", key, { viewport });
      await button(page, name).waitFor();
      const { y, height } = (await button(page, name).boundingBox())!;
      expect(y + height, key).toBeLessThanOrEqual(378);
      await page.close();
    }
  });

  test("keys alone make, refresh and undo: Tab, Space, Enter, Escape", async () => {
    const page = await open("small", "sheets");
    await button(page, /^Preview 10/).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const tabTo = async (words: RegExp) => {
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press("Tab");
        if (words.test((await focused()) ?? "")) return;
      }
      throw new Error(`Tab never reached ${words}`);
    };
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await tabTo(/^Preview 9 sheets$/);
    await page.keyboard.press("Enter");
    await button(page, /^Write 9/).waitFor();
    expect(await focused()).toBe("Will write 9 sheets");
    await page.keyboard.press("Escape");
    expect(await button(page, /^Write/).count()).toBe(0);
    expect(await focused()).toBe("Preview 9 sheets");
    await page.keyboard.press("Enter");
    await button(page, /^Write 9/).waitFor();
    await tabTo(/^Write 9/);
    await page.keyboard.press("Enter");
    await button(page, /^Undo/).waitFor();
    expect(await page.evaluate(() => panel.sheets())).toContain("Checks");
    expect(await focused()).toMatch(/^Refresh 9 sheets: [\d,]+ cells changed\.$/);
    await tabTo(/^Undo/);
    await page.keyboard.press("Enter");
    await page.getByText("Undone: Refresh 9 sheets.").waitFor();
    expect(await page.evaluate(() => panel.sheets())).not.toContain("Checks");
    await page.close();
  });

  test("keys alone allocate somebody: Enter shows what is missing, then writes", async () => {
    const page = await open("small", "allocate");
    await idle(page);
    await page.getByLabel("Engagement").focus();
    await page.keyboard.type("Tidewater migration");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.getByText("Choose a person, or type a placeholder such as TBD.").waitFor();
    await page.getByLabel("Person", { exact: true }).focus();
    await page.keyboard.type("Ben Carver");
    await page.getByLabel("How much").focus();
    await page.keyboard.type("5");
    await page.getByText("Ben Carver can take it").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Added in row 21 of Allocations.").waitFor();
    expect(await page.evaluate(() => [0, 1, 3, 6].map((column) => panel.cell("Allocations", 20, column)))).toEqual([
      "Ben Carver",
      "Tidewater migration",
      46034,
      5,
    ]);
    await page.close();
  });

  test("a slow workbook shows that it works after a moment, and a quick one does not flicker", async () => {
    const slow = await open("small", "sheets", {}, 1500);
    await slow.getByText("Reading the workbook…").waitFor({ timeout: 1400 });
    expect(await slow.locator(".panel").getAttribute("aria-busy")).toBe("true");
    await button(slow, /^Preview 10/).waitFor();
    expect(await slow.getByText("Reading the workbook…").count()).toBe(0);
    await slow.close();
  });

  test("400 people and their engagements are offered while one types", async () => {
    const page = await open("firm", "allocate");
    await page.waitForFunction(() => document.querySelectorAll("#headroom-person-names option").length >= 400);
    const [name] = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLOptionElement>("#headroom-person-names option")].map(({ value }) => value),
    );
    const [engagement] = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLOptionElement>("#headroom-engagement-names option")].map(({ value }) => value),
    );
    await fill(page, { Engagement: engagement!, Person: name!, "How much": "4" });
    await page.getByText("Will write").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  test("all that time nothing was asked of the network, and no page complained", () => {
    expect(panels.complaints).toEqual([]);
  });
});
