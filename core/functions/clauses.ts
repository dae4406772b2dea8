import type { Problem } from "../problems.ts";
import { unusable } from "./argument.ts";

/** One part of `where`: `team=Cloud, Data` is the key "team" and two values. */
export interface Clause {
  readonly key: string;
  readonly values: readonly string[];
}

/** Up to the next comma, semicolon or line end, or anything between quotes, where a doubled quote is one quote. */
const VALUE = /[^\S\n]*(?:"((?:[^"]|"")*)"\s*|'((?:[^']|'')*)'\s*|([^,;\n]*))(,|;|\n|$)/y;
const KEY = /[\s;]*([^=;\n]*)(=|;|\n|$)/y;

/** Reads `key=value, value; key=value`. A name with a comma, a semicolon or spaces at its ends stands in quotes. */
export function clausesOf(where: string): {
  readonly clauses: readonly Clause[];
  readonly problems: readonly Problem[];
} {
  const clauses: Clause[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < where.length; ) {
    KEY.lastIndex = at;
    const [whole = "", text = "", mark] = KEY.exec(where) ?? [];
    const key = text.trim();
    at += whole.length;
    if (mark !== "=") {
      if (key !== "") problems.push(unusable(key, "is not a condition such as team=Cloud", noEquals(key)));
      if (whole === "") break;
      continue;
    }
    const read = valuesAt(where, at);
    at = read.end;
    if (read.values.length > 0 && key !== "") clauses.push({ key, values: read.values });
    else
      problems.push(unusable(`${key}=`, "names nothing", `Maybe leave it out: IF(B1="","","${key || "team"}="&B1).`));
  }
  return { clauses, problems };
}

function valuesAt(where: string, start: number): { readonly values: readonly string[]; readonly end: number } {
  const values: string[] = [];
  for (let at = start; ; ) {
    VALUE.lastIndex = at;
    const [whole = "", double, single, plain = "", mark = ""] = VALUE.exec(where) ?? [];
    const value = double?.replace(/""/g, '"') ?? single?.replace(/''/g, "'") ?? plain.trim();
    if (value.trim() !== "") values.push(value);
    at += whole.length;
    if (mark !== ",") return { values, end: at };
  }
}

const noEquals = (text: string) => (/[:<>]/.test(text) ? "Maybe it needs a =." : `Maybe team=${text}.`);
