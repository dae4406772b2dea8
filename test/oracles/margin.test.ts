// @vitest-environment jsdom
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { ask } from "../../core/questions/index.ts";
import { work } from "../../workbench/host.ts";
import { planWorkbook } from "../../workbench/start/workbooks.ts";
import { install } from "../../workbench/workbook.ts";
import { saveXlsx } from "../../workbench/xlsx/save.ts";
import { ask as call } from "../functions/ask.ts";
import { xlsxCells } from "../support/xlsx-cells.ts";

const isThere = spawnSync("soffice", ["--version"]).status === 0;

/** No figure of ours may help: what a formula gave is taken out of the file, so that LibreOffice has to compute it. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, file]): [string, Uint8Array] => {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) return [path, file];
    return [path, strToU8(strFromU8(file).replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, "$1"))];
  });
  return zipSync(Object.fromEntries(parts));
}

function recalculated(bytes: Uint8Array): ReadonlyMap<string, CellRange> {
  const folder = mkdtempSync(join(tmpdir(), "headroom-margin-"));
  try {
    writeFileSync(join(folder, "margin.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, "--headless", "--convert-to", "ods", "--outdir", folder, join(folder, "margin.xlsx")];
    spawnSync("soffice", args, { timeout: 200_000 });
    const back = [
      profile,
      "--headless",
      "--convert-to",
      "xlsx",
      "--outdir",
      join(folder, "out"),
      join(folder, "margin.ods"),
    ];
    spawnSync("soffice", back, { timeout: 200_000 });
    return xlsxCells(readFileSync(join(folder, "out", "margin.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cents = (cell: Cell | undefined): number | string =>
  typeof cell === "number" ? Math.round(cell * 100) : String(cell);

test.skipIf(!isThere)(
  "LibreOffice computes the exported Margin sheets to the same cents as MARGIN and MARGINBRIDGE",
  { timeout: 400_000 },
  async () => {
    install(FUNCTIONS);
    const demo = smallMoneyDemo();
    const model = planWorkbook("Margin", demo);
    await work(model, ask("makeSheets", { sheets: "Margin; Margin bridge; Margin lines; Checks" }));
    const saved = await saveXlsx(model, { live: false });
    if (process.env.HEADROOM_KEEP !== undefined) writeFileSync(process.env.HEADROOM_KEEP, saved);
    const sheets = recalculated(withoutResults(saved));
    const [from, to] = [46023, 46112];
    const margin = sheets.get("Margin")!;
    const figures = new Set(margin.flatMap((row) => (row[0] === "Portfolio" ? [row[2]] : [])));
    expect([...figures]).toEqual(["Revenue", "Cost", "Margin", "Margin, %", "Hours", "Rate an hour"]);
    const tables = [...demo.values()];
    for (const measure of ["revenue", "cost", "margin"]) {
      const byMonth = call("MARGIN", from, to, "engagement", "month", `measure=${measure}`, ...tables) as CellRange;
      const whole = call("MARGIN", from, to, "engagement", "", `measure=${measure}`, ...tables) as CellRange;
      const portfolio = call("MARGIN", from, to, "", "month", `measure=${measure}`, ...tables) as CellRange;
      const rows = margin.filter((row) => String(row[2]).toLowerCase() === measure);
      const shown = new Map(rows.map((row) => [row[0], row.slice(3, 7).map(cents)]));
      for (const [at, [name, ...figures]] of byMonth.slice(1).entries())
        expect([measure, name, shown.get(name!)]).toEqual([
          measure,
          name,
          [...figures, whole[at + 1]?.[1] ?? whole[at]?.[1]].map(cents),
        ]);
      expect(shown.get("Portfolio")!.slice(0, 3)).toEqual(portfolio[1]!.slice(1).map(cents));
    }
    const bridge = sheets.get("Margin bridge")!;
    const parts = call("MARGINBRIDGE", from, to, "engagement", "", ...tables) as CellRange;
    for (const [name, ...figures] of parts.slice(1)) {
      const row = bridge.find((one) => one[0] === name && one.length > 11)!;
      expect([name, row.slice(3, 12).map(cents)]).toEqual([name, figures.map(cents)]);
    }
    const errors = ["Margin", "Margin bridge", "Margin lines", "Checks"].flatMap((name) =>
      sheets
        .get(name)!
        .flat()
        .filter((cell) => typeof cell === "string" && /^#|Err:/.test(cell)),
    );
    expect(errors).toEqual([]);
    const checks = sheets.get("Checks")!.filter((row) => row[0] === "✗ fails");
    expect(checks).toEqual([]);
  },
);
