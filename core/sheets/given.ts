import { type Counted, countedBy } from "../engine/counted.ts";
import { type Demand, demand } from "../engine/demand.ts";
import { type GapAnswer, skillGap } from "../engine/gap.ts";
import { type MoneyView, moneyView } from "../engine/money/view-sheets.ts";
import { everything } from "../engine/scope.ts";
import { type Supply, supply } from "../engine/supply.ts";
import { weeksCovered } from "../engine/support/history.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import type { Part } from "../host.ts";
import { dayOf, weekday } from "../plan/calendar.ts";
import { earliest, firstStated } from "../plan/first-work.ts";
import type { Plan } from "../plan/plan.ts";
import { reservedFor } from "../scenario/with-support.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { digest, fingerprint } from "./fingerprint.ts";
import type { InputTable } from "./inputs.ts";
import { monthsOf } from "./money-rows.ts";
import { NO_RECORD, type ToldRecord, tokenFor } from "./told-record.ts";
import { withoutMoney } from "./without-money.ts";

/** What every generated sheet is made from: the plan, how it counts, its weeks, and the figures of those weeks, computed once. */
export interface Given {
  readonly plan: Plan;
  /** The plan with what was logged on past days of these weeks: what supply, demand and gap come from; their rows of allocations are its. */
  readonly worked: Plan;
  readonly counted: Counted;
  readonly weeks: Timeline;
  /** The Horizon's own first day, in the first of these weeks: months of money begin with its month. */
  readonly first: DayNumber;
  readonly supply: Supply;
  readonly demand: Demand;
  readonly gap: GapAnswer;
  readonly options: SheetOptions;
  /** What earlier refreshes told about what people cost, where not all money is shown. */
  readonly record: ToldRecord;
  /** Equal inputs, options and engine: equal fingerprint. */
  readonly fingerprint: string;
  /** Where the plan was read; none when it stands in no workbook. */
  readonly inputs: readonly InputTable[];
  /** What of its money may be shown; null where all may. Found once, when it is first asked for. */
  readonly moneyView: () => MoneyView | null;
  /** Finds it ahead, saying how far that is: for a large firm it takes seconds. */
  readonly findMoneyView: () => Generator<Part, void>;
}
export interface SheetOptions extends Partial<Counted> {
  /** First day; Settings, or the plan's first work, where it is not given. */
  readonly from?: DayNumber;
  readonly weeks?: number;
}

/** Goes up when the same plan gives other figures or other sheets, so that older sheets show as out of date. */
const ENGINE = 8;

export function given(
  asRead: Plan,
  options: SheetOptions = {},
  inputs: readonly InputTable[] = [],
  record: ToldRecord = NO_RECORD,
): Given {
  const { from: _, weeks: __, ...over } = options;
  const plan = reservedFor(asRead, over.pipeline ?? null);
  const how = countedBy(plan.settings, over);
  const first = horizonFirst(plan, options);
  const weeks = horizonWeeks(plan, options);
  const worked = asWorked(plan, weeks);
  let view: MoneyView | null = null;
  function* findMoneyView(): Generator<Part, void> {
    if (plan.settings.moneyShown !== "all but salaries" || view !== null) return;
    view = yield* moneyView(plan, monthsOf({ first, weeks }), how, record);
  }
  return {
    plan,
    worked,
    counted: how,
    weeks,
    first,
    supply: supply(worked, weeks, how),
    demand: demand(worked, weeks, how),
    gap: skillGap(worked, weeks, how, everything(worked)),
    options,
    record,
    fingerprint: inputsOf(asRead, options),
    inputs,
    findMoneyView,
    moneyView: () => {
      const work = findMoneyView();
      while (!work.next().done);
      return view;
    },
  };
}

/** The weeks that sheets and panels look at. */
export function horizonWeeks(plan: Plan, options: SheetOptions = {}): Timeline {
  const first = mondayOf(horizonFirst(plan, options));
  return timeline(first, plusDays(first, 7 * (options.weeks ?? plan.settings.horizonWeeks) - 1), "week");
}

const horizonFirst = (plan: Plan, { from }: SheetOptions): DayNumber =>
  from ?? plan.settings.horizonFrom ?? firstWork(plan);

/** A name for everything a sheet of hours depends on. Nothing of it follows from a rate, a fee or a salary. */
export const inputsOf = (plan: Plan, options: SheetOptions = {}): string => nameOf(withoutMoney(plan), options);

/** A name for everything a sheet of money depends on, which can be tried against guesses of a rate. */
export const allInputsOf = (plan: Plan, options: SheetOptions = {}): string => nameOf(plan, options);

/** What such a sheet shows of it: where it may not tell salaries, only which refresh it was, and the record knows its inputs. */
export function moneyInputsOf(plan: Plan, options: SheetOptions, record: ToldRecord): string {
  const inputs = allInputsOf(plan, options);
  return plan.settings.moneyShown === "all" ? inputs : tokenFor(record, inputs);
}

function nameOf(plan: Plan, options: SheetOptions): string {
  const data = JSON.stringify([ENGINE, plan, options], (_, value: unknown) =>
    ArrayBuffer.isView(value)
      ? digest(value as unknown as ArrayLike<number>)
      : value instanceof Set
        ? [...value]
        : value,
  );
  return fingerprint(data);
}

const mondayOf = (day: DayNumber): DayNumber => plusDays(day, -weekday(day));

const SOME_MONDAY = dayOf(2026, 1, 5);

/** The first day on which rows ask for anything; where only tickets do, the Monday after their history; else when people come. */
export function firstWork(plan: Plan): DayNumber {
  const { from, count } = weeksCovered(plan.tickets);
  const after = count === 0 ? null : plusDays(from, 7 * count);
  return firstStated(plan) ?? after ?? earliest(plan.contracts.map((contract) => contract.from)) ?? SOME_MONDAY;
}
