import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, type Opened, openWorkbench } from "./page.ts";

const chromium = await findChromium();
if (!chromium && process.env.CI !== "true")
  console.info("No Chromium was found, so the workbench's page is not tested.");

describe.skipIf(!chromium && process.env.CI !== "true")("the workbench in a browser", () => {
  let opened: Opened;
  beforeAll(async () => {
    if (!chromium) throw new Error("No Chromium was found. Maybe set CHROMIUM to the path of one.");
    opened = await openWorkbench();
  });
  afterAll(() => opened?.close());

  const read = (address: string) => opened.page.evaluate((where) => workbench.read(where), address);
  const look = (name: string) => opened.page.screenshot({ path: join(opened.folder, `${name}.png`) });
  const choose = async (id: string, done: string) => {
    await opened.page.click(`#choose-${id}`);
    await opened.page.waitForFunction(
      (title) => document.title.startsWith(title) && document.getElementById("busy")!.hidden,
      done,
      { timeout: 120_000 },
    );
    await opened.page.waitForSelector(".o-grid");
  };
  const menu = async (item: string) => {
    await opened.page.click('.o-topbar-menu:has-text("Headroom")');
    await opened.page.click(`.o-menu-item:has-text("${item}")`);
  };
  /** Click a cell of the sheet in sight. */
  const click = async (column: number, row: number) => {
    const at = await opened.page.evaluate(
      ([col, line]) => {
        const { getters } = (globalThis.workbench as unknown as { model: { getters: Getters } }).model;
        const rect = getters.getVisibleRect({ left: col!, right: col!, top: line!, bottom: line! });
        const grid = document.querySelector(".o-grid")!.getBoundingClientRect();
        return { x: grid.x + rect.x + rect.width / 2, y: grid.y + rect.y + rect.height / 2 };
      },
      [column, row],
    );
    await opened.page.mouse.click(at.x, at.y);
  };
  const focused = () => opened.page.evaluate(() => document.activeElement?.closest("#dock, #grid")?.id);

  test("starts with a choice, first of all the small demo", async () => {
    expect(await opened.page.textContent("#start h1")).toBe("Headroom workbench");
    expect(await opened.page.locator(".choice strong").allTextContents()).toEqual([
      "Small demo plan",
      "Demo firm",
      "Empty plan",
      "Finance workbook",
      "Open a file",
    ]);
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe("choose-small");
    await look("start");
  });

  test("the small demo opens with live numbers", async () => {
    await choose("small", "Quillhaven Cloud");
    const guide = await read("Start here!A4:B12");
    expect(guide[0]).toEqual(["From", 46027]);
    expect(guide.slice(3).every(([, value]) => typeof value === "number")).toBe(true);
    await look("small");
  });

  test("what managers decide stands in a menu inside Headroom's, and leads to its panel", async () => {
    const { page } = opened;
    await page.click('.o-topbar-menu:has-text("Headroom")');
    await page.hover('.o-menu-item:has-text("Decide")');
    await page.click('.o-menu-item:has-text("Somebody leaves")');
    const panel = page.frameLocator("iframe");
    await panel.getByText("What can nobody else do").waitFor();
    expect(await panel.getByLabel("Panel").inputValue()).toBe("somebodyLeaves");
    await panel.getByLabel("Panel").selectOption("sheets");
  });

  test("a formula is typed, gives its value, and Ctrl+Z takes it back", async () => {
    await click(4, 3);
    await opened.page.keyboard.type("=CAPACITY(B4, B4+4, People)");
    await opened.page.keyboard.press("Enter");
    await opened.page.waitForFunction(() => typeof workbench.read("Start here!E4")[0]![0] === "number");
    expect((await read("Start here!E4"))[0]![0]).toBe(424);
    await opened.page.keyboard.press("Control+z");
    await opened.page.waitForFunction(() => workbench.read("Start here!E4")[0]![0] === null);
  });

  test("help shows while a function is typed", async () => {
    await click(4, 3);
    await opened.page.keyboard.type("=CAPACITY(");
    const help = opened.page.locator(".o-formula-assistant").first();
    await help.waitFor();
    expect(await help.textContent()).toContain("First day, included.");
    await look("help");
    await opened.page.keyboard.press("Escape");
    await opened.page.keyboard.press("Escape");
  });

  test("an edit of the plan reaches the guide", async () => {
    const [[before]] = (await read("Start here!B7")) as [[number]];
    await opened.page.evaluate(() => workbench.write("People!E2", [[20]]));
    const [[after]] = (await read("Start here!B7")) as [[number]];
    expect(after).toBeLessThan(before);
  });

  test("F6 goes to the panels and back", async () => {
    await click(4, 3);
    await opened.page.keyboard.press("F6");
    expect(await focused()).toBe("dock");
    await opened.page.keyboard.press("F6");
    await opened.page.waitForFunction(() => document.activeElement?.closest("#grid"));
    expect(await focused()).toBe("grid");
  });

  test("a panel asks the workbook and is answered; its frame may load nothing", async () => {
    const frame = opened.page.frames().find((one) => one.url().includes("panel.html"))!;
    await frame.waitForSelector("select");
    const answer = await opened.page.request.get(`${opened.url}panel.html`);
    expect(answer.headers()["content-security-policy"]).toContain("connect-src 'none'");
    expect(await frame.textContent("body")).not.toContain("went wrong");
  });

  test("a generated sheet is made, and one undo takes it away", async () => {
    const { page } = opened;
    await page.evaluate(() => workbench.call("makeSheets", { sheets: "Capacity vs demand" }));
    expect((await read("Capacity vs demand!A1"))[0]![0]).toMatch(/^Capacity vs demand/);
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => {
      try {
        workbench.read("Capacity vs demand!A1");
        return false;
      } catch {
        return true;
      }
    });
  });

  test("a workbook is saved and opened again with the same numbers", async () => {
    const { page, folder } = opened;
    const before = await read("Start here!A1:D24");
    const [download] = await Promise.all([page.waitForEvent("download"), menu("Save workbook")]);
    expect(download.suggestedFilename()).toBe("Quillhaven Cloud.xlsx");
    const path = join(folder, "again.xlsx");
    await download.saveAs(path);
    await page.setInputFiles("#file", path);
    await page.waitForFunction(
      () => document.title.startsWith("again.xlsx") && document.getElementById("busy")!.hidden,
    );
    expect(await read("Start here!A1:D24")).toEqual(before);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  });

  test("a CSV file opens as a table", async () => {
    const path = join(opened.folder, "time.csv");
    writeFileSync(path, "Person;Hours\nAna;7\n");
    await opened.page.setInputFiles("#file", path);
    await opened.page.waitForFunction(() => document.title.startsWith("time.csv"));
    expect(await read("time!A1:B2")).toEqual([
      ["Person", "Hours"],
      ["Ana", 7],
    ]);
  });

  test("a file that is none is refused with a sentence, and the open workbook stays", async () => {
    const path = join(opened.folder, "broken.xlsx");
    writeFileSync(path, "no zip");
    await opened.page.setInputFiles("#file", path);
    const notice = opened.page.locator(".notice.bad p").first();
    await notice.waitFor();
    expect(await notice.textContent()).toBe("This file is damaged, or it is no .xlsx workbook.");
    await opened.page.click(".notice.bad button");
    expect(await read("time!A1")).toEqual([["Person"]]);
  });

  test("the demo firm of 400 people and the empty plan open, too", async () => {
    await menu("Start page");
    await choose("firm", "Quellmont Digital");
    expect((await read("Start here!B7"))[0]![0]).toBeGreaterThan(300_000);
    await look("firm");
    await menu("Start page");
    await choose("empty", "My plan");
    expect(await read("People!A1:B2")).toEqual([
      ["Person", "Team"],
      [null, null],
    ]);
    await look("empty");
  });

  test("nothing was asked of any other computer, and nothing went wrong on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});

interface Getters {
  readonly getVisibleRect: (zone: object) => { x: number; y: number; width: number; height: number };
}
