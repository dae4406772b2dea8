import type { Frame, Page } from "playwright-core";
import { type Opened, openWorkbench } from "../../test/browser/page.ts";
import type { Asked } from "./asked.ts";

/** The workbench with the firm of 400 people open, as somebody sees it who has just chosen it. */
export async function openFirm(): Promise<Opened> {
  const opened = await openWorkbench();
  await chooseFirm(opened.page);
  return opened;
}

/** Load the page anew, so that nothing was asked before. */
export async function reopenFirm({ page }: Opened): Promise<void> {
  await page.reload();
  await page.evaluate(() => workbench.ready);
  await chooseFirm(page);
}

async function chooseFirm(page: Page): Promise<void> {
  await page.click("#choose-firm");
  await page.waitForFunction(() => document.getElementById("busy")!.hidden && document.querySelector(".o-grid"));
  await idle(await panelOf(page));
}

/** Milliseconds until a panel has read the workbook and may be filled in. */
export async function openPanel(page: Page, key: string): Promise<number> {
  const frame = await panelOf(page);
  return frame.evaluate(async (panel) => {
    const begun = performance.now();
    location.hash = `#${panel}`;
    await new Promise((done) => setTimeout(done, 0));
    while (document.querySelector("[aria-busy]")) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  }, key);
}

export async function fillIn(page: Page, { typed = {} }: Asked): Promise<void> {
  const frame = await panelOf(page);
  for (const [name, text] of Object.entries(typed)) await frame.fill(`[name="${name}"]`, text);
}

/** Milliseconds of the clock, and those in which the page's own thread was at work: others on the machine do not make it slower. */
export interface Answered {
  readonly ms: number;
  readonly cpu: number;
}

/** From a change of a cell, when one is given, and the press on the button until the answer is painted. */
export async function answerTimes(page: Page, asked: Asked, change: Change | null, work: Clock): Promise<Answered> {
  const before = await work();
  const ms = await clockMs(page, asked, change);
  return { ms, cpu: (await work()) - before };
}

type Clock = () => Promise<number>;

/** Milliseconds of processor time that the page's thread has had so far. */
export async function workOf(page: Page): Promise<Clock> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await devTools.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
  };
}

/** Measured in the page: what drives the browser has no part in it. */
async function clockMs(page: Page, { press, place, says }: Asked, change: Change | null): Promise<number> {
  const frame = await panelOf(page);
  return frame.evaluate(
    async ([button, answer, pattern, cell]) => {
      const panel = document.querySelector(".panel:not([hidden])")!;
      const target = panel.querySelector(answer)!;
      const begun = performance.now();
      if (cell) (parent as unknown as Window & typeof globalThis).workbench.write(cell.address, [[cell.value]]);
      panel.querySelector<HTMLElement>(button)!.click();
      await new Promise<void>((done, failed) => {
        const look = () => {
          if (new RegExp(pattern).test(target.textContent ?? "")) done();
        };
        new MutationObserver(look).observe(target, { childList: true, subtree: true });
        setTimeout(() => failed(new Error(`No answer: ${panel.textContent}`)), 60_000);
      });
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      return performance.now() - begun;
    },
    [press, place, says, change] as const,
  );
}

/** Something typed into a cell of the plan. */
export interface Change {
  readonly address: string;
  readonly value: number;
}

export async function read(page: Page, address: string): Promise<readonly string[]> {
  return page.evaluate((at) => workbench.read(at).flat().map(String), address);
}

async function panelOf(page: Page): Promise<Frame> {
  const frame = page.frames().find((one) => one.url().includes("panel.html"));
  if (frame === undefined) throw new Error("The workbench shows no panel.");
  return frame;
}

async function idle(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => document.querySelector("select") && !document.querySelector("[aria-busy]"));
}
