import type { Bridge } from "../panels/bridge.ts";
import { keyIn, mountPanels } from "../panels/main.ts";
import { bridgeToPage } from "./panel/bridge.ts";

const asked = () => location.hash.slice(1);

bridgeToPage().then((line) => {
  // The reply belongs to the question's name; the wire knows that only when it runs.
  const bridge: Bridge = { ask: (name, request) => line.ask(name, request) as Promise<never> };
  const start = asked() === "" ? {} : { start: keyIn(asked()) };
  const panels = mountPanels(document.getElementById("panel")!, bridge, start);
  addEventListener("hashchange", () => panels.show(keyIn(asked())));
});

addEventListener("keydown", (event) => {
  if (event.key !== "F6") return;
  event.preventDefault();
  parent.postMessage("headroom to the spreadsheet", location.origin);
});
