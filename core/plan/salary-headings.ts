import { isCurrency } from "./currencies.ts";
import { plainHeading } from "./headings.ts";
import { COSTS } from "./money-tables.ts";

/**
 * Whether a column's heading says that what people cost stands below it: a salary, a wage, a cost rate, in whatever currency, year
 * or period. Such columns are a secret wherever they stand, also beside a plan's own.
 */
export function isSalaryHeading(heading: string): boolean {
  if (heading.length > LONGEST) return false;
  // Without its letter, "lön" is a longitude.
  const spelled = heading.normalize("NFC").replace(/l[öø]n/giu, "lohn");
  const words = withoutDetails(plainHeading(spelled.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ø/giu, "o")));
  if (words.length === 0 || words.length > MOST_WORDS || words.some((word) => NO_AMOUNT.has(word))) return false;
  if (OWN.has(words.join(" ")) || words.some((word) => SALARY.test(word))) return true;
  return words.some((word) => COST.has(word)) && words.every((word) => COST.has(word) || BESIDE.has(word));
}

/** Whether it says an amount by the hour or day, of which only the table beside it says whether it is paid or billed. */
export const isRateHeading = (heading: string): boolean =>
  heading.length <= LONGEST &&
  /^(?:(?:day|daily|hourly|hour|monthly) rate|(?:[$£€¥₹]|[a-z]{3})\s*(?:\/|per )\s*(?:h|hrs?|hour|d|day|month))\b/i.test(
    heading.trim(),
  );

/** Longer texts are remarks about salaries, not headings. */
const LONGEST = 60;
const MOST_WORDS = 6;

/** Words that say of what, when and in which money: "Salary 2026 (EUR)" is a salary. */
const withoutDetails = (plain: string): readonly string[] =>
  plain.split(" ").filter((word) => word !== "" && !/\d/.test(word) && !isCurrency(word.toUpperCase()));

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** The table's own heading and its synonyms, without what stands in brackets. */
const OWN: ReadonlySet<string> = new Set(
  [
    COSTS.columns.rate.heading,
    ...COSTS.columns.rate.also,
    "Loaded rate",
    "Fully loaded rate",
    "Fully loaded hourly rate",
    ...[
      "Loaded",
      "Fully loaded",
      "Unit cost",
      "LPA",
      "Bonus",
      "Annual bonus",
      "Yearly bonus",
      "Take home",
      "Take home pay",
    ],
    ...["Monthly gross", "Gross monthly", "Annual gross", "Gross annual", "Yearly gross", "Monthly net"],
    ...["Annual package", "Yearly package", "Salary package", "Pay package", "Variable pay", "Fixed pay"],
  ].map((one) => withoutDetails(plainHeading(one)).join(" ")),
);

/** Words, accents aside, that mean what somebody is paid, alone or as the end of a German, Swedish, Danish or Norwegian one. */
const SALARY =
  /^(?:salar(?:y|ies|is|io|ios|iat)|salaires?|wages?|remuneration|remuneracion|retribucion|compensation|comp|stipend|stipendio|sueldos?|nomina|earnings|ctc|ote|paie|paye|mzd[ay]|plat|platy|bezuge|salaris|(?:\p{L}*(?:gehalt|gehalter|gehalts|entgelt|lohn|lohne|lohns|lohnn|lohner|lohnen|lohnnen|lohnninger|lohninger|vergutung|uurloon|maandloon|brutoloon)))$/u;

/** Words that mean what somebody costs, as long as no other word says that something else does. */
const COST = list(
  "cost costs burden burdened pay payroll payrate kosten kostensatz stundenkosten tageskosten personalkosten lohnkosten gehaltskosten " +
    "selbstkosten cout couts coste costes costo costos custo kostnad kostnader kostnads lohnkostnad lohnkostnader timkostnad timekostnad " +
    "personalkostnad lohnekostnad lohnekostnader omkostning omkostninger lohnomkostning lohnomkostninger lohnudgift lohnudgifter kostpris timekostpris " +
    "naklad naklady nakladova mzdove",
);

/** What may stand beside them. */
const BESIDE = list(
  "rate rates hours hourly day daily week weekly month monthly year yearly annual annually quarterly gross net base basic total " +
    "full fully loaded own internal default standard current new old planned actual average avg mean employee employees employment " +
    "person people staff labour labor personnel resource member contractor freelancer subcontractor consultant team our real " +
    "amount value price in of to for k p pa fte company business jahr monat tag stunde horaire brutto netto interne intern " +
    "journalier journaliere mensuel annuel taux du de la par jour heure mois an salarial salariale hora dia mes ano por tarifa bruto neto " +
    "per timme manad ar tim time maned dag hodinova hodinove hodinu na za mesic rok den sazba hruba stundensatz tagessatz",
);

/** A grade, a band or a day of pay says no amount. */
const NO_AMOUNT = list(
  "band bands grade grades level levels step date number no id code currency centre center note notes comment review name type index days",
);
