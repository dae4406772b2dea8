import { dayNumber } from "../units.ts";
import { dateOf, dayOf } from "./calendar.ts";
import type { Findings } from "./findings.ts";
import { reasonsIn } from "./left-out.ts";
import type { TicketRows } from "./link-tickets.ts";
import type { LeftOutRow } from "./money.ts";
import { distance, nameKey } from "./names.ts";
import { type Engagement, FIRST_DAY, LAST_DAY } from "./plan.ts";
import { BLANK } from "./rows.ts";

/**
 * Tickets that cannot be used: what support cost in their calendar month is not known, or in any month where their day cannot be
 * read. A queue that the plan does not have, nor anything like it, is of no engagement's margin.
 */
export function leftOutTickets(
  rows: TicketRows,
  { unread, only }: { readonly unread: readonly number[]; readonly only: number },
  work: readonly Engagement[],
  texts: readonly string[],
  findings: Findings,
): readonly LeftOutRow[] {
  if (unread.length === 0) return [];
  const numberOf = new Map(work.map(({ name }, number) => [nameKey(name), number]));
  const isLike = likeness([...numberOf.keys()]);
  const reasonOf = reasonsIn(findings);
  return unread.flatMap((index): readonly LeftOutRow[] => {
    const name = rows.columns.engagement[index]!;
    const key = name === BLANK ? null : nameKey(texts[name]!);
    const engagement = key === null ? only : (numberOf.get(key) ?? -1);
    if (key !== null && engagement < 0 && !isLike(key)) return [];
    const month = monthOf(rows.columns.opened[index]!);
    return [{ ...reasonOf(rows, index), engagement, side: "cost", ...month, isEffort: false, isPast: true }];
  });
}

/** Support that nobody tracked is what tickets of a month took beyond the hours of people, so that all of the month depends on each. */
function monthOf(opened: number): { readonly from: number; readonly to: number } {
  if (opened === BLANK) return { from: FIRST_DAY, to: LAST_DAY };
  const [year, month] = dateOf(dayNumber(opened));
  return { from: dayOf(year, month, 1), to: (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - 1 };
}

function likeness(known: readonly string[]): (key: string) => boolean {
  const found = new Map<string, boolean>();
  return (key) => {
    const is = found.get(key) ?? known.some((name) => distance(name, key, 1) <= 1);
    found.set(key, is);
    return is;
  };
}
