import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { ask } from "../../core/questions/index.ts";
import { memoryBook, memoryHost } from "../support/memory-host.ts";
import { findChromium, openWorkbench } from "./page.ts";

const executablePath = await findChromium();
const noBrowser = executablePath === undefined && process.env.CI !== "true";

const SAYS = "Covers 132 of 166 h";
const isDone = (page: Page | ReturnType<Page["frameLocator"]>) => page.getByText(SAYS).waitFor();

describe.skipIf(noBrowser)("the staffing search in a thread of its own", () => {
  test("in the workbench: people for a role, written in one step and taken back", async () => {
    const opened = await openWorkbench();
    try {
      const { page } = opened;
      const threads: string[] = [];
      page.on("worker", (thread) => void threads.push(thread.url()));
      await page.click("#choose-small");
      await page.waitForFunction(() => document.getElementById("busy")!.hidden && document.querySelector(".o-grid"));
      const panel = page.frameLocator("iframe");
      await panel.getByLabel("Panel").selectOption("allocate");
      await panel.getByLabel("Engagement", { exact: true }).fill("Tidewater migration");
      await panel.getByLabel("From", { exact: true }).fill("");
      await panel.getByLabel("To", { exact: true }).fill("");
      await panel.getByRole("button", { name: "Fill this role" }).click();
      await isDone(panel);
      expect(threads).toEqual([`${opened.url}thread.js`]);
      await panel.getByRole("button", { name: "Add these 5 allocations" }).click();
      await panel.getByText("Added 5 allocations: Ben Carver and Maya Ellison.").waitFor();
      const written = await page.evaluate(() => workbench.read("Allocations!A21:B25"));
      expect(new Set(written.map(([person]) => person))).toEqual(new Set(["Ben Carver", "Maya Ellison"]));
      await panel.getByRole("button", { name: /^Undo/ }).click();
      await panel.getByText("Undone").first().waitFor();
      expect(await page.evaluate(() => workbench.read("Allocations!A21"))).toEqual([[null]]);
      expect(opened.complaints).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  describe("in the sidebar of Sheets, which is one file", () => {
    let browser: Browser;
    let html = "";
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath! });
      const [{ addonFiles }, { publishers }] = await Promise.all(
        ["build/gsheets.mjs", "build/publishers.mjs"].map((path) => import(pathToFileURL(resolve(path)).href)),
      );
      html = (await addonFiles(await publishers())).get("panel.html");
    });
    afterAll(() => browser?.close());

    /** The sidebar over a workbook in memory; `policy` is what the page around it allows. */
    const sidebar = async (policy: string) => {
      const page = await browser.newPage();
      const asked: string[] = [];
      const { host } = memoryHost(memoryBook(Object.fromEntries(smallDemo())));
      await page.exposeFunction("answer", (name: string, json: string) => {
        asked.push(name);
        return JSON.stringify({ reply: run(ask(name, JSON.parse(json)), host) ?? null });
      });
      await page.addInitScript(() => {
        const make = (done: (json: string) => void) => ({
          withSuccessHandler: make,
          withFailureHandler: () => make(done),
          answerPanel: (name: string, json: string) => {
            const { answer } = globalThis as unknown as { answer: (...asked: string[]) => Promise<string> };
            void answer(name, json).then(done);
          },
        });
        Object.assign(globalThis, { google: { script: { run: make(() => {}) } } });
      });
      const threads: string[] = [];
      page.on("worker", (thread) => void threads.push(thread.url()));
      await page.route("https://sheets.test/", (route) =>
        route.fulfill({
          contentType: "text/html",
          body: html.replace('data-start=""', 'data-start="allocate"'),
          headers: { "content-security-policy": policy },
        }),
      );
      await page.goto("https://sheets.test/");
      await page.getByLabel("Engagement", { exact: true }).fill("Tidewater migration");
      await page.getByLabel("From", { exact: true }).fill("");
      await page.getByLabel("To", { exact: true }).fill("");
      await page.getByRole("button", { name: "Fill this role" }).click();
      await isDone(page);
      const [first] = await page.locator(".answer table th button").allTextContents();
      await page.close();
      return { asked, threads, first };
    };

    test("the script in it runs as a thread", async () => {
      const { asked, threads, first } = await sidebar("worker-src blob:");
      expect(threads.map((url) => url.slice(0, 5))).toEqual(["blob:"]);
      expect(asked.slice(-2)).toEqual(["staffingProblem", "suggestStaffing"]);
      expect(first).toBe("Ben Carver");
    });

    test("where threads are refused, the search runs where questions are answered, with the same result", async () => {
      const { asked, first } = await sidebar("worker-src 'none'");
      expect(asked.slice(-2)).toEqual(["staffingProblem", "suggestStaffing"]);
      expect(first).toBe("Ben Carver");
    });
  });
});
