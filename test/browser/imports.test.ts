import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sheetsFile } from "../imports/xlsx.ts";
import { openWorkbench } from "./page.ts";
import { faults, idle, noBrowser, type Panels, panelsInBrowser, tabTo } from "./panels/harness.ts";

const WITH_A_COVER = [
  { name: "Notes", rows: [["Hours of March"], ["for Ana"]] },
  {
    name: "Hours",
    rows: [
      ["Date", "Client", "Project", "Task", "Notes", "Hours", "First Name", "Last Name"],
      ["2026-01-05", "C", "Tidewater migration", "T", "", "7:30", "Maya", "Ellison"],
    ],
  },
];
const SAMPLES = "test/imports/samples/";

/** Everybody in the table Actuals, below the demo's own rows what was imported. */
const logged = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(() => Array.from({ length: 2000 }, (_, row) => panel.cell("Actuals", row + 1, 1)).filter(Boolean));

/** 50,000 entries of forty people, as Harvest writes them. */
const LARGE = [
  "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name",
  ...Array.from({ length: 50_000 }, (_, i) => {
    const day = `2026-0${1 + (i % 9)}-${String(1 + (i % 28)).padStart(2, "0")}`;
    return `${day},Client ${i % 20},Project ${i % 60},Build,,${1 + (i % 7)},Yes,First${i % 40},Last${i % 40}`;
  }),
].join("\n");

