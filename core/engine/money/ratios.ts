/** A ratio of two whole amounts; null where there is nothing to take a share of. */
export const ratioOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Margin as a share of revenue; null where no revenue is left to take a share of, as after a write-off that is larger than it. */
export const marginShare = (revenue: number, cost: number): number | null =>
  revenue > 0 ? (revenue - cost) / revenue : null;

/** What an hour earned: revenue / hours worked, in minor units an hour. */
export const effectiveRate = (revenue: number, minutes: number): number | null => ratioOf(revenue * 60, minutes);

/** What an agreement pays, what its tools cost and would sell for, and how long it takes. */
export interface Agreement {
  readonly fee: number;
  readonly toolCost: number;
  readonly toolRetail: number;
  readonly minutes: number;
}

/** Three customary effective rates of an agreement: of its fee, of the fee less what tools cost, less what they would sell for. */
export const agreementRates = ({ fee, toolCost, toolRetail, minutes }: Agreement) => ({
  plain: effectiveRate(fee, minutes),
  lessToolCost: effectiveRate(fee - toolCost, minutes),
  lessToolRetail: effectiveRate(fee - toolRetail, minutes),
});

/** (fee - tools' retail - labour) / (fee - tools' retail). */
export const agreementMargin = (
  { fee, toolRetail }: Pick<Agreement, "fee" | "toolRetail">,
  labour: number,
): number | null => ratioOf(fee - toolRetail - labour, fee - toolRetail);

/** Invoiced labour / (hours x standard rate); 0.8 to 1.5 is called healthy. */
export const efficiency = (invoiced: number, minutes: number, standardRate: number): number | null =>
  ratioOf(invoiced * 60, minutes * standardRate);

/** Billed hours / billable hours, and billed value / billable hours at the standard rate. */
export const realization = (
  billed: { readonly minutes: number; readonly value: number },
  billable: number,
  standardRate: number,
) => ({
  hours: ratioOf(billed.minutes, billable),
  value: ratioOf(billed.value * 60, billable * standardRate),
});
