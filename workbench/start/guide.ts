import type { Area } from "../../core/host.ts";
import type { Edit } from "../../core/journal/change.ts";
import type { SheetOp, Written } from "../../core/sheets/ops.ts";

/** The sheet that opens first: a few live formulas over the plan's tables and short words about them. */
export const GUIDE = "Start here";

const TABLES = "People, Skills, Engagements, Demand, Allocations, Support, Leave, Holidays, Settings";
const all = (name: string, options: string) => `=${name}(B4, B5, ${options}${TABLES})`;

interface Line {
  readonly name: string;
  readonly says: string;
  readonly options: string;
  readonly pattern: "#,##0.0" | "0.0%";
}
const LINES: readonly Line[] = [
  { name: "CAPACITY", says: "Hours people can work", options: "", pattern: "#,##0.0" },
  { name: "DEMAND", says: "Hours asked for", options: "", pattern: "#,##0.0" },
  { name: "AVAILABILITY", says: "Hours still free", options: "", pattern: "#,##0.0" },
  { name: "UTILIZATION", says: "Billable utilization", options: "", pattern: "0.0%" },
  { name: "OVERLOAD", says: "Hours beyond capacity", options: "", pattern: "#,##0.0" },
  { name: "SKILLGAP", says: "Hours nobody can do", options: "", pattern: "#,##0.0" },
];

interface Spill {
  readonly name: string;
  readonly says: string;
  readonly options: string;
}
const SPILLS: readonly Spill[] = [
  { name: "SKILLGAP", says: "Hours nobody can do, by skill and month", options: '"skill", "month", ' },
  { name: "AVAILABILITY", says: "Free hours by team and month", options: '"team", "month", ' },
  { name: "CAPACITY", says: "Hours people can work, by team and month", options: '"team", "month", ' },
];
/** Room for the skills of a large firm. */
const MOST_ROWS = 200;

/** The guide over a plan from one day to another, with the formulas this build has. */
export function guideOf(plan: string, from: number, to: number, has: (name: string) => boolean): Edit {
  const lines = LINES.filter(({ name }) => has(name));
  const spill = SPILLS.find(({ name }) => has(name));
  const below = 7 + lines.length;
  const cells: (readonly Written[])[] = [
    [`Can ${plan} deliver?`, null, null],
    ["Change a cell of any sheet and these numbers follow. Click one to see its formula.", null, null],
    [null, null, null],
    ["From", from, "first day, included"],
    ["To", to, "last day, included"],
    [null, null, null],
    ...lines.map(({ name, says, options }) => [says, { formula: all(name, options) }, `=${name}(…)`]),
    [null, null, null],
    ...(spill ? [[spill.says], [{ formula: all(spill.name, spill.options) }]] : []),
  ];
  const block = (row: number, rows: number, column = 0, columns = 1) => ({ row, column, rows, columns });
  const dress: SheetOp[] = [
    { do: "format", at: block(3, 2, 1), pattern: "yyyy-mm-dd" },
    ...lines.map((line, i): SheetOp => ({ do: "format", at: block(6 + i, 1, 1), pattern: line.pattern })),
    { do: "paint", at: block(0, 1), look: "title" },
    { do: "paint", at: block(1, 1), look: "note" },
    { do: "paint", at: block(3, below - 4, 2), look: "note" },
    { do: "paint", at: block(3, 2, 1), look: "input" },
    { do: "width", column: 0, characters: [30, 16, 16, 16, 16, 16, 16] },
    ...(spill ? spillLooks(spill, below, 1 + monthsBetween(from, to)) : []),
  ];
  return { sheet: GUIDE, at: block(0, cells.length, 0, 3), cells, dress };
}

/** Months that a period touches: 5 January to 29 March touches three. */
function monthsBetween(from: number, to: number): number {
  const monthOf = (day: number) => {
    const date = new Date((day - UNIX_EPOCH) * 86_400_000);
    return 12 * date.getUTCFullYear() + date.getUTCMonth();
  };
  return monthOf(to) - monthOf(from) + 1;
}
const UNIX_EPOCH = 25569;

/** A table that fills the cells below; nothing stands under it, so it may grow. */
function spillLooks({ name }: Spill, row: number, columns: number): readonly SheetOp[] {
  const body = { row: row + 2, column: 1, rows: MOST_ROWS, columns: columns - 1 };
  return [
    { do: "paint", at: { row, column: 0, rows: 1, columns: 1 }, look: "title" },
    { do: "paint", at: { row: row + 1, column: 0, rows: 1, columns }, look: "heading" },
    ...(name === "SKILLGAP" ? heat(body) : []),
  ];
}

/** More than half a person's month stands out from a few hours. */
const heat = (body: Area): readonly SheetOp[] => [
  { do: "rule", at: [body], when: { is: "above", value: 80 }, look: "short" },
  { do: "rule", at: [body], when: { is: "above", value: 0 }, look: "tight" },
];
