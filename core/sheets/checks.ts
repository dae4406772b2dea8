import { assumptions } from "./account.ts";
import { type Check, checksOf, holds } from "./check-list.ts";
import { moneyChecks } from "./checks-money.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import type { Meaning, Term } from "./meaning.ts";
import { formula, type Grid, type SheetModel, sameRow } from "./model.ts";
import { amountStyle, unitsOf } from "./money-words.ts";
import { pastDaysText } from "./past-days.ts";
import { inputsGrid, refreshedGrid } from "./refreshed.ts";
import { toHours } from "./sums.ts";
import { showsMoney } from "./without-money.ts";
import { counted } from "./words.ts";

export const CHECKS = "Checks";

/** Both sides of each check come from different code, as far as there are two ways to a figure; `sheets` are all generated ones. */
export function checks(given: Given, sheets: readonly string[]): SheetModel {
  const money = showsMoney(given.plan) ? moneyChecks(given) : [];
  const all = [...checksOf(given), ...money];
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
          {
            text: `Each row compares two figures that were computed in different ways from the same plan. ${pastDaysText(given)}`,
          },
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
        all.filter((one) => one.unit === "count" && !money.includes(one)),
      ),
      ...(money.length === 0
        ? []
        : [
            grid(
              given,
              "money",
              `Money${amountStyle(given.plan).unit}`,
              money.filter(({ unit }) => unit === "money"),
            ),
            grid(
              given,
              "known",
              "Money that is not known or not settled",
              money.filter(({ unit }) => unit === "count"),
            ),
          ]),
      refreshedGrid(given, sheets),
      inputsGrid(given),
    ],
    print: { headingsOf: "checks", upTo: money.length === 0 ? "rows" : "known" },
  };
}

function grid({ plan, fingerprint }: Given, key: string, title: string, all: readonly Check[]): Grid {
  const style = amountStyle(plan);
  const shows = UNITS.get(key) ?? style.shows;
  const shown = ({ unit }: Check, value: number) => {
    if (unit === "money") return unitsOf(style, value);
    return unit === "minutes" ? toHours(value) : value;
  };
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
      { key: "says", heading: "What it says", shows: "text", width: 88 },
    ],
    rows: all.map((one) => [
      holds(one) ? "✓ holds" : "✗ fails",
      one.name,
      shown(one, one.left),
      shown(one, one.right),
      formula`${sameRow("left")}-${sameRow("right")}`,
      one.says,
    ]),
    rowMeans: all.map(({ leftOf, rightOf }) => ({
      of: new Map([...ofSide("left", leftOf), ...ofSide("right", rightOf)]),
    })),
    rowLooks: new Map(all.map((one, i): [number, Look] => [i, holds(one) ? "good" : "bad"])),
    rules: [],
    charts: [],
  };
}

const ofSide = (key: string, terms: readonly Term[] | undefined): readonly (readonly [string, Meaning])[] =>
  terms === undefined ? [] : [[key, { terms }]];

const UNITS: ReadonlyMap<string, "hours" | "count"> = new Map([
  ["checks", "hours"],
  ["rows", "count"],
  ["known", "count"],
]);
