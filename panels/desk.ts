import type { Bridge } from "./bridge.ts";

export type PanelKey =
  | "sheets"
  | "planCheck"
  | "mapTables"
  | "importFile"
  | "exportPlan"
  | "allocate"
  | "explain"
  | "newEngagement"
  | "growServices"
  | "somebodyLeaves"
  | "moveSomebody"
  | "hireOrTrain"
  | "slip"
  | "reserve"
  | "snapshots"
  | "scenarios";

/** What a panel works with: the workbook behind the bridge, and its neighbours. */
export interface Desk {
  readonly bridge: Bridge;
  /** Go to another panel, as from "the sheets are out of date" to the button that refreshes them. */
  readonly open: (panel: PanelKey) => void;
}

/** A panel on the page. It stays there while others are shown, so that a form keeps what was typed. */
export interface View {
  readonly root: HTMLElement;
  /** Read the workbook again: it may have changed since. */
  readonly refresh: () => Promise<void>;
  /** Notice quietly, when the planner comes back from the grid, that the plan has changed. */
  readonly look?: () => Promise<void>;
}

/** Panels about the plan as it is, and those that decide what it becomes. */
export type PanelGroup = "Plan" | "Decide";

export interface Panel {
  readonly key: PanelKey;
  readonly title: string;
  /** Where menus and lists put it. */
  readonly group: PanelGroup;
  readonly view: (desk: Desk) => View;
}
