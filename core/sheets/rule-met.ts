import type { Rule } from "./model.ts";

/** Whether a figure meets a rule's test. */
export function isMet({ is, value, to = value }: Rule["when"], figure: number): boolean {
  if (is === "below") return figure < value;
  if (is === "above") return figure > value;
  return figure >= value && figure <= to;
}

/** Excel and LibreOffice take a blank cell for 0, and would give it the look of a figure that nobody knows. */
export const takesBlank = (when: Rule["when"]): boolean => isMet(when, 0);
