import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";

/** What the page offers to tests: its cells are painted, not written. */
export interface Door {
  readonly ready: Promise<void>;
  readonly read: (address: string) => (string | number | boolean | null)[][];
  readonly write: (address: string, cells: readonly (readonly unknown[])[]) => void;
  readonly apply: (ops: readonly object[]) => void;
  readonly call: (name: string, request: unknown) => unknown;
}
declare global {
  var workbench: Door;
}

/** The workbench in a browser, and what must stay empty. */
export interface Opened {
  readonly page: Page;
  readonly url: string;
  readonly folder: string;
  /** Requests to anywhere but this computer, errors on the page and in its console. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

interface Tools {
  readonly findChromium: () => string | undefined;
  readonly CHROMIUM_FLAGS: readonly string[];
}
interface Build {
  readonly build: (out: string) => Promise<void>;
}
interface Serving {
  readonly serve: (port: number, root: string) => Promise<{ readonly server: Server; readonly url: string }>;
}

/** Scripts of the repository, which have no types of their own. */
const script = async <T>(path: string): Promise<T> => (await import(pathToFileURL(resolve(path)).href)) as T;

export const findChromium = async (): Promise<string | undefined> =>
  (await script<Tools>("tools/chromium.mjs")).findChromium();

/** Build the page into a folder of its own, serve it, and open it. */
export async function openWorkbench(): Promise<Opened> {
  const { findChromium, CHROMIUM_FLAGS } = await script<Tools>("tools/chromium.mjs");
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  const root = join(folder, "site");
  await (await script<Build>("build/workbench.mjs")).build(root);
  const { server, url } = await (await script<Serving>("workbench/server.mjs")).serve(0, root);
  const context: BrowserContext = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: findChromium()!,
    args: ["--headless", ...CHROMIUM_FLAGS],
    viewport: { width: 1440, height: 860 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  context.on("request", (request) => {
    const local = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
    if (!local) complaints.push(`request to ${request.url()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console ${message.text()}`);
  });
  await page.goto(url);
  await page.evaluate(() => workbench.ready);
  const close = async () => {
    await context.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, url, folder, complaints, close };
}
