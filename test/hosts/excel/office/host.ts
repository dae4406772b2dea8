import { ChartFill } from "./charts.ts";
import { FunctionService, type Result } from "./functions.ts";
import { Collection, HostError, Node, Sink } from "./node.ts";
import {
  ACTION,
  type ArgumentInfo,
  type Body,
  type Entry,
  PATH,
  type PathInfo,
  pascal,
  type Reply,
} from "./protocol.ts";
import { query } from "./query.ts";
import type { Range } from "./range.ts";
import type { Sheet } from "./sheet.ts";
import { Names, Settings, Sheets, Workbook } from "./workbook.ts";

interface Schema {
  readonly scalars: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly navigations: ReadonlySet<string>;
}
/** A batch that goes wrong: not done at all, done to the half, or done with its answer lost. */
export interface Fault {
  readonly batch: number;
  readonly mode: "before" | "half" | "after";
  /** Nothing is answered from then on, as when the browser's window is closed. */
  readonly dead?: boolean;
}

/** Answers the batches that the real office.js sends, from a workbook in memory. */
export class Host {
  /** Batches of the product, the one excepted that office.js adds by itself to drop references. */
  syncs = 0;
  /** Size of the largest request or reply, in bytes. Excel on the web refuses more than 5 MB. */
  largest = 0;
  limit = 5 * 1024 * 1024;
  fault: Fault | null = null;
  readonly undoCleared: string[] = [];
  readonly references = new Map<string, Node>();
  readonly root = new Workbook(this, "Workbook", null);
  readonly sheets = new Sheets(this, "WorksheetCollection", this.root);
  readonly names = new Names(this, "NamedItemCollection", this.root);
  readonly settings = new Settings(this, "SettingCollection", this.root);
  readonly functions = new FunctionService(this, "CustomFunctions", null);
  active: Sheet;
  selection: Range | null = null;
  calculate: (formula: string) => unknown = () => 0;
  deliver: (entries: Entry[]) => void = () => {};
  private ids = 0;
  private readonly schemas = new Map<string, Schema | null>();

  constructor(private readonly classes: Readonly<Record<string, unknown>>) {
    this.active = this.sheets.call("Add", ["Sheet1"]) as Sheet;
  }

