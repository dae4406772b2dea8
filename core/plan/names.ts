/** Two names are the same when only case, spaces and compatible forms of letters differ: "Ana  Diaz " is "ana diaz". */
export const nameKey = (name: string): string =>
  PLAIN.test(name)
    ? name.toLowerCase()
    : name.normalize("NFKC").replace(INVISIBLE, "").trim().replace(/\s+/g, " ").toLowerCase();

/** Words of ASCII with one space between: most names are, and need no more. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** The names so like one that was not found that they may be meant, nearest first: what a hint offers. */
export function nearest(name: string, known: Iterable<string>, most = 3): readonly string[] {
  const wanted = nameKey(name);
  const letters = Math.max(1, Math.round(wanted.length / 3));
  const lettersOff = (key: string) => distance(wanted, key, isPart(wanted, key) ? Infinity : letters);
  return [...new Set(known)]
    .map((candidate) => ({ candidate, off: lettersOff(nameKey(candidate)) }))
    .filter(({ off }) => off < Infinity)
    .sort((a, b) => a.off - b.off || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** "Ana, Ben or Cleo"; "" for no name. */
export const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;

/** Whether a name is the first words of another: "Ana" of "Ana Diaz". */
const isPart = (a: string, b: string): boolean => a.startsWith(`${b} `) || b.startsWith(`${a} `);

/** Letters to insert, drop or change to make one text of the other (Levenshtein 1966); Infinity for more than `most`. */
export function distance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let before = row[0]!;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      const change = before + (a[i - 1] === b[j - 1] ? 0 : 1);
      const found = Math.min(above + 1, row[j - 1]! + 1, change);
      row[j] = found;
      before = above;
      if (found < least) least = found;
    }
    if (least > most) return Infinity;
  }
  return row[b.length]! > most ? Infinity : row[b.length]!;
}
