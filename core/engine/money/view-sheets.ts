import type { Part } from "../../host.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import type { Timeline } from "../timeline.ts";
import { type ShownMoney, showing, type Told } from "./view.ts";
import { AT_COMPLETION, costFigures, IN_BRIDGE } from "./view-figures.ts";
import type { ToldBefore, Unmatched } from "./view-told.ts";

/** What sheets of money may show where nobody is to learn what somebody costs: all of them together, since they are read together. */
export interface MoneyView {
  readonly rows: readonly ViewRow[];
  /** Else only all months together. */
  readonly byMonth: boolean;
  /** Of each row, or of all together only, or not at all. */
  readonly completion: Extent;
  readonly bridge: Extent;
  /** Clients all of whose engagements stand in rows of theirs, so that their sum is one of theirs. */
  readonly wholes: ReadonlySet<string>;
  /** What this tells and earlier refreshes did not. */
  readonly told: readonly Told[];
  /** Nothing is shown before somebody says who of them is who. */
  readonly unmatched: Unmatched | null;
}
export type Extent = "rows" | "all" | "none";
export interface ViewRow {
  readonly label: string;
  readonly client: string;
  readonly engagements: readonly number[];
}

/** Rows added up and figures left out until nothing is told; `before` is what earlier refreshes told. It says how far it is. */
export function* moneyView(
  plan: Plan,
  months: Timeline,
  counted: Counted,
  before: ToldBefore,
): Generator<Part, MoneyView> {
  const figures = costFigures(plan, months, counted);
  const size = months.periods.length;
  const single = (from: number, count: number) => Array.from({ length: count }, (_, i) => [from + i]);
  const [completion, bridge] = [
    single(size, AT_COMPLETION.length),
    single(size + AT_COMPLETION.length, IN_BRIDGE.length),
  ];
  const whole = [months.periods.map((_, i) => i)];
  const tries: ShownMoney["columns"][] = [
    [...single(0, size), ...completion, ...bridge],
    [...whole, ...completion, ...bridge],
    [...whole, ...bridge],
    whole,
  ];
  const { rows, columns, told, totals, unmatched } = yield* showing(figures, "all but salaries", tries, before, [
    bridge,
    completion,
  ]);
  const extent = (isShown: boolean, total: boolean | undefined): Extent => (isShown ? "rows" : total ? "all" : "none");
  const found = tries.indexOf(columns);
  const other = rows.find(({ group, members }) => group === "" && members.length > 1);
  const apart = new Set((other?.members ?? []).map((one) => figures[one]!.group));
  return {
    rows: rows.map(({ label, group, members }) => ({ label, client: group, engagements: members })),
    byMonth: found === 0 || size === 1,
    completion: extent(rows.length > 0 && found < 2, totals[1]),
    bridge: extent(rows.length > 0 && found < 3, totals[0]),
    wholes: new Set(rows.flatMap(({ group }) => (apart.has(group) ? [] : [group]))),
    told,
    unmatched: unmatched ?? null,
  };
}
