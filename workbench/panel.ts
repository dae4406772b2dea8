import type { Bridge } from "../panels/bridge.ts";
import { keyIn, mountPanels } from "../panels/main.ts";
import { bridgeToPage } from "./panel/bridge.ts";

interface ScriptPolicy {
  readonly createScriptURL: (name: string) => string;
}
declare const trustedTypes: { readonly createPolicy: (name: string, policy: ScriptPolicy) => ScriptPolicy } | undefined;

const SEARCH = "thread.js";
/** Where the browser checks which scripts a page starts, it is told that this one is ours. */
const policy =
  typeof trustedTypes === "undefined" ? null : trustedTypes.createPolicy("headroom", { createScriptURL: () => SEARCH });
const thread = () => new Worker(policy?.createScriptURL(SEARCH) ?? SEARCH);

const asked = () => location.hash.slice(1);

bridgeToPage().then((line) => {
  // The reply belongs to the question's name; the wire knows that only when it runs.
  const bridge: Bridge = {
    ask: (name, request, watch) => line.ask(name, request, watch) as Promise<never>,
    cancels: true,
    thread,
  };
  const start = asked() === "" ? {} : { start: keyIn(asked()) };
  const panels = mountPanels(document.getElementById("panel")!, bridge, start);
  addEventListener("hashchange", () => panels.show(keyIn(asked())));
});

addEventListener("keydown", (event) => {
  if (event.key !== "F6") return;
  event.preventDefault();
  parent.postMessage("headroom to the spreadsheet", location.origin);
});
