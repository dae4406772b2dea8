import type { Column } from "./model.ts";

/** The chances that the sheets of support draw lines for: what so many of a hundred weeks stay within. */
export const LINES = [0.5, 0.8, 0.9] as const;
const KEYS = ["half", "most", "nearly"] as const;

/** A column for each line of what a measure counts, named as Explain names them. */
export const lineColumns = (measure: string, shows: Column["shows"]): readonly Column[] =>
  LINES.map((chance, i) => {
    const heading = `${Math.round(chance * 100)} % line`;
    return { key: KEYS[i]!, heading, shows, width: 11, means: { measure: `${measure}, ${heading}` } };
  });
