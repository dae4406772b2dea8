import { recover } from "../core/journal/index.ts";
import { bridge } from "./bridge.ts";
import { associateCommands } from "./commands.ts";
import { associateFunctions } from "./functions.ts";
import { work } from "./host.ts";
import { paneIn } from "./pane.ts";

const LATE =
  "Excel did not answer. Maybe reload this pane; if that does not help, a firewall may block appsforoffice.microsoft.com.";
const MOST_SECONDS = 8;

const pane = paneIn(document.getElementById("pane")!);
const late = setTimeout(() => pane.stuck(LATE), MOST_SECONDS * 1000);

if (typeof Office === "undefined") {
  clearTimeout(late);
  pane.stuck(LATE);
} else {
  associateFunctions(); // at once: formulas wait for nothing else
  Office.onReady(({ host }) => {
    clearTimeout(late);
    restoreHistory();
    if (host !== Office.HostType.Excel) pane.say("Maybe open this pane in Excel: it works on a workbook.");
    else start();
  });
}

/** What an interrupted run left is taken back before anybody reads the workbook; a button pressed meanwhile waits its turn. */
function start(): void {
  associateCommands(pane, bridge);
  work(recover())
    .then(
      ({ title }) => pane.say(title === null ? "" : `"${title}" had been interrupted and was taken back.`),
      (error: Error) => pane.say(error.message),
    )
    .then(() => pane.open(bridge));
}

/** office.js takes these two away while it loads; a later call by any library would fail without them. */
function restoreHistory(): void {
  const { headroomHistory } = window as unknown as { headroomHistory: Pick<History, "pushState" | "replaceState"> };
  Object.assign(history, headroomHistory);
}
