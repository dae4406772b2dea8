import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Firm } from "../plan/firm.ts";
import { type Layout, nativeWorkbook } from "./native-workbook.ts";
import { xlsx } from "./workbook.ts";

/** What LibreOffice answers for one workbook: capacity, demand and overbooked weeks, the gap grid in hours, and one edit. */
export interface NativeRun {
  readonly totals: readonly [number, number, number];
  readonly grid: readonly (readonly number[])[];
  readonly editMs: number;
  readonly editCpuMs: number;
}

/** The uno module comes with the system's Python only. */
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";

export const INSTALL_LIBREOFFICE = "apt-get install --no-install-recommends libreoffice-calc python3-uno";

/** Whether LibreOffice and its Python module are there. */
export const hasLibreOffice = (): boolean =>
  spawnSync("soffice", ["--version"]).status === 0 && spawnSync(PYTHON, ["-c", "import uno"]).status === 0;

/** Builds the firm in each layout, lets LibreOffice compute it and edits one allocation. Run from the repository's folder. */
export function recalculate(firm: Firm, layouts: readonly Layout[]): readonly NativeRun[] {
  const folder = mkdtempSync(join(tmpdir(), "headroom-native-"));
  try {
    const files = layouts.map((layout) => {
      const file = join(folder, `${layout}.xlsx`);
      writeFileSync(file, xlsx(nativeWorkbook(firm, layout)));
      return file;
    });
    const run = spawnSync(PYTHON, [resolve("bench/peers/libreoffice.py"), ...files], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (run.status !== 0) throw new Error(`LibreOffice failed: ${run.error?.message ?? run.stderr}`);
    return run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as NativeRun); // the format that libreoffice.py prints
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
