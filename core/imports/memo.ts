/** The same answer for the same text, found once: columns of an export hold few different texts. */
export function memo<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T; // it is there, so it is a T, undefined or not
    if (known.size >= MOST) known.clear();
    const made = find(text);
    known.set(text, made);
    return made;
  };
}

const MOST = 20_000;
