import { plain } from "./sheet.ts";

const MONTHS = [
  "jan january januar janvier janv januari enero ene gennaio gen",
  "feb february februar fevrier fevr fev februari febrero febbraio",
  "mar march marz maerz mrz mars marzo maart mrt",
  "apr april avril avr abril abr aprile",
  "may mai maj mayo mei maggio mag",
  "jun june juni juin junio giugno giu",
  "jul july juli juillet juil julio luglio lug",
  "aug august aout augusti agosto ago augustus",
  "sep sept september septembre septiembre settembre set",
  "oct october okt oktober octobre octubre ottobre ott",
  "nov november novembre noviembre",
  "dec december dez dezember decembre diciembre dic desember des dicembre",
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, i) => words.split(" ").map((word) => [word, i + 1] as const)),
);

/** 1 to 12, or null when the word is no month. */
export const monthNamed = (word: string): number | null => MONTH_OF.get(plain(word)) ?? null;

/** Weekdays from Monday on, one language a line: "di" is Tuesday in German and no day in English. */
const WEEKS: readonly (readonly string[])[] = [
  [
    "mo mon monday",
    "tu tue tues tuesday",
    "we wed wednesday",
    "th thu thur thurs thursday",
    "fr fri friday",
    "sa sat saturday",
    "su sun sunday",
  ],
  ["mo montag", "di dienstag", "mi mittwoch", "do donnerstag", "fr freitag", "sa samstag", "so sonntag"],
  [
    "lu lun lundi",
    "ma mar mardi",
    "me mer mercredi",
    "je jeu jeudi",
    "ve ven vendredi",
    "sa sam samedi",
    "di dim dimanche",
  ],
  [
    "ma man mandag",
    "ti tis tisdag",
    "on ons onsdag",
    "to tor tors torsdag",
    "fr fre fredag",
    "lo lor lordag",
    "so son sondag",
  ],
  [
    "lu lun lunes",
    "ma mar martes",
    "mi mie miercoles",
    "ju jue jueves",
    "vi vie viernes",
    "sa sab sabado",
    "do dom domingo",
  ],
];

/** The weekdays (0 is Monday) that words name, in the one language that knows most of them; null where a word is none. */
export function weekdaysNamed(words: readonly string[]): readonly (number | null)[] {
  const readings = WEEKS.map((week) => {
    const spellings = week.map((day) => new Set(day.split(" ")));
    return words.map((word) => {
      const index = spellings.findIndex((day) => day.has(plain(word)));
      return index < 0 ? null : index;
    });
  });
  const known = (reading: readonly (number | null)[]) => reading.filter((day) => day !== null).length;
  return readings.reduce((best, next) => (known(next) > known(best) ? next : best));
}
