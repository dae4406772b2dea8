/** Two names are the same when only case, spaces and compatible forms of letters differ: "Ana  Diaz " is "ana diaz". */
export const nameKey = (name: string): string =>
  name.normalize("NFKC").replace(INVISIBLE, "").trim().replace(/\s+/g, " ").toLowerCase();

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** The names so like one that was not found that they may be meant, nearest first: what a hint offers. */
export function nearest(name: string, known: Iterable<string>, most = 3): readonly string[] {
  const wanted = nameKey(name);
  const letters = Math.max(1, Math.round(wanted.length / 3));
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: distance(wanted, nameKey(candidate)) }))
    .filter(({ candidate, distance }) => distance <= letters || isPart(wanted, nameKey(candidate)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** "Ana, Ben or Cleo"; "" for no name. */
export const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;

/** Whether a name is the first words of another: "Ana" of "Ana Diaz". */
const isPart = (a: string, b: string): boolean => a.startsWith(`${b} `) || b.startsWith(`${a} `);

/** Letters to insert, drop or change to make one text of the other (Levenshtein 1966). */
export function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, change));
    }
    above = row;
  }
  return above[b.length]!;
}
