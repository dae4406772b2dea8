import { demoFirmInUse } from "../demo/firm.ts";
import { smallDemoInUse } from "../demo/small.ts";
import { smallMoneyDemo } from "../demo/small-money.ts";
import { step, type Work } from "../host.ts";
import { type Change, commit, preview, sheetsInUse } from "../journal/index.ts";
import type { CellRange } from "../plan/cells.ts";
import { choice, record } from "../schema.ts";
import { template } from "../sheets/template.ts";
import { markedMoney } from "./money-marks.ts";
import { question } from "./question.ts";

/** What the new input sheets hold: headings only, the firm of 12 people without or with its money, or the firm of 400. */
const DEMOS = { empty: [], small: [], firm: [], money: [] } as const;
type Demo = keyof typeof DEMOS;

const ROWS: { readonly [D in Demo]: () => ReadonlyMap<string, CellRange> } = {
  empty: () => new Map(),
  small: smallDemoInUse,
  firm: demoFirmInUse,
  money: smallMoneyDemo,
};

/** Which input sheets "Set up this workbook" would make, and which it leaves alone because they hold something. */
export const previewSetUp = question({
  asks: record({ demo: choice(DEMOS) }),
  *answer({ demo }): Work<{ readonly text: string; readonly idle: boolean }> {
    const { change, left } = yield* setUpChange(demo);
    const seen = yield* preview(change);
    return { text: [seen.text, leftAlone(left)].filter(Boolean).join(" "), idle: seen.idle };
  },
});

/** Make the input sheets of a plan. */
export const setUp = question({
  asks: record({ demo: choice(DEMOS) }),
  *answer({ demo }): Work<{ readonly text: string }> {
    const { change, left } = yield* setUpChange(demo);
    const { written, sheets } = yield* commit(markedMoney(change));
    const made = sheets.map(({ sheet }) => sheet).join(", ");
    return { text: [written ? `Made ${made}.` : "Nothing to make.", leftAlone(left)].filter(Boolean).join(" ") };
  },
});

function* setUpChange(demo: Demo): Work<{ readonly change: Change; readonly left: readonly string[] }> {
  const look = yield* step({ do: "look" });
  const { edits, left } = template(yield* step({ do: "book" }), sheetsInUse(look), ROWS[demo]());
  return { change: { title: "Set up this workbook", edits }, left };
}

const leftAlone = (sheets: readonly string[]) =>
  sheets.length === 0 ? "" : `Left alone, because they hold something: ${sheets.join(", ")}.`;
