import { roleOf } from "../layouts/vocabulary.ts";
import { shown } from "./cells.ts";
import { complain, complainBeside, type Findings } from "./findings.ts";
import type { MilestoneRows } from "./link-milestones.ts";
import { BLANK, USED } from "./rows.ts";

/**
 * Ranges of milestones without a column Delivered, of which nobody knows whether they were kept, and rows whose Status says that they
 * are done although they have no such day. Each is said once a range.
 */
export function checkDelivered(rows: MilestoneRows, findings: Findings): void {
  rows.parts.forEach((part, at) => {
    const start = rows.starts[at]!;
    const used = Array.from({ length: part.length }, (_, i) => start + i).filter((index) => rows.state[index] === USED);
    const [first] = used;
    if (first === undefined) return;
    if (!part.columns.has("delivered")) {
      complain(findings, { rows, index: first, key: "delivered" }, MISSING);
      return;
    }
    if (part.layout) return;
    const column = statusColumn(part);
    const done = used.filter((index) => {
      const { delivered, cancelled } = rows.columns;
      const cell = part.cells[part.header + 1 + index - start]?.[column] ?? null;
      return delivered[index] === BLANK && cancelled[index] !== 1 && DONE.test(shown(cell).trim());
    });
    if (done.length === 0) return;
    const count = done.length === 1 ? "" : ` (${done.length} rows)`;
    complainBeside(findings, rows, done[0]!, column, { ...UNDATED, why: `${UNDATED.why}${count}` });
  });
}

/** The place of a column called Status, which the table does not read; -1 without one. */
const statusColumn = ({ cells, header, columns }: MilestoneRows["parts"][number]): number => {
  const read = new Set(columns.values());
  return (cells[header] ?? []).findIndex((heading, column) => !read.has(column) && roleOf(shown(heading)) === "status");
};

const DONE =
  /^(done|completed?|closed|finished|delivered|shipped|released|accepted|100 ?%|erledigt|abgeschlossen|fertig|geliefert|termin[eé]e?|livr[eé]e?|achev[eé]e?|klar|levererad|slutf[oö]rd|f[aæ]rdig|leveret|hotovo|dokon[cč]eno|terminado|entregado|completado)\b/iu;

const MISSING = {
  code: "HR-305",
  why: "Delivered is missing: nobody knows which milestones were delivered and when, so that on-time delivery is not known",
  hint: "Maybe add a column Delivered with the day each was done, empty while it is open.",
} as const;
const UNDATED = {
  code: "HR-306",
  why: "says that it is done, but Delivered is empty, so that it counts as open",
  hint: "Maybe type the day it was done in Delivered.",
} as const;
