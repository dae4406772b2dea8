import { expect, test } from "vitest";
import { ask } from "../../functions/ask.ts";
import { day, rangesIn } from "../../support/plan.ts";

/** Sue comes with odds of 50 % for ten days of 8 hours; her role earns 150 and costs 90 an hour. */
const firm = (heading: string, effort: string) =>
  rangesIn(`
    Setting  | Value
    Currency | EUR

    Person | Role   | Weekly hours | Kind         | Odds | From
    Sue    | Senior | 40           | planned hire | 50%  | 2026-01-05

    Engagement | Kind               | Status    | From       | To
    Portal     | time and materials | confirmed | 2026-01-05 | 2026-01-16

    Person | Engagement | ${heading} | From       | To
    Sue    | Portal     | ${effort}  | 2026-01-05 | 2026-01-16

    Role   | Rate | Currency
    Senior | 150  | EUR

    Role   | Cost rate | Currency
    Senior | 90        | EUR
  `);

test.each([
  ["hours that she is booked for in full, whatever her odds", "Hours a week", "40", "odds", 80],
  ["a share of her capacity by her odds", "Share", "100%", "odds", 40],
  ["a share in full where all hires count", "Share", "100%", "all", 80],
  ["nothing where no hire counts", "Hours a week", "40", "none", 0],
])("a planned hire earns and costs alike: %s", (_, heading, effort, hires, hours) => {
  const of = (measure: string) =>
    ask(
      "MARGIN",
      day("2026-01-05"),
      day("2026-01-16"),
      "",
      "",
      `hires=${hires}; measure=${measure}`,
      ...firm(heading, effort),
    );
  expect([of("revenue"), of("cost")]).toEqual([hours * 150, hours * 90]);
});
