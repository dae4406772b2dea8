import { roleOf } from "../layouts/vocabulary.ts";
import type { ProblemCode } from "../problems.ts";
import { type BookingState, bookingState } from "./booking-states.ts";
import { shown } from "./cells.ts";
import { complainBeside, type Findings } from "./findings.ts";
import { isSaid, NO_ROW, type Rows } from "./rows.ts";
import type { Part } from "./sources.ts";

/**
 * Rows of bookings, needs or leave whose status says that they are off count nowhere; rows whose status says that they are not
 * decided, or nothing that is known, count in full. Either is said: the first row by row, the others once a word.
 */
export function checkStates(rows: Rows, findings: Findings): void {
  rows.parts.forEach((part, at) => {
    for (const column of statusColumns(part)) checkColumn(rows, part, rows.starts[at]!, column, findings);
  });
}

/** Columns called Status that the table does not read itself. A team's own layout has read its own. */
function statusColumns({ layout, cells, header, columns }: Part): readonly number[] {
  if (layout) return [];
  const read = new Set(columns.values());
  return (cells[header] ?? []).flatMap((heading, column) =>
    !read.has(column) && roleOf(shown(heading)) === "status" ? [column] : [],
  );
}

function checkColumn(rows: Rows, part: Part, start: number, column: number, findings: Findings): void {
  const counted = new Map<string, { readonly state: BookingState; readonly first: number; count: number }>();
  for (let index = start; index < start + part.length; index++) {
    if (!isSaid(rows, index)) continue;
    const cell = part.cells[part.header + 1 + index - start]?.[column] ?? null;
    const state = bookingState(cell);
    if (state === null || state === "firm") continue;
    if (state === "off") {
      complainBeside(findings, rows, index, column, OFF);
      rows.state[index] = NO_ROW;
      continue;
    }
    const known = counted.get(shown(cell));
    if (known) known.count += 1;
    else counted.set(shown(cell), { state, first: index, count: 1 });
  }
  for (const { state, first, count } of counted.values()) {
    const { code, why, hint } = COUNTED[state === "tentative" ? state : "unknown"];
    const also = count === 1 ? "" : ` (${count} rows)`;
    complainBeside(findings, rows, first, column, { code, why: `${why}${also}`, hint });
  }
}

const OFF = {
  code: "HR-316",
  why: "says that the row holds no more, and it is left out",
  hint: "Maybe the row can be deleted, or its status is out of date.",
} as const;
const COUNTED: Readonly<
  Record<"tentative" | "unknown", { readonly code: ProblemCode; readonly why: string; readonly hint: string }>
> = {
  tentative: {
    code: "HR-317",
    why: "says that the row is not decided yet, and it counts in full",
    hint: "Maybe its engagement should be tentative, with odds in Engagements, or the row deleted.",
  },
  unknown: {
    code: "HR-317",
    why: "is a status that is not known, and its row counts in full",
    hint: "Maybe it should be Confirmed, Tentative or Cancelled.",
  },
};
