import { plain } from "./sheet.ts";

/**
 * What hours are, in the words that teams use in seven languages: planned, done, or the difference of the two. One definition
 * for headings of columns, for cells that call a row so, and for titles.
 */
export type Version = "planned" | "done" | "difference";

const PLANS =
  "plan|plans|planned|plan \\w{1,2}|planes?|planu|plany|planstunden|geplant\\w*|planifie\\w*|planerad\\w*|planerat|planlagt\\w*|planlagte|planovan\\w*|planificad\\w*|planejad\\w*|budget\\w*|forecast\\w*|baseline\\w*|estimate[sd]?|target\\w*|soll\\w*|prognose\\w*|prognos\\w*|vorgabe|schatzung|prevu\\w*|prevus?|prev|prevision\\w*|previst[oa]s?|presupuest\\w*|pronostico\\w*|objetivo|objectif|basis ?plan|odhad\\w*|rozpocet|predpoklad|vyhled";
/** What else heads a column of planned hours; as the name of a row, it says how sure work is. */
const ALSO_PLANS = "scheduled|booked|allocated|planning|planung";
const DONE =
  "actuals?|ist|worked|logged|tracked|done|delivered|spent|time ?sheets?|time spent|hours worked|reel|reels|reelle?s?|realise\\w*|effectue\\w*|utfall|faktisk\\w*|verklig\\w*|nedlagd\\w*|arbetad\\w*|brugt\\w*|udfort\\w*|utfort\\w*|geleistet\\w*|gebucht\\w*|gearbeitet\\w*|skutecn\\w*|odpracovan\\w*|real|reales|realizad\\w*|trabajad\\w*|ejecutad\\w*|stundenzettel|zeiterfassung|tidrapport\\w*|feuilles? de temps|timeseddel|timesedler|vykaz\\w*|hojas? de horas";
const DIFFERENCES =
  "diff\\w*|variance|delta|deviation|abweichung\\w*|ecart\\w*|avvikelse\\w*|skillnad\\w*|afvigelse\\w*|forskel\\w*|odchylka|rozdil\\w*|desviacion\\w*|diferencia\\w*";
const BESIDE = "free|available|capacity|notes?|comments?";

const PLANNED_HEADING = new RegExp(`^(${PLANS}|plan\\w*|${ALSO_PLANS})\\b`);
const OTHER_HEADING = new RegExp(`^(${DONE}|${DIFFERENCES}|${BESIDE})\\b`);

/** Does a heading above hours say that they are planned? */
export const headsPlan = (heading: string): boolean => PLANNED_HEADING.test(plain(heading));
/** Does it say that they are done, free, or a difference? */
export const headsOther = (heading: string): boolean => OTHER_HEADING.test(plain(heading));

const UNITS =
  "h|hr|hrs|hours?|std|stunden?|heures?|timmar|timer|hodin|hodiny|horas?|days?|tage|jours?|dagar|dage|dny|dnu|dni|dias|pt|md|fte|etp|vza|%|percent|effort|work|time|aufwand|charge|arbete|arbejde|prace|trabajo|value|values|amount";
const ONLY_ALSO = new RegExp(`^(${ALSO_PLANS})(?: (?:${UNITS}))?$`);
const SHORT = new RegExp(`^(?:(?:${UNITS}) )?(${PLANS}|(${DONE})|(${DIFFERENCES}))(?: (?:${UNITS}))?$`);

/** What a cell calls its row: "Plan", "Ist-Stunden", "Actual (h)", "Diff"; null when it is none of these words. */
export function versionOf(text: string): Version | null {
  const [whole, , done, difference] = SHORT.exec(plain(text)) ?? [];
  if (whole === undefined) return null;
  return difference !== undefined ? "difference" : done !== undefined ? "done" : "planned";
}

/** "Booked", "Scheduled": beside rows of what was done, a row of the plan. */
export const mayBePlanned = (text: string): boolean => ONLY_ALSO.test(plain(text));

