import { assumptions } from "./account.ts";
import { type Check, checksOf, holds } from "./check-list.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import { formula, type Grid, type SheetModel, sameRow } from "./model.ts";
import { inputsGrid, refreshedGrid } from "./refreshed.ts";
import { toHours } from "./sums.ts";
import { counted } from "./words.ts";

export const CHECKS = "Checks";

/** Both sides of each check come from different code, as far as there are two ways to a figure; `sheets` are all generated ones. */
export function checks(given: Given, sheets: readonly string[]): SheetModel {
  const all = checksOf(given);
  const failed = all.filter((one) => !holds(one)).length;
  return {
    name: CHECKS,
    blocks: [
      {
        kind: "note",
        key: "about",
        lines: [
          { text: "Checks", look: "title" },
          failed === 0
            ? { text: `✓ All ${counted(all.length, "check")} hold.`, look: "good" }
            : {
                text: `✗ ${counted(failed, "check")} of ${all.length} failed: do not trust the sheets before it is explained.`,
                look: "bad",
              },
          { text: "Each row compares two figures that were computed in different ways from the same plan." },
          ...assumptions(given, CHECKS),
        ],
      },
      grid(
        given,
        "checks",
        "Hours",
        all.filter(({ unit }) => unit === "minutes"),
      ),
      grid(
        given,
        "rows",
        "Rows",
        all.filter(({ unit }) => unit === "count"),
      ),
      refreshedGrid(given, sheets),
      inputsGrid(given),
    ],
  };
}

function grid({ fingerprint }: Given, key: string, title: string, all: readonly Check[]): Grid {
  const shows = key === "rows" ? "count" : "hours";
  const shown = ({ unit }: Check, value: number) => (unit === "minutes" ? toHours(value) : value);
  return {
    kind: "grid",
    key,
    title,
    fingerprint,
    columns: [
      { key: "sign", heading: "Result", shows: "text", width: 16 },
      { key: "name", heading: "Check", shows: "text", width: 44 },
      { key: "left", heading: "One way", shows, width: 12 },
      { key: "right", heading: "Other way", shows, width: 12 },
      { key: "difference", heading: "Difference", shows, width: 12 },
      { key: "says", heading: "What it says", shows: "text", width: 76 },
    ],
    rows: all.map((one) => [
      holds(one) ? "✓ holds" : "✗ fails",
      one.name,
      shown(one, one.left),
      shown(one, one.right),
      formula`${sameRow("left")}-${sameRow("right")}`,
      one.says,
    ]),
    rowLooks: new Map(all.map((one, i): [number, Look] => [i, holds(one) ? "good" : "bad"])),
    rules: [],
    charts: [],
  };
}
