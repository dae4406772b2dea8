import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildExcel } from "../hosts/excel/built.ts";
import type { excel } from "../hosts/excel/office/in-page.ts";
import { OFFICE_DIST } from "../hosts/excel/office/load.ts";

declare global {
  var excelForTests: typeof excel;
}

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

interface Tools {
  readonly findChromium: () => string | undefined;
  readonly CHROMIUM_FLAGS: readonly string[];
}
let folder: string;
let server: Server;
let context: BrowserContext;
let address: string;
const complaints: string[] = [];

beforeAll(async () => {
  const tools = (await import(pathToFileURL(resolve("tools/chromium.mjs")).href)) as Tools;
  folder = mkdtempSync(join(tmpdir(), "headroom-excel-"));
  const site = join(folder, "site");
  await buildExcel(site);
  const inPage = join(folder, "in-page.js");
  const entryPoints = ["test/hosts/excel/office/in-page.ts"];
  await build({ entryPoints, outfile: inPage, bundle: true, format: "iife", logLevel: "error" });
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(site, path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/taskpane.html`;
  context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: tools.findChromium()!,
    args: ["--headless", ...tools.CHROMIUM_FLAGS],
    viewport: { width: 350, height: 600 },
  });
  await context.addInitScript({ path: inPage });
});
afterAll(async () => {
  await context?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page as it is shipped; only Microsoft's script comes from the package instead of its own address. */
async function open(office: "there" | "blocked"): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(`error ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && office === "there") complaints.push(`console ${message.text()}`);
  });
  await page.route(
    (url) => url.hostname !== "127.0.0.1",
    (route) => {
      const url = route.request().url();
      const file = join(OFFICE_DIST, url.slice(CDN.length).split("?")[0]!);
      if (office === "there" && url.startsWith(CDN) && existsSync(file)) {
        return route.fulfill({ contentType: "text/javascript", body: readFileSync(file) });
      }
      if (office === "there") complaints.push(`request to ${url}`);
      return route.abort();
    },
  );
  await page.goto(address);
  return page;
}

test("formulas compute, the pane sets up a plan and makes its sheets, the ribbon refreshes them, and nothing leaves the page", async () => {
  const page = await open("there");
  await page.waitForSelector("#headroom-panel");
  expect(await page.evaluate(() => typeof history.pushState)).toBe("function");
  const people = [
    ["Person", "Weekly hours"],
    ["Ana", 40],
  ];
  const call = (from: unknown) =>
    page.evaluate(([name, args]) => excelForTests.invoke(name, args), [
      "CAPACITY",
      [from, 46031, null, null, null, [people]],
    ] as const);
  expect(await call(46027)).toMatchObject({ ok: true, value: 40 });
  expect(await call("soon")).toMatchObject({ ok: false, value: expect.stringContaining('"soon"') });
  const line = (start: string) =>
    page.waitForFunction((text) => document.querySelector(".line")?.textContent?.startsWith(text), start);
  const ribbon = () => page.evaluate(() => excelForTests.ribbon("Headroom.Refresh", "refreshSheets"));
  await ribbon();
  await line("There is no generated sheet yet");
  await page.getByLabel("Small demo plan").check();
  await page.getByRole("button", { name: "Preview the set-up" }).click();
  await page.getByRole("button", { name: "Make these sheets" }).click();
  await page.getByText(/^Made Settings/).waitFor();
  await page.getByRole("button", { name: "Preview 10 sheets" }).click();
  await page.getByRole("button", { name: "Write 10 sheets" }).click();
  await page.getByText("✓ Up to date").first().waitFor();
  const sheets = await page.evaluate(() => excelForTests.sheets());
  const filled = sheets.filter(([, cells]) => cells > 20).map(([name]) => name);
  expect(filled).toEqual(expect.arrayContaining(["People", "Capacity vs demand", "Skill gaps", "Checks"]));
  await ribbon();
  await line("Everything was up to date");
  expect(complaints).toEqual([]);
});

test("when Microsoft's script is blocked the pane says so and offers to load again", async () => {
  const page = await open("blocked");
  await page.waitForSelector("button");
  expect(await page.textContent(".line")).toMatch(/^Excel did not answer\. Maybe reload this pane/);
  expect(await page.textContent("button")).toBe("Reload this pane");
});

test("when Excel does not answer for eight seconds the pane says so", async () => {
  const page = await context.newPage();
  await page.clock.install();
  const silent = "var Office = { onReady() {} }, CustomFunctions = { associate() {} };";
  await page.route(`${CDN}**`, (route) => route.fulfill({ contentType: "text/javascript", body: silent }));
  await page.goto(address);
  expect(await page.textContent(".line")).toBe("Starting …");
  await page.clock.runFor(8000);
  expect(await page.textContent(".line")).toMatch(/^Excel did not answer\. Maybe reload this pane/);
});
