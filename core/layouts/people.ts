import { type Cell, isBlank } from "../plan/cells.ts";
import { plain } from "./sheet.ts";
import { namesNothing } from "./vocabulary.ts";

/** Whom a cell names. */
export type Naming =
  | { readonly people: readonly string[]; readonly tentative: boolean; readonly respelt: boolean }
  /** Work that waits for somebody; `wanted` is what the cell says about them. */
  | { readonly placeholder: string }
  /** "Diaz, Ana": two people, or one whose last name comes first? */
  | { readonly open: true };

const PLACEHOLDER =
  /^(tb[acdhn]|to be \w+|vacant|vacancy|vakant|unassigned|unstaffed|open|nobody|n n|nn|new hire|hire|offen|frei|vacature|a recruter|poste vacant|ingen|obemannad)\b ?(.*)$/;
const BETWEEN = /\s*(?:[;&+\n]|\s\/\s|\/(?=\p{Lu})|\s(?:and|und|et|och|y)\s)\s*/u;

/** How a column writes its people, learnt from all of its cells. */
export function namesIn(cells: readonly Cell[]): (cell: Cell) => Naming {
  const texts = [...new Set(cells.filter((cell): cell is string => typeof cell === "string").map(unmarked))].filter(
    (text) => text !== "" && placeholder(text) === null,
  );
  const parts = texts.flatMap((text) => text.split(BETWEEN));
  const alone = new Map<string, string>();
  for (const part of parts) if (!part.includes(",") && !alone.has(plain(part))) alone.set(plain(part), part);
  const turned = lastNameFirst(texts);

  const one = (part: string): { readonly names: readonly string[]; readonly respelt: boolean } | null => {
    const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== "");
    if (pieces.length < 2) {
      const known = alone.get(plain(part)) ?? part;
      return { names: [known], respelt: known !== part };
    }
    if (pieces.every((piece) => alone.has(plain(piece))))
      return { names: pieces.map((piece) => alone.get(plain(piece))!), respelt: false };
    const name = `${pieces[1]} ${lowered(pieces[0]!)}`;
    const known = alone.get(plain(name));
    if (pieces.length === 2 && known !== undefined) return { names: [known], respelt: true };
    if (pieces.length === 2 && (turned || isShouted(pieces[0]!))) return { names: [name], respelt: false };
    const fullNames = pieces.every((piece) => piece.includes(" ")) || (pieces.length > 2 && !turned);
    return fullNames || pieces.some((piece) => alone.has(plain(piece))) ? { names: pieces, respelt: false } : null;
  };

  return (cell) => {
    const text = isBlank(cell) ? "" : unmarked(String(cell));
    const wanted = text === "" ? "" : placeholder(text);
    if (wanted !== null) return { placeholder: wanted };
    const read = text.split(BETWEEN).map(one);
    const people: string[] = [];
    for (const names of read) {
      if (names === null) return { open: true };
      people.push(...names.names);
    }
    return { people, tentative: String(cell).endsWith("?"), respelt: read.some((names) => names?.respelt) };
  };
}

/** What an unnamed person should be, "" when the cell does not say, null when it names somebody. */
function placeholder(text: string): string | null {
  if (/^[-–—?.x]+$/i.test(text) || namesNothing(text)) return "";
  const found = PLACEHOLDER.exec(plain(text));
  return found ? (found[2] ?? "") : null;
}

const unmarked = (text: string): string => text.replace(/\s*\?+$/, "");

/** Does the column write "Last, First"? Yes, when every cell has one comma and no name stands on both sides of one. */
function lastNameFirst(texts: readonly string[]): boolean {
  const pairs = texts.map((text) => text.split(/\s*,\s*/).map(plain));
  if (pairs.length < 2 || pairs.some((pair) => pair.length !== 2)) return false;
  const before = new Set(pairs.map((pair) => pair[0]));
  return pairs.every((pair) => !before.has(pair[1]));
}

const isShouted = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();

/** "LE GOFF" as people write it: Le Goff; "N'DIAYE": N'Diaye. Other names keep their letters. */
function lowered(name: string): string {
  if (!isShouted(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
