import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { LOOK_ALIKE_FORMULAS, type LookAlikeFormula } from "../support/look-alike-formulas.ts";
import { addressOf, workbook } from "../support/xlsx-cells.ts";
import { dayNamed } from "./expected.ts";

/** The arguments of a formula as a host hands them over; of functions inside, DATE and VSTACK are enough here. */
function argumentsOf({ file, contracts, formula }: LookAlikeFormula): (Cell | CellRange)[] {
  const sheets = workbook(file);
  const inside = formula.slice(formula.indexOf("(") + 1, -1);
  const pattern =
    /DATE\((\d+),(\d+),(\d+)\)|"([^"]*)"(?!,\s*')|VSTACK\("([^"]+)", '([^']+)'!([A-Z]+\d+):([A-Z]+\d+)\)|(?:'([^']+)'|([\p{L}]+))!([A-Z]+\d+):([A-Z]+\d+)/gu;
  const pad = (n: string | undefined) => String(n).padStart(2, "0");
  return [...inside.matchAll(pattern)].map(([, year, month, date, text, title, titled, a, b, quoted, name, c, d]) => {
    if (year !== undefined) return dayNamed(`${year}-${pad(month)}-${pad(date)}`);
    if (text !== undefined) return text;
    if (titled !== undefined) {
      const below = cut(sheets.get(titled)!, a!, b!);
      return [[title!, ...below[0]!.slice(1).map(() => "#N/A")], ...below];
    }
    const sheet = quoted ?? name!;
    const cells = sheet === "Contracts" ? contracts! : sheets.get(sheet === "Team file" ? "" : sheet)!;
    return cut(cells, c!, d!);
  });
}

function cut(cells: CellRange, first: string, last: string): CellRange {
  const [from, to] = [addressOf(first), addressOf(last)];
  return Array.from({ length: to.row - from.row + 1 }, (_, row) =>
    Array.from(
      { length: to.column - from.column + 1 },
      (_, column) => cells[from.row + row]?.[from.column + column] ?? null,
    ),
  );
}

describe("formulas on a team's own ranges", () => {
  test.each(LOOK_ALIKE_FORMULAS)("$file $formula", (one) => {
    const called = FUNCTIONS.find(({ name }) => one.formula.startsWith(`=${name}(`))!;
    const [, ...rows] = called.call(argumentsOf(one)) as CellRange;
    const hours = Object.fromEntries(
      rows.map(([person, ...row]) => [person, row.map((hour) => Math.round(Number(hour) * 1e4) / 1e4)]),
    );
    expect(hours).toEqual(one.gives);
  });
});
