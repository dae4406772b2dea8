import type { Host } from "./host.ts";

/** An error as Excel reports it to office.js. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}
export const invalid = (message = "The argument is invalid or missing or has an incorrect format.") =>
  new HostError("InvalidArgument", message);
export const notFound = () => new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);
export const taken = (message = "The resource being created already exists.") =>
  new HostError("ItemAlreadyExists", message, 409);

/** "No" for Windows and Mac in Microsoft's list of undo support: such a call clears what the user could undo. */
const NO_UNDO = new Set([
  "Worksheet.Delete",
  "Worksheet.Copy",
  "Worksheet.Name",
  "Worksheet.Position",
  "Worksheet.Visibility",
  "WorksheetProtection.Protect",
  "WorksheetProtection.Unprotect",
  "WorkbookProtection.Protect",
  "WorkbookProtection.Unprotect",
]);

/**
 * One Excel object. A class that is not modelled becomes a bag of properties whose names are checked against office.js itself; a
 * method that is not modelled fails and names itself.
 */
export class Node {
  props: Record<string, unknown> = {};
  navs: Record<string, Node> = {};
  id: string | undefined;
  refId: string | undefined;
  constructor(
    readonly host: Host,
    readonly type: string,
    readonly parent: Node | null,
  ) {}

  private known(property: string): void {
    const schema = this.host.schema(this.type);
    if (schema && !schema.scalars.has(property)) throw invalid(`${this.type}.${property} is not a property`);
  }
  get(property: string): unknown {
    this.known(property);
    return this.props[property] ?? null;
  }
  set(property: string, value: unknown): void {
    this.known(property);
    this.noteUndo(property);
    this.props[property] = value;
  }
  nav(name: string, type: string | null): Node | null {
    this.navs[name] ??= this.host.make(type ?? "Unknown", this);
    return this.navs[name];
  }
  index(_key: unknown): Node {
    throw this.notModelled("[]");
  }
  call(method: string, _args: readonly unknown[]): unknown {
    if (method === "_KeepReference") return this.host.keep(this);
    if (method.startsWith("_Register") || method.startsWith("_Unregister")) return null;
    this.noteUndo(method);
    throw this.notModelled(`.${method}()`);
  }
  protected noteUndo(member: string): void {
    if (NO_UNDO.has(`${this.type}.${member}`)) this.host.undoCleared.push(`${this.type}.${member}`);
  }
  protected notModelled(what: string): HostError {
    return new HostError("ApiNotFound", `test host: ${this.type}${what} is not modelled`, 501);
  }
  identity(): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    if (this.refId !== undefined) out._ReferenceId = this.refId;
    if (this.id !== undefined) {
      out._Id = this.id;
      if (this.host.schema(this.type)?.scalars.has("Id")) out.Id = this.id;
    }
    return out;
  }
}

export class Collection<T extends Node = Node> extends Node {
  items: T[] = [];
  find(key: unknown): T | undefined {
    const name = String(key).toLowerCase();
    return this.items.find((item) => item.id === key || String(item.props.Name ?? "").toLowerCase() === name);
  }
  override index(key: unknown): T {
    const item = this.find(key);
    if (!item) throw notFound();
    return item;
  }
  override get(property: string): unknown {
    return property === "Count" ? this.items.length : super.get(property);
  }
  override call(method: string, args: readonly unknown[]): unknown {
    if (method === "GetItem") return this.index(args[0]);
    if (method === "GetItemOrNullObject") return this.find(args[0]) ?? null;
    if (method === "GetItemAt") {
      const item = this.items[args[0] as number];
      if (!item) throw invalid();
      return item;
    }
    return super.call(method, args);
  }
  remove(item: T): void {
    this.items = this.items.filter((one) => one !== item);
  }
}

/** Services that no test looks at. */
export class Sink extends Node {
  override call(): unknown {
    return null;
  }
  override get(): unknown {
    return null;
  }
  override set(): void {}
  override nav(_name: string, type: string | null): Node {
    return new Sink(this.host, type ?? "Unknown", this);
  }
}
