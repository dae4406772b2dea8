import type { Book } from "../host.ts";
import { columnLetters } from "../plan/address.ts";
import { isBlankRow } from "../plan/cells.ts";
import { headerOf } from "../plan/recognise.ts";
import { failureIn } from "./finance-broken.ts";
import { cutLink } from "./finance-cut.ts";
import type { Registered, Way } from "./finance-register.ts";

/** A sheet that shows planning tables: whether it does, and what to click where it does not. */
export interface LinkedSheet {
  readonly sheet: string;
  readonly state: "read" | "empty" | "not read";
  readonly says: string;
}

export function stateOf({ sheet, reads }: Registered, way: Way, book: Book): LinkedSheet {
  const found = book.find(({ name }) => name === sheet);
  const cells = found?.cells ?? [];
  const says = (state: LinkedSheet["state"], words: string): LinkedSheet => ({ sheet, state, says: words });
  if (found === undefined) return says("empty", DELETED[way]);
  const failure = failureIn(cells);
  if (failure !== null) return says("not read", HELP[way](sheet, failure));
  const header = headerOf(cells, sheet);
  const rows = header === null ? 0 : cells.slice(header.row + 1).filter((row) => !isBlankRow(row)).length;
  if (cells.every((row) => isBlankRow(row))) return says("empty", "nothing stands there in the planning workbook");
  if (header === null && way !== "file") return says("not read", "its first row has no headings of a plan's table");
  const cut = way === "file" ? null : cutLink({ sheet, reads }, cells);
  if (cut !== null && way === "import range")
    return says(
      "not read",
      `column ${columnLetters(cut.size.columns - 1)} holds something, and what stands beyond it does not come here. Set it up again: that links the columns up to ${columnLetters(cut.wider.columns - 1)}`,
    );
  if (cut !== null)
    return says(
      "not read",
      `the last ${cut.full} of ${reads} are filled (${rows} rows): there may be more. Set it up again: that links ${cut.wider.rows} rows and ${cut.wider.columns} columns`,
    );
  return says("read", header === null ? "in your own layout" : `${rows} rows`);
}

const ITS_ROW =
  "was deleted here, so that the plan has none. To have it again, delete its row in the sheet Planning workbook and set up again";
const DELETED: { readonly [W in Way]: string } = {
  "import range": ITS_ROW,
  "workbook link": ITS_ROW,
  file: "was deleted here: the next refresh brings it again",
};

const HELP: { readonly [W in Way]: (sheet: string, shows: string) => string } = {
  "import range": (sheet, shows) =>
    shows.startsWith("#")
      ? `shows ${shows}: point at cell A1 of ${sheet} and press Allow access; if it stays, the planning workbook has no sheet ${sheet}: delete it here`
      : "is still loading: look again in a moment",
  "workbook link": (sheet, shows) =>
    `shows ${shows}: open the planning workbook, then Data, Edit Links, Update; if it stays, it has no sheet ${sheet}: delete it here`,
  file: (_, shows) => `shows ${shows} in the planning file`,
};
