import type { Told } from "../../core/engine/money/view.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import type { Content, Grid, SheetModel } from "../../core/sheets/model.ts";
import { NO_RECORD } from "../../core/sheets/told-record.ts";
import type { Figure } from "./attack.ts";
import { drawFrom, type Firm, FROM } from "./firm.ts";

/** A published number, by the row in which it stands and what it is of: "month 0", "spent", "mix". */
interface Published {
  readonly row: string;
  readonly client: string;
  readonly what: string;
  readonly value: number;
}

/** Four weeks of timesheets that differ from the plan, and a raise of 5 % for one person: a bridge with every step of hours. */
export function withPast(firm: Firm, seed: number): Firm {
  const draw = drawFrom(seed + 90_000);
  const booked = firm.tables.get("Allocations")!.slice(1);
  const days = [...Array(20).keys()].map((i) => FROM + 4 + 7 * Math.floor(i / 5) + (i % 5));
  const actuals = booked.flatMap(([person, engagement, , , hours]) =>
    days
      .filter(() => draw() < 0.5)
      .map((day) => [day, person!, engagement!, Math.max(1, Number(hours) + Math.floor(draw() * 3) - 1)]),
  );
  return {
    ...firm,
    tables: new Map([...firm.tables, ["Actuals", [["Day", "Person", "Engagement", "Hours"], ...actuals]]]),
  };
}

const RAISE = 1.05;
/** The costs of a firm whose rates are these; the first one is raised in February. */
function costsOf({ roleOf }: Firm, rates: ReadonlyMap<string, number>): CellRange {
  const isRole = (who: string) => !roleOf.has(who);
  const rows = [...rates].flatMap(([who, rate], i) => {
    const own = isRole(who) ? [null, who] : [who, null];
    const cents = (amount: number) => Math.round(amount * 100) / 100;
    return i === 0
      ? [
          [...own, cents(rate), "USD", null],
          [...own, cents(rate * RAISE), "USD", FROM + 31],
        ]
      : [[...own, cents(rate), "USD", null]];
  });
  return [["Person", "Role", "Cost rate", "Currency", "From"], ...rows];
}

function planOf(firm: Firm, rates: ReadonlyMap<string, number>, shown: string): Plan {
  const settings: CellRange = [
    ["Setting", "Value"],
    ["Currency", "USD"],
    ["Money shown", shown],
    ["Horizon from", FROM + 4],
    ["Horizon weeks", 12],
  ];
  const tables = new Map([...firm.tables, ["Costs", costsOf(firm, rates)], ["Settings", settings]]);
  return readPlan([...tables.values()].map((cells) => ({ cells })));
}

const sheetsOf = (plan: Plan, told: readonly Told[] = []) => {
  const from = given(plan, {}, [], { ...NO_RECORD, figures: told });
  return { told: from.moneyView()?.told ?? [], models: [marginSheet(from), marginBridgeSheet(from)] };
};

/** Every number of cost or margin on both sheets, as a reader finds it; sums and differences of them are formulas. */
function numbersOn(models: readonly SheetModel[]): readonly Published[] {
  const grids = new Map(
    models.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "grid" ? [[b.key, b] as const] : []))),
  );
  return [
    ...costsByMonth(grids.get("months")!),
    ...byColumn(grids.get("completion")!),
    ...byColumn(grids.get("parts")!),
    ...steps(grids.get("waterfall"), "Portfolio"),
    ...[...grids.values()].filter(({ key }) => key.startsWith("mover")).flatMap((grid) => steps(grid, moverOf(grid))),
  ];
}

function costsByMonth({ rows, columns }: Grid): Published[] {
  const found: Published[] = [];
  for (const row of rows.filter(([, , figure]) => figure === "Cost")) {
    row.forEach((value, i) => {
      const key = columns[i]!.key;
      if (typeof value === "number") found.push(of(row, key === "all" ? "all months" : `month ${key.slice(1)}`, value));
    });
  }
  return found;
}

const WANTED = new Set(["budgetCost", "spent", "coming", "baseline", "volume", "mix", "costRate", "support"]);
const byColumn = ({ rows, columns }: Grid): Published[] =>
  rows.flatMap((row) =>
    columns.flatMap(({ key }, i) => {
      const value = row[i];
      return WANTED.has(key) && typeof value === "number" ? [of(row, key, value, columns[1]!.key === "client")] : [];
    }),
  );

