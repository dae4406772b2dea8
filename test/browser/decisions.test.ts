import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Check,
  faults,
  idle,
  noBrowser,
  type Options,
  type Panels,
  panelsInBrowser,
  tabTo,
} from "./panels/harness.ts";

type Key = Parameters<Panels["open"]>[1];

/** What somebody types in each panel, in the order of its fields; what is left out keeps its default. */
const TYPED: readonly (readonly [Key, readonly (readonly [label: RegExp, text: string])[], says: RegExp])[] = [
  [
    "newEngagement",
    [
      [/^Skill$/, "Python"],
      [/^Hours a week$/, "40"],
    ],
    /Python/,
  ],
  ["growServices", [[/^Growth/, "20"]], /Harborline desk/],
  ["somebodyLeaves", [[/^Person$/, "Maya Ellison"]], /Maya Ellison/],
  [
    "moveSomebody",
    [
      [/^Person$/, "Maya Ellison"],
      [/^Off$/, "Cobalt platform"],
      [/^To$/, "Tidewater migration"],
    ],
    /Maya Ellison/,
  ],
  ["hireOrTrain", [[/^Hours a week$/, "40"]], /hire/i],
  ["slip", [[/^Engagement$/, "Cobalt platform"]], /Cobalt platform/],
];

const LOOKS: readonly (readonly [string, Options, checks: readonly Check[]])[] = [
  ["300 px", {}, ["axe", "shapes"]],
  ["300 px, dark", { colorScheme: "dark" }, ["axe"]],
  ["300 px, forced colours", { forcedColors: "active" }, ["shapes"]],
  ["350 px as in Excel", { viewport: { width: 350, height: 378 } }, ["shapes"]],
  ["300 px at 200 %", { viewport: { width: 150, height: 300 }, deviceScaleFactor: 2 }, ["shapes"]],
];

