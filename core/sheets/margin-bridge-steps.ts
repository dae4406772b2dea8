import type { Bridge } from "../engine/money/bridge.ts";
import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import type { BridgeRow } from "./margin-bridge.ts";
import type { Meaning } from "./meaning.ts";
import { type Column, type Content, formula, type Grid, rowsOfColumn, sameRow } from "./model.ts";
import { amountStyle, unitsOf } from "./money-words.ts";
import { waterfallRow } from "./waterfall.ts";
import { counted } from "./words.ts";

/** The parts of a bridge in their order, from what was planned to what it is now. */
export const STEPS: readonly {
  readonly key: Exclude<keyof Bridge, "isUnknown">;
  readonly heading: string;
  readonly name: string;
  readonly note: string;
}[] = [
  {
    key: "baseline",
    heading: "Planned",
    name: "Planned",
    note: "Planned hours at the first day's rates, with the fees agreed first.",
  },
  {
    key: "volume",
    heading: "Volume",
    name: "Volume",
    note: "More or fewer hours than planned, and what a fixed fee earns sooner or later.",
  },
  { key: "mix", heading: "Mix", name: "Mix", note: "Other people than planned, dearer or cheaper." },
  {
    key: "billRate",
    heading: "Bill rate",
    name: "Bill rate",
    note: "Bill rates and exchange rates other than on the first day.",
  },
  {
    key: "costRate",
    heading: "Cost rate",
    name: "Cost rate",
    note: "Cost rates and exchange rates other than on the first day.",
  },
  { key: "support", heading: "Support", name: "Untracked support", note: "Ticket hours that nobody logged, at cost." },
  { key: "scope", heading: "Change orders", name: "Change orders", note: "Change orders of Fees." },
  { key: "writeOffs", heading: "Write-offs", name: "Write-offs", note: "Write-offs of Fees." },
  { key: "now", heading: "Now", name: "Now", note: "Hours worked, else planned, at the rates of each day." },
];

/** The sum of some bridges: first and last level, and the steps between them. */
export function bridgeSteps(rows: readonly BridgeRow[]) {
  const sum = (key: (typeof STEPS)[number]["key"]) => rows.reduce((all, { bridge }) => all + bridge[key], 0);
  return {
    baseline: sum("baseline"),
    now: sum("now"),
    steps: STEPS.slice(1, -1).map(({ key, name }) => ({ name, amount: sum(key) })),
  };
}

const PARTS = ["base", "level", "gain", "gainBelow", "loss", "lossBelow"] as const;
const HEADINGS: Readonly<Record<(typeof PARTS)[number], string>> = {
  base: "Not drawn",
  level: "Margin",
  gain: "Gained",
  gainBelow: "Gained, below 0",
  loss: "Lost",
  lossBelow: "Lost, below 0",
};

/** A step is that of each engagement; the chart's level is the amount beside it. */
const meansOf = (rows: readonly BridgeRow[], key: (typeof STEPS)[number]["key"]): ReadonlyMap<string, Meaning> =>
  new Map<string, Meaning>([
    ...(key === "now"
      ? []
      : [["amount", { terms: rows.map(({ name, bridge }) => ({ label: name, amount: bridge[key] })) }] as const]),
    ["level", { as: formula`${sameRow("amount")}` }],
  ]);

/** The steps of all engagements whose margin is known, and the columns that draw them. */
export function waterfallGrid({ plan, fingerprint }: Given, rows: readonly BridgeRow[]): Grid {
  const style = amountStyle(plan);
  const known = rows.filter(({ bridge }) => !bridge.isUnknown);
  const { baseline, now, steps } = bridgeSteps(known);
  const units = (minor: number | null): Content => (minor === null ? null : unitsOf(style, minor));
  const line = (name: string, amount: Content, from: number, to: number, isLevel: boolean): Content[] => [
    name,
    amount,
    ...waterfallRow(from, to, isLevel).map(units),
  ];
  let running = baseline;
  const between = steps.map(({ name, amount }) => {
    const from = running;
    running += amount;
    return line(name, unitsOf(style, amount), from, running, false);
  });
  const of = known.length === rows.length ? "" : `: ${known.length} of ${counted(rows.length, "engagement")}`;
  const sum = formula`SUM(${rowsOfColumn("amount", 0, steps.length)})`;
  return {
    kind: "grid",
    key: "waterfall",
    title: `Step by step${style.unit}${of}`,
    fingerprint,
    columns: [
      { key: "step", heading: "Step", shows: "text", width: 30 },
      { key: "amount", heading: "Amount", shows: style.shows, width: 20 },
      ...PARTS.map(
        (key): Column => ({
          key,
          heading: HEADINGS[key],
          shows: style.shows,
          width: 14,
          ...(key === "base" ? { note: "From here on: what the chart is drawn from." } : {}),
        }),
      ),
    ],
    rows: [line("Planned", unitsOf(style, baseline), 0, baseline, true), ...between, line("Now", sum, 0, now, true)],
    rowMeans: STEPS.map(({ key }) => ({ of: meansOf(known, key) })),
    rowLooks: new Map<number, Look>([
      [0, "group"],
      [steps.length + 1, "total"],
    ]),
    rules: [],
    charts: [
      {
        key: "chart",
        kind: "waterfall",
        title: `Margin, planned to now${style.unit}: light blue gained, orange lost${of}`,
        about:
          "A waterfall: the planned margin, a step for each thing that added to it or took from it, and the margin as it is now. The table beside it has the amounts.",
        categories: "step",
        series: PARTS,
      },
    ],
  };
}
