import { bookingState } from "../plan/booking-states.ts";
import type { Cell } from "../plan/cells.ts";
import type { Heading } from "./entries.ts";
import type { LayoutProblem } from "./found.ts";
import type { Line } from "./lines.ts";
import { leftOut, type Sheet, warning } from "./sheet.ts";
import { yesOrNo } from "./vocabulary.ts";

/** What a row is about: the cells of an allocation that say so. */
export interface Work {
  readonly cells: ReadonlyMap<Heading<"Allocations">, Cell>;
  readonly problems: readonly LayoutProblem[];
}

/** What a row calls its work. */
export const workNameOf = ({ held }: Line): string =>
  String(held.get("engagement")?.cell ?? held.get("task")?.cell ?? "");

/** The engagement, note and billable mark of a row; a question mark is taken off and told. */
export function workOf(sheet: Sheet, line: Line, fallback: string): Work {
  const text = (role: "engagement" | "task" | "status" | "key") => String(line.held.get(role)?.cell ?? "");
  const problems: LayoutProblem[] = [];
  const named = text("engagement");
  const tentative = /\?+$/.test(named);
  const status = bookingState(text("status")) ?? "firm";
  const held = line.held.get("engagement");
  if (tentative && held) problems.push(markProblem(sheet, held, named));
  const engagement = named.replace(/\s*\?+$/, "") || fallback || text("task");
  const notes = [
    text("task") === engagement ? "" : text("task"),
    status === "tentative" || tentative ? "tentative" : "",
  ];
  if (status === "unknown" || (status === "tentative" && !tentative)) problems.push(...countedProblems(sheet, line));
  const billable = yesOrNo(line.held.get("billable")?.cell ?? null);
  const cells = new Map<Heading<"Allocations">, Cell>([
    ["Engagement", engagement],
    ["Note", notes.filter(Boolean).join("; ") || null],
    ["Billable", billable],
  ]);
  return { cells, problems };
}

/** The row's status, when it says that the row holds no more: to be left out. */
export function offProblem(sheet: Sheet, { held }: Line): LayoutProblem | null {
  const status = held.get("status");
  if (status === undefined || bookingState(status.cell) !== "off") return null;
  const says = [
    "says that the row holds no more, so the row is left out",
    "Maybe the row can be deleted, or its status is out of date.",
  ] as const;
  return leftOut(sheet, status, "status-off", says);
}

function countedProblems(sheet: Sheet, { held }: Line): readonly LayoutProblem[] {
  const status = held.get("status");
  if (status === undefined) return [];
  const says =
    bookingState(status.cell) === "tentative"
      ? (["says that the row is not decided yet, and it counts in full", "Maybe its engagement is tentative."] as const)
      : ([
          "is a status that is not known, and its row counts in full",
          "Maybe it should be Confirmed or Cancelled.",
        ] as const);
  return [warning(sheet, status, "status-open", says)];
}

/** The cells of an allocation for somebody whose name asks: "Yusuf?" */
export function markedBy({ tentative }: { readonly tentative: boolean }, { cells }: Work): Work["cells"] {
  const note = cells.get("Note");
  if (!tentative || String(note ?? "").includes("tentative")) return cells;
  return new Map([...cells, ["Note", note ? `${note}; tentative` : "tentative"]]);
}

/** "Quay pilot?" is Quay pilot, tentative. */
export function markProblem(
  sheet: Sheet,
  place: { readonly row: number; readonly column: number },
  name: string,
): LayoutProblem {
  const says = [
    `is read as ${name.replace(/\s*\?+$/, "")}, tentative`,
    "Maybe the Engagements table should give its odds.",
  ] as const;
  return warning(sheet, place, "tentative-mark", says);
}
