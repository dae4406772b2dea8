import type { Watch } from "../../panels/bridge.ts";
import { byId, el } from "./dom.ts";
import { answerPort } from "./port.ts";

/** The panels beside the spreadsheet. They live in a frame of their own, under a policy that lets them reach nothing. */
export interface Dock {
  /** Load the panels anew, for a workbook that has just been opened. */
  readonly restart: () => void;
  readonly show: (panel: string) => void;
  readonly toggle: () => void;
}

/** What answers a panel's question. */
export type Ask = (name: string, request: unknown, watch: Watch) => Promise<unknown>;

export function mountDock(ask: Ask): Dock {
  const dock = byId("dock");
  const hide = el("button", { type: "button", textContent: "✕", ariaLabel: "Hide the panel", title: "Hide the panel" });
  const place = el("div", { className: "dock-place" });
  dock.replaceChildren(el("div", { className: "dock-head" }, el("h2", {}, "Headroom"), hide), place);
  const setHidden = (hidden: boolean) => {
    dock.hidden = hidden;
    window.dispatchEvent(new Event("resize")); // the spreadsheet measures its place again
  };
  hide.addEventListener("click", () => setHidden(true));
  const frame = () => place.querySelector("iframe");
  return {
    restart: () => place.replaceChildren(frameOf(ask)),
    show: (panel) => {
      setHidden(false);
      const { contentWindow } = frame() ?? {};
      if (contentWindow) contentWindow.location.hash = panel;
      frame()?.focus();
    },
    toggle: () => setHidden(!dock.hidden),
  };
}

function frameOf(ask: Ask): HTMLIFrameElement {
  const frame = el("iframe", { title: "Headroom panels", src: "panel.html" });
  frame.addEventListener("load", () => {
    const { port1, port2 } = new MessageChannel();
    answerPort(port1, ask);
    frame.contentWindow?.postMessage("headroom panel", location.origin, [port2]);
  });
  return frame;
}
