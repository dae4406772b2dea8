import { byId } from "./dom.ts";

/** What the panels say when somebody presses F6 in them: keys in a frame stay in it. */
export const TO_GRID = "headroom to the spreadsheet";

/** F6 goes from the spreadsheet to the panels and back, as in other office programs; the skip link does the same. */
export function keyboard(): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || byId("desk").hidden) return;
      event.preventDefault();
      event.stopPropagation();
      if (byId("dock").contains(document.activeElement)) toGrid();
      else toDock();
    },
    true,
  );
  addEventListener("message", ({ data, origin }) => {
    if (origin === location.origin && data === TO_GRID) toGrid();
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    toDock();
  });
}

export function toDock(): void {
  const dock = byId("dock");
  dock.hidden = false;
  const frame = dock.querySelector("iframe");
  if (frame) frame.focus();
  else dock.focus();
}

export const toGrid = (): void => {
  const composer = document.querySelector<HTMLElement>("#grid .o-grid .o-composer, #grid .o-grid");
  composer?.focus();
};
