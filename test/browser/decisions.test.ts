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

  test.each(LOOKS)("nothing is wrong with any form or answer at %s", async (_, options, checks) => {
    for (const [key, typed] of TYPED) {
      const page = await panels.open("small", key, options);
      await idle(page);
      for (const [label, text] of typed) await page.getByLabel(label).fill(text);
      await button(page, /^Answer$/).click();
      await sentence(page).waitFor();
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
    expect(await faults(page, checks), "scenarios").toEqual([]);
    await page.close();
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
