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

/** The file opened in the real page, and sheets made there by the panel's buttons, and refreshed after a cell has changed. */
export async function pageGoal(
  tables: ReadonlyMap<string, CellRange>,
  sheets: readonly string[],
  what: string,
): Promise<{ readonly goals: readonly Goal[]; readonly note: string }> {
  const goalOf = (when: string, done: Refreshed | null): Goal => ({
    ...{ what: `${when}: ${what}`, limit: MOST_SECONDS, kind: "at most", unit: "s" },
    value: done === null ? null : (done.preview + done.write) / 1000,
    from: done === null ? "set CHROMIUM to the path of a Chromium" : wordsOf(done),
  });
  const [once, later] = ["For the first time", "Again after a change"];
  if ((await findChromium()) === undefined) return { goals: [goalOf(once, null), goalOf(later, null)], note: "" };
  const opened = await openWorkbench();
  try {
    opened.page.setDefaultTimeout(5 * MINUTES);
    const opening = await openFile(opened, fileOf(tables));
    const work = await workOf(opened.page);
    const first = await refresh(opened, sheets, work);
    await opened.page.evaluate(() => workbench.write("People!F2", [[30]]));
    const again = await refresh(opened, sheets, work);
    return {
      goals: [goalOf(once, first), goalOf(later, again)],
      note: `The workbench opens that file in ${milliseconds(opening)}.`,
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

/** Milliseconds of the preview, of writing what it showed, and of the page's own work in both. */
interface Refreshed {
  readonly preview: number;
  readonly write: number;
  readonly cpu: number;
}

const wordsOf = ({ preview, write, cpu }: Refreshed): string =>
  `preview ${milliseconds(preview)}, writing ${milliseconds(write)}; ${milliseconds(cpu)} of them at work`;

async function refresh({ page }: Opened, sheets: readonly string[], work: () => Promise<number>): Promise<Refreshed> {
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
  const before = await work();
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
  const over = performance.now();
  return { preview: shown - begun, write: over - shown, cpu: (await work()) - before };
}
