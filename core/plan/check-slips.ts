import { FAR, isEndless } from "../layouts/dates.ts";
import { countsDays } from "../layouts/long-dates.ts";
import { type Dated, swapsIn } from "../layouts/swapped-rows.ts";
import { iso } from "../layouts/weeks.ts";
import { dayNumber } from "../units.ts";
import { type Cell, shown } from "./cells.ts";
import { complain, type Findings } from "./findings.ts";
import { BLANK, type Rows, USED } from "./rows.ts";

const DAYS = ["from", "to"] as const;

/** Days that are many years away from the others of their table: a mistyped year counts for years, or for nothing. */
export function checkYears(rows: Rows, findings: Findings): void {
  const days = DAYS.map((key) => rows.columns[key]);
  const used = Array.from(rows.state.keys()).filter((index) => rows.state[index] === USED);
  const all = Int32Array.from(
    days.flatMap((column) => used.map((index) => column?.[index] ?? BLANK)).filter((day) => day !== BLANK),
  ).sort();
  const usual = all[Math.floor((all.length - 1) / 2)] ?? 0;
  if (all.length === 0 || (all.at(-1)! - usual < FAR && usual - all[0]! < FAR)) return;
  for (const index of used.filter((one) => !isLaidOut(rows, one)))
    for (const [i, key] of DAYS.entries()) {
      const day = days[i]?.[index] ?? BLANK;
      if (day === BLANK || Math.abs(day - usual) < FAR || (key === "to" && isEndless(dayNumber(day)))) continue;
      complain(findings, { rows, index, key }, FAR_OFF);
    }
}

const FAR_OFF = {
  code: "HR-307",
  why: "is years away from the other days of its table",
  hint: "Maybe its year is mistyped.",
} as const;

/** Rows whose days fit the number of days beside them only with day and month swapped. */
export function checkSwapped(rows: Rows, findings: Findings): void {
  rows.parts.forEach((part, i) => {
    const counted = (part.cells[part.header] ?? []).findIndex((cell) => countsDays(shown(cell)));
    const known = new Set(part.columns.values());
    const [from, to] = DAYS.map((key) => part.columns.get(key));
    if (part.layout || counted < 0 || known.has(counted) || from === undefined || to === undefined) return;
    const dated = Array.from({ length: part.length }, (_, row): Dated => {
      const cells = part.cells[part.header + 1 + row] ?? [];
      const at = (column: number): Cell => cells[column] ?? null;
      const days = at(counted);
      return { row, from: at(from), to: at(to), days: typeof days === "number" && days > 0 ? days : null };
    });
    const { meant, doubtful } = swapsIn(dated);
    const tell = (row: number, why: string) => {
      const index = rows.starts[i]! + row;
      const hint = "Maybe the file was opened with another country's dates: type the days again.";
      if (rows.state[index] === USED) complain(findings, { rows, index, key: "from" }, { code: "HR-308", why, hint });
    };
    for (const [row, { from, to }] of meant)
      tell(row, `fits the number of days beside it only with day and month swapped: ${iso(from)} to ${iso(to)}`);
    for (const row of doubtful)
      tell(row, "may have day and month swapped, as the number of days beside it or the other rows say");
  });
}

function isLaidOut(rows: Rows, index: number): boolean {
  return rows.parts.some((part, i) => {
    const start = rows.starts[i]!;
    return part.layout !== undefined && index >= start && index < start + part.length;
  });
}
