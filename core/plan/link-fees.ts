import { type DayNumber, dayNumber } from "../units.ts";
import { alteredIn } from "./altering.ts";
import { complainOfName, NOBODY, numbersIn } from "./book-names.ts";
import { isoDate, type Period } from "./calendar.ts";
import type { Complaint } from "./complaint.ts";
import { complain, type Findings, placeAt, type Spot } from "./findings.ts";
import { rowNumber } from "./link-needs.ts";
import type { MoneyLinks } from "./link-rates.ts";
import type { Fee, FeeKind } from "./money.ts";
import { currencyAt, currencySpot, isIn, minorAt } from "./money-cells.ts";
import type { FEES } from "./money-tables.ts";
import { type Engagement, FIRST_DAY, LAST_DAY } from "./plan.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import { FEE_KINDS } from "./words.ts";

type FeeRows = Rows<(typeof FEES)["columns"]>;

// The keys of our own table of words are its words.
const KINDS = Object.keys(FEE_KINDS) as readonly FeeKind[];

/** Amounts that do not go by the hour, with their days. `until` is the day up to which a retainer is taken to go on that nothing ends. */
export function linkFees(rows: FeeRows, links: MoneyLinks, until: DayNumber): readonly Fee[] {
  const { books, engagements, work, currencyOf, findings } = links;
  const what = numbersIn(engagements, books.names.engagement);
  const { columns } = rows;
  const isRead = alteredIn(rows, findings);
  const fees: Fee[] = [];
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED && rows.state[index] !== EXCLUDED) continue;
    const name = columns.engagement[index]!;
    const number = name < 0 ? NOBODY : what[name]!;
    const spot = (key: string): Spot => ({ rows, index, key });
    if (name >= 0 && number === NOBODY)
      complainOfName(findings, engagements, spot("engagement"), books.names.engagement.texts[name]!);
    const currency = currencyAt(spot("currency"), "amount", findings);
    const minor = currency === null ? null : minorAt(spot("amount"), "amount", currencyOf(currency), findings);
    if (number === NOBODY || currency === null || minor === null || !isIn(spot("amount"))) continue;
    const engagement = work[number]!;
    const kind =
      KINDS[columns.kind[index]!] ?? (engagement.kind === "managed service" ? "monthly retainer" : "fixed fee");
    if (!isRead(index, { per: kind === "monthly retainer" ? "month" : "once" })) continue;
    const from = columns.from[index] === BLANK ? engagement.from : dayNumber(columns.from[index]!);
    const to = columns.to[index] === BLANK ? engagement.to : dayNumber(columns.to[index]!);
    const lacks = LACKS[kind](from, to);
    if (lacks !== null) {
      complain(findings, spot(lacks), NO_DAYS[kind]);
      continue;
    }
    const isEndless = kind === "monthly retainer" && to === LAST_DAY;
    if (isEndless) complain(findings, spot("to"), endless(until));
    if (to < from && LASTS.has(kind)) {
      complain(findings, spot(columns.from[index] === BLANK ? "to" : "from"), BACKWARDS);
      continue;
    }
    const currencyIn = placeAt(currencySpot(spot("currency"), "amount")).column;
    const amount = { minor, currency: currencyOf(currency), currencyIn };
    const days = isEndless ? ({ from, to: until, isEndless } as const) : { from, to };
    if (kind === "monthly retainer" && !isEndless) checkWithin(engagement, days, spot, findings);
    const included = includedIn(columns.included[index]!, kind, spot("included"), findings);
    fees.push({ engagement: number, kind, ...amount, ...days, ...included, row: rowNumber(rows, index) });
  }
  return fees;
}

/** The hours of a month that a retainer says it pays for; no other fee includes any. */
function includedIn(minutes: number, kind: FeeKind, spot: Spot, findings: Findings): Pick<Fee, "included"> {
  if (minutes === BLANK) return {};
  if (kind === "monthly retainer") return { included: minutes };
  complain(findings, spot, {
    code: "HR-311",
    why: `stands in a row of kind ${kind}, and only a monthly retainer includes hours: it is not used`,
    hint: "Maybe choose the kind monthly retainer, or empty this cell.",
  });
  return {};
}

type Lacking = (from: DayNumber, to: DayNumber) => "from" | "to" | null;
const needsBoth: Lacking = (from, to) => (from === FIRST_DAY ? "from" : to === LAST_DAY ? "to" : null);
const needsFrom: Lacking = (from) => (from === FIRST_DAY ? "from" : null);

/** Days that each kind cannot do without, once the engagement's are filled in. */
const LACKS: Readonly<Record<FeeKind, Lacking>> = {
  "fixed fee": needsBoth,
  "monthly retainer": needsFrom,
  "change order": needsFrom,
  expense: needsFrom,
  "write-off": needsFrom,
};
const LASTS: ReadonlySet<FeeKind> = new Set(["fixed fee", "monthly retainer"]);

const noDays = (why: string, hint: string): Complaint => ({ code: "HR-116", why, hint });
const A_DAY = "Maybe fill From here.";
const NO_DAYS: Readonly<Record<FeeKind, Complaint>> = {
  "fixed fee": noDays("a fixed fee needs a first and a last day", "Maybe fill From and To here, or in Engagements."),
  "monthly retainer": noDays("a retainer needs a first day", "Maybe fill From here, or in Engagements."),
  "change order": noDays("a change order needs the day from which it counts", A_DAY),
  expense: noDays("an expense needs its day", A_DAY),
  "write-off": noDays("a write-off needs its day", A_DAY),
};

const endless = (until: DayNumber): Complaint => ({
  code: "HR-193",
  why:
    until === LAST_DAY
      ? "a retainer without a last day counts in every month; what it pays at completion is not known"
      : `a retainer without a last day counts up to ${isoDate(until)}, with the months of the horizon; what it pays after that, and so at completion, is not known`,
  hint: "Maybe fill To here, or in Engagements.",
});

/** The days that a row says hold, and it counts in full: said where its engagement is over by then, or has not begun. */
function checkWithin(work: Engagement, days: Period, spot: (key: string) => Spot, findings: Findings): void {
  if (days.to > work.to)
    complain(findings, spot("to"), beyond(`goes on after ${isoDate(work.to)}, when its engagement ends`));
  if (days.from < work.from)
    complain(findings, spot("from"), beyond(`begins before ${isoDate(work.from)}, when its engagement begins`));
}

const beyond = (what: string): Complaint => ({
  code: "HR-278",
  why: `${what}, and counts in full all the same`,
  hint: "Maybe change the day here, or in Engagements.",
});

const BACKWARDS: Complaint = {
  code: "HR-114",
  why: "ends before it starts",
  hint: "Maybe type both days in this row.",
};
