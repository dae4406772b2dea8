import type { Missing } from "../engine/money/missing.ts";
import {
  daysText,
  LACKS_TEXT,
  lateText,
  missingSubject,
  NO_EFFORT_TEXT,
  unplannedText,
} from "../functions/missing-money.ts";
import type { Plan } from "../plan/plan.ts";
import type { Given } from "./given.ts";
import { alarm } from "./heat.ts";
import type { Grid } from "./model.ts";
import type { MoneyTable } from "./money-rows.ts";
import { counted, listed } from "./words.ts";

const MOST_NAMED = 6;

/** Rates, fees, exchange rates and efforts that nobody gave, and rows that cannot be used, with the hours and engagements that wait for them: as long as there are any, no margin is whole. */
export function marginMissing({ plan, fingerprint }: Given, { missing }: MoneyTable): Grid {
  return {
    kind: "grid",
    key: "missing",
    title: "Missing rates and fees, and rows that are left out",
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
            LACKS_TEXT[one.lacks],
            one.minutes / 60,
            one.engagements.length,
            whichText(plan, one),
          ]),
    rowMeans: missing.map((_, number) => ({ number })),
    rules: [alarm(["hours"])],
    charts: [],
  };
}

/** "Portal, Desk"; of an exchange rate and an effort also when and what for. */
function whichText({ engagements: all, money }: Plan, missing: Missing): string {
  const names = listed(
    missing.engagements.map((number) => all[number]!.name),
    MOST_NAMED,
  );
  if (missing.lacks === "row") return `${missing.why}: ${names === "" ? "its engagement is not known" : names}`;
  if (missing.lacks === "kind")
    return "a fee, and no Kind in Engagements: fill it, to say whether hours are charged on top";
  if (missing.lacks === "end") return `its retainer, ${daysText(missing)}`;
  if (missing.lacks === "days") return `${lateText(missing)}: ${DAYS_WAY_OUT}`;
  if (missing.lacks === "work") return `its retainer at completion: ${unplannedText(missing)}`;
  if (missing.lacks === "effort") return "its fee of a fixed price is earned by effort";
  return missing.lacks === "exchange rate" ? `into ${money?.currency ?? ""} ${daysText(missing)}: ${names}` : names;
}

const MOST_SAID = 2;

/** "2 rates or fees are missing, for work on 1 engagement" for the first lines: every true reason, and no other. */
export function missingText(plan: Plan, missing: readonly Missing[]): string {
  const of = (...lacks: readonly Missing["lacks"][]) => missing.filter((one) => lacks.includes(one.lacks));
  const none = of("rate", "cost rate", "fee");
  const tied = of("one rate", "one cost rate");
  const [exchange, effort, endless, open] = [of("exchange rate"), of("effort"), of("end"), of("kind")];
  const rows = of("row");
  const left = rows.reduce((sum, one) => sum + one.rows.length, 0);
  const subjects = (some: readonly Missing[]) =>
    listed(
      some.map((one) => missingSubject(plan, one)),
      MOST_SAID,
    );
  const engagements = (some: readonly Missing[]) =>
    counted(new Set(some.flatMap((one) => one.engagements)).size, "engagement");
  const said = [
    ...(none.length === 0
      ? []
      : [
          `${counted(none.length, "rate or fee", "rates or fees")} ${none.length === 1 ? "is" : "are"} missing, for work on ${engagements(none)}`,
        ]),
    ...(tied.length === 0 ? [] : [`two rates stand for one day of ${subjects(tied)}`]),
    ...exchange.map(
      (one) =>
        `${one.currency} has no exchange rate into ${plan.money?.currency ?? ""} ${daysText(one)}, for ${engagements([one])}`,
    ),
    ...(effort.length === 0 ? [] : [`${subjects(effort)} ${effort.length === 1 ? NO_EFFORT_TEXT : NO_EFFORTS_TEXT}`]),
    ...(open.length === 0
      ? []
      : [`${subjects(open)} ${open.length === 1 ? "has a fee" : "have fees"} and no Kind (fill it in Engagements)`]),
    ...of("days").map((one) => `${lateText(one, missingSubject(plan, one))} (${DAYS_WAY_OUT})`),
    ...(endless.length === 0 ? [] : [`nobody knows how long the retainer of ${subjects(endless)} goes on`]),
  ];
  const leftOut =
    left === 0 ? [] : [`${counted(left, "row")} ${left === 1 ? "is" : "are"} left out (${subjects(rows)})`];
  return [...said, ...leftOut].join("; ") || "something of it is not known";
}
/** What to do about late work, as Plan check says it at more length. */
const DAYS_WAY_OUT = "give them days, log who did them, ask for fewer, or set Status to done";
const NO_EFFORTS_TEXT = "have fees of a fixed price and no effort";
