import { PROBLEM_CODES } from "../problems.ts";
import { isBlank } from "./cells.ts";
import { cellAt, type Findings, placeAt } from "./findings.ts";
import { rowNumber } from "./link-needs.ts";
import type { Fee, FeeKind, LeftOutRow } from "./money.ts";
import { nameKey } from "./names.ts";
import { type Engagement, FIRST_DAY, LAST_DAY } from "./plan.ts";
import { BLANK, EXCLUDED, type Rows } from "./rows.ts";
import { FEE_KINDS } from "./words.ts";

/** A table whose rows are part of a margin, and where its rows name their engagement. */
export interface Spoiling {
  readonly rows: Rows;
  /** The names that the numbers in its column Engagement stand for. */
  readonly texts: readonly string[];
}

/**
 * Rows that are left out because they cannot be used, though money belongs to them: with the engagement and the days that they
 * are about, as far as those can be read, and otherwise with all of them.
 */
export function leftOutRows(
  tables: readonly Spoiling[],
  work: readonly Engagement[],
  findings: Findings,
  hasOwnRates: (engagement: number) => boolean,
): readonly LeftOutRow[] {
  if (tables.every(({ rows }) => !rows.state.includes(EXCLUDED))) return [];
  const numberOf = new Map(work.map(({ name }, number) => [nameKey(name), number]));
  const reasonOf = reasonsIn(findings);
  return tables.flatMap(({ rows, texts }) =>
    [...rows.state.keys()].flatMap((index): readonly LeftOutRow[] => {
      if (rows.state[index] !== EXCLUDED) return [];
      const name = rows.columns.engagement![index]!;
      const engagement = name === BLANK ? -1 : (numberOf.get(nameKey(texts[name]!)) ?? -1);
      const known = work[engagement];
      const about = rows.table.name === "Fees" ? feeAbout(rows, index, known) : effortAbout(rows, index, known);
      const isPaidByFee = known?.kind === "managed service" && rows.table.name !== "Fees" && !hasOwnRates(engagement);
      const side = isPaidByFee ? "cost" : about.side;
      return [{ ...reasonOf(rows, index), engagement, ...about, side }];
    }),
  );
}

/** The first thing that is wrong with each row, and where it says so. */
export function reasonsIn({
  found,
}: Findings): (rows: Rows, index: number) => Pick<LeftOutRow, "table" | "row" | "line" | "why"> {
  const reasons = new Map<string, string>();
  for (const { problem, others = [] } of found) {
    if (PROBLEM_CODES[problem.code].severity !== "error") continue;
    const [at] = problem.at;
    if (at === undefined) continue;
    const why = at.column === "" ? problem.why : `${at.column} ${problem.why}`;
    for (const { table, row } of [at, ...others]) {
      const key = `${table} ${row}`;
      if (!reasons.has(key)) reasons.set(key, why);
    }
  }
  return (rows, index) => {
    const place = placeAt({ rows, index, key: Object.keys(rows.table.columns)[0]! });
    const why = reasons.get(`${place.table} ${place.row}`) ?? NAMES_NOTHING;
    return { table: rows.table.name, row: rowNumber(rows, index), line: place.row, why };
  };
}

/** A name that many rows have is a problem at the first of them only. */
const NAMES_NOTHING = "names what the plan does not have";

type About = Pick<LeftOutRow, "side" | "from" | "to" | "isEffort">;
const ALWAYS = { from: FIRST_DAY, to: LAST_DAY } as const;

const KINDS = Object.keys(FEE_KINDS) as readonly FeeKind[];

function feeAbout(rows: Rows, index: number, work: Engagement | undefined): About {
  const said = rows.columns.kind![index]!;
  if (said === BLANK && isFilled(rows, index, "kind")) return { side: "both", isEffort: false, ...ALWAYS };
  const usual: Fee["kind"] = work?.kind === "managed service" ? "monthly retainer" : "fixed fee";
  const kind = KINDS[said] ?? (work === undefined ? null : usual);
  const from = dayIn(rows, index, "from", work?.from ?? FIRST_DAY);
  const to = dayIn(rows, index, "to", work?.to ?? LAST_DAY);
  const side = kind === null ? "both" : kind === "expense" ? "cost" : "revenue";
  const about = { side, isEffort: false } as const;
  // What a fixed fee earns goes by effort, whatever its days are.
  if (kind === null || kind === "fixed fee" || from === null) return { ...about, ...ALWAYS };
  if (kind === "change order") return { ...about, from, to: LAST_DAY };
  if (kind !== "monthly retainer") return from === FIRST_DAY ? { ...about, ...ALWAYS } : { ...about, from, to: from };
  return to === null || to < from ? { ...about, ...ALWAYS } : { ...about, from, to };
}

function effortAbout(rows: Rows, index: number, work: Engagement | undefined): About {
  const side = work?.kind === "internal" ? "cost" : "both";
  const [first, last] = rows.columns.day === undefined ? ["from", "to"] : ["day", "day"];
  const from = dayIn(rows, index, first!, work?.from ?? FIRST_DAY);
  const to = dayIn(rows, index, last!, work?.to ?? LAST_DAY);
  const isKnown = from !== null && to !== null && from <= to;
  return { side, isEffort: true, ...(isKnown ? { from, to } : ALWAYS) };
}

/** A day that was read, or that an empty cell stands for; null where nobody knows it. */
function dayIn(rows: Rows, index: number, key: string, empty: number): number | null {
  const day = rows.columns[key]![index]!;
  if (day !== BLANK) return day;
  return isFilled(rows, index, key) || key === "day" ? null : empty;
}

const isFilled = (rows: Rows, index: number, key: string): boolean => !isBlank(cellAt({ rows, index, key }));
