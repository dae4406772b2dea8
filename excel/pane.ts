import type { Bridge } from "../panels/bridge.ts";
import { attr, el } from "../panels/dom.ts";
import { mountPanels, type PanelKey, type Panels } from "../panels/main.ts";

/** The task pane: a line that says what happens to the pane itself, and the panels below it. */
export interface Pane {
  readonly say: (sentence: string) => void;
  /** Put the panels up, once the workbook can answer them. */
  readonly open: (bridge: Bridge) => void;
  readonly show: (panel: PanelKey) => void;
  /** Say why nothing works, with a button that loads the pane again. */
  readonly stuck: (sentence: string) => void;
}

export function paneIn(root: HTMLElement): Pane {
  const line = attr(el("p", { className: "line" }, "Starting …"), { role: "status" });
  const place = el("div", {});
  root.replaceChildren(line, place);
  let panels: Panels | undefined;
  let wanted: PanelKey | undefined;
  const say = (sentence: string) => {
    line.textContent = sentence;
  };
  return {
    say,
    open: (bridge) => {
      panels = mountPanels(place, bridge, wanted === undefined ? {} : { start: wanted });
    },
    show: (panel) => {
      wanted = panel;
      panels?.show(panel);
    },
    stuck: (sentence) => {
      say(sentence);
      const again = el("button", { type: "button", onclick: () => location.reload() }, "Reload this pane");
      place.replaceChildren(again);
    },
  };
}
