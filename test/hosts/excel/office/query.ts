import type { Host } from "./host.ts";
import { Collection, HostError, type Node } from "./node.ts";
import { pascal, type QueryInfo } from "./protocol.ts";

type Read = Record<string, unknown>;

/** Answers `load()`: the named properties of an object, of its neighbours by path, and of each item of a collection. */
export function query(host: Host, node: Node, { Select = [], Expand = [] }: QueryInfo): Read {
  const select = Select.filter((path) => !["$none", "$all", "*"].includes(path));
  const expand = Expand.filter((path) => !select.some((one) => one.startsWith(path)));
  return read(host, node, [...select, ...expand], {});
}

function read(host: Host, node: Node, paths: readonly string[], before: Read): Read {
  if (!(node instanceof Collection)) return { ...before, ...properties(host, node, paths) };
  const scalars = host.schema(node.type)?.scalars;
  const own = paths.filter((path) => !path.startsWith("items/") && scalars?.has(pascal(path)));
  const each = paths.filter((path) => !own.includes(path)).map((path) => path.replace(/^items\/?/, ""));
  const old = (before._Items ?? []) as Read[];
  const items = node.items.map((item, i) => ({ ...old[i], ...properties(host, item, each.filter(Boolean), old[i]) }));
  return { ...before, _Items: items, ...Object.fromEntries(own.map((path) => [pascal(path), node.get(pascal(path))])) };
}

function properties(host: Host, node: Node, paths: readonly string[], before: Read = {}): Read {
  const out = node.identity();
  const schema = host.schema(node.type);
  if (paths.length === 0) for (const name of schema?.names ?? []) readIfThere(out, node, pascal(name));
  for (const path of paths) {
    const [first = "", ...rest] = path.split("/");
    const name = pascal(first);
    if (rest.length === 0 && !schema?.navigations.has(first)) {
      out[name] = node.get(name);
      continue;
    }
    const child = node.nav(name, host.navigationType(node.type, first));
    const known = (out[name] ?? before[name] ?? {}) as Read;
    out[name] = child === null ? null : read(host, child, rest.length > 0 ? [rest.join("/")] : [], known);
  }
  return out;
}

function readIfThere(out: Read, node: Node, name: string): void {
  try {
    out[name] = node.get(name);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}
