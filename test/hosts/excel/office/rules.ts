import type { Area } from "../../../../core/host.ts";
import { Collection, Node } from "./node.ts";
import type { Sheet } from "./sheet.ts";
import { without } from "./zones.ts";

/** A conditional format and where it holds. */
export interface Rule {
  areas: readonly Area[];
  readonly node: Node;
}

/** The conditional formats of a range: a new one comes first, clearing cuts the range out of those that reach beyond it. */
export class Rules extends Collection {
  constructor(
    host: Sheet["host"],
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super(host, "ConditionalFormatCollection", sheet);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    if (method === "Add") {
      const node = new Node(this.host, "ConditionalFormat", this);
      node.id = this.host.nextId("rule");
      node.props = { Type: args[0], Id: node.id };
      this.sheet.rules.unshift({ areas: this.areas, node });
      return node;
    }
    if (method !== "ClearAll") return super.call(method, args);
    for (const hole of this.areas) {
      for (const rule of this.sheet.rules) rule.areas = rule.areas.flatMap((area) => without(area, hole));
    }
    this.sheet.rules = this.sheet.rules.filter(({ areas }) => areas.length > 0);
    return null;
  }
}
