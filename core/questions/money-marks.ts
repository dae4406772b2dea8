import type { Change, Edit } from "../journal/index.ts";
import { COSTS } from "../plan/money-tables.ts";
import type { Settings } from "../plan/plan.ts";
import { overlap } from "../sheets/areas.ts";
import type { InputTable } from "../sheets/inputs.ts";
import { isMoneyTable } from "../sheets/without-money.ts";

/** A change that writes or replaces cells of Rates, Costs, Fees or Exchange: marked, because Undo then holds what stood there. */
export function markedMoney(change: Change, inputs: readonly InputTable[] = []): Change {
  const touched = new Set((change.edits ?? []).flatMap((edit) => tablesOf(edit, inputs)));
  const shows = touched.has(COSTS.name) ? "all" : touched.size > 0 ? "all but salaries" : null;
  return shows === null ? change : { ...change, shows: wider(shows, change.shows ?? "none") };
}

const wider = (a: Settings["moneyShown"], b: Settings["moneyShown"]): Settings["moneyShown"] =>
  a === "all" || b === "all" ? "all" : a === "none" ? b : a;

/** By where its cells stand, and by the sheet's name where nothing was read yet; a new table's headings tell no amount. */
function tablesOf({ sheet, at, cells }: Edit, inputs: readonly InputTable[]): readonly string[] {
  const read = inputs.filter((one) => one.sheet === sheet && isMoneyTable(one.table) && overlap(one.at, at));
  const isBare = at.row === 0 && cells.slice(1).every((line) => line.every((cell) => cell === null || cell === ""));
  const named = isMoneyTable(sheet) && !isBare ? [sheet] : [];
  return [...read.flatMap(({ table }) => (table === null ? [] : [table])), ...named];
}
