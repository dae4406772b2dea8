import type { Cell, CellRange } from "../core/plan/cells.ts";
import { xlsxOf } from "../panels/files/save-xlsx.ts";
import { findChromium, type Opened, openWorkbench } from "../test/browser/page.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { workOf } from "./panel/page.ts";

const MOST_SECONDS = 10;
const MINUTES = 60_000;

/** The workbook as a file that holds values only, as any program saves it. */
export const fileOf = (tables: ReadonlyMap<string, CellRange>): Uint8Array =>
  xlsxOf([...tables].map(([name, cells]) => ({ name, cells, days: (cells[0] ?? []).map(isDay) })));

const isDay = (heading: Cell): boolean => /^(day|week|taken on|from|to|due|opened)$/i.test(String(heading));

/** The file opened in the real page, and sheets refreshed there by the panel's buttons after a cell has changed. */
export async function pageGoal(
  tables: ReadonlyMap<string, CellRange>,
  sheets: readonly string[],
  what: string,
): Promise<{ readonly goal: Goal; readonly note: string }> {
  const goal = { what, limit: MOST_SECONDS, kind: "at most", unit: "s" } as const;
  if ((await findChromium()) === undefined)
    return { goal: { ...goal, value: null, from: "set CHROMIUM to the path of a Chromium" }, note: "" };
  const opened = await openWorkbench();
  try {
    opened.page.setDefaultTimeout(5 * MINUTES);
    const opening = await openFile(opened, fileOf(tables));
    const work = await workOf(opened.page);
    const first = await refresh(opened, sheets);
    await opened.page.evaluate(() => workbench.write("People!F2", [[30]]));
    const before = await work();
    const again = await refresh(opened, sheets);
    const cpu = (await work()) - before;
    const [preview, write] = again;
    const from = `preview ${milliseconds(preview)}, writing ${milliseconds(write)}; ${milliseconds(cpu)} of them at work`;
    return {
      goal: { ...goal, value: (preview + write) / 1000, from },
      note: `The workbench opens that file in ${milliseconds(opening)}; the sheets were first made in ${milliseconds(first[0] + first[1])}.`,
    };
  } finally {
    await opened.close();
  }
}

async function openFile({ page }: Opened, bytes: Uint8Array): Promise<number> {
  const begun = performance.now();
  await page.setInputFiles("#file", { name: "history.xlsx", mimeType: XLSX, buffer: Buffer.from(bytes) });
  await page.waitForFunction(() => document.title.startsWith("history") && document.getElementById("busy")?.hidden);
  return performance.now() - begun;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Milliseconds of the preview, and of writing what it showed. */
async function refresh({ page }: Opened, sheets: readonly string[]): Promise<readonly [number, number]> {
  const frame = page.frameLocator("iframe");
  await frame.getByLabel("Panel", { exact: true }).selectOption({ label: "Sheets" });
  const panel = frame.locator("section.panel:visible");
  await panel.getByRole("button", { name: /^Preview/ }).waitFor();
  for (const box of await panel.getByRole("checkbox").all()) {
    const label = await box.evaluate(
      (one) => one.closest("label")?.textContent ?? one.getAttribute("aria-label") ?? "",
    );
    await box.setChecked(sheets.some((name) => label.startsWith(name)));
  }
  const begun = performance.now();
  await panel.getByRole("button", { name: /^Preview/ }).click();
  const write = panel.getByRole("button", { name: /^Write/ });
  await write.waitFor();
  const shown = performance.now();
  await write.click();
  await panel
    .getByText(/cells changed/)
    .first()
    .waitFor();
  return [shown - begun, performance.now() - shown];
}
