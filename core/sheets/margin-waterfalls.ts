import type { Given } from "./given.ts";
import type { Look } from "./looks.ts";
import type { BridgeRow } from "./margin-bridge.ts";
import { bridgeSteps, STEPS } from "./margin-bridge-steps.ts";
import type { Meaning } from "./meaning.ts";
import { type Column, type Content, cellOf, type Formula, formula, type Grid, rowsOfColumn, sameRow } from "./model.ts";
import type { MoneyTable } from "./money-rows.ts";
import { amountStyle, amountWidth, unitsOf } from "./money-words.ts";
import { waterfallRow } from "./waterfall.ts";
import { counted } from "./words.ts";

const MOST_SHOWN = 5;
/** So many go on a page together. */
const ON_A_PAGE = 3;
/** Which of some waterfalls begin a page, and what comes after them. */
export const pagesAfter = (grids: readonly Grid[], next: string): readonly string[] =>
  grids.length === 0 ? [] : [...grids.filter((_, i) => i > 0 && i % ON_A_PAGE === 0).map(({ key }) => key), next];

/** The steps of all engagements whose margin is known, then of the engagements and clients in which most moved, each with its own chart. */
export function waterfalls(given: Given, rows: readonly BridgeRow[], table: MoneyTable): readonly Grid[] {
  const known = rows.filter(({ bridge }) => !bridge.isUnknown);
  const of = known.length === rows.length ? "" : `: ${known.length} of ${counted(rows.length, "engagement")}`;
  const whole = waterfall(given, "waterfall", of, known, ({ key }) => ({
    terms: known.map(({ name, bridge }) => ({ label: name, amount: bridge[key] })),
  }));
  if (rows.length < 2) return [whole];
  return [
    whole,
    ...movers(known, rows, table).map(({ name, own }, i) =>
      waterfall(given, `mover${i + 1}`, `: ${name}`, own, ({ key }) => ({
        measure: `bridge ${key}`,
        numbers: own.flatMap(({ engagements }) => engagements),
      })),
    ),
  ];
}

interface Mover {
  readonly name: string;
  readonly own: readonly BridgeRow[];
}

/** By what moved in all, up or down: a gain that hides a loss is worth a look too. */
function movers(known: readonly BridgeRow[], rows: readonly BridgeRow[], { view }: MoneyTable): readonly Mover[] {
  const clients = [...new Set(known.map(({ client }) => client))].flatMap((client): readonly Mover[] => {
    const own = known.filter((row) => row.client === client);
    const isWhole = own.length === rows.filter((row) => row.client === client).length;
    const isShown = client !== "" && own.length > 1 && isWhole && (view === null || view.wholes.has(client));
    return isShown ? [{ name: `${client}, all`, own }] : [];
  });
  const moved = ({ own }: Mover) => bridgeSteps(own).steps.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  return [...clients, ...known.map((row) => ({ name: row.name, own: [row] }))]
    .map((one) => ({ one, much: moved(one) }))
    .filter(({ much }) => much > 0)
    .sort((a, b) => b.much - a.much)
    .slice(0, MOST_SHOWN)
    .map(({ one }) => one);
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

/** Steps of less than this part of the margin would be lines too thin to read beside it: then they are drawn from the plan as 0. */
const LEAST_STEP = 1 / 10;

/** What became of some engagements' margin step by step, and the columns that draw it. */
function waterfall(
  { plan, fingerprint }: Given,
  key: string,
  of: string,
  rows: readonly BridgeRow[],
  amountOf: (step: (typeof STEPS)[number]) => Meaning,
): Grid {
  const style = amountStyle(plan);
  const { baseline, now, steps } = bridgeSteps(rows);
  const levels = [baseline];
  for (const { amount } of steps) levels.push(levels[levels.length - 1]! + amount);
  const swing = Math.max(...levels) - Math.min(...levels);
  const from = swing < LEAST_STEP * Math.max(...levels.map(Math.abs)) ? baseline : 0;
  const units = (minor: number | null): Content => (minor === null ? null : unitsOf(style, minor));
  const line = (name: string, amount: Content, start: number, end: number, isLevel: boolean): Content[] => [
    name,
    amount,
    ...waterfallRow(start, end, isLevel).map(units),
  ];
  const between = steps.map(({ name, amount }, i) =>
    line(name, unitsOf(style, amount), levels[i]! - from, levels[i + 1]! - from, false),
  );
  const sum = formula`SUM(${rowsOfColumn("amount", 0, steps.length)})`;
  const level = from === 0 ? formula`${sameRow("amount")}` : formula`${sameRow("amount")}-${cellOf("amount", 0)}`;
  const drawn = from === 0 ? "planned to now" : "against the plan, which is 0";
  return {
    kind: "grid",
    key,
    title: `Step by step${of}${style.unit}`,
    fingerprint,
    columns: columnsOf(style, Math.max(...levels.map(Math.abs)), from !== 0),
    rows: [
      line("Planned", unitsOf(style, baseline), 0, baseline - from, true),
      ...between,
      line("Now", sum, 0, now - from, true),
    ],
    rowMeans: STEPS.map((step) => ({ of: meansOf(step.key === "now" ? null : amountOf(step), level) })),
    rowLooks: new Map<number, Look>([
      [0, "group"],
      [steps.length + 1, "total"],
    ]),
    rules: [],
    charts: [
      {
        key: "chart",
        kind: "waterfall",
        title: `Margin${of}, ${drawn}${style.unit}: light blue gained, orange lost`,
        about: `A waterfall${of}: ${from === 0 ? "the planned margin, " : "from the planned margin as 0 "}a step for each thing that added to it or took from it, and the margin as it is now. The table beside it has the amounts.`,
        categories: "step",
        series: PARTS,
      },
    ],
  };
}

const columnsOf = (
  style: ReturnType<typeof amountStyle>,
  largest: number,
  isAgainstPlan: boolean,
): readonly Column[] => [
  { key: "step", heading: "Step", shows: "text", width: 28 },
  { key: "amount", heading: "Amount", shows: style.shows, width: 18 },
  ...PARTS.map(
    (key): Column => ({
      key,
      heading: key === "level" && isAgainstPlan ? "Against plan" : HEADINGS[key],
      shows: style.shows,
      width: amountWidth(style, largest),
      ...(key === "base" ? { note: "From here on: what the chart is drawn from." } : {}),
    }),
  ),
];

/** The chart's level is the amount beside it, or what that is above the plan. */
const meansOf = (amount: Meaning | null, level: Formula): ReadonlyMap<string, Meaning> =>
  new Map<string, Meaning>([...(amount === null ? [] : [["amount", amount] as const]), ["level", { as: level }]]);
