import { needEffort } from "../engine/effort.ts";
import { quantile } from "../engine/support/distribution.ts";
import { periodLoads } from "../engine/support/reserve-hours.ts";
import { unknownText } from "../engine/support/unknown.ts";
import { LINES, lineColumns } from "./chance-lines.ts";
import type { Given } from "./given.ts";
import { type Column, type Content, formula, type Grid, sameRow } from "./model.ts";
import { sumRows, toHours } from "./sums.ts";
import type { ShownQueue } from "./support-load-given.ts";

const COLUMNS: readonly Column[] = [
  { key: "week", heading: "Week (Monday)", shows: "date", width: 24 },
  {
    key: "expected",
    heading: "Expected",
    shows: "hours",
    width: 11,
    means: { measure: "support in all" },
    note: "What the plan counts as support.",
  },
  ...lineColumns("support in all", "hours"),
  {
    key: "kept",
    heading: "Reserve",
    shows: "hours",
    width: 11,
    means: { measure: "reserve" },
    note: "Kept free beyond the expected hours, by Settings.",
  },
  {
    key: "with",
    heading: "With reserve",
    shows: "hours",
    width: 13,
    means: { as: formula`${sameRow("expected")}+${sameRow("kept")}` },
    note: "Expected and reserve together: what the plan leaves for support. Kept by skill, it may be more than a line of all.",
  },
];

/** All support, week by week, with the reserve that the plan keeps; empty where nobody knows how many hours it takes. */
export function supportWeeks(
  { plan, weeks, counted, fingerprint }: Given,
  queues: readonly Pick<ShownQueue, "queue">[],
): Grid {
  const n = weeks.periods.length;
  const [SUPPORT, RESERVE, OTHER] = [0, 1, -1];
  const groupOf = plan.needs.map(({ source, isReserve }) => {
    if (source !== "Support") return OTHER;
    return isReserve ? RESERVE : SUPPORT;
  });
  const sums = sumRows(needEffort(plan, weeks, counted), n, 2, (need) => groupOf[need]!);
  const isKept = plan.needs.some(({ isReserve }) => isReserve);
  // No figure is not 0 hours.
  const isUnknown = !groupOf.includes(SUPPORT) && queues.some(({ queue }) => unknownText(queue) !== null);
  const loads = periodLoads(plan, weeks, counted, Int32Array.from(groupOf));
  return {
    kind: "grid",
    key: "weeks",
    title: "All support by week, hours",
    fingerprint,
    columns: COLUMNS,
    means: { planned: true },
    rowMeans: weeks.periods,
    rows: weeks.periods.map(({ from }, week): readonly Content[] => {
      if (isUnknown) return [from, ...COLUMNS.slice(1).map(() => null)];
      const load = loads.of(SUPPORT, week);
      return [
        from,
        toHours(sums[week]!),
        ...LINES.map((chance) => toHours(quantile(load, chance))),
        toHours(sums[n + week]!),
        toHours(sums[week]! + sums[n + week]!),
      ];
    }),
    rules: [],
    charts: [
      {
        key: "chart",
        kind: "lines",
        title: "Support, hours a week",
        about: `Lines of the expected hours of support and of the hours that suffice in 50, 80 and 90 % of weeks${isKept ? ", and of what the plan keeps for support with its reserve" : ""}.`,
        categories: "week",
        series: ["expected", "half", "most", "nearly", ...(isKept ? ["with"] : [])],
      },
    ],
  };
}