/** The waterfall repeats the sums of the table; each is a number of its own. */
const STEPS = new Map([
  ["Planned", "baseline"],
  ["Volume", "volume"],
  ["Mix", "mix"],
  ["Cost rate", "costRate"],
  ["Untracked support", "support"],
]);
const steps = (grid: Grid | undefined, row: string): Published[] =>
  (grid?.rows ?? []).flatMap(([name, value]) =>
    STEPS.has(String(name)) && typeof value === "number"
      ? [{ row, client: "", what: STEPS.get(String(name))!, value }]
      : [],
  );

/** "Step by step: Work 3, USD" */
const moverOf = ({ title }: Grid): string => /^Step by step: (.*), USD$/.exec(title)![1]!;

const of = (row: readonly Content[], what: string, value: number, hasClient = true): Published => ({
  row: String(row[0]),
  client: hasClient ? String(row[1] ?? "") : "",
  what,
  value,
});

/** Which engagements stand in each row, as the sheet itself says it. */
function membersOn(
  models: readonly SheetModel[],
  engagements: ReadonlyMap<string, string>,
): (row: string) => readonly string[] {
  const names = [...engagements.keys()];
  const grids = models.flatMap(({ blocks }) =>
    blocks.flatMap((b) => (b.kind === "grid" && b.key === "added" ? [b] : [])),
  );
  const rows = grids.flatMap((grid) =>
    grid.rows.map(([row, client, which]) => ({ row, client: String(client ?? ""), which: String(which) })),
  );
  return (row) => {
    if (row === "Portfolio" || row === "All engagements" || row === "All that ends") return names;
    if (names.includes(row)) return [row];
    const [, all] = /^(.*), all$/.exec(row) ?? [];
    if (all !== undefined) return names.filter((name) => engagements.get(name) === all);
    const found = rows.filter((one) => one.row === row);
    if (found.length === 0) throw new Error(`nobody says what "${row}" is`);
    return found[0]!.which.split(/, | and /);
  };
}

export interface Attack {
  readonly figures: readonly Figure[];
  readonly told: readonly Told[];
  /** Published numbers that are not the sum of the same numbers of their engagements, as those see them who may see all. */
  readonly wrong: readonly string[];
  readonly rows: number;
}

/**
 * What somebody who knows the whole plan makes of the published sheets. What an hour more of each rate would change is found by
 * making the sheets of the same firm with that rate doubled, so that nothing of how figures are judged is used.
 */
export function attackSheets(firm: Firm, before: readonly Told[] = []): Attack {
  const shown = sheetsOf(planOf(firm, firm.rates, "all but salaries"), before);
  const whole = (rates: ReadonlyMap<string, number>) => {
    const found = new Map<string, number>();
    for (const { row, what, value } of numbersOn(sheetsOf(planOf(firm, rates, "all")).models))
      found.set(`${what} ${row}`, value);
    return found;
  };
  const base = whole(firm.rates);
  const doubled = [...firm.rates].map(
    ([who, rate]) => [who, rate, whole(new Map([...firm.rates, [who, 2 * rate]]))] as const,
  );
  const engagements = new Map(
    firm.tables
      .get("Engagements")!
      .slice(1)
      .map(([name, client]) => [String(name), String(client)]),
  );
  const members = membersOn(shown.models, engagements);
  const months = ["month 0", "month 1", "month 2"];
  const wrong: string[] = [];
  const published = numbersOn(shown.models).filter(({ row }) => !/^Not shown/.test(row));
  const figures = published.map(({ row, what, value }): Figure => {
    const parts = what === "all months" ? months : [what];
    const sum = (from: ReadonlyMap<string, number>) =>
      members(row).reduce(
        (all, name) => all + parts.reduce((part, one) => part + (from.get(`${one} ${name}`) ?? 0), 0),
        0,
      );
    if (Math.abs(sum(base) - value) > 0.005) wrong.push(`${what} of ${row}: ${value} instead of ${sum(base)}`);
    const hours = new Map(doubled.map(([who, rate, with2]) => [who, (sum(with2) - sum(base)) / rate] as const));
    const known = [...hours].reduce((all, [who, one]) => all + one * firm.rates.get(who)!, 0);
    return { hours, cost: known, within: 0.02 * (1 + [...hours.values()].filter((one) => one !== 0).length) };
  });
  return { figures, told: shown.told, wrong, rows: published.length };
}
