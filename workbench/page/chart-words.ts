import type { Model } from "../engine.ts";
import { remarks } from "../sheet/remarks.ts";
import { byId } from "./dom.ts";

/** A chart is a picture: say what it shows to somebody who cannot see it. */
export function describeCharts(model: () => Model | null): void {
  const describe = () => {
    const now = model();
    if (!now) return;
    const words = new Map(
      remarks(now.getters)
        .getHeadroomCharts()
        .map(({ figureId, text }) => [figureId, text]),
    );
    for (const figure of document.querySelectorAll<HTMLElement>("#grid .o-figure[data-id]")) {
      const text = words.get(figure.dataset.id ?? "");
      if (text === undefined || figure.getAttribute("aria-label") === text) continue;
      figure.setAttribute("role", "img");
      figure.setAttribute("aria-label", text);
    }
  };
  new MutationObserver(describe).observe(byId("grid"), { childList: true, subtree: true });
}
