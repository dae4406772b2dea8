import type { Refused } from "./found.ts";
import type { Stated } from "./stated.ts";

/** The years of headings that run on in time, and what was taken from a title. */
export interface Years {
  readonly years: readonly number[];
  readonly assumed: string | null;
}

/** Give every heading its year: its own, else the title's, one more each time the order turns back to the start. */
export function yearsFor(
  labels: readonly { readonly year: number | null; readonly order: number }[],
  stated: Stated,
): Years | Refused {
  const turns: number[] = [];
  for (const [i, { order }] of labels.entries()) {
    turns.push((turns[i - 1] ?? 0) + (i > 0 && order < labels[i - 1]!.order ? 1 : 0));
  }
  const own = labels.findIndex(({ year }) => year !== null);
  if (own >= 0) {
    const start = labels[own]!.year! - turns[own]!;
    const agree = labels.every(({ year }, i) => year === null || year === start + turns[i]!);
    return agree
      ? { years: turns.map((turn) => start + turn), assumed: null }
      : { refused: "The years in the headings across do not run on." };
  }
  const [first, second, ...more] = stated.years;
  const last = turns[turns.length - 1] ?? 0;
  if (first === undefined)
    return {
      refused: "The headings across have no year, and no title or sheet name has one: write the year into the title.",
    };
  if (more.length > 0 || last !== (second === undefined ? 0 : second - first)) {
    return {
      refused: `The headings across have no year, and the titles (${stated.years.join(", ")}) leave open which: write the year into the headings.`,
    };
  }
  return {
    years: turns.map((turn) => first + turn),
    assumed: `has no year and is read as one of ${first}, ${stated.yearsBy}`,
  };
}
