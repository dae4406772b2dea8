/** A file's text and how it was written. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-8-bom" | "utf-16" | "windows-1252";
}

/** UTF-8, strictly; what is none is UTF-16 if it says so, else what Windows wrote before. */
export function decoded(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: utf16(bytes, "utf-16le"), encoding: "utf-16" };
  if (first === 0xfe && second === 0xff) return { text: utf16(bytes, "utf-16be"), encoding: "utf-16" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith("\ufeff") ? { text: text.slice(1), encoding: "utf-8-bom" } : { text, encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}

const utf16 = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);