describe.skipIf(noBrowser)("the decision panels in a browser", () => {
  let panels: Panels;
  beforeAll(async () => {
    panels = await panelsInBrowser();
  });
  afterAll(() => panels?.close());

  const button = (page: Page, name: RegExp) => page.getByRole("button", { name });
  const sentence = (page: Page) => page.locator(".answer .says");
  /** Fill the fields by keys alone and ask with Enter; the sentence that answers. */
  const askByKeys = async (page: Page, typed: (typeof TYPED)[number][1]) => {
    await idle(page);
    for (const [label, text] of typed) {
      await tabTo(page, label);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
      await page.keyboard.press("Escape"); // the browser's list of names
    }
    await tabTo(page, /^Answer$/);
    await page.keyboard.press("Enter");
    await sentence(page).waitFor();
    return sentence(page).innerText();
  };

  test.each(TYPED)(
    "keys alone ask %s, reach a row's cell and keep the answer as a scenario",
    async (key, typed, says) => {
      const page = await panels.open("small", key);
      expect(await askByKeys(page, typed)).toMatch(says);
      await page.locator(".answer summary, .answer table").first().waitFor();
      if ((await button(page, /, go to /).count()) > 0) {
        await tabTo(page, /, go to /);
        await page.keyboard.press("Enter");
        await page.getByText(/ is selected\.$/).waitFor();
        expect(await page.evaluate(() => panel.selected)).toHaveLength(1);
      }
      await tabTo(page, /^Name of the scenario$/, 80);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("Kept");
      await page.keyboard.press("Enter");
      await button(page, /^Write \d+ rows? to Scenarios$/).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Save “Kept”?");
      await tabTo(page, /^Write /);
      await page.keyboard.press("Enter");
      await button(page, /^Undo/).waitFor();
      const names = await page.evaluate(() => Array.from({ length: 20 }, (_, row) => panel.cell("Scenarios", row, 0)));
      expect(names).toContain("Kept");
      await page.close();
    },
  );

  test("keys alone read the odds of new work, in figures too", async () => {
    const page = await panels.open("small", "newEngagement");
    await askByKeys(page, TYPED[0]![1]);
    await page
      .getByText(/^. Starting on .+: short on average; \d+ % chance that it makes something short in the week of/)
      .waitFor();
    await tabTo(page, /^Chances in figures$/);
    await page.keyboard.press("Enter");
    await page.getByText("Chance of being short, week by week", { exact: true }).waitFor();
    await page.close();
  });

  test("keys alone pick a confidence, see what it costs, use it and take it back", async () => {
    const page = await panels.open("small", "reserve");
    await idle(page);
    await page.getByText(/To be 80 % sure of a week, reserve 118 h/).waitFor();
    await page.getByLabel("Panel").focus();
    await tabTo(page, /^How sure/);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("75");
    await page.keyboard.press("Enter");
    await page.getByText(/To be 75 % sure of a week/).waitFor();
    await tabTo(page, /^90 %$/);
    await page.keyboard.press("Enter");
    await page.getByText(/To be 90 % sure of a week, reserve 122 h/).waitFor();
    await tabTo(page, /^Use this reserve/);
    await page.keyboard.press("Enter");
    await button(page, /^Write it to Settings$/).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Use this reserve…");
    await page.keyboard.press("Enter");
    await tabTo(page, /^Write it to Settings$/);
    await page.keyboard.press("Enter");
    await page.getByText("Settings keep support's hours free with 90 % confidence now.").waitFor();
    await tabTo(page, /, go to /);
    await page.keyboard.press("Enter");
    await page.getByText(/ is selected\.$/).waitFor();
    await tabTo(page, /^Undo/);
    await page.keyboard.press("Enter");
    await page.getByText("Undone: Set Support reserve to 90 %.").waitFor();
    await page.close();
  });

  test("keys alone switch a scenario, compare, adopt and undo", async () => {
    const page = await panels.open("small", "scenarios");
    await idle(page);
    await tabTo(page, /^Maya leaves/);
    await page.keyboard.press("Space");
    await page.getByText("“Maya leaves” is switched off.").waitFor();
    await tabTo(page, /^Compare$/);
    await page.keyboard.press("Enter");
    await sentence(page).waitFor();
    await page.getByLabel("Panel").focus();
    await tabTo(page, /^Adopt… Train Rohan/);
    await page.keyboard.press("Enter");
    await button(page, /^Write it into the plan$/).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Adopt… Train Rohan");
    await page.keyboard.press("Enter");
    await button(page, /^Write it into the plan$/).waitFor();
    await tabTo(page, /^Write it into the plan$/);
    await page.keyboard.press("Enter");
    await page.getByText(/^Adopted “Train Rohan”/).waitFor();
    await tabTo(page, /^Undo/);
    await page.keyboard.press("Enter");
    await page.getByText("Undone: Adopt Train Rohan.").waitFor();
    await page.close();
  });

  /** Ask who could take all open work of the cut-over; the sentence that answers. */
  const staffByKeys = async (page: Page) => {
    await idle(page);
    await page.getByLabel("From", { exact: true }).fill("");
    await page.getByLabel("To", { exact: true }).fill("");
    await page.getByLabel("Engagement", { exact: true }).fill("Tidewater migration");
    await tabTo(page, /^Fill this role$/);
    await page.keyboard.press("Enter");
    await sentence(page).waitFor();
    return sentence(page).innerText();
  };

  test("keys alone find people for a role, write them in one step and take them back", async () => {
    const page = await panels.open("small", "allocate");
    expect(await staffByKeys(page)).toContain("Covers 132 of 166 h; no plan can cover more.");
    expect(await button(page, /^Add allocation$/).isVisible()).toBe(false);
    await tabTo(page, /^Add these 5 allocations$/);
    await page.keyboard.press("Enter");
    await page.getByText("Added 5 allocations: ").waitFor();
    expect(await button(page, /^Add allocation$/).isVisible()).toBe(true);
    await tabTo(page, /^Undo/, 80);
    await page.keyboard.press("Enter");
    await page.getByText(/^Undone: Allocate /).waitFor();
    await page.close();
  });

  test.each(LOOKS)("nothing is wrong with the people suggested for a role at %s", async (_, options, checks) => {
    const page = await panels.open("small", "allocate", options);
    await staffByKeys(page);
    for (const summary of await page.locator(".answer summary").all()) await summary.click();
    expect(await faults(page, checks)).toEqual([]);
    await page.close();
  });

  test("the button that writes a suggestion is in sight in Excel's pane, 378 px high", async () => {
    const page = await panels.open("small", "allocate", { viewport: { width: 350, height: 378 } });
    await staffByKeys(page);
    const { y, height } = (await button(page, /^Add these 5/).boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(378);
    const says = (await sentence(page).boundingBox())!;
    expect(says.y).toBeGreaterThanOrEqual(0);
    await page.close();
  });

  test.each(LOOKS)("nothing is wrong with any form or answer at %s", async (_, options, checks) => {
    for (const [key, typed] of TYPED) {
      const page = await panels.open("small", key, options);
      await idle(page);
      for (const [label, text] of typed) await page.getByLabel(label).fill(text);
      await button(page, /^Answer$/).click();
      await sentence(page).waitFor();
      if (key === "newEngagement") await page.locator(".chance").waitFor();
      for (const summary of await page.locator(".answer summary").all()) await summary.click();
      expect(await faults(page, checks), key).toEqual([]);
      await button(page, /^Save as scenario/).click();
      expect(await faults(page, checks), `${key}, kept`).toEqual([]);
      await page.close();
    }
    const page = await panels.open("small", "scenarios", options);
    await button(page, /^Compare$/).click();
    await sentence(page).waitFor();
    await button(page, /^Adopt… Maya leaves/).click();
    await button(page, /^Write it into the plan$/).waitFor();
    await page.locator(".chance").waitFor();
    expect(await faults(page, checks), "scenarios").toEqual([]);
    await page.close();
    const reserve = await panels.open("small", "reserve", options);
    await sentence(reserve).waitFor();
    for (const summary of await reserve.locator(".answer summary").all()) await summary.click();
    await button(reserve, /^Use this reserve/).click();
    await button(reserve, /^Write it to Settings$/).waitFor();
    expect(await faults(reserve, checks), "reserve").toEqual([]);
    await reserve.close();
    const nothing = await panels.open("empty", "reserve", options);
    await nothing.getByText(/^The plan has no support yet/).waitFor();
    expect(await faults(nothing, checks), "no reserve").toEqual([]);
    await nothing.close();
    const wrong = await panels.open("small", "newEngagement", options);
    await idle(wrong);
    await button(wrong, /^Answer$/).click();
    await wrong.getByText("Choose a skill.").waitFor();
    expect(await faults(wrong, checks), "complaints").toEqual([]);
    await wrong.close();
    const empty = await panels.open("empty", "slip", options);
    await empty.getByText("The plan names no engagements yet.").waitFor();
    expect(await faults(empty, checks), "empty").toEqual([]);
    await empty.close();
  });

  test("the button that answers is in sight in Excel's pane, 378 px high, and then the sentence", async () => {
    for (const [key, typed] of TYPED) {
      const page = await panels.open("small", key, { viewport: { width: 350, height: 378 } });
      await idle(page);
      const { y, height } = (await button(page, /^Answer$/).boundingBox())!;
      expect(y + height, key).toBeLessThanOrEqual(378);
      await askByKeys(page, typed);
      const says = (await sentence(page).boundingBox())!;
      expect(says.y, key).toBeGreaterThanOrEqual(0);
      expect(says.y + says.height, key).toBeLessThanOrEqual(378);
      await page.close();
    }
  });

  test("all that time nothing was asked of the network, and no page complained", () => {
    expect(panels.complaints).toEqual([]);
  });
});
