import { type Cell, isBlank, shown } from "./cells.ts";
import type { Complaint } from "./complaint.ts";
import { complainBeside, type Findings } from "./findings.ts";
import { plainHeading } from "./headings.ts";
import { partOfRow, type Rows } from "./rows.ts";

/** What the amount of a row is read as. */
export type ReadAs =
  | { readonly per: "hour" | "month" | "once" }
  /** The rate is what one unit of a currency is worth in the plan's. */
  | { readonly per: "unit"; readonly of: string; readonly into: string };

interface Altering {
  /** Plain headings of cells that change what the amount means. */
  readonly headings: ReadonlySet<string>;
  /** Why the row cannot be used with such a cell; null where the amount still is what it is read as. */
  readonly against: (text: string, as: ReadAs) => Complaint | null;
}

const spelled = (heading: string): string => plainHeading(heading) || heading.trim().toLowerCase();
const list = (words: string): ReadonlySet<string> => new Set(words.split(", ").map(spelled));
const complaint = (why: string, hint: string): Complaint => ({ code: "HR-296", why, hint });

const IN_ADVANCE = "advance, in advance, arrears, in arrears, upfront, up front, vorab, nachträglich";
/** Words, without the "per" or currency before them, that say what the amount is read as anyway. */
const SAME: Readonly<Record<Exclude<ReadAs["per"], "unit">, ReadonlySet<string>>> = {
  hour: list(
    "hour, hours, hourly, hourly rate, time and materials, time and material, t&m, tm, standard, default, regular, normal, " +
      "bill, billable, cost, stunde, stündlich, stundensatz, heure, horaire, hora, timme, uur",
  ),
  month: list(
    `month, months, monthly, mo, mth, monthly retainer, retainer, calendar month, monat, monatlich, mensuel, mensual, mes, ${IN_ADVANCE}`,
  ),
  once: list(
    "once, one off, one time, onetime, single, fixed, fixed price, fixed fee, lump sum, flat, total, project, whole project, " +
      `milestone, milestones, on completion, on delivery, einmalig, pauschal, festpreis, ${IN_ADVANCE}`,
  ),
};
const BEFORE_UNIT = /^(?:(?:[a-z]{3}|[€$£¥₹])\s*(?=\/|per\b|pro\b|an?\b))?(?:\/|(?:per|pro|an?|je|each|every|1)\b)?\s*/;
const unitIn = (text: string): string => spelled(text.normalize("NFKC").trim().toLowerCase().replace(BEFORE_UNIT, ""));

const OTHER_UNIT: Readonly<Record<Exclude<ReadAs["per"], "unit">, Complaint>> = {
  hour: complaint(
    "says what the amount is for, and only amounts for an hour are read",
    "Maybe type what one hour is, divided by the hours of that time, and leave this cell empty.",
  ),
  month: complaint(
    "says what the amount is for, and a retainer is read as what is paid each month",
    "Maybe type what one month is, and leave this cell empty.",
  ),
  once: complaint(
    "says what the amount is for, and it is read as all that is paid",
    "Maybe type what is paid in all, or choose the kind monthly retainer, and leave this cell empty.",
  ),
};
const TIMES = complaint(
  "multiplies or shares the amount, and it is read as it stands",
  "Maybe type the amount that results, and leave this cell empty.",
);
const MORE_OR_LESS = complaint(
  "adds to the amount or takes from it, and it is read as it stands",
  "Maybe type the amount that results, and leave this cell empty.",
);

const isNumber = (text: string, number: number): boolean => Number(text.replace("%", "").replace(",", ".")) === number;
const NOTHING = list("none, no, nil, -, –, keine, kein");

