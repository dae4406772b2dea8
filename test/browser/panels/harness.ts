import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import type { start } from "./page.ts";

declare global {
  var panelPage: { readonly start: typeof start };
  var panel: ReturnType<typeof start>;
}
interface Tools {
  readonly findChromium: () => string | undefined;
  readonly CHROMIUM_FLAGS: readonly string[];
}
// A script of the repository, which has no types of its own.
const tools = (await import(pathToFileURL(resolve("tools/chromium.mjs")).href)) as Tools;
export const executablePath = tools.findChromium();
/** Whether browser tests are to be left out: where no browser is, unless they must run. */
export const noBrowser = !executablePath && process.env.CI !== "true";

export type Options = NonNullable<Parameters<Browser["newPage"]>[0]>;
export type Check = "axe" | "shapes";

/** Pages with the panels over a workbook in memory, and what must stay empty. */
export interface Panels {
  readonly open: (book: string, panel: Parameters<typeof start>[1], options?: Options, delay?: number) => Promise<Page>;
  /** Requests to anywhere else, errors on the page and in its console. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Headroom</title><meta http-equiv="Content-Security-Policy" content="${POLICY}"><link rel="stylesheet" href="/panels.css"></head><body><main id="panel"></main><script src="/page.js"></script></body></html>`;

export async function panelsInBrowser(): Promise<Panels> {
  if (!executablePath) throw new Error("No Chromium was found. Maybe set CHROMIUM to the path of one.");
  const complaints: string[] = [];
  const { outputFiles } = await build({
    entryPoints: ["test/browser/panels/page.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "panelPage",
    target: "es2022",
    logLevel: "error",
  });
  const script = outputFiles[0]!.text;
  const browser = await chromium.launch({ executablePath, args: [...tools.CHROMIUM_FLAGS] });
  const open: Panels["open"] = async (book, panel, options = {}, delay = 0) => {
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
  return { open, complaints, close: () => browser.close() };
}

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds, and what sticks out at the right or is too small to hit. */
export const faults = async (page: Page, checks: readonly Check[] = ["axe", "shapes"]) => [
  ...(checks.includes("axe") ? await axeFaults(page) : []),
  ...(checks.includes("shapes") ? await shapeFaults(page) : []),
];

async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run;
    const { violations } = await run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

const shapeFaults = (page: Page): Promise<readonly string[]> =>
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

export const idle = (page: Page) => page.waitForFunction(() => document.querySelector("[aria-busy]") === null);

/** Press Tab until something has the focus whose label or words fit. */
export async function tabTo(page: Page, words: RegExp, most = 40): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { activeElement: one } = document;
      const labels = one instanceof HTMLInputElement || one instanceof HTMLSelectElement ? [...(one.labels ?? [])] : [];
      return (
        labels.map(({ textContent }) => textContent).join(" ") || one?.getAttribute("aria-label") || one?.textContent
      );
    });
    if (words.test(focused ?? "")) return;
  }
  throw new Error(`Tab never reached ${words}`);
}
