import { plain } from "../layouts/sheet.ts";
import { saysDaysOff, speaksOfHolidays } from "../layouts/vocabulary.ts";
import type { Engagement } from "./plan.ts";

/** Work that nobody does: an absence that a time tool keeps among the hours, for no client. Its name says nothing else. */
export const isLeaveWork = ({ name, client, kind }: Engagement): boolean =>
  (kind === "internal" || client === "") && isLeaveName(plain(name));

const WORDS_ONLY =
  /^(annual|paid|unpaid|planned|unplanned|public|bank|national|official|statutory|legal|regional|company|medical|personal|private|special|earned|casual|compensatory|comp|family|bereavement|study|training|internal|intern|non|billable|other|and|or|und|oder|et|y|och|og|a|of|the|in|day|days|tag|tage|jour|jours|dag|dagar|dage|den|dny|dia|dias|time|off|leave|bezahlt\w*|unbezahlt\w*|gesetzlich\w*|payes?|annuels?|feries?|[a-z]{0,4}\d+)$/;
/** "int 003" */
const CODE = /^[a-z]{1,5} \d+ /;

function isLeaveName(name: string): boolean {
  if (!saysDaysOff(name) && !speaksOfHolidays(name)) return false;
  return name
    .replace(CODE, "")
    .split(" ")
    .filter((word) => word !== "")
    .every((word) => WORDS_ONLY.test(word) || saysDaysOff(word) || speaksOfHolidays(word));
}