const BY_TIME: Altering = {
  headings: list(
    "Unit, Units, Per, Every, Period, Frequency, Interval, Recurrence, Cycle, Basis, Billing, Billing unit, Billing period, Billing cycle, " +
      "Billing frequency, Billing interval, Billing basis, Billing type, Billed, Billed per, Charged, Charged per, Rate basis, Rate unit, Rate period, Rate type, " +
      "Cost basis, Cost unit, Cost period, Fee basis, Fee period, Fee frequency, Unit of measure, UoM, Time unit, Pay period, Pay frequency, " +
      "Pay basis, Payment frequency, Payment period, Payment interval, Invoicing, Invoicing frequency, Einheit, Mengeneinheit, Zeitraum, Periode, Turnus, Intervall, Abrechnung, " +
      "Häufigkeit, Unité, Période, Périodicité, Fréquence, Unidad, Periodo, Frecuencia",
  ),
  against: (text, as) => (as.per === "unit" || SAME[as.per].has(unitIn(text)) ? null : OTHER_UNIT[as.per]),
};
const FACTORS: Altering = {
  headings: list("Quantity, Qty, Factor, Multiplier, Times, Menge, Anzahl, Faktor"),
  against: (text) => (isNumber(text, 1) ? null : TIMES),
};
const CUTS: Altering = {
  headings: list(
    "Discount, Discount %, Discount rate, Rebate, Reduction, Markup, Mark up, Markup %, Uplift, Uplift %, Surcharge, Overhead, Overhead %, " +
      "On costs, On costs %, Rabatt, Nachlass, Zuschlag, Aufschlag, Remise, Descuento",
  ),
  against: (text) => (isNumber(text, 0) || NOTHING.has(spelled(text)) ? null : MORE_OR_LESS),
};
const UNITS: Altering = {
  headings: list("Unit, Units, Per, Amount, Nominal, Scale, Einheit, Einheiten"),
  against: (text, as) => (isNumber(text, 1) || (as.per === "unit" && codeIn(text) === as.of) ? null : TIMES),
};
const INTO: Altering = {
  headings: list(
    "To currency, Into, Into currency, Target, Target currency, Quote, Quote currency, Counter currency, Term currency, Home currency, " +
      "Local currency, Reporting currency, Zielwährung, Currency to, To ccy",
  ),
  against: (text, as) =>
    as.per !== "unit" || codeIn(text) === as.into
      ? null
      : complaint(
          `is not the plan's currency${as.into === "" ? "" : `, ${as.into}`}, and only rates into that are read`,
          "Maybe type what one unit is worth in the plan's currency, and leave this cell empty.",
        ),
};
const BASE: Altering = {
  headings: list("Base, Base currency, Basiswährung, Base ccy"),
  against: (text, as) =>
    as.per !== "unit" || codeIn(text) === as.of
      ? null
      : complaint(
          "says that the rate is what one of another currency than the row's is worth",
          "Maybe type 1 divided by the rate, so that it says what one of the row's currency is worth in the plan's, and leave this cell empty.",
        ),
};
const codeIn = (text: string): string => text.trim().toUpperCase();

const OF_TABLES: Readonly<Record<string, readonly Altering[]>> = {
  Rates: [BY_TIME, FACTORS, CUTS],
  Costs: [BY_TIME, FACTORS, CUTS],
  Fees: [BY_TIME, FACTORS, CUTS],
  Exchange: [INTO, BASE, UNITS, FACTORS],
};

/**
 * Leaves rows of a table of money out whose cells under headings that the plan does not read change what the amount means: an amount a
 * day, a quarterly fee, a rate into another currency. Answers whether a row still is what it is read as.
 */
export function alteredIn(rows: Rows, findings: Findings): (index: number, as: ReadAs) => boolean {
  const rules = OF_TABLES[rows.table.name] ?? [];
  const columns = rows.parts.map((part) => {
    const read = new Set([...part.columns.values(), ...[...part.doubled.values()].flat()]);
    return (part.cells[part.header] ?? []).flatMap((heading: Cell, column) => {
      const rule = typeof heading === "string" && !read.has(column) ? ruleFor(rules, heading) : undefined;
      return rule === undefined ? [] : [{ column, rule }];
    });
  });
  return (index, as) => {
    const number = partOfRow(rows, index);
    const part = rows.parts[number]!;
    const cells = part.cells[part.header + 1 + index - rows.starts[number]!] ?? [];
    const wrong = columns[number]!.flatMap(({ column, rule }) => {
      const cell = cells[column] ?? null;
      const against = isBlank(cell) ? null : rule.against(shown(cell), as);
      return against === null ? [] : [{ column, against }];
    });
    for (const { column, against } of wrong) complainBeside(findings, rows, index, column, against);
    return wrong.length === 0;
  };
}

/** By the whole heading, else without what stands in brackets. */
const ruleFor = (rules: readonly Altering[], heading: string): Altering | undefined =>
  [heading, heading.replace(/\([^)]*\)/g, " ")]
    .map(spelled)
    .flatMap((plain) => rules.find(({ headings }) => headings.has(plain)) ?? [])[0];
