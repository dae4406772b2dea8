import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faults, idle, noBrowser, type Options, type Panels, panelsInBrowser, tabTo } from "./panels/harness.ts";

describe.skipIf(noBrowser)("Explain and Snapshots in a browser", () => {
  let panels: Panels;
  beforeAll(async () => {
    panels = await panelsInBrowser();
  });
  afterAll(() => panels?.close());

  const button = (page: Page, name: RegExp) => page.getByRole("button", { name });
  const explanation = (page: Page) => page.getByRole("region", { name: "Explanation" });

  /** Sheets that are made, a cell beside a name that is selected, and the panel Explain over it. */
  async function explained(sheet: string, row: string, right: number, options: Options = {}): Promise<Page> {
    const page = await panels.open("in use", "explain", options);
    await idle(page);
    await page.evaluate(
      async ([name, words, by]) => {
        await panel.ask("makeSheets", { sheets: name });
        const [at, column] = panel.find(name, words);
        panel.select(name, at, column + by);
      },
      [sheet, row, right] as const,
    );
    await button(page, /^Explain the selected cell/).click();
    await idle(page);
    return page;
  }

  const LOOKS: readonly (readonly [string, Options])[] = [
    ["300 px", {}],
    ["300 px, dark", { colorScheme: "dark" }],
    ["350 px as in Excel", { viewport: { width: 350, height: 378 } }],
  ];
  test.each(LOOKS)("nothing is wrong with explanations of three sheets at %s", async (_, options) => {
    for (const [sheet, row, right, title] of [
      ["Utilization and overload", "Daniel Koh", 1, /^Red weeks of Daniel Koh: \d/],
      ["Exposure", "Maya Ellison", 2, /^Booked on Maya Ellison, .*: [\d.,]+ h/],
      ["Margin", "Cobalt platform", 1, /^Revenue of Cobalt platform as planned: [\d,.]+ USD/],
    ] as const) {
      const page = await explained(sheet, row, right, options);
      expect(await explanation(page).getByRole("status").textContent()).toMatch(title);
      for (const closed of await page.locator(".parts details:not([open]) > summary").all()) await closed.click();
      expect(await faults(page), sheet).toEqual([]);
      await page.close();
    }
  });

  /** Daniel's allocation stands in row 17 of Allocations; its first cell is selected. */
  test("a part leads to its row, which is selected", async () => {
    const page = await explained("Exposure", "Daniel Koh", 2);
    await button(page, /^Daniel Koh on Harborline desk/).click();
    await page.getByText(/^Allocations!A\d+ is selected\.$/).waitFor();
    const [went] = await page.evaluate(() => panel.selected.slice(-1));
    const [, row = "", column = ""] = /^Allocations (\d+) (\d+)$/.exec(went ?? "") ?? [];
    expect(column).toBe("0");
    expect(await page.evaluate((at) => panel.cell("Allocations", at, 0), Number(row))).toBe("Daniel Koh");
    await page.close();
  });

  test("keys alone explain, open a group, and go to a row", async () => {
    const page = await explained("Exposure", "Daniel Koh", 3);
    await page.getByLabel("Panel").focus();
    await tabTo(page, /^Explain the selected cell/);
    await page.keyboard.press("Enter");
    await idle(page);
    await page.getByLabel("Panel").focus();
    await tabTo(page, /^Week of/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^Daniel Koh on Harborline desk/);
    await page.keyboard.press("Enter");
    await page.getByText(/^Allocations!A\d+ is selected\.$/).waitFor();
    await page.close();
  });

  test("a measure is chosen with what is meant by it, and what is missing is said", async () => {
    const page = await explained("Exposure", "Daniel Koh", 2);
    await page.getByText("Choose a measure instead").click();
    await page.getByLabel("Measure", { exact: true }).selectOption("Support load");
    await page.getByLabel("Which figure").selectOption("80 % line");
    await page.getByLabel("Of", { exact: true }).selectOption("One skill");
    await button(page, /^Explain this measure/).click();
    await page.getByText(/Choose one: /).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel("Which one").fill("Windows");
    await page.getByLabel("Which one").press("Escape");
    await button(page, /^Explain this measure/).click();
    await idle(page);
    expect(await explanation(page).getByRole("status").textContent()).toMatch(
      /^Support, 80 % line, of Windows, week of/,
    );
    await page.getByLabel("Measure", { exact: true }).selectOption("Capacity");
    expect(await page.getByLabel("Which figure").isVisible()).toBe(false);
    await page.close();
  });

  /** Maya is booked on Meridian cloud care: the fields know it before anybody types. */
  test("a question is asked with what it needs, by keys alone", async () => {
    const page = await panels.open("in use", "explain");
    await idle(page);
    await page.getByText("Choose a measure instead").click();
    const measure = page.getByLabel("Measure", { exact: true });
    await measure.selectOption("When new work fits");
    expect(await page.getByLabel("Of", { exact: true }).isVisible()).toBe(false);
    expect(await page.getByLabel("Hours a week").inputValue()).toBe("20");
    await page.getByLabel("Weeks").fill("");
    await button(page, /^Explain this measure/).click();
    await page.getByText("Type a number.").waitFor();
    expect(await faults(page), "a field is empty").toEqual([]);
    await measure.selectOption("What a move costs");
    expect(await page.getByLabel("Weeks").count()).toBe(0);
    expect(await page.getByLabel("Who moves").inputValue()).toBe("Maya Ellison");
    await page.getByLabel("Panel").focus();
    await tabTo(page, /^Joins/);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Nothing of the kind");
    await page.keyboard.press("Enter");
    await page.getByText(/"Nothing of the kind" is none of them/).waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("tidewater migration");
    await page.keyboard.press("Enter");
    await idle(page);
    expect(await explanation(page).getByRole("status").textContent()).toMatch(
      /^Change of unmet hours of Meridian cloud care, if Maya Ellison moves .*: −?[\d.]+ h$/,
    );
    for (const closed of await page.locator(".parts details:not([open]) > summary").all()) await closed.click();
    expect(await faults(page), "a move").toEqual([]);
    await page.close();
  });

  test("a snapshot is taken and undone by keys alone, and nothing is wrong with the panel", async () => {
    const page = await panels.open("in use", "snapshots");
    await button(page, /^Take snapshot/).waitFor();
    expect(await faults(page), "list").toEqual([]);
    await page.getByLabel("Taken on").fill("2026-01-07");
    await page.getByLabel("Panel").focus();
    await tabTo(page, /^Take snapshot/);
    await page.keyboard.press("Enter");
    await button(page, /^Write it to Snapshots/).waitFor();
    expect(await faults(page), "preview").toEqual([]);
    await tabTo(page, /^Write it to Snapshots/);
    await page.keyboard.press("Enter");
    await page.getByText(/^Snapshot of 7 Jan 2026 taken: \d+ rows/).waitFor();
    expect(await faults(page), "taken").toEqual([]);
    await tabTo(page, /^Undo/);
    await page.keyboard.press("Enter");
    await page.getByText("Undone: Take snapshot of 7 Jan 2026.").waitFor();
    await page.close();
    expect(panels.complaints).toEqual([]);
  });
});
