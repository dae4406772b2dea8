import { type Measure, measureOf } from "./measures.ts";
import { at, filled, plain, type Sheet, span, textAt } from "./sheet.ts";
import { roleOf } from "./vocabulary.ts";

/** The name of some work and, beside it, how much. */
export interface Pair {
  readonly name: number;
  readonly amount: number;
  readonly category: string;
  /** What its amounts count, which may differ from pair to pair. */
  readonly measure: Measure;
}
/** The header row of a table of pairs. */
export interface PairHeader {
  readonly row: number;
  readonly pairs: readonly Pair[];
}

/** A header row with a person and one effort heading repeated, each to the right of a heading that names a kind of work. */
export function pairHeaderIn(sheet: Sheet): PairHeader | null {
  for (const row of span(0, Math.min(sheet.height, 60) - 1)) {
    const columns = filled(sheet, row);
    const text = (column: number) => textAt(sheet, row, column);
    if (
      !columns.some((column) => roleOf(text(column)) === "person") ||
      columns.some((column) => roleOf(text(column)) === "from")
    )
      continue;
    const all = columns.flatMap((amount): readonly Pair[] => {
      const [left, measure] = [text(amount - 1), measureOf(text(amount))];
      const isPair = measure !== null && left !== "" && measureOf(left) === null && roleOf(left) !== "person";
      const category = roleOf(left) === "engagement" ? "" : left;
      return isPair ? [{ name: amount - 1, amount, category, measure }] : [];
    });
    const usual = mostAlike(all.map(({ amount }) => plain(text(amount))));
    const same = all.filter(({ amount }) => plain(text(amount)) === usual);
    const pairs = all.filter((pair) => same.includes(pair) || namesWork(sheet, row, pair));
    const isWork = pairs.every(({ name }) => roleOf(text(name)) === "engagement");
    if (same.length >= 2 || (pairs.length >= 2 && isWork)) return { row, pairs };
  }
  return null;
}

const mostAlike = (texts: readonly string[]): string | undefined => {
  const count = (text: string) => texts.filter((one) => one === text).length;
  return texts.reduce<string | undefined>(
    (best, text) => (best === undefined || count(text) > count(best) ? text : best),
    undefined,
  );
};

/** A column of names of work, by its heading or where nothing else is known of it, by its texts. */
function namesWork(sheet: Sheet, row: number, { name }: Pair): boolean {
  const role = roleOf(textAt(sheet, row, name));
  const cells = span(row + 1, sheet.height - 1)
    .map((below) => at(sheet, below, name))
    .filter((cell) => cell !== null);
  return (
    role === "engagement" || (role === null && cells.length > 0 && cells.every((cell) => typeof cell === "string"))
  );
}
