const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** What may cross google.script.run: throws for dates, functions and cycles; undefined in a list becomes null. */
export function wire(value: unknown, path = "$", above: readonly unknown[] = []): unknown {
  if (value === null || value === undefined || ["number", "string", "boolean"].includes(typeof value)) return value;
  const tag = tagOf(value);
  if (tag !== "Array" && tag !== "Object")
    throw new TypeError(`Failed due to illegal value in property: ${path} (${tag})`);
  if (above.includes(value)) throw new TypeError(`Failed due to circular reference at ${path}`);
  const next = [...above, value];
  if (Array.isArray(value)) return value.map((one, i) => wire(one, `${path}[${i}]`, next) ?? null);
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [key, wire(one, `${path}.${key}`, next)]),
  );
}

/** What a formula may give without relying on what Google leaves unsaid. */
export function cellResult(value: unknown): unknown {
  if (!Array.isArray(value)) return oneCell(value);
  const rows = value as readonly unknown[];
  const [first] = rows;
  const width = Array.isArray(first) ? first.length : 0;
  if (width === 0 || rows.some((row) => !Array.isArray(row) || row.length !== width)) {
    throw new TypeError("A custom function must return one value or a full rectangle.");
  }
  return rows.map((row) => (row as readonly unknown[]).map(oneCell));
}

function oneCell(value: unknown): unknown {
  if (!["number", "string", "boolean"].includes(typeof value)) {
    throw new TypeError(`A custom function returned ${tagOf(value)}, and nobody says how Sheets shows that.`);
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError("A custom function returned no finite number.");
  return value;
}