  sheet(name: string): Sheet {
    const sheet = this.sheets.find(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }
  nextId(kind: string): string {
    this.ids += 1;
    return `{${kind}-${this.ids}}`;
  }
  make(type: string, parent: Node | null): Node {
    if (type === "ChartFill") return new ChartFill(this, type, parent);
    return type.endsWith("Collection") ? new Collection(this, type, parent) : new Node(this, type, parent);
  }
  keep(node: Node): null {
    node.refId ??= this.nextId("ref");
    this.references.set(node.refId, node);
    return null;
  }
  invoke(name: string, ...args: unknown[]): Promise<Result> {
    return this.functions.invoke(this.deliver, name, args);
  }

  /** Property names as office.js itself declares them. */
  schema(type: string): Schema | null {
    if (!this.schemas.has(type)) this.schemas.set(type, schemaOf(this.prototypeOf(type)));
    return this.schemas.get(type) ?? null;
  }
  /** The class behind a property, read from the source of its getter. */
  navigationType(type: string, property: string): string | null {
    const getter = Object.getOwnPropertyDescriptor(this.prototypeOf(type) ?? {}, property)?.get;
    const source = getter?.toString() ?? "";
    return (
      /_createPropertyObject\((?:Excel\.)?(\w+)/.exec(source)?.[1] ??
      /\((?:\w+\.)?(\w+),\s*this,\s*"/.exec(source)?.[1] ??
      null
    );
  }
  private prototypeOf(type: string): Readonly<Record<string, unknown>> | undefined {
    return (this.classes[type] as { prototype?: Readonly<Record<string, unknown>> } | undefined)?.prototype;
  }

  execute(text: string): string {
    const body = JSON.parse(text) as Body;
    const counts = body.Actions.some(
      ({ Name, ActionType }) => Name !== "_RemoveReference" && ActionType !== ACTION.instantiate,
    );
    if (counts) this.syncs += 1;
    this.largest = Math.max(this.largest, bytesOf(text));
    if (bytesOf(text) > this.limit) return tooLarge("Request");
    const reply = JSON.stringify(counts ? this.withFault(body) : this.run(body, Infinity));
    this.largest = Math.max(this.largest, bytesOf(reply));
    return bytesOf(reply) > this.limit ? tooLarge("Response") : reply;
  }
  private withFault(body: Body): Reply {
    const { fault } = this;
    if (!fault || this.syncs < fault.batch || (this.syncs > fault.batch && !fault.dead))
      return this.run(body, Infinity);
    if (this.syncs === fault.batch && fault.mode !== "before") {
      this.run(body, fault.mode === "half" ? body.Actions.length >> 1 : Infinity);
    }
    return failed("ConnectionFailure", "The connection was lost.", 500, 0);
  }

  private run({ Actions, ObjectPaths }: Body, most: number): Reply {
    const reply: Reply = { Results: [], TraceIds: [] };
    const known = new Map<number, Node | null>();
    const node = (id: number): Node | null => {
      if (!known.has(id)) {
        const path = ObjectPaths[id];
        if (!path) throw new HostError("InvalidObjectPath", "The object path is invalid");
        known.set(id, this.path(path, node));
      }
      return known.get(id)!;
    };
    let i = 0;
    try {
      for (; i < Math.min(Actions.length, most); i++) {
        const action = Actions[i]!;
        if (action.ActionType === ACTION.trace) {
          reply.TraceIds.push(action.Id);
          reply.Results.push({ ActionId: action.Id, Value: null });
        } else if (action.ActionType !== ACTION.ensureUnchanged) {
          const value = this.act(action, node(action.ObjectPathId), node);
          if (value !== undefined) reply.Results.push({ ActionId: action.Id, Value: value });
        }
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      Object.assign(reply, failed(error.code, error.message, error.status, i)); // what ran before stays
    }
    return reply;
  }
  private act(action: Body["Actions"][number], node: Node | null, nodeOf: (id: number) => Node | null): unknown {
    if (node === null) return null; // a null object swallows everything
    const { ActionType, Name, ArgumentInfo: info } = action;
    switch (ActionType) {
      case ACTION.instantiate:
        return node.identity();
      case ACTION.method: {
        const result = node.call(Name, argumentsOf(info, nodeOf));
        return result instanceof Node ? result.identity() : result;
      }
      case ACTION.set:
        node.set(Name, argumentsOf(info, nodeOf)[0]);
        return undefined;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) node.set(pascal(name), value);
        return undefined;
      case ACTION.query:
      case ACTION.queryAsJson:
        return query(this, node, action.QueryInfo ?? {});
    }
    throw new HostError("ApiNotFound", `test host: no action of type ${ActionType}`, 501);
  }
  private path(
    { ObjectPathType, Name, ParentObjectPathId, ArgumentInfo, T }: PathInfo,
    nodeOf: (id: number) => Node | null,
  ) {
    if (ObjectPathType === PATH.global) return this.root;
    if (ObjectPathType === PATH.none) return null;
    if (ObjectPathType === PATH.create)
      return /CustomFunctions/.test(Name) ? this.functions : new Sink(this, "Unknown", null);
    if (ObjectPathType === PATH.reference) {
      const found = this.references.get(Name);
      if (!found) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
      return found;
    }
    const parent = nodeOf(ParentObjectPathId!);
    if (parent === null) return null;
    if (ObjectPathType === PATH.property) return parent.nav(Name, T ?? null);
    const args = argumentsOf(ArgumentInfo, nodeOf);
    return ObjectPathType === PATH.indexer ? parent.index(args[0]) : (parent.call(Name, args) as Node | null);
  }
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function schemaOf(prototype: Readonly<Record<string, unknown>> | undefined): Schema | null {
  const names = prototype?._scalarPropertyNames as readonly string[] | undefined;
  if (!names) return null;
  const originals = (prototype?._scalarPropertyOriginalNames ?? []) as readonly string[];
  const navigations = (prototype?._navigationPropertyNames ?? []) as readonly string[];
  const scalars = new Set(names.map((name, i) => originals[i] ?? pascal(name)));
  return { names, scalars, navigations: new Set(navigations) };
}

function argumentsOf(info: ArgumentInfo | undefined, nodeOf: (id: number) => Node | null): readonly unknown[] {
  return (info?.Arguments ?? []).map((value, i) => {
    const reference = info?.ReferencedObjectPathIds?.[i];
    return reference ? nodeOf(reference) : value;
  });
}

const failed = (Code: string, Message: string, HttpStatusCode: number, ActionIndex: number): Reply => ({
  Results: [],
  TraceIds: [],
  Error: { Code, Message, HttpStatusCode, ActionIndex, Location: "" },
});
const tooLarge = (what: "Request" | "Response"): string =>
  JSON.stringify(failed(`${what}PayloadSizeLimitExceeded`, `The ${what.toLowerCase()} is too large.`, 413, 0));
