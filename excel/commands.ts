import type { Bridge } from "../panels/bridge.ts";
import type { PanelKey } from "../panels/main.ts";
import type { Pane } from "./pane.ts";

type Command = (event: Office.AddinCommands.Event) => void;

/** The buttons of the ribbon. Names are those of manifest.xml. */
export function associateCommands(pane: Pane, bridge: Bridge): void {
  const opening = (panel: PanelKey) =>
    command(pane, async () => {
      await Office.addin.showAsTaskpane();
      pane.show(panel);
    });
  Office.actions.associate("openPlanCheck", opening("planCheck"));
  Office.actions.associate("openSheets", opening("sheets"));
  Office.actions.associate("openMap", opening("mapTables"));
  Office.actions.associate("openImport", opening("importFile"));
  Office.actions.associate("openExport", opening("exportPlan"));
  Office.actions.associate("openAllocate", opening("allocate"));
  Office.actions.associate("openSnapshots", opening("snapshots"));
  Office.actions.associate("openExplain", opening("explain"));
  Office.actions.associate("openNewEngagement", opening("newEngagement"));
  Office.actions.associate("openGrowServices", opening("growServices"));
  Office.actions.associate("openSomebodyLeaves", opening("somebodyLeaves"));
  Office.actions.associate("openMoveSomebody", opening("moveSomebody"));
  Office.actions.associate("openHireOrTrain", opening("hireOrTrain"));
  Office.actions.associate("openSlip", opening("slip"));
  Office.actions.associate("openReserve", opening("reserve"));
  Office.actions.associate("openScenarios", opening("scenarios"));
  Office.actions.associate(
    "refreshSheets",
    command(pane, () => refresh(pane, bridge)),
  );
}

/** Refresh the generated sheets that are there; when there are none yet, show where to make them. */
async function refresh(pane: Pane, bridge: Bridge): Promise<void> {
  pane.say("Refreshing …");
  const { sheets } = await bridge.ask("sheets", {});
  const made = sheets.filter(({ state }) => state !== "not made").map(({ name }) => name);
  if (made.length === 0) {
    pane.say("There is no generated sheet yet. Maybe make one here.");
    await Office.addin.showAsTaskpane();
    return pane.show("sheets");
  }
  const { text } = await bridge.ask("makeSheets", { sheets: made.join("; ") });
  pane.say(text);
}

/** Excel waits for a command until it says that it is over, whatever happened. What went wrong is said where it can be seen. */
function command(pane: Pane, act: () => Promise<void>): Command {
  return (event) => {
    act()
      .catch((error: unknown) => {
        pane.say(error instanceof Error ? error.message : String(error));
        return Office.addin.showAsTaskpane();
      })
      .catch(() => undefined)
      .then(() => event.completed());
  };
}
