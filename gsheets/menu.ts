/** An entry of the add-on's menu: its words, the function of the script that it calls, and the panel that this opens. */
export interface Entry {
  readonly label: string;
  readonly opener: string;
  readonly panel: string;
  /** The menu inside the menu in which it stands. */
  readonly group?: string;
}

const DECIDE = "Decide";

/** The add-on's menu: each entry opens the sidebar on a panel, so that nothing is written before it is shown. */
export const MENU: readonly Entry[] = [
  { label: "Sheets", opener: "openSheets", panel: "sheets" },
  { label: "Plan check", opener: "openPlanCheck", panel: "planCheck" },
  { label: "Map", opener: "openMap", panel: "mapTables" },
  { label: "Import", opener: "openImport", panel: "importFile" },
  { label: "Export", opener: "openExport", panel: "exportPlan" },
  { label: "Allocate", opener: "openAllocate", panel: "allocate" },
  { label: "Snapshots", opener: "openSnapshots", panel: "snapshots" },
  { label: "Explain", opener: "openExplain", panel: "explain" },
  { label: "New engagement", opener: "openNewEngagement", panel: "newEngagement", group: DECIDE },
  { label: "Managed services grow", opener: "openGrowServices", panel: "growServices", group: DECIDE },
  { label: "Somebody leaves", opener: "openSomebodyLeaves", panel: "somebodyLeaves", group: DECIDE },
  { label: "Move somebody", opener: "openMoveSomebody", panel: "moveSomebody", group: DECIDE },
  { label: "Hire or train", opener: "openHireOrTrain", panel: "hireOrTrain", group: DECIDE },
  { label: "Slip", opener: "openSlip", panel: "slip", group: DECIDE },
  { label: "Support reserve", opener: "openReserve", panel: "reserve", group: DECIDE },
  { label: "Scenarios", opener: "openScenarios", panel: "scenarios", group: DECIDE },
];
