import { expect, test } from "vitest";
import { commit, recover, undo } from "../../../core/journal/index.ts";
import { formula, type SheetModel, sameRow } from "../../../core/sheets/model.ts";
import { work } from "../../../excel/host.ts";
import type { Snapshot } from "../../support/snapshot.ts";
import type { Fault, Host } from "./office/host.ts";
import { install, loadOffice } from "./office/load.ts";
import { snapshot } from "./snapshot.ts";

/** A generated sheet with everything on it that has to come back: values, a formula, a rule, a chart. */
const sheetOf = (hours: readonly number[]): SheetModel => ({
  name: "Hours",
  blocks: [
    { kind: "note", key: "top", lines: [{ text: `${hours.length} weeks`, look: "title" }] },
    {
      kind: "grid",
      key: "weeks",
      title: "Hours a week",
      fingerprint: hours.join("-"),
      columns: [
        { key: "week", heading: "Week", shows: "text" },
        { key: "asked", heading: "Asked", shows: "hours" },
        { key: "left", heading: "Left", shows: "hours" },
      ],
      rows: hours.map((one, i) => [`Week ${i + 1}`, one, formula`=40-${sameRow("asked")}`]),
      rules: [{ columns: ["left"], when: { is: "below", value: 0 }, look: "short" }],
      charts: [
        { key: "bars", kind: "columns", title: "Asked", about: "Asked a week.", categories: "week", series: ["asked"] },
      ],
    },
  ],
  freeze: { rows: 1, columns: 0 },
});
const BEFORE = [10, 20];
const AFTER = [10, 45, 30];
const write = (hours: readonly number[]) => work(commit({ title: "Refresh Hours", sheets: [sheetOf(hours)] }));

/** As text, in an order of its own: what a planner can see. */
function seen(host: Host): string {
  const { sheets, names } = snapshot(host);
  const shown = sheets.filter(({ visible, name }) => visible && name !== "Changed by hand");
  return JSON.stringify([shown.map((sheet) => ({ ...sheet, cells: sorted(sheet.cells) })), sorted(names)]);
}
const sorted = <T>(map: ReadonlyMap<string, T> | Snapshot["names"]) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

async function workbook(...runs: (readonly number[])[]): Promise<Host> {
  const office = loadOffice();
  install(office);
  for (const hours of runs) await write(hours);
  return office.host;
}

/** One run with a fault in it. How it ended, and whether anybody was told. */
async function faulted(start: readonly (readonly number[])[], fault: Fault, act: () => Promise<unknown>) {
  const host = await workbook(...start);
  host.fault = { ...fault, batch: host.syncs + fault.batch };
  const failed = await act().then(
    () => false,
    (error: Error) => {
      expect(error.message).toMatch(/^Excel did not answer\. Maybe/);
      return true;
    },
  );
  const reached = host.syncs >= host.fault.batch;
  host.fault = null;
  if (fault.dead) await work(recover()); // what opening the workbook again does
  return { state: seen(host), failed, reached };
}

const MODES = ["before", "half", "after"] as const;
const CASES = MODES.flatMap((mode) => [{ mode }, { mode, dead: true }]);

test.each(CASES)(
  "a refresh that fails ($mode, Excel gone: $dead) ends before or after, whichever round trip it is",
  async (fault) => {
    const before = seen(await workbook(BEFORE));
    const after = seen(await workbook(BEFORE, AFTER));
    expect(after).not.toBe(before);
    let batch = 1;
    for (let reached = true; reached; batch++) {
      const end = await faulted([BEFORE], { ...fault, batch }, () => write(AFTER));
      expect([before, after], `round trip ${batch}`).toContain(end.state);
      if (end.reached) expect(end.failed, `round trip ${batch}`).toBe(true);
      else expect(end.state).toBe(after);
      ({ reached } = end);
    }
    expect(batch).toBeGreaterThan(3);
  },
);

test.each(CASES)(
  "the first refresh that fails ($mode, Excel gone: $dead) leaves nothing in sight, or all",
  async (fault) => {
    const before = seen(await workbook());
    const after = seen(await workbook(AFTER));
    for (let batch = 1; batch <= 4; batch++) {
      const { state } = await faulted([], { ...fault, batch }, () => write(AFTER));
      expect([before, after], `round trip ${batch}`).toContain(state);
    }
  },
);

test.each(CASES)("undoing that fails ($mode, Excel gone: $dead) ends before or after", async (fault) => {
  const before = seen(await workbook(BEFORE));
  const after = seen(await workbook(BEFORE, AFTER));
  for (let batch = 1; batch <= 5; batch++) {
    const { state } = await faulted([BEFORE, AFTER], { ...fault, batch }, () => work(undo()));
    expect([before, after], `round trip ${batch}`).toContain(state);
  }
});
