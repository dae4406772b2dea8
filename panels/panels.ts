import { allocatePanel } from "./allocate.ts";
import type { Panel } from "./desk.ts";
import { planCheckPanel } from "./plan-check.ts";
import { sheetsPanel } from "./sheets.ts";

/** Every panel, in the order a manager meets them. Add a panel here and nowhere else. */
export const PANELS: readonly Panel[] = [
  { key: "sheets", title: "Sheets", view: sheetsPanel },
  { key: "planCheck", title: "Plan check", view: planCheckPanel },
  { key: "allocate", title: "Allocate", view: allocatePanel },
];
