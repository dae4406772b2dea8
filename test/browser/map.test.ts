import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faults, idle, noBrowser, type Panels, panelsInBrowser, tabTo } from "./panels/harness.ts";

describe.skipIf(noBrowser)("Map in a browser", () => {
  let panels: Panels;
  beforeAll(async () => {
    panels = await panelsInBrowser();
  });
  afterAll(() => panels?.close());

  test("tables are proposed, asked about, corrected, accepted and taken back, and nothing is wrong with any state", async () => {
    const page = await panels.open("team", "mapTables");
    await page.getByText("3 tables in sheets of your own may be part of the plan.").waitFor();
    await page.getByText("Answer 1 question above to accept it.").waitFor();
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    expect(await faults(page), "proposed").toEqual([]);
    await page.getByRole("button", { name: "Go to Team plan!F4" }).click();
    await page.getByText("Team plan!F4 is selected.").waitFor();
    await page.getByLabel("C:E: Week 6").selectOption("Share");
    await page.getByRole("button", { name: "Accept: Rota" }).click();
    await page.getByText("Rota is part of the plan: Allocations.").waitFor();
    expect(await faults(page), "accepted").toEqual([]);
    expect(await page.evaluate(() => panel.cell("Tables", 1, 0))).toBe("Rota");
    await page.getByRole("button", { name: "Leave out: Team plan" }).click();
    await page.getByText("Team plan is left out of the plan.").waitFor();
    expect(await faults(page), "left out").toEqual([]);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByText("Undone: Leave out Team plan.").waitFor();
    await page.close();
  });

  test("a list that may be leave shows the doubt, and is leave after one press, until that is taken back", async () => {
    const page = await panels.open("team", "mapTables");
    const card = page.getByRole("region", { name: "Courses" });
    await card.getByText("Maybe Leave: its headings are those of Leave, but neither its name").waitFor();
    await card.getByText("1 leave of 1 person, 9 Feb 2026 to 10 Feb 2026").waitFor();
    await card.getByText("Columns (4)").click();
    expect(await faults(page), "in doubt").toEqual([]);
    await card.getByRole("button", { name: "Accept as Leave: Courses" }).press("Enter");
    await page.getByText("Courses is part of the plan: Leave.").waitFor();
    await card.getByText("✓ Part of the plan").waitFor();
    expect(await page.evaluate(() => panel.cell("Tables", 1, 2))).toBe("Leave");
    expect(await faults(page), "accepted").toEqual([]);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByText("Undone: Accept Courses.").waitFor();
    await card.getByText("? Not decided").waitFor();
    await page.close();
  });

  test("a table that changed since says so, and is accepted as it is now", async () => {
    const page = await panels.open("team", "mapTables");
    await page.getByRole("button", { name: "Accept: Team plan" }).click();
    await page.getByText("Team plan is part of the plan: Allocations.").waitFor();
    await page.evaluate(() => panel.put("Team plan", 1, 2, "Stage"));
    await page.getByLabel("Panel").selectOption("planCheck");
    await page.getByLabel("Panel").selectOption("mapTables");
    await page.getByText("has no heading Phase (Not used) any more").first().waitFor();
    expect(await faults(page), "changed").toEqual([]);
    await page.getByRole("button", { name: "Accept as it is now: Team plan" }).click();
    await page.getByText("✓ Part of the plan").waitFor();
    await page.close();
  });

  test("coloured weeks are asked about by colour, taken in, taken in again and taken back", async () => {
    const page = await panels.open("coloured", "mapTables");
    const take = page.getByRole("button", { name: "Take in as rows: Plan" });
    await page.getByText("Say what 2 colours above mean.").waitFor();
    expect(await take.isDisabled()).toBe(true);
    await page.getByLabel("What does #9fc5e8 mean?").selectOption("Half of their time");
    await page.getByText("Say what 1 colour above means.").waitFor();
    await page.getByLabel("What does #cccccc mean?").selectOption("Day off");
    await page.getByText("3 allocations of 2 people to 2 engagements and 1 leave of 1 person").waitFor();
    expect(await faults(page), "asked").toEqual([]);
    await take.click();
    await page.getByText("Taken in: Plan. Allocations: 3 new; Leave: 1 new.").waitFor();
    expect(await page.evaluate(() => panel.cell("Allocations", 1, 0))).toBe("Ann Lee");
    await page.getByRole("button", { name: "Take in again: Plan" }).click();
    await page.getByText("All of Plan is in the plan already: nothing is written.").waitFor();
    expect(await faults(page), "taken in").toEqual([]);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByText("Undone: Take in the colours of Plan.").waitFor();
    await page.close();
  });

  test("keys alone answer and accept; an empty workbook says what to do", async () => {
    const page = await panels.open("team", "mapTables");
    await idle(page);
    await tabTo(page, /^C:E: Week 6$/, 60);
    await page.keyboard.press("S");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Accept: Rota" }).waitFor();
    await tabTo(page, /^Accept: Rota$/, 80);
    await page.keyboard.press("Enter");
    await page.getByText("Rota is part of the plan: Allocations.").waitFor();
    await page.close();
    const empty = await panels.open("empty", "mapTables");
    await empty.getByText("There is no sheet of your own in this workbook yet.").waitFor();
    expect(await faults(empty), "empty").toEqual([]);
    expect(panels.complaints).toEqual([]);
    await empty.close();
  });
});