/** Which of several plans a word means: "Planned" and "Plan" are one, "Baseline" and "Forecast" are two. */
export function planOf(text: string): string {
  const words = plain(text)
    .replace(new RegExp(`(^| )(${UNITS})(?= |$)`, "g"), " ")
    .trim();
  const stem = /^(plan|geplant|soll|prevu|previst|budget|forecast|prognos|baseline|estimate)/.exec(words)?.[1] ?? words;
  return stem === "geplant" ? "plan" : stem;
}

/** A column of such a heading tells versions of a plan apart, whatever their names. */
export const headsVersions = (heading: string): boolean =>
  /^((plan|data) )?(version|scenario|szenario|scenarios|versions|escenario|scenar|variant|variante|varianta)( \w+)?$/.test(
    plain(heading),
  );

const FILLER =
  "in|per|by|pro|par|por|za|na|i|of|av|de|des|der|for|fur|pour|im|so|far|to|date|until|bis|the|all|a|je|and|und|et|och|og|total|team|week|weeks|weekly|woche|wochen|wochentlich|semaine|semaines|vecka|veckan|veckor|uge|uger|tyden|tydne|tydnu|semana|semanas|month|months|monthly|monat|monate|mois|manad|maned|mesic|mes|day|daily|tag|jour|dag|den|dia|year|ytd|jahr|jahre|k|eur|euro|euros|usd|gbp|chf|sek|dkk|nok|czk|kr|kc|tsd|q[1-4]|20\\d\\d|\\d{1,2}|jan\\w*|feb\\w*|mar|march|marz|apr\\w*|may|mai|jun|june|juni|jul|july|juli|aug\\w*|sep\\w*|oct|october|okt\\w*|nov|november|dec|december|dez\\w*";
const COSTS =
  "costs?|kosten|personalkosten|couts?|kostnad\\w*|omkostning\\w*|naklady|costes?|costos?|revenues?|umsatz\\w*|chiffre d affaires|intakter|omsattning|omsaetning|trzby|ingresos|fees?|honorar\\w*|margins?|marge|marza|rates?";
const CAPACITY =
  "capacity|capacities|availability|available|kapazitat\\w*|verfugbar\\w*|capacites?|disponibilites?|disponible|kapacitet\\w*|tillganglig\\w*|kapacit\\w*|capacidad|disponibilidad|utili[sz]ation|auslastung";
const only = (words: string) =>
  new RegExp(`^(?:(?:${words}|${UNITS}|${FILLER}) )*(?:${words})(?: (?:${words}|${UNITS}|${FILLER}))*$`);
const DONE_ONLY = only(DONE);
const DONE_HOURS = new RegExp(`^((${DONE}) (${UNITS})|(${UNITS}) (?!real\\b)(${DONE}))\\b`);
/** "Booked hours (actual)": booked as done. */
const BOOKED_DONE = /^(booked|gebuchte?) .*\b(actuals?|ist)$/;
const MOST_WORDS = 8;
const SPEAKS_OF_PLANS = new RegExp(`\\b(${PLANS}|plan\\w*)\\b`);

/** What a title says of the rows below it. */
export type TitleKind = Version | "capacity" | "cost";
const TITLES: readonly (readonly [TitleKind, RegExp])[] = [
  ["cost", only(COSTS)],
  ["capacity", only(CAPACITY)],
  ["difference", only(DIFFERENCES)],
  ["planned", only(PLANS)],
];

/** "Actual hours per week", "Ist-Stunden 2026": what stands below such a title is done, and no plan. */
export function saysActual(title: string): boolean {
  const words = plain(title);
  if (words.split(" ").length > MOST_WORDS || SPEAKS_OF_PLANS.test(words)) return false;
  return DONE_ONLY.test(words) || DONE_HOURS.test(words) || BOOKED_DONE.test(words);
}

/** What a title of nothing but such words says: "Planned", "Capacity hours", "Cost (k EUR)"; null for all others. */
export function titleKind(title: string): TitleKind | null {
  if (saysActual(title)) return "done";
  const words = plain(title);
  if (words.split(" ").length > MOST_WORDS) return null;
  return TITLES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
