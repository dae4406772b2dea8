import { bottleneck } from "./bottleneck.ts";
import { BRIDGE } from "./bridge.ts";
import { CHANCES } from "./chances.ts";
import { COMPLETION } from "./completion.ts";
import { demand } from "./demand.ts";
import { demandBySource } from "./demand-by-source.ts";
import type { Explain } from "./explains.ts";
import { EXPOSED } from "./exposed.ts";
import { FORECASTS } from "./forecasts.ts";
import { gap } from "./gap.ts";
import { availability, capacity, left, load, overload, target, targetShare, utilization } from "./load.ts";
import { margin } from "./margin.ts";
import { MARGIN_LINE } from "./margin-line.ts";
import { PROMISES } from "./milestones.ts";
import { MISSING_MONEY } from "./missing-money.ts";
import { MONEY_LINES } from "./money-lines.ts";
import { ROWS_READ } from "./rows-read.ts";
import { SEEN } from "./seen.ts";
import { shortWeeks } from "./short-weeks.ts";
import { leftBySkill } from "./skill-left.ts";
import { SUPPORT_HISTORY } from "./support-history.ts";
import { SUPPORT_LINES } from "./support-lines.ts";
import { demandOfCapacity, variance } from "./variance.ts";
import { WEEKS_IN_A_ROW } from "./weeks-in-a-row.ts";

/** What explains the figures of sheets, by the keys that blocks name. Add a measure here and nowhere else. */
export const ON_SHEETS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ["capacity", capacity],
  ["demand", (ask) => demand(ask)],
  ["availability", availability],
  ["overload", overload],
  ["utilization", (ask) => utilization(ask)],
  ["variance", variance],
  ["gap", gap],
  ["confirmed", (ask) => demandBySource(ask, "confirmed")],
  ["tentative", (ask) => demandBySource(ask, "tentative")],
  ["support", (ask) => demandBySource(ask, "support")],
  ["reserve", (ask) => demandBySource(ask, "reserve")],
  ["target", target],
  ["target share", targetShare],
  ["utilization by all hours", (ask) => utilization(ask, "total")],
  ["load", load],
  ["left", left],
  ["left by skill", leftBySkill],
  ["bottleneck", (ask, { number }) => bottleneck(ask, number, "short")],
  ["bottleneck open", (ask, { number }) => bottleneck(ask, number, "open")],
  ["bottleneck free", (ask, { number }) => bottleneck(ask, number, "free")],
  ["short weeks", shortWeeks],
  ...ROWS_READ,
  ...EXPOSED,
  ...WEEKS_IN_A_ROW,
  ...FORECASTS,
  ...PROMISES,
  ["margin share", (ask, _, { plan }) => margin({ ...ask, plan }, "Margin, % of revenue")],
  ["demand of capacity", demandOfCapacity],
  ...SEEN,
  ...SUPPORT_LINES,
  ...SUPPORT_HISTORY,
  ...CHANCES,
  ...MONEY_LINES,
  ...MARGIN_LINE,
  ...COMPLETION,
  ...MISSING_MONEY,
  ...BRIDGE,
]);
