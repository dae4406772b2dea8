/** One line of the benchmark: what is compared, how much it must be, and what this run measured. */
export interface Goal {
  readonly what: string;
  readonly limit: number;
  readonly kind: "at least" | "at most";
  /** How it was measured, in milliseconds: others are told by it what the ratio is made of. */
  readonly from: string;
  /** null when a peer is missing; then `from` says what to install. */
  readonly value: number | null;
  /** What both are counted in; times, where it is not said. */
  readonly unit?: "%" | "s";
}

export type Verdict = "met" | "MISSED" | "not measured";

export function verdict({ value, limit, kind }: Goal): Verdict {
  if (value === null) return "not measured";
  return (kind === "at least" ? value >= limit : value <= limit) ? "met" : "MISSED";
}

const HEAD = ["Goal", "Limit", "Measured", "", "From"];

/** The goals as a Markdown table, padded so that it also reads well in a terminal. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => [
    goal.what,
    `${goal.kind} ${goal.limit.toLocaleString("en")} ${goal.unit ?? "×"}`,
    goal.value === null ? "-" : `${goal.unit ? goal.value.toFixed(3) : shown(goal.value)} ${goal.unit ?? "×"}`,
    verdict(goal),
    goal.from,
  ]);
  const widths = HEAD.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(HEAD), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const shown = (value: number) => value.toFixed(value >= 100 ? 0 : 1);

export const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
