import { isProposal } from "../finding/propose.ts";
import { doubtText } from "../plan/doubts.ts";
import { doubtfulIn, type Located } from "../plan/locate.ts";
import { headerOf } from "../plan/recognise.ts";
import type { Problem } from "../problems.ts";
import { a1 } from "../sheets/a1.ts";
import type { Candidate } from "./map-found.ts";
import type { Workbook } from "./workbook.ts";

/** Tables with all headings of one of the plan's that are not read, because something else may stand below them, and that Map does not propose. */
export function passedOver({ book, located, parts }: Workbook, all: readonly Candidate[]): readonly Problem[] {
  const isDecided = (one: Located): boolean =>
    all.some(
      ({ sheet, block, found, fitting }) =>
        sheet === one.sheet &&
        one.row >= block.row &&
        one.row < block.row + block.cells.length &&
        (isProposal(found) || found.isExport === true || fitting !== null),
    );
  const isRead = (one: Located): boolean => parts.some(({ source }) => source.sheet === one.sheet);
  const unsure = doubtfulIn(book).flatMap((one): readonly Problem[] => {
    const header = headerOf(one.cells, one.sheet);
    if (header === null || isDecided(one)) return [];
    const why = lower(doubtText(header, one.doubt));
    const hint = one.doubt.hint.replace(/\.$/, ", or say in the panel Map that it is.");
    return [problem(one, `may be ${one.table.name} and is not read: ${why}`, hint)];
  });
  const refused = located.flatMap((one): readonly Problem[] => {
    const isWhole = headerOf(one.cells, one.sheet)?.missing.length === 0;
    const no = all.find(({ sheet, found }) => sheet === one.sheet && !isProposal(found));
    if (!isWhole || no === undefined || isProposal(no.found) || isDecided(one) || isRead(one)) return [];
    const why = `has the headings of ${one.table.name} and is not read: ${lower(no.found.why).replace(/\.$/, "")}`;
    return [problem(one, why, "Maybe the panel Map can be told what its columns mean.")];
  });
  return [...unsure, ...refused];
}

const lower = (text: string): string => text.replace(/^./, (one) => one.toLowerCase());

function problem({ sheet, row, column }: Located, why: string, hint: string): Problem {
  const at = { table: sheet, row: row + 1, column: "", sheet, a1: a1({ row, column }) };
  return { code: "HR-330", at: [at], value: sheet, why, hint };
}
