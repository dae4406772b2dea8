import type { Owned } from "../../../../core/host.ts";
import { Collection, invalid, Node, taken } from "./node.ts";
import { Range } from "./range.ts";
import { Sheet } from "./sheet.ts";
import { parseAddress, referenceOf } from "./zones.ts";

export class Sheets extends Collection<Sheet> {
  checkName(name: unknown, self?: Sheet): void {
    if (typeof name !== "string" || name.length < 1 || name.length > 31) throw invalid();
    if (/[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) throw invalid();
    const same = this.items.find((one) => String(one.props.Name).toLowerCase() === name.toLowerCase());
    if (same && same !== self) throw taken("A worksheet with the same name already exists.");
  }
  override call(method: string, args: readonly unknown[]): unknown {
    if (method !== "Add") return super.call(method, args);
    const name = args[0] ?? `Sheet${this.items.length + 1}`;
    this.checkName(name);
    const sheet = new Sheet(this.host, "Worksheet", this);
    sheet.id = this.host.nextId("sheet");
    sheet.props = { Name: name, Visibility: "Visible" };
    this.items.push(sheet);
    return sheet;
  }
}

export class Names extends Collection<NamedItem> {
  override call(method: string, args: readonly unknown[]): unknown {
    if (method !== "Add") return super.call(method, args);
    const [name, to] = args;
    if (this.find(name)) throw taken();
    if (typeof name !== "string" || !/^[A-Za-z_\\][\w.\\]*$/.test(name) || parseAddress(name)) throw invalid();
    const item = new NamedItem(this.host, "NamedItem", this);
    item.id = name;
    item.props = { Name: name, Visible: true, Type: "Range", Scope: "Workbook" };
    item.point(to);
    this.items.push(item);
    return item;
  }
}

export class NamedItem extends Node {
  /** The sheet itself, so that a new name of the sheet is followed. */
  target: { readonly sheet: Sheet; readonly at: Owned["at"] } | null = null;
  point(to: unknown): void {
    const found = to instanceof Range ? { sheet: to.sheet, at: to.area } : this.resolve(String(to));
    if (!found) throw invalid();
    this.target = found;
  }
  private resolve(text: string): NamedItem["target"] {
    const address = parseAddress(text);
    const sheet = address?.sheet ? this.host.sheets.find(address.sheet) : undefined;
    // A name must not move with the active cell.
    if (!address || !sheet || !/!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$/.test(text)) return null;
    return { sheet, at: address.area };
  }
  override get(property: string): unknown {
    if (property !== "Formula") return super.get(property);
    const { target } = this;
    if (!target || !this.host.sheets.items.includes(target.sheet)) return "=#REF!";
    return `=${referenceOf(String(target.sheet.props.Name), target.at)}`;
  }
  override set(property: string, value: unknown): void {
    if (property === "Formula") this.point(value);
    else super.set(property, value);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    if (method !== "Delete") return super.call(method, args);
    (this.parent as Names).remove(this);
    return null;
  }
}

export class Settings extends Collection {
  override find(key: unknown): Node | undefined {
    return this.items.find(({ id }) => id === key);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    if (method !== "Add") return super.call(method, args);
    const [key, value] = args;
    let item = this.find(key);
    if (!item) {
      item = new Node(this.host, "Setting", this);
      item.id = String(key);
      this.items.push(item);
    }
    item.props = { Key: key, Value: value };
    return item;
  }
}

export class Workbook extends Node {
  override nav(name: string, type: string | null): Node | null {
    const { sheets, names, settings } = this.host;
    if (name === "Worksheets") return sheets;
    if (name === "Names") return names;
    return name === "Settings" ? settings : super.nav(name, type);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    const { references } = this.host;
    if (method === "_GetObjectByReferenceId") return references.get(String(args[0])) ?? null;
    if (method === "GetActiveCell") {
      const at = this.host.selection?.area ?? { row: 0, column: 0 };
      return (this.host.selection?.sheet ?? this.host.active).range({ ...at, rows: 1, columns: 1 });
    }
    if (method === "_RemoveReference") references.delete(String(args[0]));
    else if (method === "_RemoveAllReferences") references.clear();
    else return super.call(method, args);
    return null;
  }
}
