import { type Complaint, inHint } from "./complaint.ts";

/** A column of percentages: the most that is possible, as a share of one. */
export interface Percentage {
  readonly is: string;
  readonly most: number;
}

export const PERCENTAGES = {
  /** Of a person's day; above 1 is planned overtime. */
  share: { is: "a share", most: 2 },
  odds: { is: "odds", most: 1 },
  /** Of what is asked for now, added to it. */
  growth: { is: "growth", most: 10 },
  target: { is: "a utilization target", most: 1 },
} as const satisfies Record<string, Percentage>;

/** What a number without a percent sign means: 0.8 is itself, a whole number from 2 to 100 is read as per cent, with a warning. */
export function shareOf(
  column: Percentage,
  value: number,
  signed: boolean,
): { readonly share: number; readonly warning: Complaint | null } | Complaint {
  if (!signed && Number.isInteger(value) && value >= 2 && value <= 100) {
    const why = `looks like a percentage without its sign and is read as ${value} %`;
    return {
      share: value / 100,
      warning: { code: "HR-104", why, hint: `Maybe type ${value}% or ${inHint(value / 100)}.` },
    };
  }
  if (value >= 0 && value <= column.most) return { share: value, warning: null };
  const why =
    value < 0
      ? "is outside what is possible: it is negative"
      : `is outside what is possible: 0 to ${column.most * 100} %`;
  const hint =
    value < 0
      ? `Maybe ${inHint(-value * 100)}%, without the minus sign.`
      : value > 2 && value <= 100 * column.most && !signed
        ? `Maybe type ${inHint(value)}% or ${inHint(value / 100)}.`
        : "Maybe type 80% or 0.8.";
  return { code: "HR-103", why, hint };
}
