import { type Overlap, overlappingFees } from "../engine/money/overlapping-fees.ts";
import { isoDate } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";
import { plusDays } from "../units.ts";

/** Once for each engagement with several retainers, or fixed fees, on the same days. They add up. */
export const overlappingFeeProblems = (plan: Plan): readonly Problem[] =>
  overlappingFees(plan).map((one) => ({
    code: "HR-304",
    at: one.fees.slice(0, MOST_PLACES).map(({ row }) => ({ table: "Fees", row, column: "Engagement" })),
    value: plan.engagements[one.engagement]!.name,
    ...(isOfMonths(one) ? retainers(one) : fixedFees(one)),
  }));

type Said = Pick<Problem, "why" | "hint">;

function retainers({ fees, from, to, isEndless }: Overlap): Said {
  const [first, second] = fees;
  const days = isEndless ? `from ${isoDate(from)} on` : `from ${isoDate(from)} to ${isoDate(to)}`;
  const mend =
    first.from === second.from
      ? "Maybe delete the row that another one replaces"
      : `Maybe type ${isoDate(plusDays(second.from, -1))} into To of the earlier row, if the later one replaces it`;
  return {
    why: `has ${fees.length} monthly retainers for the same days, ${days}: all of them are paid, and add up`,
    hint: `${mend}; choose the kind change order for what was agreed once; or leave it, where all are paid.`,
  };
}

const fixedFees = ({ fees, from, to }: Overlap): Said => ({
  why: `has ${fees.length} fixed fees for the same days, from ${isoDate(from)} to ${isoDate(to)}: all of them are earned, and add up`,
  hint: "Maybe delete the row that another one replaces; choose the kind change order for what was added; or leave it, where they are parts of one price.",
});

/** Retainers are paid a month, other fees once. */
export const isOfMonths = ({ fees: [{ kind }] }: Overlap): boolean => kind === "monthly retainer";

/** Cells that a problem leads to. */
const MOST_PLACES = 12;
