/** The add-on's menu: each entry opens the sidebar on a panel, so that nothing is written before it is shown. */
export const MENU: readonly { readonly label: string; readonly opener: string; readonly panel: string }[] = [
  { label: "Sheets", opener: "openSheets", panel: "sheets" },
  { label: "Plan check", opener: "openPlanCheck", panel: "planCheck" },
  { label: "Allocate", opener: "openAllocate", panel: "allocate" },
];