describe.skipIf(noBrowser)("a large import in the workbench", () => {
  test("says how far it is, and counts with thousands", { timeout: 240_000 }, async () => {
    const { page, complaints, close } = await openWorkbench();
    try {
      await page.locator("input[type=file]").first().setInputFiles("test/workbooks/10-bemanning.xlsx");
      const panel = page.frameLocator("iframe");
      await panel.getByText("Your own sheets may hold a plan").waitFor();
      await panel.getByLabel("Panel").selectOption("importFile");
      const inside = page.frames().find((one) => one.url().includes("panel.html"))!;
      await inside.evaluate(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        new MutationObserver(() => {
          const bar = document.querySelector("progress:not([hidden])");
          const words = document.querySelector(".spinner")?.textContent ?? "";
          if (bar !== null && words !== "") seen.push(words);
        }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      // Progress shows only where something takes its time: on a slow machine.
      const cdp = await page.context().newCDPSession(page);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: 8 });
      const buffer = Buffer.from(LARGE);
      await panel.locator("input[name=import-file]").setInputFiles({ name: "big.csv", mimeType: "text/csv", buffer });
      await panel.getByText("50,000 rows: 50,000 read").waitFor({ timeout: 120_000 });
      const seen = await inside.evaluate(() => (globalThis as { seen?: readonly string[] }).seen ?? []);
      expect(seen.join(" ")).toMatch(/Reading 50,000 rows|Comparing with what is there/);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe.skipIf(noBrowser)("Import and Export in a browser", () => {
  let panels: Panels;
  beforeAll(async () => {
    panels = await panelsInBrowser();
  });
  afterAll(() => panels?.close());

  test("a file is asked about, previewed, written and taken back, and nothing is wrong with any state", async () => {
    const page = await panels.open("small", "importFile");
    await idle(page);
    expect(await faults(page), "empty").toEqual([]);
    await page.locator("input[type=file]").setInputFiles(`${SAMPLES}clockify_detailed.csv`);
    await page.getByText("Answer 1 question above").waitFor();
    expect(await faults(page), "a question").toEqual([]);
    await page.getByLabel("In which order does this file write its dates?").selectOption("mdy");
    await page.getByRole("button", { name: "Import 7 rows" }).waitFor();
    for (const summary of await page.locator("summary").all()) {
      if (await summary.evaluate((one) => !one.parentElement?.hasAttribute("open"))) await summary.click();
    }
    expect(await faults(page), "a preview").toEqual([]);
    await page.getByRole("button", { name: "Import 7 rows" }).click();
    await page.getByText("Imported Clockify detailed. Actuals: 7 new.").waitFor();
    expect(await logged(page)).toContain("Ana Silva");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByText("Undone: Import Clockify detailed.").waitFor();
    expect(await logged(page)).not.toContain("Ana Silva");
    await page.close();
  });

  test("names are offered, taken with one press, and an .xlsx or a broken file says what it is", async () => {
    const page = await panels.open("small", "importFile");
    await idle(page);
    await page.locator("input[type=file]").setInputFiles({
      name: "x.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("PK and nothing else"),
    });
    await page.getByRole("alert").getByText("This file is damaged").waitFor();
    const rows = [
      "Date,User,Project,Hours",
      "2026-01-05,Maya Elison,Tidewater migration,8",
      "2026-01-05,bcarver,Tidewater migration,2",
    ];
    await page.getByText("Or paste the rows").click();
    await page.getByLabel("Rows with their headings").fill(rows.join("\n"));
    await page.getByRole("button", { name: "Read these rows" }).click();
    await page.getByRole("button", { name: "Take all 2 suggestions" }).click();
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await page.getByText("Actuals: 2 new.").waitFor();
    expect((await logged(page)).slice(-2)).toEqual(["Maya Ellison", "Ben Carver"]);
    await page.close();
  });

  test("a workbook whose first sheet is a cover begins at the sheet that is an export", async () => {
    const page = await panels.open("small", "importFile");
    await idle(page);
    await page.locator("input[type=file]").setInputFiles({
      name: "march.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(await sheetsFile(WITH_A_COVER).arrayBuffer()),
    });
    await page.getByRole("button", { name: "Import 1 row" }).waitFor();
    const sheets = page.getByLabel("Sheet of the file");
    expect(await sheets.locator("option").allTextContents()).toEqual(["Notes", "Hours: Harvest detailed time"]);
    expect(await sheets.inputValue()).toBe("1");
    expect(await faults(page), "a sheet of a file").toEqual([]);
    await page.close();
  });

  test("columns with unknown headings are guessed, corrected and confirmed, by keys and without a fault", async () => {
    const page = await panels.open("small", "importFile");
    await idle(page);
    const rows = [
      "Wanneer,Medewerker,Klus,Tijd,Wat",
      "2026-01-05,Maya Ellison,Tidewater migration,480,Bouw",
      "2026-01-06,Maya Ellison,Tidewater migration,90,Bouw",
    ];
    await page.getByText("Or paste the rows").click();
    await page.getByLabel("Rows with their headings").fill(rows.join("\n"));
    await page.getByRole("button", { name: "Read these rows" }).click();
    await page.getByRole("button", { name: "Read it like this" }).waitFor();
    expect(await faults(page), "the columns").toEqual([]);
    expect(await page.getByLabel("Tijd").inputValue()).toBe("hours:minutes");
    expect(await page.getByRole("button", { name: /^Import/ }).count()).toBe(0);
    await page.getByLabel("Wanneer").selectOption("none");
    await tabTo(page, /^Read it like this$/, 60);
    await page.keyboard.press("Enter");
    await page.getByText("Still missing: Day.").waitFor();
    await page.getByLabel("Wanneer").selectOption("date");
    await page.getByRole("button", { name: "Read it like this" }).click();
    await page.getByRole("button", { name: "Import 2 rows" }).waitFor();
    for (const summary of await page.locator("summary").all()) {
      if (await summary.evaluate((one) => !one.parentElement?.hasAttribute("open"))) await summary.click();
    }
    expect(await faults(page), "mapped").toEqual([]);
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await page.getByText("Actuals: 2 new.").waitFor();
    expect((await logged(page)).slice(-2)).toEqual(["Maya Ellison", "Maya Ellison"]);
    await page.close();
  });

  test("keys alone paste, import and export", async () => {
    const page = await panels.open("small", "importFile");
    await idle(page);
    await tabTo(page, /^Or paste the rows$/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("Date,User,Project,Hours\n2026-01-05,Maya Ellison,Tidewater migration,8");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Import 1 row" }).waitFor();
    await tabTo(page, /^Import 1 row$/);
    await page.keyboard.press("Enter");
    await page.getByText("Actuals: 1 new.").waitFor();
    await page.getByLabel("Panel").selectOption("exportPlan");
    await tabTo(page, /^Show Actuals\.csv$/, 80);
    await page.keyboard.press("Enter");
    await page.getByLabel("Actuals.csv as text, to copy").waitFor();
    expect(await page.getByLabel("Actuals.csv as text, to copy").inputValue()).toContain(
      "2026-01-05,Maya Ellison,Tidewater migration,8",
    );
    expect(await faults(page), "export").toEqual([]);
    expect(panels.complaints).toEqual([]);
    await page.close();
  });
});
