import type { Told } from "../engine/money/view.ts";
import type { Book } from "../host.ts";
import type { Edit } from "../journal/index.ts";
import { isBlank, shown, widthOf } from "../plan/cells.ts";
import { PlanError } from "../problems.ts";
import { a1 } from "./a1.ts";

/** The sheet that keeps what refreshes told about costs, beside the costs themselves. */
export const TOLD_SHEET = "Told figures";

const HEAD = 1;
/** A cell holds no more than 32,767 letters in Excel. */
const CELL = 30_000;

/** What earlier refreshes told; none where the sheet is not there. */
export function toldIn(book: Book): readonly Told[] {
  const cells = book.find(({ name }) => name === TOLD_SHEET)?.cells ?? [];
  return cells.slice(HEAD).flatMap((line, i): readonly Told[] => {
    const text = line
      .slice(1)
      .filter((cell) => !isBlank(cell))
      .map(String)
      .join(SEPARATOR);
    return text === "" ? [] : [figureIn(text, HEAD + i)];
  });
}

function figureIn(text: string, row: number): Told {
  const parts = text.split(/\r?\n/).map((part) => /^(-?\d+(?:\.\d+)?) (.+)$/.exec(part));
  if (parts.some((part) => part === null)) unreadable(row);
  return new Map(parts.map((part): [string, number] => [part![2]!, Number(part![1])]));
}

/** Nobody's name holds it. */
const SEPARATOR = "\n";

function unreadable(row: number): never {
  throw new PlanError([
    {
      code: "HR-261",
      at: [{ table: TOLD_SHEET, row: row + 1, column: "Made of", sheet: TOLD_SHEET, a1: a1({ row, column: 1 }) }],
      value: "(hidden)",
      why: "was changed, so that nobody knows what earlier refreshes told about salaries",
      hint: "Maybe undo that change. Delete the row if nobody outside finance has seen its refresh.",
    },
  ]);
}

/** The record with what a refresh tells; none where it tells nothing new. */
export function toldEdit(book: Book, told: readonly Told[]): readonly Edit[] {
  if (told.length === 0) return [];
  const cells = book.find(({ name }) => name === TOLD_SHEET)?.cells ?? [];
  const isNew = cells.length === 0;
  const refresh = 1 + cells.slice(HEAD).reduce((most, [label]) => Math.max(most, refreshOf(shown(label ?? null))), 0);
  const lines = told.map((figure, i) => [
    `Refresh ${refresh}, figure ${i + 1}`,
    ...pieces([...figure].map(([rate, cost]) => `${Math.round(cost * 100) / 100} ${rate}`)),
  ]);
  const all = isNew ? [["Told", "Made of"], ...lines] : lines;
  const columns = widthOf(all);
  const at = { row: isNew ? 0 : Math.max(HEAD, cells.length), column: 0, rows: all.length, columns };
  const head = { row: 0, column: 0, rows: 1, columns: 2 };
  return [
    {
      sheet: TOLD_SHEET,
      at,
      cells: all.map((line) => Array.from({ length: columns }, (_, i) => line[i] ?? null)),
      dress: [
        { do: "format", at, pattern: "@" },
        ...(isNew
          ? ([
              { do: "paint", at: head, look: "heading" },
              { do: "note", at: { row: 0, column: 1, rows: 1, columns: 1 }, text: ABOUT },
              { do: "width", column: 0, characters: [26, 60] },
              { do: "freeze", rows: 1, columns: 1 },
            ] as const)
          : []),
      ],
    },
  ];
}

const refreshOf = (label: string): number => Number(/^Refresh (\d+),/.exec(label)?.[1] ?? 0);

/** As few cells as hold all lines. */
function pieces(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    const last = found[found.length - 1];
    if (last === undefined || last.length + line.length >= CELL) found.push(line);
    else found[found.length - 1] = `${last}${SEPARATOR}${line}`;
  }
  return found;
}

const ABOUT =
  "What refreshes of the money sheets told while Money shown was all but salaries: whose costs each figure is made of, in minor units. A later refresh shows nothing that would tell a salary together with these. Delete the rows of a refresh that nobody outside finance has seen. This sheet tells what people cost: Prepare to share empties it.";
