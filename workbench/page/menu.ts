import { registries } from "../engine.ts";

export interface Item {
  readonly id: string;
  readonly name: string;
  /** What it does; or the entries of the menu that it opens. */
  readonly go: (() => void) | readonly Item[];
  /** A line above it. */
  readonly apart?: boolean;
}

/** Headroom's own menu beside the spreadsheet's. Call before the spreadsheet is on the page. */
export function installMenu(items: readonly Item[]): void {
  const menu = registries.topbarMenuRegistry;
  menu.add("headroom", { name: "Headroom", sequence: 90 });
  add(["headroom"], items);

  function add(path: readonly string[], items: readonly Item[]): void {
    items.forEach(({ id, name, go }, i) => {
      const separator = items[i + 1]?.apart ?? false;
      const shown = { name, sequence: 10 * (i + 1), separator, isReadonlyAllowed: true };
      if (typeof go === "function")
        menu.addChild(id, [...path], { ...shown, execute: go }); // a copy: it takes the path apart
      else {
        menu.addChild(id, [...path], shown);
        add([...path, id], go);
      }
    });
  }
}
