import { allocatePanel } from "./allocate.ts";
import { decisionPanel } from "./decision.ts";
import { GROW_SERVICES, HIRE_OR_TRAIN, MOVE_SOMEBODY, NEW_ENGAGEMENT, SLIP, SOMEBODY_LEAVES } from "./decisions.ts";
import type { Panel } from "./desk.ts";
import { explainPanel } from "./explain.ts";
import { exportPanel } from "./export.ts";
import { importPanel } from "./import.ts";
import { mapPanel } from "./map.ts";
import { planCheckPanel } from "./plan-check.ts";
import { reservePanel } from "./reserve.ts";
import { scenariosPanel } from "./scenarios.ts";
import { sheetsPanel } from "./sheets.ts";
import { snapshotsPanel } from "./snapshots.ts";

/** Every panel, in the order a manager meets them. Add a panel here and in the menus of the hosts. */
export const PANELS: readonly Panel[] = [
  { key: "sheets", title: "Sheets", group: "Plan", view: sheetsPanel },
  { key: "planCheck", title: "Plan check", group: "Plan", view: planCheckPanel },
  { key: "mapTables", title: "Map", group: "Plan", view: mapPanel },
  { key: "importFile", title: "Import", group: "Plan", view: importPanel },
  { key: "exportPlan", title: "Export", group: "Plan", view: exportPanel },
  { key: "allocate", title: "Allocate", group: "Plan", view: allocatePanel },
  { key: "snapshots", title: "Snapshots", group: "Plan", view: snapshotsPanel },
  { key: "explain", title: "Explain", group: "Plan", view: explainPanel },
  ...[NEW_ENGAGEMENT, GROW_SERVICES, SOMEBODY_LEAVES, MOVE_SOMEBODY, HIRE_OR_TRAIN, SLIP].map(decisionPanel),
  { key: "reserve", title: "Support reserve", group: "Decide", view: reservePanel },
  { key: "scenarios", title: "Scenarios", group: "Decide", view: scenariosPanel },
];
