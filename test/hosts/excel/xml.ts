/** The few things a manifest needs of an XML reader; that it is well formed is proved by the schema. */
export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly parent: Element | null;
  readonly text: string;
}
interface Growing extends Element {
  readonly children: Growing[];
  readonly parent: Growing | null;
  text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([\w:]+)((?:\s+[\w:]+\s*=\s*"[^"]*")*)\s*(\/?)>|([^<]+)/g;

export function parseXml(xml: string): Element {
  const root: Growing = { tag: "", attributes: new Map(), children: [], parent: null, text: "" };
  let at = root;
  for (const [, close, tag, attributes = "", empty, text] of xml.replace(/<\?xml[^>]*\?>/, "").matchAll(TOKEN)) {
    if (text !== undefined) at.text += text.trim();
    else if (close) at = at.parent!;
    else if (tag !== undefined) {
      const child: Growing = {
        tag: tag.replace(/^\w+:/, ""),
        attributes: new Map(
          [...attributes.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
        ),
        children: [],
        parent: at,
        text: "",
      };
      at.children.push(child);
      if (!empty) at = child;
    }
  }
  return root;
}

/** Every element below, in the order of the text. */
export const elements = (node: Element): readonly Element[] =>
  node.children.flatMap((child) => [child, ...elements(child)]);
