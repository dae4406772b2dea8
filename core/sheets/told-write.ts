import type { Told } from "../engine/money/view.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import type { SheetOp } from "./ops.ts";
import { SEPARATOR, TOLD_HEADINGS, TOLD_NAME, TOLD_SHEET, type ToldRecord } from "./told-record.ts";

/** A cell holds no more than 32,767 letters in Excel. */
const CELL = 30_000;

/** The record with what a refresh tells, and with the inputs behind its token; nothing where it tells nothing new. */
export function toldOps(record: ToldRecord, plan: Plan, told: readonly Told[], inputs: string): readonly SheetOp[] {
  if (told.length === 0 && record.tokens.has(inputs)) return [];
  const { stands, rowOf } = record;
  const refresh = record.refresh + 1;
  const rates = new Set(told.flatMap((figure) => [...figure.keys()]));
  const spelled = spellings(plan);
  const lines = [
    ...(record.lines === 0 ? [[...TOLD_HEADINGS]] : []),
    ...[...rates].filter((rate) => !rowOf.has(rate)).map((rate) => nameLine(rate, spelled)),
    ...(record.tokens.has(inputs) ? [] : [[`Refresh ${refresh}`, null, `inputs ${inputs}`]]),
    ...told.map((figure, i) => [
      `Refresh ${refresh}, figure ${i + 1}`,
      null,
      ...pieces([...figure].map(([rate, cost]) => `${Math.round(cost * 100) / 100} ${rate}`)),
    ]),
  ];
  const { row, column } = stands?.at ?? { row: 0, column: 0 };
  const columns = lines.reduce((most, line) => Math.max(most, line.length), stands?.at.columns ?? 0);
  const at = { row: row + record.lines, column, rows: lines.length, columns };
  const head = { row, column, rows: 1, columns: TOLD_HEADINGS.length };
  return [
    { do: "open", sheet: stands?.sheet ?? TOLD_SHEET },
    { do: "format", at, pattern: "@" },
    { do: "write", at, cells: lines.map((line) => Array.from({ length: columns }, (_, i) => line[i] ?? null)) },
    { do: "own", name: TOLD_NAME, at: { row, column, rows: record.lines + lines.length, columns } },
    ...(record.lines === 0
      ? ([
          { do: "paint", at: head, look: "heading" },
          { do: "note", at: { ...head, column: column + 1, columns: 1 }, text: ABOUT_NAMES },
          { do: "note", at: { ...head, column: column + 2, columns: 1 }, text: ABOUT },
          { do: "width", column, characters: [26, 24, 60] },
          { do: "freeze", rows: row + 1, columns: column + 1 },
        ] as const)
      : []),
  ];
}

function nameLine(rate: string, spelled: ReadonlyMap<string, string>): readonly (string | null)[] {
  const [, kind = "", name = ""] = /^(\S+) (.*)$/.exec(rate) ?? [];
  return [spelled.get(rate) ?? name, null, kind];
}

/** Names as the plan spells them. */
const spellings = ({ people, contracts }: Plan): ReadonlyMap<string, string> =>
  new Map([
    ...contracts.map(({ role }) => [`role ${nameKey(role)}`, role] as const),
    ...people.map(({ name }) => [`person ${nameKey(name)}`, name] as const),
  ]);

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
  "Whose costs each figure is made of, in minor units. A later refresh shows nothing that would tell a salary beside these; Undo keeps them. Delete rows of refreshes that nobody outside finance has seen. This sheet tells what people cost.";
const ABOUT_NAMES =
  "Beside a person or role that goes by another name now: that name, as People, Costs and Rates have it. Beside somebody who is not there any more: left.";
