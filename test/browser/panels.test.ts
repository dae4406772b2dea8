import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { start } from "./panels/page.ts";

type Started = ReturnType<typeof start>;
declare global {
  var panelPage: { readonly start: typeof start };
  var panel: Started;
}
interface Tools {
  readonly findChromium: () => string | undefined;
  readonly CHROMIUM_FLAGS: readonly string[];
}
// A script of the repository, which has no types of its own.
const tools = (await import(pathToFileURL(resolve("tools/chromium.mjs")).href)) as Tools;
const executablePath = tools.findChromium();

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Headroom</title><meta http-equiv="Content-Security-Policy" content="${POLICY}"><link rel="stylesheet" href="/panels.css"></head><body><main id="panel"></main><script src="/page.js"></script></body></html>`;

describe.skipIf(!executablePath && process.env.CI !== "true")("the panels in a browser", () => {
  let browser: Browser;
  let script = "";
  const complaints: string[] = [];
  beforeAll(async () => {
    if (!executablePath) throw new Error("No Chromium was found. Maybe set CHROMIUM to the path of one.");
    const { outputFiles } = await build({
      entryPoints: ["test/browser/panels/page.ts"],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "panelPage",
      target: "es2022",
      logLevel: "error",
    });
    script = outputFiles[0]!.text;
    browser = await chromium.launch({ executablePath, args: [...tools.CHROMIUM_FLAGS] });
  });
  afterAll(() => browser?.close());

  type Options = NonNullable<Parameters<Browser["newPage"]>[0]>;
  const open = async (book: string, panel: Parameters<typeof start>[1], options: Options = {}, delay = 0) => {
    const page = await browser.newPage({ viewport: { width: 300, height: 600 }, ...options });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.route("**/*", (route) => {
      const { pathname, hostname } = new URL(route.request().url());
      if (hostname !== "headroom.test") {
        complaints.push(`asked for ${route.request().url()}`);
        return route.abort();
      }
      if (pathname === "/page.js") return route.fulfill({ contentType: "text/javascript", body: script });
      if (pathname === "/panels.css") return route.fulfill({ contentType: "text/css", path: "panels/panels.css" });
      return route.fulfill({ contentType: "text/html", body: pathname === "/" ? HTML : "" });
    });
    await page.goto("http://headroom.test/");
    await page.evaluate(
      ([name, key, ms]) => {
        globalThis.panel = globalThis.panelPage.start(name, key, ms);
      },
      [book, panel, delay] as const,
    );
    return page;
  };
  const idle = (page: Page) => page.waitForFunction(() => document.querySelector("[aria-busy]") === null);
  const button = (page: Page, name: RegExp) => page.getByRole("button", { name });
  const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
  /** What axe finds, and what sticks out at the right or is too small to hit. */
  type Check = "axe" | "shapes";
  const faults = async (page: Page, checks: readonly Check[] = ["axe", "shapes"]) => [
    ...(checks.includes("axe") ? await axeFaults(page) : []),
    ...(checks.includes("shapes") ? await shapeFaults(page) : []),
  ];
  const axeFaults = async (page: Page) => {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const run = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run;
      const { violations } = await run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
  };
  const shapeFaults = (page: Page) =>
    page.evaluate(() => {
      const small = [...document.querySelectorAll<HTMLElement>("button, select, summary, input")].filter((one) => {
        const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      });
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return [
        ...small.map((one) => `too small: ${one.outerHTML}`),
        ...(wide > 0 ? [`wider than the page by ${wide}`] : []),
      ];
    });
  interface Violation {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }

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
    await button(sheets, /^Preview 3/).click();
    await button(sheets, /^Write 3/).waitFor();
    expect(await faults(sheets, checks), "preview").toEqual([]);
    await button(sheets, /^Write 3/).click();
    await button(sheets, /^Undo/).waitFor();
    await sheets.evaluate(() => panel.put("Allocations", 3, 5, "abc"));
    await button(sheets, /again/).click();
    await button(sheets, /^Refresh 3/).waitFor();
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
      ["sheets", /^Preview 3/],
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
    await button(page, /^Preview 3/).waitFor();
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
    await tabTo(/^Preview 2 sheets$/);
    await page.keyboard.press("Enter");
    await button(page, /^Write 2/).waitFor();
    expect(await focused()).toBe("Will write 2 sheets");
    await page.keyboard.press("Escape");
    expect(await button(page, /^Write/).count()).toBe(0);
    expect(await focused()).toBe("Preview 2 sheets");
    await page.keyboard.press("Enter");
    await button(page, /^Write 2/).waitFor();
    await tabTo(/^Write 2/);
    await page.keyboard.press("Enter");
    await button(page, /^Undo/).waitFor();
    expect(await page.evaluate(() => panel.sheets())).toContain("Checks");
    expect(await focused()).toMatch(/^Refresh Skill gaps, Checks: \d+ cells changed\.$/);
    await tabTo(/^Undo/);
    await page.keyboard.press("Enter");
    await page.getByText("Undone: Refresh Skill gaps, Checks.").waitFor();
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
    await button(slow, /^Preview 3/).waitFor();
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
    expect(complaints).toEqual([]);
  });
});
