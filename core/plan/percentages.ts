import { type Complaint, inHint } from "./complaint.ts";

/** A column of percentages: the most that is possible, as a share of one. */
export interface Percentage {
  readonly is: string;
  readonly most: number;
  /** 0 when it says nothing; below 0 what is taken away. */
  readonly least?: number;
  /** What a hint shows where what was typed says nothing better: 0.8, unless this is given. */
  readonly example?: number;
  /** Whether a number with decimals from 2 on can only be per cent, too. */
  readonly decimals?: boolean;
}

export const PERCENTAGES = {
  /** Of a person's day; above 1 is planned overtime. */
  share: { is: "a share", most: 2 },
  odds: { is: "odds", most: 1 },
  /** Of what is asked for now, added to it. */
  growth: { is: "growth", most: 10, least: -1 },
  /** With which support is to fit into what is kept free for it. */
  confidence: { is: "a confidence", least: 0.01, most: 0.999, decimals: true },
  absence: { is: "a share of days", most: 0.5, example: 0.03 },
  target: { is: "a utilization target", most: 1 },
  margin: { is: "a margin", most: 0.95 },
  /** From which a metric is good, or to watch. */
  limit: { is: "a limit", most: 1 },
} as const satisfies Record<string, Percentage>;

/** What decimals miss: 99.9 % is a little more than 0.999. */
const SLACK = 1e-9;

/** What a number without a percent sign means: 0.8 is itself, a whole number from 2 to 100 is read as per cent, with a warning. */
export function shareOf(
  column: Percentage,
  value: number,
  signed: boolean,
): { readonly share: number; readonly warning: Complaint | null } | Complaint {
  const { most, least = 0, decimals = false, example = 0.8 } = column;
  const size = least < 0 ? Math.abs(value) : value;
  if (!signed && (decimals || Number.isInteger(value)) && size >= 2 && size <= 100 * Math.min(1, most) + SLACK) {
    const why = `looks like a percentage without its sign and is read as ${value} %`;
    return {
      share: value / 100,
      warning: { code: "HR-104", why, hint: `Maybe type ${value}% or ${inHint(value / 100)}.` },
    };
  }
  if (value >= least - SLACK && value <= most + SLACK) return { share: value, warning: null };
  const why =
    value < 0 && least === 0
      ? "is outside what is possible: it is negative"
      : `is outside what is possible: ${least * 100} to ${most * 100} %`;
  const hint =
    value < 0 && least === 0
      ? `Maybe ${inHint(-value * 100)}%, without the minus sign.`
      : size > Math.min(2, 2 * most) + SLACK && value <= 100 * most && value >= 100 * least && !signed
        ? `Maybe type ${inHint(value)}% or ${inHint(value / 100)}.`
        : `Maybe type ${inHint(100 * example)}% or ${inHint(example)}${oneOf(column, value, signed)}.`;
  return { code: "HR-103", why, hint };
}

/** A cell of 1 may be one per cent, or be formatted as 100 %. */
const oneOf = ({ most }: Percentage, value: number, signed: boolean): string =>
  value === 1 && !signed && most < 1 ? "; for one per cent 1% or 0.01" : "";
