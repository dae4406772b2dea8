import { registries } from "../engine.ts";

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly go: () => void;
  /** A line above it. */
  readonly apart?: boolean;
}

/** Headroom's own menu beside the spreadsheet's. Call before the spreadsheet is on the page. */
export function installMenu(items: readonly Item[]): void {
  const menu = registries.topbarMenuRegistry;
  menu.add("headroom", { name: "Headroom", sequence: 90 });
  items.forEach(({ id, name, go }, i) => {
    const separator = items[i + 1]?.apart ?? false;
    menu.addChild(id, ["headroom"], { name, sequence: 10 * (i + 1), execute: go, separator, isReadonlyAllowed: true });
  });
}
