import { missingMoney } from "../engine/money/missing.ts";
import { missingSubject } from "../functions/missing-money.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { Grid } from "./model.ts";
import type { MoneyTable } from "./money-rows.ts";
import { counted, listed } from "./words.ts";

const MOST_NAMED = 6;

/** Rates and fees that nobody gave, with the hours and engagements that wait for them: as long as there are any, no margin is whole. */
export function marginMissing({ plan, counted: how, fingerprint }: Given, { months }: MoneyTable): Grid {
  const missing = missingMoney(plan, months, how);
  return {
    kind: "grid",
    key: "missing",
    title: "Missing rates and fees",
    fingerprint,
    columns: [
      { key: "who", heading: "For", shows: "text", width: 30 },
      { key: "lacks", heading: "Lacks", shows: "text", width: 20 },
      { key: "hours", heading: "Hours at stake", shows: "hours", width: 14, means: { measure: "missing hours" } },
      {
        key: "engagements",
        heading: "Engagements",
        shows: "count",
        width: 14,
        means: { measure: "missing engagements" },
      },
      { key: "which", heading: "Which", shows: "text", width: 14 },
    ],
    rows:
      missing.length === 0
        ? [["Nothing is missing.", null, 0, 0, null]]
        : missing.map((one) => [
            missingSubject(plan, one),
            `no ${one.lacks}`,
            one.minutes / 60,
            one.engagements.length,
            listed(
              one.engagements.map((number) => plan.engagements[number]!.name),
              MOST_NAMED,
            ),
          ]),
    rowMeans: missing.map((_, number) => ({ number })),
    rules: [alarm(["hours"])],
    charts: [],
  };
}

/** "120 h on 2 engagements have no rate" for the first lines; null when everything is known. */
export function missingText({ plan, counted: how }: Given, { months }: MoneyTable): string | null {
  const missing = missingMoney(plan, months, how);
  if (missing.length === 0) return null;
  const engagements = new Set(missing.flatMap((one) => one.engagements)).size;
  return `${counted(missing.length, "rate or fee", "rates or fees")} ${missing.length === 1 ? "is" : "are"} missing, for work on ${counted(engagements, "engagement")}`;
}
