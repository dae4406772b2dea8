import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PANELS } from "../../panels/panels.ts";
import { faults, idle, noBrowser, type Panels, panelsInBrowser } from "./panels/harness.ts";

const CANARY = /98,?761[.,]?43|9876143/;

describe.skipIf(noBrowser)("panels over a workbook that holds money", () => {
  let panels: Panels;
  beforeAll(async () => {
    panels = await panelsInBrowser();
  });
  afterAll(() => panels?.close());

  const button = (page: Page, name: RegExp) => page.getByRole("button", { name });
  const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

  test("Prepare to share lists what reveals money, takes it out, and forgets it; keys and small panes included", async () => {
    const page = await panels.open("money", "sheets");
    await page.getByText("Prepare to share").click();
    await button(page, /^Find what reveals/).click();
    await page.getByText("Costs!A2:E10: table Costs is emptied").waitFor();
    expect(await faults(page), "found").toEqual([]);
    await button(page, /^Preview taking it out/).click();
    await page.getByText("Only do this in a copy").waitFor();
    expect(await faults(page), "preview").toEqual([]);
    await button(page, /^Take it out of this copy/).click();
    await button(page, /^Forget Undo/).waitFor();
    expect(await page.evaluate(() => panel.cell("Costs", 1, 2))).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Took money out of/);
    await button(page, /^Forget Undo/).click();
    await button(page, /^Forget it/).click();
    await page.getByText("✓ Headroom finds nothing here that reveals money.").waitFor();
    expect(await faults(page), "clean").toEqual([]);
    await page.close();
  });

  test("no panel shows a salary where money is not shown, and Plan check says what is missing without one", async () => {
    for (const { key } of PANELS) {
      const page = await panels.open("salaries", key);
      await page.evaluate(() => panel.select("Costs", 1, 2));
      await idle(page);
      expect(await html(page), key).not.toMatch(CANARY);
      if (key === "planCheck") {
        await page.getByText("has no cost rate").first().waitFor();
        await page.getByText("shows what people cost to everybody").waitFor();
        expect(await html(page)).not.toMatch(CANARY);
      }
      if (key === "exportPlan") {
        const choices = await page.locator("#panel").innerText();
        expect(choices).toContain("Allocations");
        expect(choices).not.toMatch(/\b(?:Costs|Rates|Fees)\b/);
      }
      await page.close();
    }
  }, 120_000);

  test("what the page tells nobody: no request leaves, no error shows", () => {
    expect(panels.complaints).toEqual([]);
  });
});
