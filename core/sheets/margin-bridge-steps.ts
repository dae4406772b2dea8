import type { Bridge } from "../engine/money/bridge.ts";
import type { BridgeRow } from "./margin-bridge.ts";

/** The parts of a bridge in their order, from what was planned to what it is now. */
export const STEPS: readonly {
  readonly key: Exclude<keyof Bridge, "isUnknown" | "unknown">;
  readonly heading: string;
  readonly name: string;
  readonly note: string;
}[] = [
  {
    key: "baseline",
    heading: "Planned",
    name: "Planned",
    note: "Planned hours at the rates of the engagement's first planned day in these months, with the fees agreed first; hours logged before its plan begins as worked.",
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
    note: "Bill rates and exchange rates other than on the engagement's first planned day.",
  },
  {
    key: "costRate",
    heading: "Cost rate",
    name: "Cost rate",
    note: "Cost rates and exchange rates other than on the engagement's first planned day.",
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
