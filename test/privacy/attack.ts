import { countedBy } from "../../core/engine/counted.ts";
import { type Margins, margins } from "../../core/engine/money/margins.ts";
import { type MoneySum, moneyShown, type ShownMoney, type Told } from "../../core/engine/money/view.ts";
import { moneySums } from "../../core/engine/money/view-rates.ts";
import { timeline } from "../../core/engine/timeline.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNumber } from "../../core/units.ts";
import type { LinearProgramme } from "../support/highs.ts";
import { type Firm, FROM, TO } from "./firm.ts";

export const MONTHS: ShownMoney["columns"][] = [[[0], [1], [2]], [[0, 1, 2]]];

/** What somebody who sees the plan knows of one published cost: the hours of each rate in it, what they cost, within its rounding. */
export interface Figure {
  readonly hours: ReadonlyMap<string, number>;
  readonly cost: number;
  readonly within: number;
}

export interface Published {
  readonly shown: ShownMoney;
  readonly figures: readonly Figure[];
}

/** All costs that a refresh shows; `merge` false shows each engagement and month as it is. */
export function publish(
  firm: Firm,
  before: readonly Told[] = [],
  merge = true,
  nowCalled: ReadonlyMap<string, string> = new Map(),
): Published {
  const plan = readPlan([...firm.tables.values()].map((cells) => ({ cells })));
  const all = margins(plan, timeline(dayNumber(FROM), dayNumber(TO), "month"), countedBy(plan.settings));
  const rowOf = (engagement: number) => ({
    label: plan.engagements[engagement]!.name,
    group: plan.engagements[engagement]!.client,
  });
  const table = moneySums(plan, all, rowOf);
  const shown = moneyShown(table, merge ? "all but salaries" : "all", MONTHS, {
    figures: before,
    nowCalled,
  });
  return { shown, figures: figuresOf(firm, plan, all, table, shown) };
}

/** Worked out from hours and cost of the lines, not from what the view was told. */
function figuresOf(
  firm: Firm,
  plan: Plan,
  { time, lines }: Margins,
  table: readonly MoneySum[],
  shown: ShownMoney,
): readonly Figure[] {
  return shown.rows.flatMap(({ members }) => {
    const names = new Set(members.map((row) => table[row]!.label));
    const own = lines.filter(({ engagement }) => names.has(plan.engagements[engagement]!.name));
    return shown.columns.map((periods): Figure => {
      const hours = new Map<string, number>();
      let [cost, within] = [0, 0];
      for (const line of own) {
        const person = plan.people[line.person]!.name;
        const rate = firm.rates.has(person) ? person : firm.roleOf.get(person)!;
        const seen = new Set<number>();
        for (let piece = time.first; piece <= time.last; piece++) {
          if (!periods.includes(time.askedOf[piece]!)) continue;
          const at = piece - time.first;
          if (line.minutes[at] !== 0) seen.add(time.monthOf[piece]!);
          hours.set(rate, (hours.get(rate) ?? 0) + line.minutes[at]! / 60);
          cost += line.cost[at]! / 100;
        }
        within += 0.0051 * seen.size;
      }
      return { hours, cost, within };
    });
  });
}

/**
 * How narrowly linear programming pins each rate: the width of what is possible, as a share of the true rate. Rates are at least 0;
 * rates that are in no figure can be anything.
 */
export function widths(
  figures: readonly Figure[],
  rates: ReadonlyMap<string, number>,
  judge: (programme: LinearProgramme) => number,
): ReadonlyMap<string, number> {
  const inFigures = [...rates.keys()].filter((rate) => figures.some(({ hours }) => (hours.get(rate) ?? 0) !== 0));
  const column = new Map(inFigures.map((rate, i) => [rate, i]));
  const rows = figures.flatMap(({ hours, cost, within }) => {
    const terms = [...hours]
      .filter(([, sum]) => sum !== 0)
      .map(([rate, sum]) => ({ column: column.get(rate)!, coefficient: sum }));
    if (terms.length === 0) return [];
    return [
      { atMost: cost + within, terms },
      { atMost: -cost + within, terms: terms.map((one) => ({ ...one, coefficient: -one.coefficient })) },
    ];
  });
  return new Map(
    inFigures.map((rate) => {
      const gain = (sign: number) => inFigures.map((one) => (one === rate ? sign : 0));
      return [rate, (judge({ gain: gain(1), rows }) + judge({ gain: gain(-1), rows })) / rates.get(rate)!] as const;
    }),
  );
}

/** Rates that are known to within a tenth. */
export const recovered = (found: ReadonlyMap<string, number>): readonly string[] =>
  [...found].filter(([, width]) => width < 0.1).map(([rate]) => rate);
