import { inTurn, LONGEST_NAME, type Schema, step, words } from "../schema.ts";
import type { Complaint } from "./complaint.ts";
import { PPM } from "./plan.ts";
import type { StartSlip } from "./tickets.ts";

/** How late work may start: "2 weeks 30%; 4 weeks 10%", and the rest of the odds is on time; "none" never starts late. */
export const startSlips: Schema<readonly StartSlip[]> = inTurn(
  words(LONGEST_NAME, "a list of weeks and odds"),
  step((text: string) => {
    if (ON_TIME.test(text.normalize("NFKC").trim())) return { value: [] };
    const found: StartSlip[] = [];
    for (const part of text.split(/[;|\n]|,(?!\d)/).filter((one) => one.trim() !== "")) {
      const [, weeks, share] = ENTRY.exec(part.normalize("NFKC").trim()) ?? [];
      if (weeks === undefined || share === undefined) return no("HR-101", "is not weeks and odds", EXAMPLE);
      const odds = Math.round(Number(share.replace(",", ".")) * (PPM / 100));
      const late = Number(weeks);
      if (late < 1 || late > MOST_WEEKS)
        return no("HR-103", `has a start ${late} weeks late: 1 to ${MOST_WEEKS}`, EXAMPLE);
      if (found.some((one) => one.weeks === late)) return no("HR-121", `says twice what ${late} weeks are`, EXAMPLE);
      if (odds > 0) found.push({ weeks: late, odds });
    }
    if (found.reduce((sum, { odds }) => sum + odds, 0) > PPM)
      return no("HR-103", "has odds that add up to more than 100 %", EXAMPLE);
    return { value: found.sort((a, b) => a.weeks - b.weeks) };
  }),
);

const ON_TIME =
  /^(?:none|no|never|nil|on time|[-–—]|0(?:[.,]0+)?\s*%?|0\s*(?:weeks?|wks?|w)(?:\s*[:=@]?\s*\d{1,3}\s*%)?)$/i;
const MOST_WEEKS = 52;
const EXAMPLE = "Maybe 2 weeks 30%; 4 weeks 10%, and the rest starts on time; or none.";
const ENTRY = /^(\d{1,3})\s*(?:weeks?|wks?|w)?\s*[:=@]?\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*%$/i;

const no = (code: Complaint["code"], why: string, hint: string): Complaint => ({ code, why, hint });
