import { describe, expect, test } from "vitest";
import type { Cell } from "../../core/plan/cells.ts";
import type { Amount } from "../../core/plan/money.ts";
import { readPlan } from "../../core/plan/read-plan.ts";

/** 1,234.56 as five countries write it. */
const FORMATS = ["1,234.56", "1.234,56", "1 234,56", "1'234.56", "1234.56"] as const;
/** The same with what may stand around an amount: a sign or a code, before or behind it. */
const AROUND: readonly (readonly [name: string, around: (amount: string) => string])[] = [
  ["alone", (amount) => amount],
  ["with spaces that do not break", (amount) => `\u00a0${amount.replace(/ /g, "\u202f")}\u00a0`],
  ["behind €", (amount) => `€${amount}`],
  ["before €", (amount) => `${amount} €`],
  ["behind EUR", (amount) => `EUR ${amount}`],
  ["before eur", (amount) => `${amount} eur`],
  ["an hour", (amount) => `${amount} €/h`],
];

const plan = (rate: Cell, currency: Cell = "EUR", setting = "EUR") =>
  readPlan(
    [
      [
        ["Setting", "Value"],
        ["Currency", setting],
      ],
      [
        ["Person", "Role", "Weekly hours"],
        ["Ana", "Dev", 40],
      ],
      [
        ["Engagement", "Kind", "From", "To"],
        ["Portal", "fixed price", 46027, 46055],
      ],
      [
        ["Role", "Rate", "Currency"],
        ["Dev", rate, currency],
      ],
      [
        ["Person", "Cost rate", "Currency"],
        ["Ana", rate, currency],
      ],
      [
        ["Engagement", "Kind", "Amount", "Currency"],
        ["Portal", "fixed fee", rate, currency],
      ],
      [
        ["Currency", "Rate"],
        ...["EUR", "USD", "GBP", "KWD", "JPY"].filter((one) => one !== setting).map((one) => [one, 2]),
      ],
    ].map((cells) => ({ cells })),
  );
/** Amounts of Rates, Costs and Fees in minor units, with their currencies. */
const amounts = (...cells: Parameters<typeof plan>) => {
  const { money, problems } = plan(...cells);
  const all = [money!.rates, money!.costs, money!.fees].map((rows: readonly Amount[]) =>
    rows.flatMap(({ minor, currency, isFaulty }) => (isFaulty ? [] : [`${minor} ${currency}`])).join(),
  );
  return { all, codes: [...new Set(problems.map(({ code }) => code))], problems };
};

describe.each(AROUND)("an amount that was typed as text, %s", (_, around) => {
  test.each(FORMATS)("%s is 123,456 cents in Rates, Costs and Fees", (format) => {
    expect(amounts(around(format))).toMatchObject({ all: Array(3).fill("123456 EUR"), codes: [] });
  });
});

describe("the currency that an amount is written with", () => {
  test("is the row's where the row names none", () => {
    expect(amounts("1.234,56 GBP", null).all).toEqual(Array(3).fill("123456 GBP"));
    expect(amounts("£1,234.56", null).all).toEqual(Array(3).fill("123456 GBP"));
  });

  test("may be any dollar that the row or the plan names", () => {
    expect(amounts("$1,234.56", "USD").all).toEqual(Array(3).fill("123456 USD"));
    expect(amounts("$1,234.56", null, "SGD").all).toEqual(Array(3).fill("123456 SGD"));
  });

  test("must be that of the row, whose column says how to mend it without a figure", () => {
    for (const text of ["USD 1,234.56", "$1,234.56", "1.234,56 £"]) {
      const { all, codes, problems } = amounts(text, "EUR");
      expect([text, all, codes]).toEqual([text, ["", "", ""], ["HR-285"]]);
      for (const { hint } of problems) expect(hint).toMatch(/in the column Currency, and the number alone here\.$/);
      expect(problems.map(({ why, hint }) => why + hint).join()).not.toMatch(/\d/);
    }
  });

  test("is no word that only looks like one", () => {
    for (const text of ["1,234.56 tbd", "abc", "EUR", "12 EUR 34"]) {
      const { all, codes } = amounts(text);
      expect([text, all, codes]).toEqual([text, ["", "", ""], ["HR-101"]]);
    }
  });
});

describe("1.234, which can be two numbers", () => {
  test("is the one that the currency has coins for", () => {
    expect(amounts("1.234").all).toEqual(Array(3).fill("123400 EUR"));
    expect(amounts("1,234 €").all).toEqual(Array(3).fill("123400 EUR"));
    expect(amounts("1.234", "JPY").all).toEqual(Array(3).fill("1234 JPY"));
  });

  test("is a problem where it has coins for both, and is not guessed", () => {
    const { all, codes } = amounts("1.234", "KWD");
    expect([all, codes]).toEqual([["", "", ""], ["HR-102"]]);
  });
});

test("negative amounts keep their sign around a currency: no rate and no fee is below 0", () => {
  for (const text of ["-€5.00", "€ -5", "(5.00 EUR)", "(EUR 5)", "5,00- €"])
    expect([text, amounts(text).codes]).toEqual([text, ["HR-103"]]);
});
