const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Text between tags as it reads. */
export const plainText = (xml: string): string =>
  xml.includes("&")
    ? xml.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,6}));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return NAMED.get(name) ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : xml;

/** An attribute of a tag; null when it has none of that name. */
export function attribute(tag: string, name: string): string | null {
  const mark = ` ${name}="`;
  const at = tag.indexOf(mark);
  if (at < 0) return null;
  const end = tag.indexOf('"', at + mark.length);
  return end < 0 ? null : plainText(tag.slice(at + mark.length, end));
}

export interface Element {
  /** What stands inside the opening tag. */
  readonly tag: string;
  readonly inner: string;
}

/** Every element of a name, one after another; such elements hold none of their own name. */
export function* elements(xml: string, name: string): Generator<Element> {
  const open = `<${name}`;
  const close = `</${name}>`;
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const next = xml.charCodeAt(at + open.length);
    // Another name that begins like this one.
    if (next !== 32 && next !== 62 && next !== 47 && next > 13) {
      at += open.length;
      continue;
    }
    const end = xml.indexOf(">", at);
    if (end < 0) return;
    if (xml.charCodeAt(end - 1) === 47) {
      yield { tag: xml.slice(at + open.length, end - 1), inner: "" };
      at = end;
      continue;
    }
    const stop = xml.indexOf(close, end);
    if (stop < 0) return;
    yield { tag: xml.slice(at + open.length, end), inner: xml.slice(end + 1, stop) };
    at = stop;
  }
}
