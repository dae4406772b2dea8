import { describe, expect, test } from "vitest";
import { type MoneySum, moneyShown } from "../../core/engine/money/view.ts";

const ONE = [[[0]]];
const row = (label: string, cost: Readonly<Record<string, readonly number[] | number>>, group = ""): MoneySum => ({
  label,
  group,
  cost: new Map(Object.entries(cost).map(([rate, costs]) => [rate, typeof costs === "number" ? [costs] : costs])),
});
const shown = (table: readonly MoneySum[], columns = ONE) =>
  moneyShown(table, "all but salaries", columns).rows.map(({ group, label, members }) => {
    const names = members.map((one) => table[one]!.label).join("+");
    return `${group === "" ? "" : `${group}/`}${label === names ? "" : `${label}=`}${names}`;
  });

describe("what may be shown of money", () => {
  const table = [row("Big", { a: 5000, b: 6000, c: 7000 }), row("Small", { d: 9000 })];

  test("everything in the view all, nothing in the view none", () => {
    expect(moneyShown(table, "all", ONE).rows.map(({ members }) => members)).toEqual([[0], [1]]);
    expect(moneyShown(table, "none", ONE).rows).toEqual([]);
  });

  test("three rates, none above 80 % of the cost, may be shown", () => {
    expect(shown([row("Even", { a: 5000, b: 5000, c: 5000 })])).toEqual(["Even"]);
    expect(shown([row("At the limit", { a: 8000, b: 1000, c: 1000 })])).toEqual(["At the limit"]);
    expect(shown([row("Beyond it", { a: 8100, b: 1000, c: 900 })])).toEqual([]);
    expect(shown([row("Two", { a: 5000, b: 5000 })])).toEqual([]);
  });

  test("two rows of which one is too small are one row, since the total less the rest would give it away", () => {
    expect(shown(table)).toEqual(["Other=Big+Small"]);
  });

  test("small rows go together where they hide one another", () => {
    const small = ["x", "y", "z"].map((who) => row(`Of ${who}`, { [who]: 4000 }));
    expect(shown([...small, table[0]!])).toEqual(["Big", "Other=Of x+Of y+Of z"]);
  });

  test("small rows of one client go together there, when they hide one another", () => {
    const small = ["x", "y", "z"].map((who) => row(`Of ${who}`, { [who]: 4000 }, "Acme"));
    expect(shown([...small, row("Big", { a: 5000, b: 6000, c: 7000 }, "Bolt")])).toEqual([
      "Bolt/Big",
      "Acme/Other=Of x+Of y+Of z",
    ]);
  });

  test("two rows that differ by one rate are not shown side by side", () => {
    const with4 = row("With d", { a: 5000, b: 6000, c: 7000, d: 4000 });
    expect(
      shown([with4, row("Without", { a: 5000, b: 6000, c: 7000 }), row("More", { e: 1000, f: 1500, g: 2000 })]),
    ).toEqual(["With d", "Other=Without+More"]);
  });

  test("months are added up when one of them is the others but for one rate", () => {
    const months = row("Away in February", { a: [5000, 5000], b: [6000, 6000], c: [7000, 3500] });
    const columns = [[[0], [1]], [[0, 1]]];
    const found = moneyShown([months], "all but salaries", columns);
    expect(found.columns).toEqual([[0, 1]]);
    const alike = row("Nobody away", { a: [5000, 4000], b: [6000, 4800], c: [7000, 5600] });
    expect(moneyShown([alike], "all but salaries", columns).columns).toEqual([[0], [1]]);
  });

  test("a refresh after somebody joined does not show what a difference would tell", () => {
    const before = [row("Team", { a: 5000, b: 6000, c: 7000 })];
    const after = [row("Team", { a: 5000, b: 6000, c: 7000, d: 4000 })];
    const { told } = moneyShown(before, "all but salaries", ONE);
    expect(moneyShown(after, "all but salaries", ONE).rows).toHaveLength(1);
    expect(moneyShown(after, "all but salaries", ONE, { figures: told, nowCalled: new Map() }).rows).toEqual([]);
    const three = [row("Team", { a: 5000, b: 6000, c: 7000, d: 4000, e: 3000, f: 3500 })];
    expect(moneyShown(three, "all but salaries", ONE, { figures: told, nowCalled: new Map() }).rows).toHaveLength(1);
  });
});
