import type { Bridge } from "./bridge.ts";
import type { Desk, PanelGroup, PanelKey, View } from "./desk.ts";
import { attr, el } from "./dom.ts";
import { recalled, remember } from "./memory.ts";
import { PANELS } from "./panels.ts";

export type { PanelKey } from "./desk.ts";

/** The panels on a page: a host may ask for another one, from a menu say. */
export interface Panels {
  readonly show: (panel: PanelKey) => void;
}

const GROUPS: readonly PanelGroup[] = ["Plan", "Decide"];

/** Put the panels into a page. The same in every host; only the bridge differs. */
export function mountPanels(root: HTMLElement, bridge: Bridge, options: { readonly start?: PanelKey } = {}): Panels {
  const views = new Map<PanelKey, View>();
  const select = el(
    "select",
    { id: "headroom-panel" },
    ...GROUPS.map((label) =>
      el(
        "optgroup",
        { label },
        ...PANELS.filter(({ group }) => group === label).map(({ key, title }) => el("option", { value: key }, title)),
      ),
    ),
  );
  const label = attr(el("label", { className: "which" }, "Panel"), { for: select.id });
  const title = el("h1", { className: "unseen" });
  const place = el("div", {});
  const desk: Desk = { bridge, open: (key) => show(key, true) };

  const show = (key: PanelKey, focus = false) => {
    const panel = PANELS.find((panel) => panel.key === key) ?? PANELS[0]!;
    select.value = key;
    remember("panel", key);
    const known = views.get(key);
    const shown = known ?? panel.view(desk);
    views.set(key, shown);
    attr(shown.root, { "aria-label": panel.title });
    title.textContent = `Headroom: ${panel.title}`;
    if (!known) place.append(shown.root);
    for (const [other, { root: section }] of views) section.hidden = other !== key;
    if (focus) select.focus();
    void shown.refresh();
  };
  select.addEventListener("change", () => show(keyIn(select.value)));
  addEventListener("focus", () => void views.get(keyIn(select.value))?.look?.());
  root.classList.add("headroom");
  root.replaceChildren(el("header", {}, title, label, select), place);
  show(options.start ?? keyIn(recalled("panel")));
  return { show: (panel) => show(keyIn(panel)) };
}

/** A panel's key in text from outside; the first panel's, when it names none. */
export const keyIn = (text: string): PanelKey => (PANELS.find(({ key }) => key === text) ?? PANELS[0]!).key;
