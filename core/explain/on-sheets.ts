import { bottleneck } from "./bottleneck.ts";
import { demandBySource } from "./demand-by-source.ts";
import type { Explain } from "./explains.ts";
import { EXPOSED } from "./exposed.ts";
import { left, load, target, targetShare, utilization } from "./load.ts";
import { MEASURES } from "./measures.ts";
import { ROWS_READ } from "./rows-read.ts";
import { shortWeeks } from "./short-weeks.ts";
import { leftBySkill } from "./skill-left.ts";
import { WEEKS_IN_A_ROW } from "./weeks-in-a-row.ts";

/** What explains the figures of sheets, by the keys that blocks name. Add a measure here and nowhere else. */
export const ON_SHEETS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ...[...MEASURES].map(([key, { explain }]) => [key, explain] as const),
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
]);
