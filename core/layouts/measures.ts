import { plain } from "./sheet.ts";

export type Unit = "hours" | "days" | "percent" | "fte";
/** Over which time an amount counts; null: over the whole time its column or row stands for. */
export type Per = "day" | "week" | "month" | null;
/** What the numbers under a heading count. "percent" is a share of the person's own time. */
export interface Measure {
  readonly unit: Unit;
  readonly per: Per;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const UNITS: readonly (readonly [Unit, ReadonlySet<string>])[] = [
  [
    "fte",
    set("fte ftes etp etc vza vzae heltidsekvivalent heltidsekvivalenter årsværk arsværk arsvaerk uvazek uvazky"),
  ],
  ["percent", set("% percent pct percentage procent prozent procenta pourcent pourcentage porcentaje")],
  [
    "hours",
    set(
      "h hr hrs hour hours std stunde stunden timme timmar tim heure heures hora horas uur uren timer time hodin hodiny hodina hod",
    ),
  ],
  ["days", set("d day days pt tage dagar jour jours j dia dias dagen dage mandays md dny dni dnu den")],
];
const WEEK = set(
  "w wk week weekly weeks woche wochentlich sem semaine hebdo vecka veckan uge uke semana semanal tyden tydne tydenne ugentligt",
);
const DAY = set("day daily d tag taglich jour jours j dag dia dagligen");
const MONTH = set("month monthly mth monat monatlich mois mensuel manad mes maand maned mesic mesicne");
const FILLER = set("a per par pr por pro za na je i of av de des in the total planned booked plan time work effort");
const WORK = set(
  "allocation alloc allocated load share workload effort charge utilisation utilization auslastung belaggning omfattning taux affectation occupation vytizeni belægning ocupacion dedicacion",
);
/** Words long enough to count in a sentence; "h" or "day" alone does not make a title speak of hours. */
const IN_PROSE: readonly (readonly [Unit, RegExp])[] = [
  ["fte", /\b(fte|ftes|etp|vza|heltidsekvivalent\w*|arsværk|uvazk\w*|uvazek|full time equivalents?)\b/],
  ["percent", /%|\b(percent\w*|procent\w*|prozent|pourcent\w*|porcentaje)\b/],
  ["hours", /\b(hours?|hrs|stunden|timmar|timer|heures|horas|uren|hodin|hodiny|hodinach)\b/],
  ["days", /\b(in days|person ?days|man ?days|personentage|persontage|jours homme|arbetsdagar|clovekodny|mandedage)\b/],
];

const SEVERAL_DAYS = /\b(days|tage|dagar|jours|dias|dagen|dage|dny|dni|dnu|mandays|pt)\b/;

/** What an effort column's heading says: "Hours/week", "Charge (j/sem)", "Alloc", "pct". Null when it is no effort column. */
export function measureOf(heading: string): Measure | null {
  const words = plain(heading)
    .replace(/^t (?=(?:pr |per )?(?:uge|uke)$)/, "timer ")
    .replace(/(?<=\w )(?:v|wo|kw)$/, "week")
    .split(" ");
  const known = words.every(
    (word) => isUnit(word) || [WEEK, DAY, MONTH, FILLER, WORK].some((words) => words.has(word)),
  );
  if (!known) return null;
  const unit = unitIn(words);
  if (unit === null) return words.some((word) => WORK.has(word)) ? { unit: "percent", per: null } : null;
  return { unit, per: perIn(words, unit) };
}

/** What a part of a header says about the numbers below: "h", "%", "Plan (FTE)", and "Days", where "Day" could be a weekday. */
export function measureInHeader(text: string): Measure | null {
  const words = plain(text).split(" ");
  const unit = unitIn(words);
  if (unit === "days" && !aside(text).some((part) => SEVERAL_DAYS.test(plain(part)))) return null;
  return unit === null ? null : { unit, per: perIn(words, unit) };
}

/** What a title or note says the numbers are: "Hours 2026", "Plan (days)"; null when it says nothing, or two things. */
export function measureInProse(text: string): Measure | null {
  const words = plain(text);
  const spoken = IN_PROSE.filter(([, pattern]) => pattern.test(words)).map(([unit]) => unit);
  const units = [...new Set([...spoken, ...aside(text).flatMap((part) => measureInHeader(part)?.unit ?? [])])];
  const unit = units[0];
  return unit === undefined || units.length > 1 ? null : { unit, per: perIn(words.split(" "), unit) };
}

/** A text that is short, or what stands in its brackets or behind its dash: where units stand, and not in sentences. */
function aside(text: string): readonly string[] {
  const parts = text.split(/[()[\]]|\s[-–—:|]\s/).map((part) => part.trim());
  return parts.filter(
    (part) =>
      part !== "" &&
      plain(part)
        .split(" ")
        .every((word) => isUnit(word) || FILLER.has(word) || WEEK.has(word) || MONTH.has(word)),
  );
}

const isUnit = (word: string) => UNITS.some(([, words]) => words.has(word));

function unitIn(words: readonly string[]): Unit | null {
  for (const [unit, spellings] of UNITS) if (words.some((word) => spellings.has(word))) return unit;
  return null;
}

function perIn(words: readonly string[], unit: Unit): Per {
  if (words.some((word) => WEEK.has(word))) return "week";
  if (words.some((word) => MONTH.has(word))) return "month";
  return unit !== "days" && words.some((word) => DAY.has(word)) ? "day" : null;
}
